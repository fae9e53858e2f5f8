/**
 * Where every replica of the gateway is told, by the id of the person, that a sign-in of hers ended or that her rights changed: her open
 * pages are looked at again. Told to whoever is there, and kept nowhere: the truth is in Redis before it is told.
 */
export const signInsSubject = 'sign-ins.changed';
