import { z } from 'zod';

const days = z.number().int().min(1).max(60).optional();

/** After how many days whose turn it is is reminded; left out, never. */
export const reminderSettings = {
  remindDraftDays: days.meta({
    description: 'After how many days somebody is reminded of a draft that was not sent, while the service is open',
    examples: [7],
    'x-label': {
      it: 'Giorni dopo cui si ricorda una bozza non inviata',
      en: 'Days after which a draft that was not sent is called to mind',
    },
    'x-help': { it: 'Una volta sola, finché il servizio è aperto. Vuoto: mai.', en: 'Once only, while the service is open. Empty: never.' },
  }),
  remindPaymentDays: days.meta({
    description: 'After how many days somebody is reminded of a payment or a stamp that is awaited',
    examples: [3],
    'x-label': {
      it: 'Giorni dopo cui si ricorda un pagamento in attesa',
      en: 'Days after which a payment that is awaited is called to mind',
    },
    'x-help': { it: 'Una volta per ogni attesa. Vuoto: mai.', en: 'Once for each wait. Empty: never.' },
  }),
  remindAnswerDays: days.meta({
    description: 'After how many days somebody is reminded of a request of additions that was not answered',
    examples: [5],
    'x-label': {
      it: 'Giorni dopo cui si ricorda una richiesta di integrazioni senza risposta',
      en: 'Days after which an unanswered request of additions is called to mind',
    },
    'x-help': { it: 'Una volta per ogni richiesta. Vuoto: mai.', en: 'Once for each request. Empty: never.' },
  }),
};
