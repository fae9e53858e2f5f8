/**
 * The main navigation, in its order: a service adds its line (Pagamenti, Appuntamenti, Assistenza) with its first page. Each is called by
 * the text `section.<key>`.
 */
export const mainSections = [
  { key: 'services', to: '/servizi' },
  { key: 'school', to: '/scuola' },
  { key: 'appointments', to: '/servizi/prenotazione-appuntamento' },
] as const;
