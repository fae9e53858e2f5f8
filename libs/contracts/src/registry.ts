import { z } from 'zod';
import type { Event, Rpc } from './contract.js';
import * as contract from './contract.js';
import { serviceOf } from './contract.js';
import * as identity from './identity.js';
import * as notifications from './notifications.js';
import * as practices from './practices.js';
import * as procedures from './procedures.js';

const files = [contract, identity, procedures, practices, notifications];
const said = files.flatMap((file) => Object.entries<unknown>(file));
const hasSubject = (value: unknown): value is { subject: string } => typeof value === 'object' && value !== null && 'subject' in value;

/** Every contract of every service. */
export const contracts = said
  .map(([, value]) => value)
  .filter((value): value is Rpc => hasSubject(value) && value.subject.startsWith('rpc.'));

/** Every fact that a service may publish. */
export const events = said
  .map(([, value]) => value)
  .filter((value): value is Event => hasSubject(value) && value.subject.startsWith('events.'));

/** The shapes that have a name of their own, by which the API's documents refer to them. */
export const namedSchemas = new Map(
  said.flatMap(([name, value]) =>
    value instanceof z.ZodObject || value instanceof z.ZodEnum ? [[value as z.ZodType, name] as const] : [],
  ),
);

export const contractsOf = (service: string) => contracts.filter((contract) => serviceOf(contract) === service);
