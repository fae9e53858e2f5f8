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
  /** About oneself: it stands in the menu of the person, not among the sections. */
  isOwn?: true;
  /** Whom it is offered to among those who may; everybody, when absent. */
  roles?: readonly Role[];
}

/** The sections of the console (BKO-01), in the order of the menu, each for whoever may read what it shows. */
export const sections = [
  { key: 'today', paths: [''], icon: 'it-calendar', letter: 'h', permission: 'practices:queue' },
  {
    key: 'practices',
    paths: ['pratiche/:id?', 'pratiche/:id/modifica', 'operazioni/:id?', 'pareri'],
    icon: 'it-inbox',
    letter: 'p',
    permission: 'practices:queue',
  },
  { key: 'desk', paths: ['sportello', 'sportello/:id'], icon: 'it-pencil', letter: 'd', permission: 'practices:work' },
  { key: 'exports', paths: ['esportazioni', 'esportazioni/nuova'], icon: 'it-download', letter: 'x', permission: 'practices:export' },
  {
    key: 'services',
    paths: ['servizi', 'servizi/catalogo', 'servizi/modelli', 'servizi/:id'],
    icon: 'it-files',
    letter: 'e',
    permission: 'services:read',
  },
  { key: 'click-days', paths: ['click-day', 'click-day/:id'], icon: 'it-clock', letter: 'y', permission: 'procedures:write' },
  {
    key: 'calendars',
    paths: [
      'calendari',
      'calendari/:id',
      'calendari/:id/configurazione',
      'calendari/:id/arrivi',
      'calendari/:id/appuntamenti/:appointment',
      'appuntamenti',
    ],
    icon: 'it-calendar',
    letter: 'c',
    permission: 'calendars:read',
  },
  {
    key: 'tickets',
    paths: ['ticket/:id?', 'ticket/nuovo', 'ticket/rapporto'],
    icon: 'it-help-circle',
    letter: 'q',
    permission: 'tickets:work',
  },
  {
    key: 'help',
    paths: ['assistenza', 'assistenza/catalogo', 'assistenza/categorie/:id', 'assistenza/servizi/:id', 'assistenza/:id'],
    icon: 'it-telephone',
    letter: 's',
    permission: 'desks:write',
  },
  {
    key: 'library',
    paths: ['conoscenza', 'conoscenza/nuovo', 'conoscenza/commenti', 'conoscenza/:id'],
    icon: 'it-note',
    letter: 'n',
    permission: 'library:work',
  },
  // Everybody may be told who works in the body; the section is for those who look after them.
  {
    key: 'officers',
    paths: ['operatori', 'operatori/uffici', 'operatori/nuovo', 'operatori/:id'],
    icon: 'it-user',
    letter: 'o',
    permission: 'officers:read',
    roles: ['manager', 'administrator'],
  },
  {
    key: 'payments',
    paths: ['pagamenti', 'pagamenti/esportazioni', 'pagamenti/:id'],
    icon: 'it-card',
    letter: 'i',
    permission: 'positions:search',
  },
  { key: 'statistics', paths: ['statistiche'], icon: 'it-chart-line', letter: 't', permission: 'statistics:read' },
  { key: 'organization', paths: ['ente'], icon: 'it-pa', letter: 'm', permission: 'organizations:write' },
  { key: 'protocol', paths: ['protocollo'], icon: 'it-box', letter: 'r', permission: 'protocol:read' },
  { key: 'external', paths: ['pratiche-esterne'], icon: 'it-upload', letter: 'v', permission: 'external-practices:write' },
  { key: 'kitchen', paths: ['mensa', 'mensa/fatturazione', 'mensa/delegati'], icon: 'it-list', letter: 'u', permission: 'school:work' },
  { key: 'school', paths: ['scuola'], icon: 'it-presentation', letter: 'k', permission: 'school:import' },
  { key: 'enablings', paths: ['abilitazioni'], icon: 'it-key', letter: 'b', permission: 'enablings:read' },
  { key: 'work', paths: ['lavori'], icon: 'it-refresh', letter: 'j', permission: 'mails:read' },
  { key: 'accesses', paths: ['registro'], icon: 'it-password-visible', letter: 'l', permission: 'accesses:read' },
  { key: 'security', paths: ['sicurezza'], icon: 'it-locked', letter: 'a', permission: 'security:read' },
  // Nobody stands in for an administrator, who works no practices.
  {
    key: 'absence',
    paths: ['assenza'],
    icon: 'it-calendar',
    letter: 'w',
    permission: 'absences:read',
    roles: ['officer', 'manager'],
    isOwn: true,
  },
] as const satisfies readonly Section[];

export type SectionKey = (typeof sections)[number]['key'];

/** For the gateway, which answers 404 for what is not a page. */
export const openRoutes: readonly string[] = [];
export const personalRoutes: readonly string[] = sections.flatMap(({ paths }) => paths);
