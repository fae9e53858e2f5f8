import { mayDo, type Permission, type Role } from '@sportello/contracts/permissions';
import type { Command } from './keys/keymap.js';

export interface Place {
  key: 'home' | 'practices' | 'services' | 'officers' | 'security';
  to: string;
  command: Command;
}

/** The sections of the console (BKO-01), each for whoever may read what it shows. */
const places: readonly (Place & { permission: Permission; roles?: readonly Role[] })[] = [
  { key: 'home', to: '/', command: 'go-home', permission: 'procedures:read' },
  { key: 'practices', to: '/pratiche', command: 'go-practices', permission: 'practices:queue' },
  { key: 'services', to: '/servizi', command: 'go-services', permission: 'procedures:read' },
  // Everybody may be told who works in the body; the section is for those who look after them.
  { key: 'officers', to: '/operatori', command: 'go-officers', permission: 'officers:read', roles: ['manager', 'administrator'] },
  { key: 'security', to: '/sicurezza', command: 'go-security', permission: 'security:read' },
];

export const placesOf = (role: Role): Place[] =>
  places.filter(({ permission, roles }) => mayDo([role], permission) && (roles?.includes(role) ?? true));
