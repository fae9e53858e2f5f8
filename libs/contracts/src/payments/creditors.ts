/** What a body needs to be paid through pagoPA: who it is there, which accounts it collects on, and what stands on its notices. */
import { z } from 'zod';
import { Id, problem, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line, Typed } from '../typed.js';

/** Capitals and digits without what people put between them. */
const Code = (most: number) => Typed(most).overwrite((text) => text.replace(/[\s.-]/g, '').toUpperCase());

/** Eleven digits: a body. Text and never a number, which would lose its zeros. */
export const bodyFiscalCode = Code(11)
  .regex(/^\d{11}$/)
  .meta({ description: 'Fiscal code of the body, eleven digits', examples: ['77777777777'] });

export const Iban = Code(34)
  .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/)
  .meta({ maxLength: 34, description: 'IBAN that is registered with pagoPA for this body', examples: ['IT60X0542811101000000123456'] });

/** Prefix, kind of body, area, service and legal reason. pagoPA, taxonomy of the services of collection. */
export const taxonomyCode = z
  .string()
  .regex(/^[6-9]\/\d{7}(IM|TS|SP|SA|AP)\/$/)
  .meta({ description: 'Code of the taxonomy of pagoPA', examples: ['9/0115105AP/'] });

/** The postal slip that goes with a notice. pagoPA, guide to the payment notice 3.4. */
const PostalSlip = z.strictObject({
  iban: Iban.describe('IBAN of the postal account: bank code 07601'),
  holder: Line(50)
    .min(1)
    .meta({ description: 'Holder of the postal account, as it is printed', examples: ['COMUNE DI ESEMPIO - SERVIZIO TESORERIA'] }),
  authorisation: Line(60)
    .regex(/^AUT\. DB\/[A-Z0-9/ ]+ DEL \d{2}\/\d{2}\/\d{4}$/)
    .nullable()
    .meta({ description: 'Permission of Poste to print slips; null: none is printed', examples: ['AUT. DB/SSIC/E 12345 DEL 01/02/2026'] }),
});

const settings = {
  fiscalCode: bodyFiscalCode,
  name: Line(50)
    .min(1)
    .meta({ description: 'Name of the body on notices', examples: ['Comune di Esempio'] }),
  officeName: Line(50)
    .min(1)
    .nullable()
    .meta({ description: 'Sector or office on notices', examples: ['Ufficio Tributi'] }),
  contacts: Line(100)
    .min(1)
    .nullable()
    .meta({ description: 'Line with contacts on notices', examples: ['Tel. 0123 456789'] }),
  brokerCode: bodyFiscalCode.meta({ description: 'Fiscal code of whoever runs the connection with pagoPA', examples: ['77777777777'] }),
  stationId: Code(35)
    .regex(/^\w{1,35}$/)
    .meta({ maxLength: 35, description: 'Station by which the body is connected', examples: ['77777777777_01'] }),
  segregationCode: z
    .string()
    .regex(/^\d{2}$/)
    .meta({ description: 'Two digits that pagoPA gave to the body on this station', examples: ['01'] }),
  iban: Iban,
  category: taxonomyCode,
  cbillCode: Code(5)
    .regex(/^[A-Z0-9]{5}$/)
    .nullable()
    .meta({ description: 'Interbank code (SIA), which is printed as CBILL code', examples: ['AB123'] }),
  postal: PostalSlip.nullable().describe('Postal account; null: there is none'),
  namesBeneficiary: z
    .boolean()
    .meta({ description: 'Whether notices name the person for whom something is paid, where that is not the debtor', examples: [false] }),
  reminderDays: z
    .number()
    .int()
    .min(1)
    .max(60)
    .nullable()
    .default(7)
    .meta({ description: 'How many days before the due date people are reminded; null: never', examples: [7] }),
};

export const Creditor = z.object({ organizationId: Id.describe('The body'), ...settings, version: Version });

export const creditorNotFound = problem(
  404,
  'creditor-not-found',
  'L’ente non ha ancora le impostazioni di pagoPA',
  'The body has no settings of pagoPA yet',
  {
    it: 'Per incassare con pagoPA servono codice fiscale, stazione, codice di segregazione e IBAN: chi amministra l’ente li inserisce nella console.',
    en: 'To be paid through pagoPA a body needs its fiscal code, station, segregation code and IBAN: its administrator fills them in, in the console.',
  },
);

export const creditorTaken = problem(
  409,
  'creditor-taken',
  'Il codice fiscale è già di un altro ente',
  'The fiscal code belongs to another body already',
  {
    it: 'Ogni ente dell’installazione ha il proprio codice fiscale: controlla quello che hai scritto.',
    en: 'Each body of the installation has a fiscal code of its own: check what you wrote.',
  },
);

export const getCreditor = rpc({
  subject: 'rpc.payments.get-creditor.v1',
  http: 'GET /creditors/{organizationId}',
  permission: 'creditors:read',
  summary: "Reads the settings of pagoPA of one's own body",
  input: z.strictObject({ organizationId: Id.describe('The body') }),
  output: Creditor,
  problems: [creditorNotFound],
});

export const putCreditor = rpc({
  subject: 'rpc.payments.put-creditor.v1',
  http: 'PUT /creditors/{organizationId}',
  permission: 'creditors:write',
  summary: "Changes the settings of pagoPA of one's own body",
  input: z.strictObject({ organizationId: Id.describe('The body'), ...settings, version: SeenVersion }),
  output: Creditor,
  problems: [creditorNotFound, creditorTaken, changedMeanwhile],
});
