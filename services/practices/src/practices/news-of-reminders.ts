import { type NewsWords, named, openRequest, readAndAnswer } from './news-words.js';

/** What whoever applied is reminded of (PRA-93). */
export const reminders: Record<'remind-draft' | 'remind-payment' | 'remind-answer', NewsWords> = {
  'remind-draft': {
    topic: 'practices.reminders',
    isByOffice: false,
    applicant: {
      title: named('Istanza non ancora inviata', 'Request not sent yet'),
      body: {
        it: "L'istanza {number} per il servizio «{service}» è iniziata e non è stata inviata: finché non la invii non conta. Se non ti serve più, puoi eliminarla.",
        en: 'Request {number} for the service “{service}” was begun and not sent: until you send it, it does not count. If you no longer need it, you can delete it.',
      },
      action: openRequest,
    },
  },
  'remind-payment': {
    topic: 'practices.reminders',
    isByOffice: false,
    applicant: {
      title: named('Pagamento o marca da bollo in attesa', 'Payment or revenue stamp awaited'),
      body: {
        it: "Per l'istanza {number}, servizio «{service}», manca ancora un pagamento o una marca da bollo. Che cosa serve è scritto nella pagina dell'istanza.",
        en: 'Request {number}, service “{service}”, still waits for a payment or a revenue stamp. The page of the request says what is needed.',
      },
      action: openRequest,
    },
  },
  'remind-answer': {
    topic: 'practices.reminders',
    isByOffice: false,
    applicant: {
      title: named('Integrazioni ancora in attesa', 'Additional information still awaited'),
      body: {
        it: "L'ufficio aspetta ancora le integrazioni per l'istanza {number}, servizio «{service}». Leggi la richiesta e rispondi dalla tua area personale.",
        en: 'The office still waits for the additions to request {number}, service “{service}”. Read what is asked and answer from your personal area.',
      },
      action: readAndAnswer,
    },
  },
};
