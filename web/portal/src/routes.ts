/**
 * Every page of the portal, by its path without the language; the gateway answers 404 for the rest. What is personal is no matter of
 * search engines.
 */
export const openRoutes = [
  '',
  'servizi',
  'servizi/categorie/:slug',
  'servizi/:procedure',
  'verifica',
  'privacy',
  'note-legali',
  'accessibilita',
  'faq',
] as const;

export const personalRoutes = [
  'servizi/:procedure/richiesta',
  'area-personale',
  'area-personale/pratiche',
  'area-personale/cerca',
  'area-personale/pratiche/:id',
  'area-personale/pratiche/:id/inviata',
  'area-personale/profilo',
  'area-personale/messaggi',
  'accedi',
  'benvenuto',
  'verifica/:code',
  'problems/:type',
] as const;

export type Route = (typeof openRoutes)[number] | (typeof personalRoutes)[number];
