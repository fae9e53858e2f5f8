/** Mails of a body that were not taken: seen, with why, and sent again (ADM-33). */
import { z } from 'zod';
import { Id, Instant, listOf, paging, problem, rpc, Text } from '../contract.js';

export const MailState = z.enum(['waiting', 'failed']).meta({
  description: '`waiting` is tried again by itself, `failed` waits for a person',
  examples: ['failed'],
});
export type MailState = z.infer<typeof MailState>;

const id = Id.describe('The mail');

const UnsentMail = z.object({
  id,
  state: MailState,
  subject: Text.describe('Its subject'),
  address: z.string().meta({ description: 'To whom it goes', examples: ['federica.neri@example.org'] }),
  practiceId: Id.nullable().describe('The practice that it is about; null for other things'),
  happenedAt: Instant.describe('When what it tells of happened'),
  attempts: z
    .number()
    .int()
    .meta({ description: 'How often it was tried', examples: [3] }),
  failure: z.string().meta({
    description: 'What the last try ended with: a code of the connection, or `EENVELOPE` with what the mail server answered',
    examples: ['EENVELOPE 550'],
  }),
  nextTryAt: Instant.nullable().describe('When it is tried again; null for what waits for a person'),
});

export const mailNotFound = problem(404, 'mail-not-found', 'Questa mail non è in attesa', 'This mail does not wait', {
  it: 'La mail è partita nel frattempo, o è di un altro ente: ricarica la pagina.',
  en: 'The mail has left meanwhile, or belongs to another body: reload the page.',
});

export const listUnsentMails = rpc({
  subject: 'rpc.notifications.list-unsent-mails.v1',
  http: 'GET /unsent-mails',
  permission: 'mails:read',
  summary: "Lists the mails of one's own body that were not taken, the last one first",
  input: z.strictObject({ ...paging, state: MailState.optional().describe('Those in one state') }),
  output: listOf(UnsentMail),
});

export const retryMail = rpc({
  subject: 'rpc.notifications.retry-mail.v1',
  http: 'PUT /unsent-mails/{id}/retry',
  permission: 'mails:retry',
  summary: 'Sends a mail that was not taken again at once; the days after which it is given up begin anew',
  input: z.strictObject({ id }),
  output: z.object({}),
  problems: [mailNotFound],
});

export const retryMails = rpc({
  subject: 'rpc.notifications.retry-mails.v1',
  http: 'PUT /unsent-mails/retry',
  permission: 'mails:retry',
  summary: "Sends the mails of one's own body that wait for a person again, 500 at most",
  input: z.strictObject({}),
  output: z.object({
    count: z
      .number()
      .int()
      .meta({ description: 'How many are sent again', examples: [12] }),
  }),
});
