/** What other systems of a body want to be paid: told one by one or by file, with a notice each, whoever owes it being known here or not. */
import { z } from 'zod';
import { CivilDate, Id, problem, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { Line, Mail, Typed } from '../typed.js';
import { bodyFiscalCode, Iban, taxonomyCode } from './creditors.js';
import { MOST_CENTS, Position } from './positions.js';

/** Rows that one import takes, and characters of its file. */
export const MOST_DUES_IMPORTED = 2_000;
const MOST_CHARACTERS = 1_000_000;
/** A debt of a public body is paid in this many instalments at most. */
const MOST_INSTALMENTS = 60;

const amountCents = (description: string) =>
  z
    .number()
    .int()
    .min(1)
    .max(MOST_CENTS)
    .meta({ description, examples: [14_800] });

const DueShare = z.strictObject({
  fiscalCode: bodyFiscalCode.describe('The body to which the share goes'),
  companyName: Line(140)
    .min(1)
    .meta({ description: 'Name of that body', examples: ['Città metropolitana di Torino'] }),
  iban: Iban,
  amountCents: amountCents('The share, in cents of euro'),
  category: taxonomyCode,
});

const DueSurcharge = z.strictObject({
  from: CivilDate.meta({ description: 'From which day on it is added', examples: ['2027-01-01'] }),
  cents: amountCents('What is added, in cents of euro'),
});

const DueInstalment = z.strictObject({
  amountCents: amountCents('What is to be paid, in cents of euro'),
  dueOn: CivilDate.nullable().meta({ description: 'Until which day it is due; null: no day is said', examples: ['2026-12-31'] }),
  isBinding: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether it can no longer be paid after that day', examples: [false] }),
  surcharges: z
    .array(DueSurcharge)
    .min(1)
    .max(5)
    .optional()
    .describe('What is added to the amount from certain days on, as a penalty: the first share grows by it'),
  shares: z
    .array(DueShare)
    .min(1)
    .max(5)
    .optional()
    .describe('Whose it is; without them all of it goes to the body, on its own account. Together they are the amount'),
});

const DueOption = z.strictObject({
  kind: z.enum(['single', 'plan']).meta({ description: 'All at once, or in instalments', examples: ['single'] }),
  instalments: z.array(DueInstalment).min(1).max(MOST_INSTALMENTS).describe('What is paid, in its order; one where it is paid all at once'),
});

const DueDebtor = z.strictObject({
  kind: z.enum(['F', 'G']).meta({ description: 'A natural person or a legal one', examples: ['F'] }),
  code: Typed(16)
    .overwrite((text) => text.replace(/[\s.-]/g, '').toUpperCase())
    .regex(/^([A-Z0-9]{16}|\d{11})$/)
    .meta({ description: 'Fiscal code, or VAT number of a legal person', examples: ['CNTGLI90A41L219C'] }),
  fullName: Line(70)
    .min(1)
    .meta({ description: 'Who owes it', examples: ['Giulia Conti'] }),
  mail: Mail.nullable().meta({ description: 'Where pagoPA writes to; null: nowhere', examples: ['giulia.conti@example.org'] }),
});

export const Due = z.strictObject({
  source: Line(60)
    .min(1)
    .meta({ description: 'The system that tells it', examples: ['Tributi'] }),
  number: Line(80)
    .min(1)
    .meta({ description: 'What it is called in that system: together with the system it is told once', examples: ['TARI-2026-000123'] }),
  debtor: DueDebtor.describe('Who owes it'),
  reason: Line(90)
    .min(1)
    .meta({ description: 'What for, as it stands on the notice', examples: ['TARI 2026'] }),
  beneficiaryName: Line(70)
    .min(1)
    .nullable()
    .default(null)
    .meta({ description: 'For whom it is paid, where that is not the debtor', examples: [null] }),
  category: taxonomyCode
    .nullable()
    .default(null)
    .meta({ description: 'Code of the taxonomy of pagoPA; null: that of the settings of the body', examples: ['9/0101101IM/'] }),
  options: z.array(DueOption).min(1).max(5).describe('The ways to pay it: one of them is chosen by paying'),
});
export type Due = z.output<typeof Due>;

export const dueKnown = problem(
  409,
  'due-known',
  'Questa posizione è già stata comunicata con altri dati',
  'This position was told before with other data',
  {
    it: 'Una posizione si riconosce da sistema e numero, e il suo avviso può essere già in mano a chi deve pagare: per cambiarla si annulla e se ne comunica una nuova.',
    en: 'A position is known by system and number, and its notice may be in the hands of who has to pay: to change it, it is cancelled and a new one is told.',
  },
);

export const putDue = rpc({
  subject: 'rpc.payments.put-due.v1',
  http: 'PUT /body-positions/{id}',
  permission: 'positions:write',
  summary: "Tells what another system of one's own body wants to be paid; the same again changes nothing",
  input: Due.extend({ id: Id.describe('The position, with an id that the caller chose') }),
  output: Position,
  problems: [dueKnown, idReused],
});

const count = (description: string) =>
  z
    .number()
    .int()
    .min(0)
    .meta({ description, examples: [1] });

/**
 * CSV in UTF-8, columns separated by semicolons or commas, with a line of headings: `source`, `number`, `debtorCode`, `debtorName`, `debtorMail`,
 * `reason`, `beneficiaryName`, `category`, `instalment`, `amount`, `dueOn`, `isBinding` in any order. Amounts as `1234,56` or `1.234,56`, days as
 * `2026-12-31` or `31/12/2026`. Rows of one number are one position: those with an `instalment` are its plan, in their order, one without is the
 * way to pay it all at once. Rows that are wrong are told and left out, with the others of their position; the rest is taken.
 */
export const importDues = rpc({
  subject: 'rpc.payments.import-dues.v1',
  http: 'POST /due-imports',
  permission: 'positions:write',
  summary: 'Imports what other systems want to be paid from a file, with a report for each row; or only looks at it',
  input: z.strictObject({
    csv: z
      .string()
      .min(1)
      .max(MOST_CHARACTERS)
      .meta({
        description: 'The file',
        examples: [
          'source;number;debtorCode;debtorName;reason;amount;dueOn\r\nTributi;TARI-2026-000123;CNTGLI90A41L219C;Giulia Conti;TARI 2026;148,00;31/12/2026\r\n',
        ],
      }),
    isTrial: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether it is only looked at: nothing is taken, and the report says what would be', examples: [true] }),
  }),
  output: z.object({
    isTrial: z.boolean().meta({ description: 'Whether it was only looked at', examples: [true] }),
    added: count('Rows of positions that were new'),
    known: count('Rows of positions that were told before, with the same data'),
    refused: count('Rows that were left out'),
    rows: z
      .array(
        z.object({
          line: z
            .number()
            .int()
            .min(1)
            .meta({ description: 'Line of the file on which the row begins, from 1', examples: [2] }),
          number: z.string().meta({ description: 'The number that the row gives', examples: ['TARI-2026-000123'] }),
          result: z.enum(['added', 'known', 'refused']).meta({ description: 'What became of it', examples: ['added'] }),
          reason: z
            .string()
            .nullable()
            .meta({ description: 'Why it was left out, in the language of who asks', examples: [null] }),
        }),
      )
      .describe('One for each row of the file, in its order'),
  }),
});
