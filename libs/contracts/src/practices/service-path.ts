import { slugOf } from '@sportello/italy/search-words';

/** The page of a service on the portal, by the words of its code: `/servizi/serv06-utenti-2022`. English pages begin with /en. */
export const servicePath = (code: string): string => `/servizi/${slugOf(code)}`;

/** The page of the service that a number belongs to: its code stands before the point (PRA-01). */
export const servicePathOfNumber = (number: string): string => servicePath(number.slice(0, number.lastIndexOf('.')));
