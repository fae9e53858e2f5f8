/**
 * Where every replica of the gateway is told, by the id of the person, that a sign-in of hers ended or that her rights changed: her open
 * pages are looked at again. Told to whoever is there, and kept nowhere: the truth is in Redis before it is told.
 */
export const signInsSubject = 'sign-ins.changed';

/** Where Redis holds the newest version of a person's rights: the identity service writes it before it answers a change, the gateway reads it. */
export const standingKey = (personId: string): string => `standing:${personId}`;
/** Where Redis holds the version of the privacy policy in force. */
export const policyKey = 'standing:policy';
/** How long a version is kept, in seconds: without one the gateway reads the account anew. */
export const STANDING_KEPT_SECONDS = 86_400;
