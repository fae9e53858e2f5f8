/** Every page of the portal, by its path without the language; the gateway answers 404 for the rest. */
export const openRoutes = [
  '',
  'servizi',
  'servizi/categorie/:slug',
  'servizi/:procedure',
  'assistenza',
  'assistenza/categorie/:category',
  'community',
  'verifica',
  'privacy',
  'note-legali',
  'accessibilita',
  'faq',
  'argomenti',
  'argomenti/:topic',
  'argomenti/articoli/:number',
] as const;

/** Open to everybody, and no matter of search engines. */
export const unlistedRoutes = ['accedi', 'verifica/:code', 'verifica-storico', 'problems/:type'] as const;

/** Drawn in the browser alone: what they show is somebody's own. */
export const personalRoutes = [
  'servizi/:procedure/richiesta',
  'area-personale',
  'area-personale/pratiche',
  'area-personale/cerca',
  'area-personale/documenti',
  'area-personale/pratiche/:id',
  'area-personale/pratiche/:id/inviata',
  'servizi/prenotazione-appuntamento',
  'servizi/prenotazione-appuntamento/attesa',
  'appuntamenti/:code',
  'appuntamenti/attesa/:code',
  'sala/:calendar',
  'area-personale/appuntamenti',
  'area-personale/pagamenti',
  'area-personale/pagamenti/:id',
  'area-personale/profilo',
  'area-personale/messaggi',
  'scuola',
  'scuola/anagrafica',
  'scuola/anagrafica/:id',
  'scuola/refezione',
  'scuola/conto',
  'scuola/assenze',
  'scuola/documenti',
  'scuola/pagamento',
  'scuola/ricariche',
  'pagamenti/avviso',
  'pagamenti/esito/:cart',
  'assistenza/servizi/:service',
  'area-personale/richieste',
  'area-personale/richieste/:id',
  'click-day',
  'click-day/:id',
  'benvenuto',
] as const;

export const routes = [...openRoutes, ...unlistedRoutes, ...personalRoutes];
export type Route = (typeof routes)[number];
