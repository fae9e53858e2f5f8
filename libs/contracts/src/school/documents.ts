/** Accounting documents and top-ups: what is to be paid for a child, which the payments service collects. */
import { z } from 'zod';
import { CivilDate, event, Id, Instant, listOf, paging, problem, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { Line } from '../typed.js';
import { childId, parentProblems } from './children.js';
import { LEAST_TOP_UP, MOST_TOP_UP } from './limits.js';

const cents = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });
const childName = z.string().meta({ description: 'Family name and given name', examples: ['BELLONI ELETTRA'] });
const positionId = Id.nullable().describe('What the payments service collects for it; null where nothing is');

export const AccountingDocument = z.object({
  id: Id.describe('The document'),
  childId,
  childName,
  issuedOn: CivilDate.meta({ description: 'Day of issue', examples: ['2020-09-01'] }),
  number: z.string().meta({ description: 'Its number', examples: ['120272'] }),
  instalment: cents('Which instalment', 1),
  amountCents: cents('Amount, in cents of euro', 1_300),
  dueCents: cents('What is still to be paid', 1_300),
  paidCents: cents('What was paid', 0),
  dueOn: CivilDate.meta({ description: 'Until when it is due', examples: ['2020-09-30'] }),
  isToCollection: z.boolean().meta({ description: 'Whether it has passed to forced collection, and is not paid here', examples: [false] }),
  positionId,
});

export const listDocuments = rpc({
  subject: 'rpc.school.list-documents.v1',
  http: 'GET /school/documents',
  permission: 'school:read-own',
  summary: "Lists the accounting documents of one's children, the last issued first",
  input: z.strictObject({
    childId: childId.optional(),
    show: z.enum(['all', 'to_pay']).default('all').describe('All, or what can still be paid here'),
    ...paging,
  }),
  output: listOf(AccountingDocument),
  problems: parentProblems,
});

export const TopUpState = z.enum(['awaiting_payment', 'paid', 'credited', 'refused', 'expired']).meta({
  description: 'Waiting to be paid, paid and not yet usable, credited or refused by the body after its check, or never paid and withdrawn',
  examples: ['paid'],
});
export type TopUpState = z.infer<typeof TopUpState>;

export const TopUp = z.object({
  id: Id.describe('The top-up, and its position at the payments service'),
  childId,
  childName,
  badge: z.string().meta({ description: 'Number of the badge', examples: ['000102'] }),
  serviceName: z.string().meta({ description: 'Name of the service', examples: ['Refezione scolastica'] }),
  amountCents: cents('Amount, in cents of euro', 2_500),
  paidCents: cents('What was paid, in cents of euro, which is what is credited', 2_500)
    .nullable()
    .describe('What was paid; null until then'),
  state: TopUpState,
  refusal: z
    .string()
    .nullable()
    .meta({ description: 'Why it was refused', examples: [null] }),
  askedAt: Instant.describe('When it was asked for'),
});

export const serviceNotPrepaid = problem(
  409,
  'school-service-not-prepaid',
  'Questo servizio non si paga dal conto virtuale',
  'This service is not paid from the virtual account',
  {
    it: 'Si ricaricano i badge per i servizi prepagati ai quali l’alunno è iscritto. Gli altri servizi si pagano con fattura.',
    en: 'Badges are topped up for prepaid services in which the pupil is enrolled. Other services are paid by invoice.',
  },
);

export const putTopUp = rpc({
  subject: 'rpc.school.put-top-up.v1',
  http: 'PUT /school/top-ups/{id}',
  permission: 'school:top-up',
  summary: 'Asks for a top-up of a badge, which is paid by its notice; the same again changes nothing',
  input: z.strictObject({
    id: Id.describe('The top-up, chosen by the caller'),
    childId,
    badge: z
      .string()
      .min(1)
      .max(50)
      .meta({ description: 'Number of the badge', examples: ['000102'] }),
    serviceId: Id.describe('The prepaid service'),
    amountCents: z
      .number()
      .int()
      .min(LEAST_TOP_UP)
      .max(MOST_TOP_UP)
      .meta({ description: 'Amount, in cents of euro, from 1,00 to 1.000,00', examples: [2_500] }),
  }),
  output: TopUp,
  problems: [serviceNotPrepaid, idReused, ...parentProblems],
});

export const listTopUps = rpc({
  subject: 'rpc.school.list-top-ups.v1',
  http: 'GET /school/top-ups',
  permission: 'school:read-own',
  summary: "Lists the top-ups of one's children, the last first",
  input: z.strictObject({ ...paging }),
  output: listOf(TopUp),
  problems: parentProblems,
});

export const topUpNotPaid = problem(
  409,
  'school-top-up-not-paid',
  'Questa ricarica non è fra quelle da controllare',
  'This top-up is not among those to be checked',
  {
    it: 'Si accreditano o si rifiutano le ricariche pagate, dopo averle controllate con le transazioni validate da pagoPA.',
    en: 'Top-ups that were paid are credited or refused, after a check against the transactions that pagoPA validated.',
  },
);
export const topUpNotFound = problem(404, 'school-top-up-not-found', 'Questa ricarica non esiste', 'There is no such top-up', {
  it: 'La ricarica non esiste, oppure non è del tuo ente.',
  en: 'The top-up does not exist, or is not of your body.',
});

export const listPaidTopUps = rpc({
  subject: 'rpc.school.list-paid-top-ups.v1',
  http: 'GET /school/paid-top-ups',
  permission: 'school:credit',
  summary: "Lists the top-ups of one's own body that were paid and are not credited yet, the first paid first",
  input: z.strictObject({ ...paging }),
  output: listOf(TopUp),
});

export const creditTopUp = rpc({
  subject: 'rpc.school.credit-top-up.v1',
  http: 'PUT /school/top-ups/{id}/credit',
  permission: 'school:credit',
  summary: 'Credits a top-up that was checked against the transactions that pagoPA validated; once, however often it is asked',
  input: z.strictObject({ id: Id.describe('The top-up') }),
  output: TopUp,
  problems: [topUpNotFound, topUpNotPaid],
});

export const refuseTopUp = rpc({
  subject: 'rpc.school.refuse-top-up.v1',
  http: 'PUT /school/top-ups/{id}/refusal',
  permission: 'school:credit',
  summary: 'Refuses a top-up that the transactions validated by pagoPA do not hold, with the reason',
  input: z.strictObject({
    id: Id.describe('The top-up'),
    reason: Line(300)
      .min(3)
      .meta({ description: 'Why', examples: ['Non risulta fra le transazioni validate'] }),
  }),
  output: TopUp,
  problems: [topUpNotFound, topUpNotPaid],
});

const fact = { positionId: Id.describe('The position, by the id under which it is wanted'), at: Instant.describe('When it happened') };

/** For the payments service: it makes a position under this id, and tells what becomes of it. */
export const dueWanted = event(
  'events.school.due-wanted.v1',
  'Something is to be paid for a child',
  z.object({
    ...fact,
    organizationId: Id.describe('The body to which it is owed'),
    personId: Id.nullable().describe('Who asked for it; null: whoever has the fiscal code of the debtor'),
    debtor: z
      .object({
        code: z.string().meta({ description: 'Fiscal code', examples: ['RFLDNL82C15F205K'] }),
        fullName: z.string().meta({ description: 'Family name and given name', examples: ['RIFULGENTE DANIELE'] }),
      })
      .describe('Who owes it, as it stands on the notice'),
    beneficiaryName: childName,
    reason: z.string().meta({ description: 'What for', examples: ['Refezione scolastica, documento 120272'] }),
    amountCents: cents('Amount, in cents of euro', 1_300),
    dueOn: CivilDate.nullable().meta({ description: 'Until when it is due', examples: ['2020-09-30'] }),
  }),
);
/** For the payments service: an open notice is withdrawn. */
export const dueDropped = event(
  'events.school.due-dropped.v1',
  'Something is no longer to be paid here: it was paid elsewhere, is changed, or has passed to forced collection',
  z.object({
    ...fact,
    organizationId: Id.describe('The body to which it was owed'),
    why: z.enum(['elsewhere', 'exempt']).meta({ description: 'Paid elsewhere, or not due here any more', examples: ['elsewhere'] }),
  }),
);
