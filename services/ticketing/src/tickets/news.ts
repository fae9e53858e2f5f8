import type { Text } from '@sportello/contracts/contract';
import { type AnnouncedMessage, type Audience, announced, type Together, worded } from '@sportello/contracts/notifications/announcements';
import { substitutesOf } from '@sportello/directory/absences';
import { namesOf } from '@sportello/directory/copies';
import { addDays, displayDate, romeDate } from '@sportello/italy/rome-time';
import { publish } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import { HelpService } from '../catalogue/help-service.entity.js';
import type { Ticket } from './ticket.entity.js';

type Words = Pick<AnnouncedMessage, 'title' | 'body'>;

interface Told {
  author?: Words;
  desk?: Words;
  /** For what people write to each other: after the first one, mails of some minutes go together. */
  together?: Together;
}

const readAll: Text = { it: 'Leggi i commenti', en: 'Read the comments' };
const counted = {
  one: { it: '{number}, «{service}»: 1 commento', en: '{number}, “{service}”: 1 comment' },
  several: { it: '{number}, «{service}»: {count} commenti', en: '{number}, “{service}”: {count} comments' },
};
const ofMany: Pick<Together['ofMany'], 'title' | 'body'> = {
  title: { it: '{count} nuovi commenti su {subjects} richieste', en: '{count} new comments on {subjects} requests' },
  body: {
    it: 'Ci sono {count} nuovi commenti a {subjects} richieste di assistenza. I commenti sono nelle pagine delle richieste.',
    en: 'There are {count} new comments on {subjects} requests for help. The comments are on the pages of the requests.',
  },
};

/** Many tickets of a desk at once, as on the morning of a Monday, go in one mail after the first. */
const ofDesk = (one: Text, several: Text, many: Pick<Together['ofMany'], 'title' | 'body'>): Together => ({
  one: { it: `{number}, «{service}»: ${one.it}`, en: `{number}, “{service}”: ${one.en}` },
  several: { it: `{number}, «{service}»: ${several.it}`, en: `{number}, “{service}”: ${several.en}` },
  ofOne: {
    title: { it: `{number}: ${several.it}`, en: `{number}: ${several.en}` },
    body: { it: `{number}, «{service}»: ${several.it}.`, en: `{number}, “{service}”: ${several.en}.` },
    action: { it: 'Apri la richiesta', en: 'Open the request' },
  },
  ofMany: { ...many, action: { it: 'Apri le richieste', en: 'Open the tickets' }, path: '/console/ticket' },
});

/** What whoever asked reads of each fact, and what the operators of the desk. */
const news = {
  opened: {
    desk: {
      title: { it: '{number}: nuova richiesta', en: '{number}: new ticket' },
      body: { it: '{applicant} chiede assistenza: {service}.', en: '{applicant} asks for help: {service}.' },
    },
    together: ofDesk(
      { it: 'nuova richiesta', en: 'new ticket' },
      { it: '{count} nuove richieste', en: '{count} new tickets' },
      {
        title: { it: '{count} nuove richieste di assistenza', en: '{count} new requests for help' },
        body: { it: 'Sono arrivate {count} richieste di assistenza.', en: '{count} requests for help have come in.' },
      },
    ),
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
    together: {
      ...counted,
      ofOne: {
        title: { it: '{number}: {count} nuovi commenti', en: '{number}: {count} new comments' },
        body: {
          it: 'Ci sono {count} nuovi commenti alla richiesta «{service}».',
          en: 'There are {count} new comments on the request “{service}”.',
        },
        action: readAll,
      },
      ofMany: { ...ofMany, action: { it: 'Apri le tue richieste', en: 'Open your requests' }, path: '/area-personale/richieste' },
    },
  },
  'written-by-author': {
    desk: {
      title: { it: '{number}: nuovo commento', en: '{number}: new comment' },
      body: { it: '{applicant} ha scritto a proposito di: {service}.', en: '{applicant} wrote about: {service}.' },
    },
    together: {
      ...counted,
      ofOne: {
        title: { it: '{number}: {count} nuovi commenti', en: '{number}: {count} new comments' },
        body: {
          it: '{applicant} ha scritto {count} commenti a proposito di: {service}.',
          en: '{applicant} wrote {count} comments about: {service}.',
        },
        action: readAll,
      },
      ofMany: { ...ofMany, action: { it: 'Apri le richieste', en: 'Open the tickets' }, path: '/console/ticket' },
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
        it: 'La richiesta «{service}» è risolta e nessuno ha chiesto di riaprirla: ora è chiusa. Per alcuni giorni si può ancora riaprire dalla sua pagina.',
        en: 'The request “{service}” is solved and nobody asked to reopen it: now it is closed. For some days it can still be reopened on its page.',
      },
    },
  },
  'reminded-to-answer': {
    author: {
      title: { it: '{number}: la domanda aspetta una risposta', en: '{number}: the question awaits an answer' },
      body: {
        it: 'La richiesta «{service}» è in attesa di informazioni. Senza risposta entro il {until} è considerata risolta.',
        en: 'The request “{service}” awaits information. Without an answer by {until} it counts as solved.',
      },
    },
  },
  'reminded-to-confirm': {
    author: {
      title: { it: '{number}: la richiesta si chiude il {until}', en: '{number}: the request is closed on {until}' },
      body: {
        it: 'La richiesta «{service}» è risolta. Se la soluzione non va bene, riaprila: senza risposta si chiude alla fine del {until}.',
        en: 'The request “{service}” is solved. If the solution is none, reopen it: without an answer it is closed at the end of {until}.',
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
        it: 'La richiesta «{service}» riguarda lo stesso problema di un’altra tua, ed è seguita insieme a quella: da ora scrivi nella pagina di quella.',
        en: 'The request “{service}” is about the same trouble as another one of yours, and is followed together with it: from now on write on the page of that one.',
      },
    },
  },
  joined: {
    desk: {
      title: { it: '{number}: unita un’altra richiesta', en: '{number}: another ticket was merged into it' },
      body: {
        it: 'Alla richiesta di {applicant} è stata unita la {other}: quello che viene scritto là arriva qui.',
        en: '{other} was merged into the ticket of {applicant}: what is written there arrives here.',
      },
    },
  },
  parted: {
    desk: {
      title: { it: '{number}: una richiesta non è più unita', en: '{number}: a ticket is no longer merged into it' },
      body: {
        it: 'La {other} non è più unita alla richiesta di {applicant}: è seguita di nuovo per conto suo.',
        en: '{other} is no longer merged into the ticket of {applicant}: it is followed by itself again.',
      },
    },
  },
  unmerged: {
    author: {
      title: { it: 'Richiesta {number} di nuovo separata', en: 'Request {number} separate again' },
      body: {
        it: 'La richiesta «{service}» non è più unita a un’altra: è seguita di nuovo per conto suo, con il numero {number}.',
        en: 'The request “{service}” is no longer joined to another: it is followed by itself again, under the number {number}.',
      },
    },
    desk: {
      title: { it: '{number}: richiesta di nuovo separata', en: '{number}: ticket separate again' },
      body: {
        it: 'La richiesta di {applicant} non è più unita a un’altra: {service}.',
        en: 'The ticket of {applicant} is no longer merged into another: {service}.',
      },
    },
  },
  released: {
    desk: {
      title: { it: '{number}: richiesta senza operatore', en: '{number}: ticket without an operator' },
      body: {
        it: 'Nessuno ha più in carico la richiesta di {applicant}, che può essere presa in carico: {service}.',
        en: 'Nobody is in charge of the ticket of {applicant} any more, and it can be taken: {service}.',
      },
    },
    together: ofDesk(
      { it: 'senza operatore', en: 'without an operator' },
      { it: '{count} volte senza operatore', en: '{count} times without an operator' },
      {
        title: { it: '{subjects} richieste senza operatore', en: '{subjects} tickets without an operator' },
        body: {
          it: 'Nessuno ha più in carico {subjects} richieste, che possono essere prese in carico.',
          en: 'Nobody is in charge of {subjects} tickets any more, and they can be taken.',
        },
      },
    ),
  },
  late: {
    desk: {
      title: { it: '{number}: termine scaduto', en: '{number}: term is over' },
      body: {
        it: 'Il termine della richiesta di {applicant} è scaduto: {service}.',
        en: 'The term of the ticket of {applicant} is over: {service}.',
      },
    },
    together: ofDesk(
      { it: 'un termine scaduto', en: 'one term is over' },
      { it: '{count} termini scaduti', en: '{count} terms are over' },
      {
        title: { it: 'Termini scaduti di {subjects} richieste', en: 'Terms of {subjects} tickets are over' },
        body: { it: 'Sono scaduti i termini di {subjects} richieste.', en: 'The terms of {subjects} tickets are over.' },
      },
    ),
  },
} satisfies Record<string, Told>;
export type News = keyof typeof news;

interface Fact {
  ticket: Ticket;
  at: Date;
  /** The operator who did it, who is not told. */
  by?: string | null;
  /** What was written. */
  quote?: string | null;
  /** The number of another ticket. */
  other?: string;
  /** Makes it told once, where the version does not. */
  key?: string;
}

const open: Text = { it: 'Apri la richiesta', en: 'Open the request' };

/** Tells whoever asked, or the operators: the one in charge and who stands in for her, or all of the desk while nobody is. */
export async function announce(tx: EntityManager, what: News, { ticket, at, by = null, quote, other = '', key }: Fact): Promise<void> {
  const { id, organizationId, applicantId, number, applicantName, version } = ticket;
  const words: Told = news[what];
  const until = ticket.silenceAt ? displayDate(addDays(romeDate(ticket.silenceAt), -1)) : '';
  const values = { number, applicant: applicantName, service: await titleOf(tx, ticket), until, other };
  const filled = ({ title, body }: Words) => ({
    ...{ title: worded(title, values), body: worded(body, values), action: open },
    ...(words.together && { together: togetherOf(words.together, values) }),
    ...(quote && { quote }),
  });
  const messages: AnnouncedMessage[] = [];
  if (words.author)
    messages.push({
      ...{ audience: [{ kind: 'person', personId: applicantId }], by: ['notice', 'mail'], place: 'portal' },
      ...{ path: `/area-personale/richieste/${id}`, addressee: applicantName, ...filled(words.author) },
    });
  const audience = words.desk ? await operatorsOf(tx, ticket, at, by) : [];
  if (words.desk && audience.length > 0)
    messages.push({ audience, ...{ by: ['notice', 'mail'], place: 'console', path: `/console/ticket/${id}` }, ...filled(words.desk) });
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

/** Whoever did it knows, and an operator who asked for herself is told as the others who ask are. Who is away is told with who stands in (ADM-32). */
async function operatorsOf(
  tx: EntityManager,
  { officerId, deskId, organizationId, applicantId }: Ticket,
  at: Date,
  by: string | null,
): Promise<Audience[]> {
  const subject = { kind: 'desk' as const, id: deskId };
  const except = [...new Set([applicantId, ...(by === null ? [] : [by])])];
  if (officerId === null) return [{ kind: 'officers', organizationId, subject, except }];
  const substitutes = await substitutesOf(tx, [officerId], subject, romeDate(at));
  const told = [...new Set([officerId, ...substitutes.map(({ id }) => id)])].filter((id) => !except.includes(id));
  return told.map((personId) => ({ kind: 'person', personId }));
}

const togetherOf = ({ ofOne, ofMany: many, one, several }: Together, values: Parameters<typeof worded>[1]): Together => ({
  ofOne: { ...ofOne, title: worded(ofOne.title, values), body: worded(ofOne.body, values) },
  ofMany: many,
  one: worded(one, values),
  several: worded(several, values),
});

/** What a ticket is about, for people. */
async function titleOf(tx: EntityManager, { serviceId, subject, organizationId }: Ticket): Promise<Text> {
  if (serviceId === null) return { it: subject ?? '', en: subject ?? '' };
  return (await tx.findOneByOrFail(HelpService, { id: serviceId, organizationId })).name;
}
