import type { Event, Rpc } from './contract.js';
import { operationOf, serviceOf } from './contract.js';
import * as identity from './identity.js';
import * as notifications from './notifications.js';
import * as practices from './practices.js';
import * as procedures from './procedures.js';

const said: unknown[] = [identity, procedures, practices, notifications].flatMap((file) => Object.values<unknown>(file));
const hasSubject = (value: unknown): value is { subject: string } => typeof value === 'object' && value !== null && 'subject' in value;

/** Every contract of every service. */
export const contracts = said.filter((value): value is Rpc => hasSubject(value) && value.subject.startsWith('rpc.'));

/** Every fact that a service may publish. */
export const events = said.filter((value): value is Event => hasSubject(value) && value.subject.startsWith('events.'));

export const contractsOf = (service: string) => contracts.filter((contract) => serviceOf(contract) === service);
export const operations = contracts.map(operationOf);
