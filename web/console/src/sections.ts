import type { Permission, Role } from '@sportello/contracts/permissions';

export interface Section {
  /** The folder with its pages (`pages.tsx`), its texts and its styles; its name is the text `section.<key>`. */
  key: string;
  /** Its pages, by their path below `/console` and without the language; the menu leads to the first. */
  paths: readonly string[];
  icon: string;
  /** After `g` the letter leads there. */
  letter: string;
  permission: Permission;
  /** Whom it is offered to among those who may; everybody, when absent. */
  roles?: readonly Role[];
}

/** The sections of the console (BKO-01), in the order of the menu, each for whoever may read what it shows. */
export const sections = [
  { key: 'today', paths: [''], icon: 'it-calendar', letter: 'h', permission: 'practices:queue' },
  { key: 'practices', paths: ['pratiche/:id?'], icon: 'it-inbox', letter: 'p', permission: 'practices:queue' },
  { key: 'services', paths: ['servizi'], icon: 'it-files', letter: 'e', permission: 'procedures:read' },
  // Everybody may be told who works in the body; the section is for those who look after them.
  {
    key: 'officers',
    paths: ['operatori'],
    icon: 'it-user',
    letter: 'o',
    permission: 'officers:read',
    roles: ['manager', 'administrator'],
  },
  { key: 'security', paths: ['sicurezza'], icon: 'it-locked', letter: 'a', permission: 'security:read' },
] as const satisfies readonly Section[];

export type SectionKey = (typeof sections)[number]['key'];

/** For the gateway, which answers 404 for what is not a page. */
export const openRoutes: readonly string[] = [];
export const personalRoutes: readonly string[] = sections.flatMap(({ paths }) => paths);
