import type { Text } from '@sportello/contracts/contract';
import { type AnnouncedMessage, announced, worded } from '@sportello/contracts/notifications/announcements';
import { namesOf } from '@sportello/directory/copies';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import { HelpService } from '../catalogue/help-service.entity.js';
import type { Ticket } from './ticket.entity.js';

type Words = Pick<AnnouncedMessage, 'title' | 'body'>;

/** What whoever asked reads of each fact, and what the operators of the desk. */
const news = {
  opened: {
    desk: {
      title: { it: '{number}: nuova richiesta', en: '{number}: new ticket' },
      body: { it: '{applicant} chiede assistenza: {service}.', en: '{applicant} asks for help: {service}.' },
    },
  },
  accepted: {
    author: {
      title: { it: 'Richiesta {number} accettata', en: 'Request {number} accepted' },
      body: {
        it: 'La richiesta di assistenza «{service}» è stata accettata con il numero {number}. La risposta arriva in questa pagina e per posta elettronica.',
        en: 'The request for help “{service}” was accepted under the number {number}. The answer will come on this page and by mail.',
      },
    },
  },
  asked: {
    author: {
      title: { it: '{number}: servono altre informazioni', en: '{number}: more information is needed' },
      body: {
        it: 'Chi segue la richiesta «{service}» ha una domanda. Rispondi nella pagina della richiesta: fino ad allora resta in attesa.',
        en: 'Whoever works on the request “{service}” has a question. Answer on the page of the request: until then it waits.',
      },
    },
  },
  'written-by-desk': {
    author: {
      title: { it: '{number}: nuovo commento', en: '{number}: new comment' },
      body: { it: 'C’è un nuovo commento alla richiesta «{service}».', en: 'There is a new comment on the request “{service}”.' },
    },
  },
  'written-by-author': {
    desk: {
      title: { it: '{number}: nuovo commento', en: '{number}: new comment' },
      body: { it: '{applicant} ha scritto a proposito di: {service}.', en: '{applicant} wrote about: {service}.' },
    },
  },
  answered: {
    desk: {
      title: { it: '{number}: è arrivata la risposta', en: '{number}: the answer has come' },
      body: { it: '{applicant} ha risposto alla domanda: {service}.', en: '{applicant} has answered the question: {service}.' },
    },
  },
  solved: {
    author: {
      title: { it: 'Richiesta {number} risolta', en: 'Request {number} solved' },
      body: {
        it: 'La richiesta «{service}» ha una soluzione. Nella pagina della richiesta conferma che va bene, oppure riaprila dicendo che cosa manca.',
        en: 'The request “{service}” has a solution. On the page of the request confirm that it is one, or reopen it and say what is missing.',
      },
    },
  },
  'solved-after-silence': {
    author: {
      title: { it: '{number}: nessuna risposta ricevuta', en: '{number}: no answer was received' },
      body: {
        it: 'Alla domanda sulla richiesta «{service}» non è arrivata risposta, e la richiesta è considerata risolta. Se serve ancora, riaprila dalla sua pagina.',
        en: 'The question about the request “{service}” was not answered, and the request counts as solved. If it still matters, reopen it on its page.',
      },
    },
  },
  'closed-after-silence': {
    author: {
      title: { it: 'Richiesta {number} chiusa', en: 'Request {number} closed' },
      body: {
        it: 'La soluzione della richiesta «{service}» non ha avuto obiezioni, e la richiesta è chiusa. Per alcuni giorni si può ancora riaprire dalla sua pagina.',
        en: 'Nobody objected to the solution of the request “{service}”, and it is closed. For some days it can still be reopened on its page.',
      },
    },
  },
  'reminded-to-answer': {
    author: {
      title: { it: '{number}: la domanda aspetta una risposta', en: '{number}: the question awaits an answer' },
      body: {
        it: 'La richiesta «{service}» è in attesa di informazioni. Senza risposta entro domani è considerata risolta.',
        en: 'The request “{service}” awaits information. Without an answer by tomorrow it counts as solved.',
      },
    },
  },
  'reminded-to-confirm': {
    author: {
      title: { it: '{number}: domani la richiesta si chiude', en: '{number}: tomorrow the request is closed' },
      body: {
        it: 'La richiesta «{service}» è risolta. Se la soluzione non va bene, riaprila: senza risposta si chiude alla fine di domani.',
        en: 'The request “{service}” is solved. If the solution is none, reopen it: without an answer it is closed at the end of tomorrow.',
      },
    },
  },
  reopened: {
    desk: {
      title: { it: '{number}: richiesta riaperta', en: '{number}: ticket reopened' },
      body: { it: '{applicant} ha riaperto la richiesta: {service}.', en: '{applicant} has reopened the ticket: {service}.' },
    },
  },
  cancelled: {
    author: {
      title: { it: 'Richiesta {number} annullata', en: 'Request {number} cancelled' },
      body: { it: 'La richiesta «{service}» è stata annullata.', en: 'The request “{service}” was cancelled.' },
    },
  },
  withdrawn: {
    desk: {
      title: { it: '{number}: richiesta annullata', en: '{number}: ticket cancelled' },
      body: { it: '{applicant} ha annullato la richiesta: {service}.', en: '{applicant} has cancelled the ticket: {service}.' },
    },
  },
  rerouted: {
    desk: {
      title: { it: '{number}: richiesta da un altro sportello', en: '{number}: ticket from another desk' },
      body: { it: 'La richiesta di {applicant} è ora vostra: {service}.', en: 'The ticket of {applicant} is now yours: {service}.' },
    },
  },
  merged: {
    author: {
      title: { it: 'Richiesta {number} unita a un’altra', en: 'Request {number} joined to another' },
      body: {
        it: 'La richiesta «{service}» riguarda lo stesso problema di un’altra tua, ed è seguita insieme a quella. Quello che scrivi arriva comunque.',
        en: 'The request “{service}” is about the same trouble as another one of yours, and is followed together with it. What you write arrives all the same.',
      },
    },
  },
  late: {
    desk: {
      title: { it: '{number}: termine scaduto', en: '{number}: term is over' },
      body: {
        it: 'Il termine della richiesta di {applicant} è scaduto: {service}.',
        en: 'The term of the ticket of {applicant} is over: {service}.',
      },
    },
  },
} satisfies Record<string, { author?: Words; desk?: Words }>;
export type News = keyof typeof news;

interface Fact {
  ticket: Ticket;
  at: Date;
  /** The operator who did it, who is not told. */
  by?: string | null;
  /** What was written. */
  quote?: string | null;
  /** Makes it told once, where the version does not. */
  key?: string;
}

const open: Text = { it: 'Apri la richiesta', en: 'Open the request' };

/** Tells whoever asked, or the operators: the one in charge, or all of the desk while nobody is. */
export async function announce(tx: EntityManager, what: News, { ticket, at, by = null, quote, key }: Fact): Promise<void> {
  const { id, organizationId, applicantId, officerId, deskId, number, applicantName, version } = ticket;
  const words: { author?: Words; desk?: Words } = news[what];
  const values = { number, applicant: applicantName, service: await titleOf(tx, ticket) };
  const filled = ({ title, body }: Words) => ({ title: worded(title, values), body: worded(body, values), action: open });
  const quoted = quote ? { quote } : {};
  const messages: AnnouncedMessage[] = [];
  if (words.author)
    messages.push({
      ...{ audience: [{ kind: 'person', personId: applicantId }], by: ['notice', 'mail'], place: 'portal' },
      ...{ path: `/area-personale/richieste/${id}`, addressee: applicantName, ...filled(words.author), ...quoted },
    });
  // Whoever did it knows.
  if (words.desk && (officerId === null || officerId !== by))
    messages.push({
      audience: [
        officerId
          ? { kind: 'person', personId: officerId }
          : { kind: 'officers', organizationId, subject: { kind: 'desk', id: deskId }, except: by ? [by] : [] },
      ],
      ...{ by: ['notice', 'mail'], place: 'console', path: `/console/ticket/${id}`, ...filled(words.desk), ...quoted },
    });
  if (messages.length === 0) return;
  await publish(tx, announced, {
    id: stableId(at, 'ticket', what, id, key ?? version),
    at,
    organizationId,
    sender: (await namesOf(tx, [organizationId])).get(organizationId) ?? 'Sportello',
    subject: { kind: 'tickets', id },
    topic: `tickets.${what}`,
    messages,
    documents: [],
  });
}

/** What a ticket is about, for people. */
async function titleOf(tx: EntityManager, { serviceId, subject }: Ticket): Promise<Text> {
  if (serviceId === null) return { it: subject ?? '', en: subject ?? '' };
  return (await tx.findOneByOrFail(HelpService, { id: serviceId })).name;
}
