import { apart } from '@sportello/italy/direction';
import { z } from 'zod';
import { event, Id, Instant, Language, Text } from '../contract.js';
import { Subject } from '../identity/officers.js';

/** What is put in the place of a name is cut to so many characters, so that no announcement outgrows its bounds. */
const LONGEST_VALUE = 200;
/** The places of `Together` that are filled where the messages are counted. */
const countedPlaces = ['count', 'subjects'];

const wordsOf = (most: number, description: string, it: string, en: string) =>
  z
    .strictObject({
      it: z
        .string()
        .min(1)
        .max(most)
        .meta({ description: 'In Italian', examples: [it] }),
      en: z
        .string()
        .min(1)
        .max(most)
        .meta({ description: 'In English', examples: [en] }),
    })
    .describe(description);

const title = wordsOf(500, 'What happened, in one line: title of the notice, subject of the mail', 'Prestito scaduto', 'Loan overdue');
const body = wordsOf(
  3_000,
  'What happened, and what is to be done',
  'Il prestito è scaduto ieri: restituisci il libro o rinnova il prestito.',
  'The loan ended yesterday: return the book or renew the loan.',
);
const action = wordsOf(100, 'What the link is called: the next thing to do (NOT-03)', 'Apri il prestito', 'Open the loan');
const path = z
  .string()
  .max(300)
  .regex(/^\/[\w/.~-]*$/)
  .meta({ description: 'Path of the page, without language prefix', examples: ['/area-personale/prestiti'] });

export const Audience = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('person').describe('A person'), personId: Id.describe('The person') }),
    z.object({
      kind: z.literal('officers').describe('Whoever works on something at a body'),
      organizationId: Id.describe('The body'),
      subject: Subject.describe('What they work on'),
      except: z.array(Id).max(10).describe('Officers left out: whoever did it is not told of her own act'),
    }),
    z.object({
      kind: z.literal('address').describe('A mail address that somebody gave on a form'),
      address: z
        .string()
        .max(254)
        .meta({ description: 'The address', examples: ['federica.neri@example.org'] }),
      personId: Id.nullable().describe('Who gave it: she reads it in her language; null where she was not signed in'),
      language: Language.optional().describe('In which it is written where nobody knows hers'),
    }),
  ])
  .describe('Who is told');
export type Audience = z.infer<typeof Audience>;

/** `portal` is for people on their own account, `console` for officers of the body whose matter it is. */
export const Place = z.enum(['portal', 'console']).describe('Where its notice and its page are found');
export type Place = z.infer<typeof Place>;

/** `{count}` stands for the number of messages, `{subjects}` for how many things they are about. */
export const Together = z
  .object({
    ofOne: z.object({ title, body, action }).describe('For several messages about this thing'),
    ofMany: z.object({ title, body, action, path }).describe('For messages about several things'),
    one: wordsOf(500, 'A line of the list, for one message', 'SALUTE_2026.0000042: 1 messaggio', 'SALUTE_2026.0000042: 1 message'),
    several: wordsOf(500, 'The same, for several', 'SALUTE_2026.0000042: {count} messaggi', 'SALUTE_2026.0000042: {count} messages'),
  })
  .describe('The words of a mail about several announcements of one topic');
export type Together = z.infer<typeof Together>;

export const AnnouncedMessage = z.object({
  audience: z.array(Audience).min(1).max(5).describe('Who is told'),
  by: z
    .array(z.enum(['notice', 'mail']).describe('A notice in the portal or the console, a mail'))
    .min(1)
    .max(2)
    .describe('How they are told'),
  place: Place,
  path,
  title,
  body,
  action,
  addressee: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Who is greeted by name in its mail, where one person is told', examples: ['Federica Neri'] }),
  quote: z
    .string()
    .min(1)
    .max(5_000)
    .optional()
    .meta({ description: 'What somebody wrote, word by word, for the mail', examples: ['Manca la delega firmata'] }),
  linkId: Id.optional().describe(
    'The one-time link to which its mail leads in place of `path`: identity tells its secret when the mail is written',
  ),
  calendar: z
    .string()
    .max(5_000)
    .optional()
    .meta({
      description: 'iCalendar (RFC 5545) that goes with its mail, for one’s own calendar',
      examples: ['BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'],
    }),
  qrCode: z
    .string()
    .max(500)
    .optional()
    .meta({
      description: 'What a QR code says that its mail shows, for whoever is shown it on the day',
      examples: ['https://sportello.example/console/calendari/0195b5a2-7c1e-7000-8000-000000000001/arrivi'],
    }),
  together: Together.optional().describe(
    'How urgent it is. Absent: mailed at once. Present: the first is, and those of the next five minutes go together in these words',
  ),
});
export type AnnouncedMessage = z.infer<typeof AnnouncedMessage>;

/**
 * Something that people are to be told, whatever service it comes from. Who announces owns the words and says who is told; how people are
 * reached, where and in which language is the business of who consumes it. One person gets one notice and one address one mail of it, by the first
 * message that concerns them.
 */
export const announced = event(
  'events.notifications.announced.v1',
  'Something happened that people are told of, by notice and by mail',
  z.object({
    id: Id.describe('Made of the fact, so that it is told once however often it is announced'),
    at: Instant.describe('When it happened'),
    organizationId: Id.nullable().describe("The body whose matter it is; null for a person's own account, unless she works for a body"),
    sender: z
      .string()
      .min(1)
      .max(300)
      .meta({ description: 'In whose name it is told', examples: ['Regione Piemonte'] }),
    subject: z
      .object({
        kind: z
          .string()
          .max(60)
          .meta({ description: 'What kind of thing', examples: ['loan'] }),
        id: Id.describe('Which one'),
      })
      .describe('The thing that it is about'),
    topic: z
      .string()
      .max(60)
      .regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/)
      .meta({ description: 'The kind of news, by which people will choose and mails are gathered', examples: ['library.loan-overdue'] }),
    messages: z.array(AnnouncedMessage).min(1).max(4).describe('What is told to whom; the first that concerns somebody holds'),
    documents: z
      .array(
        z.object({
          key: z
            .string()
            .max(500)
            .meta({ description: 'Key in the storage of files', examples: ['practices/1/2'] }),
          name: z
            .string()
            .max(255)
            .meta({ description: 'Name of the file', examples: ['ricevuta.pdf'] }),
        }),
      )
      .max(10)
      .describe('PDFs that go with its mails'),
  }),
);

/**
 * Puts values in the places of a text, `{number}`; each stands by itself, whatever its direction of reading.
 * @throws RangeError for a place without a value
 */
export function worded(text: Text, values: Record<string, string | Text>): Text {
  const filled = (language: Language) =>
    text[language].replace(/\{(\w+)\}/g, (place, name: string) => {
      if (countedPlaces.includes(name)) return place;
      const value = values[name];
      if (value === undefined) throw new RangeError(`want ${Object.keys(values).join(', ')}, got "${name}"`);
      return apart(shortened(typeof value === 'string' ? value : value[language]));
    });
  return { it: filled('it'), en: filled('en') };
}

const shortened = (value: string) => (value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value);
