/** Every page of the console, by its path below `/console` and without the language; the gateway answers 404 for the rest. */
export const openRoutes = [] as const;
export const personalRoutes = ['', 'pratiche/:id?', 'servizi', 'operatori', 'sicurezza'] as const;

export type Route = (typeof personalRoutes)[number];
