import type { AnswerOf, Subject } from '@sportello/contracts/web';
import type { Account } from '@sportello/ui/session';

export type Officer = AnswerOf<'rpc.identity.list-officers.v1'>['items'][number];
export type OfficerRecord = AnswerOf<'rpc.identity.get-officer.v1'>;

/** What every command about officers makes stale. */
export const officerReads: readonly Subject[] = [
  'rpc.identity.list-officers.v1',
  'rpc.identity.get-officer.v1',
  'rpc.identity.list-offices.v1',
];

export const nameOf = ({ givenName, familyName }: Pick<Officer, 'givenName' | 'familyName'>): string => `${familyName} ${givenName}`;

/** Nobody changes herself, and only an administrator another one. The server decides; here only what it would refuse is not offered. */
export const mayChange = ({ id, role }: Pick<Officer, 'id' | 'role'>, account: Account | null): boolean =>
  id !== account?.personId && (role !== 'administrator' || account?.officer?.role === 'administrator');
