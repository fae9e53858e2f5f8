/** What comes in by telephone (TIC-30, TIC-36): an operator writes it down while she listens. */
import { z } from 'zod';
import { Id, rpc } from '../contract.js';
import { familyName, givenName, mail, Profile, personNotFound } from '../identity/people.js';
import { idReused, invalidInput, tooManyRequests } from '../problems.js';
import { FiscalCode, Line, Phone, Prose } from '../typed.js';
import { deskNotFound } from './desks.js';
import { deskId, ticketId } from './fields.js';
import { ticketIsOwn, ticketNotFound } from './states.js';
import { TicketBrief } from './tickets.js';

const fiscalCode = FiscalCode.meta({ description: 'Fiscal code of whoever calls', examples: ['RSSMRA80A01L219M'] });

/** Who looks somebody up is noted in the log that this person can see. */
export const findCaller = rpc({
  subject: 'rpc.ticketing.find-caller.v1',
  http: 'POST /help-desk/callers',
  permission: 'tickets:work',
  summary: 'Tells whether whoever calls is known by her fiscal code',
  input: z.strictObject({ fiscalCode }),
  output: z.object({
    name: z
      .string()
      .nullable()
      .meta({ description: 'Given and family name; null for who is not known', examples: ['Mario Rossi'] }),
    hasMail: z.boolean().meta({ description: 'Whether mails reach her', examples: [true] }),
    profiles: z
      .array(Profile.pick({ id: true, kind: true, onBehalfOf: true }))
      .describe('What she may call as, the profile that she wore last first'),
  }),
  problems: [ticketIsOwn, deskNotFound, tooManyRequests, invalidInput],
});

/**
 * Accepted at once: the operator tells the number while the caller is on the telephone. The same again is answered as the first time, and
 * something else under the same id is refused with the `number` of what she wrote down before. She may not work at the desk that is to answer, so
 * she is told no more than the number.
 */
export const openCall = rpc({
  subject: 'rpc.ticketing.open-call.v1',
  http: 'PUT /help-desk/calls/{id}',
  permission: 'tickets:work',
  summary: 'Writes down what somebody asks by telephone: a ticket with its number comes of it',
  input: z.strictObject({
    id: ticketId,
    deskId: deskId.describe('The desk that is to answer'),
    fiscalCode,
    profileId: Id.optional().describe('The profile as which she calls, under which she finds it; left out, that of a citizen'),
    newcomer: z
      .strictObject({
        givenName,
        familyName,
        mail: mail.nullable(),
        mobilePhone: Phone.nullable().meta({ description: 'Mobile telephone', examples: ['+393331234567'] }),
      })
      .nullable()
      .describe('Who she is, where she is not known yet; of who is known nothing is changed'),
    onBehalfOf: Line(200)
      .nullable()
      .meta({ description: 'The public office or association for which she calls', examples: ['Confartigianato Torino'] }),
    subject: Line(200)
      .min(1)
      .meta({ description: 'What it is about, in a line', examples: ['Il conto corrente postale viene rifiutato'] }),
    details: Prose(4_000).meta({ description: 'What she says', examples: ['L’errore compare da ieri'] }),
  }),
  output: TicketBrief,
  problems: [ticketNotFound, ticketIsOwn, deskNotFound, personNotFound, idReused, tooManyRequests, invalidInput],
});
