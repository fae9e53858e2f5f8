import { z } from 'zod';
import { CivilDate, event, Id, Instant, listOf, paging, problem, rpc } from '../contract.js';
import { Line } from '../typed.js';
import { byId, practiceId, number as practiceNumber } from './fields.js';
import { FilingCause } from './protocol.js';
import { practiceNotFound } from './states.js';

/** How far the enabling of one person has come: she is listed while the request is a draft, and has an item once it is sent. */
export const EnablingState = z.enum(['requested', 'existing_credential', 'new_credential', 'enabled', 'discarded']).meta({
  description: 'Asked; has a regional credential; is given a new one; may sign in; will not be enabled',
  examples: ['existing_credential'],
});
export type EnablingState = z.infer<typeof EnablingState>;

export const DiscardReason = z
  .enum(['data-mismatch', 'duplicate', 'unknown-person'])
  .describe('Her data are others in the register; she is in another request of the same comune; nobody is known by her data');
export type DiscardReason = z.infer<typeof DiscardReason>;

const givenName = z.string().meta({ description: 'Given name', examples: ['Giuseppe'] });
const familyName = z.string().meta({ description: 'Family name', examples: ['Verdi'] });
const fiscalCode = z.string().meta({ description: 'Fiscal code', examples: ['VRDGPP13R10B293P'] });
const username = z.string().meta({ description: 'Username of the regional credential', examples: ['g.verdi'] });

export const EnablingItem = z.object({
  id: Id.describe('The item'),
  givenName,
  familyName,
  fiscalCode,
  state: EnablingState,
  reason: DiscardReason.nullable().describe('Why she is not enabled; null otherwise'),
  username: username.nullable().describe('Once it is known'),
  dueOn: CivilDate.nullable().describe('First day of her access, in Rome; null as long as it is not known whether she has a credential'),
  enabledAt: Instant.nullable().describe('When her account was made; null before'),
});

/** What both sides of a request read of it. */
export const getEnabling = rpc({
  subject: 'rpc.practices.get-enabling.v1',
  http: 'GET /practices/{id}/enabling',
  permission: 'practices:read',
  summary: 'Tells how far the enabling of each person listed in a request has come (PRA-52)',
  input: byId,
  output: z.object({ items: z.array(EnablingItem).describe('In the order of the list; none until the request is sent') }),
  problems: [practiceNotFound],
});

export const ListedEnabling = EnablingItem.extend({
  practiceId,
  practiceNumber,
  onBehalfOf: z.string().meta({ description: 'The comune that asks', examples: ['Ascalea'] }),
  cause: FilingCause.nullable().describe('What the last try at the regional system ended with, while it waits'),
  detail: z
    .string()
    .nullable()
    .meta({ description: 'What the system said', examples: ['Servizio in manutenzione'] }),
  attempts: z
    .number()
    .int()
    .meta({ description: 'Tries that ended with nothing', examples: [2] }),
  nextTryAt: Instant.nullable().describe('When something is done next by itself'),
});

export const listEnablings = rpc({
  subject: 'rpc.practices.list-enablings.v1',
  http: 'GET /enablings',
  permission: 'enablings:read',
  summary: "Lists the people who are to be enabled by one's own body, the last asked first (INT-12)",
  input: z.strictObject({
    ...paging,
    state: EnablingState.optional().describe('Those in one state'),
    waits: z.literal('yes').optional().describe('Only those for whom the regional system has not answered'),
    search: Line(100)
      .optional()
      .meta({ description: 'Fiscal code, or number of the practice', examples: ['VRDGPP13R10B293P'] }),
  }),
  output: listOf(ListedEnabling),
});

export const enablingNotFound = problem(404, 'enabling-not-found', 'Questa persona non è in attesa', 'This person is not waiting', {
  it: "L'abilitazione è già conclusa, oppure non è del tuo ente: aggiorna l'elenco.",
  en: 'The enabling has ended already, or is not of your body: refresh the list.',
});

export const retryEnabling = rpc({
  subject: 'rpc.practices.retry-enabling.v1',
  http: 'PUT /enablings/{id}/retry',
  permission: 'enablings:retry',
  summary: 'Asks the regional system again at once',
  input: z.strictObject({ id: Id.describe('The item') }),
  output: z.object({}),
  problems: [enablingNotFound],
});

/** For identity, which makes the account. Said once for each item, on the first day of the access or after it. */
export const enablingGranted = event(
  'events.practices.enabling-granted.v1',
  'The first day of the access of a person listed in a request has come',
  z.object({
    itemId: Id.describe('The item'),
    practiceId,
    organizationId: Id.describe('The body that enables'),
    applicantId: Id.describe('Who asked for it'),
    givenName,
    familyName,
    fiscalCode,
    birthDate: CivilDate.nullable().describe('Date of birth'),
    mail: z
      .string()
      .nullable()
      .meta({ description: 'Her address', examples: ['g.verdi@ascalea.example'] }),
    onBehalfOf: z.string().meta({ description: 'The comune that asks', examples: ['Ascalea'] }),
    username,
    at: Instant.describe('When'),
  }),
);
