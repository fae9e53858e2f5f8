/** What a browser needs of the contracts: types alone, so that no schema travels to it. */
import type { Asked, Rpc, Wire } from './contract.js';
import type * as doors from './doors.js';
import type { ContractFile } from './registry.js';

type ExportsOf<F> = F extends unknown ? F[keyof F] : never;
type Contracts = Extract<ExportsOf<ContractFile>, Rpc & { http?: string }>;

/** The subjects that may be asked, as literals. */
export type Subject = Contracts['subject'];
export type ContractOf<S extends Subject> = Extract<Contracts, { subject: S }>;
/** What to send. */
export type AskedOf<S extends Subject> = Asked<ContractOf<S>>;
/** What comes back: instants are ISO texts. */
export type AnswerOf<S extends Subject> = Wire<ContractOf<S>['output']>;

/** What `GET /api/v1/session` answers. */
export type Session = Wire<typeof doors.Session>;

/** What `GET /api/v1/live` says (server-sent events): something changed, read it again. */
export type LiveEvent =
  | { kind: 'practice'; practiceId: string }
  | { kind: 'queue' }
  | { kind: 'notices' }
  | { kind: 'calendars' }
  | { kind: 'tickets' };
