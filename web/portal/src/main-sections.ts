/**
 * The main navigation, in its order: a service adds its line with its first page. Each is called by the text `section.<key>`.
 */
export const mainSections = [
  { key: 'services', to: '/servizi' },
  { key: 'payments', to: '/area-personale/pagamenti' },
  { key: 'appointments', to: '/servizi/prenotazione-appuntamento' },
  { key: 'school', to: '/scuola' },
  { key: 'help', to: '/assistenza' },
] as const;

/** The menu of the assistance portal, letter by letter (XCT-01): each is called by the text `help.menu.<key>`. */
export const helpSections = [
  { key: 'home', to: '/' },
  { key: 'topics', to: '/argomenti' },
  { key: 'community', to: '/community' },
  { key: 'requests', to: '/area-personale/richieste' },
] as const;

/** Whether a page belongs to the assistance portal. */
export const isOfHelp = (path: string): boolean =>
  ['/assistenza', '/argomenti', '/community', '/area-personale/richieste'].some((begin) => path === begin || path.startsWith(`${begin}/`));
