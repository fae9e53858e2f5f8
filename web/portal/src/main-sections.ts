/**
 * The main navigation, in its order: a service adds its line (Assistenza) with its first page. Each is called by the text `section.<key>`.
 */
export const mainSections = [
  { key: 'services', to: '/servizi' },
  { key: 'payments', to: '/area-personale/pagamenti' },
  { key: 'appointments', to: '/servizi/prenotazione-appuntamento' },
  { key: 'school', to: '/scuola' },
  { key: 'library', to: '/argomenti' },
] as const;
