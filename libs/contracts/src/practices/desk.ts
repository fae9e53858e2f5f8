/** Requests that an officer fills in for a citizen who stands at the desk or telephones (PRA-83). */
import { z } from 'zod';
import { Id, Instant, listOf, paging, problem, rpc, Text, Version } from '../contract.js';
import { familyName, givenName, mail } from '../identity/people.js';
import { idReused, tooManyRequests } from '../problems.js';
import { FiscalCode, Phone } from '../typed.js';
import { notBegun, tooManyDrafts } from './drafts.js';
import { byId, DeskWay, number, practiceId } from './fields.js';
import { Practice } from './practices.js';
import { PracticeStatus, practiceNotFound } from './states.js';

export const deskNotOffered = problem(
  409,
  'desk-not-offered',
  'Questa istanza non si può compilare per conto del cittadino',
  'This request cannot be filled in for the citizen',
  {
    it: 'Allo sportello e al telefono si compilano solo i servizi aperti ai cittadini. Quelli che chiedono prima una marca da bollo o un pagamento li compila chi può pagare, dalla propria area personale.',
    en: 'At the desk and by phone only services for citizens are filled in. Those that ask first for a revenue stamp or a payment are filled in by whoever can pay, in the personal area.',
  },
);

const fiscalCode = FiscalCode.meta({ description: 'Fiscal code of the citizen', examples: ['RSSMRA80A01L219M'] });

export const KnownData = z
  .enum(['birthDate', 'birthPlace', 'mail', 'mobilePhone'])
  .meta({ description: 'A datum of the profile', examples: ['mail'] });

/** Who looks somebody up is noted in the log that this person can see. */
export const meetAtDesk = rpc({
  subject: 'rpc.practices.meet-at-desk.v1',
  http: 'POST /procedures/{id}/desk-visits',
  permission: 'practices:work',
  summary: 'Tells whether a citizen is known by her fiscal code, and which of her data, before a request is filled in for her',
  input: z.strictObject({ id: Id.describe('The service'), fiscalCode }),
  output: z.object({
    name: z
      .string()
      .nullable()
      .meta({ description: 'Given and family name; null for who is not known', examples: ['Mario Rossi'] }),
    known: z.array(KnownData).describe('Which data of the profile are known besides'),
  }),
  problems: [...notBegun, deskNotOffered, tooManyRequests],
});

/** The practice is the citizen's: she finds it in her personal area, goes on with it or throws it away. */
export const openAtDesk = rpc({
  subject: 'rpc.practices.open-at-desk.v1',
  http: 'PUT /desk-practices/{id}',
  permission: 'practices:work',
  summary: 'Opens a draft for a citizen, who is registered if she is not known',
  input: z.strictObject({
    id: Id.describe('The practice, with an id that the caller chose'),
    procedureId: Id.describe('The service'),
    way: DeskWay,
    fiscalCode,
    newcomer: z
      .strictObject({
        givenName,
        familyName,
        mail: mail.nullable(),
        mobilePhone: Phone.nullable().meta({ description: 'Mobile telephone', examples: ['+393331234567'] }),
      })
      .nullable()
      .describe('Who she is, where she is not known yet; of who is known nothing is changed'),
  }),
  output: z.object({ id: practiceId, number }),
  problems: [...notBegun, practiceNotFound, idReused, tooManyDrafts, deskNotOffered, tooManyRequests],
});

export const getDeskPractice = rpc({
  subject: 'rpc.practices.get-at-desk.v1',
  http: 'GET /desk-practices/{id}',
  permission: 'practices:work',
  summary: 'Reads a request that one fills in for a citizen, as the citizen sees it',
  input: byId,
  output: Practice.extend({ way: DeskWay }),
  problems: [practiceNotFound],
});

export const listDeskPractices = rpc({
  subject: 'rpc.practices.list-at-desk.v1',
  http: 'GET /desk-practices',
  permission: 'practices:work',
  summary: 'Lists the drafts that one has begun for citizens, the last saved first',
  input: z.strictObject(paging),
  output: listOf(
    z.object({
      id: practiceId,
      number,
      procedureTitle: Text.describe('What the service is called'),
      applicantName: z.string().meta({ description: 'Given and family name of the citizen', examples: ['Mario Rossi'] }),
      way: DeskWay,
      status: PracticeStatus,
      savedAt: Instant.describe('When it was saved last'),
      version: Version,
    }),
  ),
});
