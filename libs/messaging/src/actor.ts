import type { Language } from '@sportello/contracts/contract';
import type { SignInMethod } from '@sportello/contracts/identity/people';
import { mayDo, type Permission, type Role } from '@sportello/contracts/permissions';

/** On whose behalf a request is made. Only the gateway and the services themselves can write one: the bus refuses the rest. */
export interface Actor {
  roles: readonly Role[];
  /** Null for a visitor and for a service. */
  personId: string | null;
  /** The profile worn, for a citizen. */
  profileId: string | null;
  profileKind: string | null;
  /** The body worked for, for an officer, manager or administrator. */
  organizationId: string | null;
  /** The version of an officer's rights under which this is asked; null where nobody counts them. */
  rightsVersion: number | null;
  language: Language;
  method: SignInMethod | null;
  /** 1, 2 or 3. */
  level: number | null;
  /** The record of the sign-in that this request relies on: what is sent with it counts as signed (IDE-29). */
  authenticationId: string | null;
  /** When she signed in, ISO 8601. */
  authenticatedAt: string | null;
  /** The IP address that a person asks from. */
  address: string | null;
}

const nobody: Actor = {
  roles: ['visitor'],
  personId: null,
  profileId: null,
  profileKind: null,
  organizationId: null,
  rightsVersion: null,
  language: 'it',
  method: null,
  level: null,
  authenticationId: null,
  authenticatedAt: null,
  address: null,
};

export const visitor = (language: Language): Actor => ({ ...nobody, language });

/** A service that asks on its own account, never on a person's. */
export const service: Actor = { ...nobody, roles: ['service'] };

/** As it is kept with work that goes on when the person has gone: nothing of her connection, and nothing she signed with. */
export const asKept = (actor: Actor): Actor => ({ ...actor, address: null, authenticationId: null });

export const may = (actor: Actor, permission: Permission): boolean => mayDo(actor.roles, permission);
