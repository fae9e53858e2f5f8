/**
 * The main navigation, in its order: a service adds its line (Pagamenti, Appuntamenti, Scuola, Assistenza) with its first page. Each is called by
 * the text `section.<key>`.
 */
export const mainSections = [{ key: 'services', to: '/servizi' }] as const;
