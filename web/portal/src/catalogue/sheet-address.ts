const addresses: Readonly<Record<string, string>> = {
  who: 'a-chi-e-rivolto',
  description: 'descrizione',
  how: 'come-fare',
  needed: 'cosa-serve',
  achieved: 'cosa-si-ottiene',
  when: 'tempi-e-scadenze',
  cost: 'quanto-costa',
  constraints: 'vincoli',
  access: 'accedi-al-servizio',
  more: 'ulteriori-informazioni',
  terms: 'condizioni-di-servizio',
  contacts: 'contatti',
};
/** Where a part of the page of a service begins: what stands after `#`. */
export const addressOf = (key: string): string => addresses[key] ?? key;
