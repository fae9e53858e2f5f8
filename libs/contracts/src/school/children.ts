/** What a parent reads of her children: the registry record, as the management system of the body keeps it. */
import { z } from 'zod';
import { CivilDate, Id, listOf, paging, problem, rpc } from '../contract.js';
import { schoolProcedures } from './settings.js';

/** Also for whoever is the holder of nothing: no datum, no name, one answer (SCH-18). */
export const notHolder = problem(
  404,
  'school-not-holder',
  "Consultazione non possibile, verificare il codice fiscale dell'utente",
  "This cannot be consulted, check the user's fiscal code",
  {
    it: "I dati di un alunno sono mostrati solo a chi è registrato come intestatario nella scheda di iscrizione. Se l'intestatario sei tu, chiedi all'ufficio scuola di controllare il codice fiscale registrato.",
    en: 'The data of a pupil are shown only to whoever is registered as account holder in the enrolment record. If that is you, ask the school office to check the fiscal code that it has registered.',
  },
);
export const digitalIdentityNeeded = problem(
  403,
  'school-digital-identity-needed',
  'Ai servizi scolastici si accede con SPID o CIE',
  'School services are opened with SPID or CIE',
  {
    it: 'Con username e password i dati degli alunni non si aprono. Esci e accedi di nuovo con SPID o CIE, livello 2.',
    en: 'A username and a password do not open the data of pupils. Sign out, and sign in again with SPID or CIE, level 2.',
  },
);
export const rightNotGiven = problem(
  403,
  'school-right-not-given',
  'L’ufficio non ti ha abilitato a questa operazione',
  'The office has not given you this right',
  {
    it: 'Per questo alunno puoi fare solo quello che l’ufficio scuola ha deciso con l’intestatario. Se ti serve altro, contatta l’ufficio.',
    en: 'For this pupil you may do only what the school office has agreed with the account holder. If you need more, contact the office.',
  },
);
/** What any door of a parent may answer. */
export const parentProblems = [notHolder, digitalIdentityNeeded, rightNotGiven] as const;

export const HolderRight = z.enum(['see', 'report', 'pay']).meta({
  description: 'To see the record and the days, to report absences, or to see documents and the virtual account and pay into it',
  examples: ['report'],
});
export type HolderRight = z.infer<typeof HolderRight>;

const text = (description: string, example: string) => z.string().meta({ description, examples: [example] });

export const childId = Id.describe('The child');

export const ChildStatus = z.enum(['open', 'closed']).meta({ description: 'Whether the record is in use', examples: ['open'] });
export type ChildStatus = z.infer<typeof ChildStatus>;

const summary = {
  id: childId,
  organizationId: Id.describe('The body'),
  organizationName: text('Name of the body', 'Comune Dimostrativo'),
  name: text('Family name and given name', 'BELLONI ELETTRA'),
  badges: z.array(text('Number of a badge', '000123')).describe('Numbers of the badges'),
  status: ChildStatus,
  rights: z.array(HolderRight).max(3).describe('What the caller may do: the account holder everything'),
};
export const ChildRow = z.object(summary);

const priceCents = z
  .number()
  .int()
  .nullable()
  .meta({ description: 'Cost of one day in cents of euro; null while it has no price', examples: [450] });

export const Enrolment = z.object({
  id: Id.describe('The enrolment'),
  serviceId: Id.describe('The service'),
  serviceName: text('Name of the service', 'Refezione scolastica'),
  isPrepaid: z.boolean().meta({ description: 'Whether it is paid from the virtual account, or by invoice', examples: [true] }),
  schoolName: text('Name of the school', 'Primaria Manzoni'),
  className: text('Class', '3A'),
  from: CivilDate.meta({ description: 'First day', examples: ['2026-09-14'] }),
  to: CivilDate.nullable().meta({ description: 'Last day; null: no end is known', examples: ['2027-06-11'] }),
  priceCents,
});

export const ChildCard = z.object({
  ...summary,
  fiscalCode: text('Fiscal code of the child', 'BLLLTR15D52F205Y'),
  birthDate: CivilDate.meta({ description: 'Day of birth', examples: ['2015-04-12'] }),
  sex: z.enum(['F', 'M']).describe('Sex'),
  birthPlace: text('Comune of birth', 'MILANO'),
  birthProvince: text('Province of birth', 'MI'),
  comune: text('Comune of residence', 'MAGENTA'),
  postalCode: text('Postal code', '20013'),
  province: text('Province of residence', 'MI'),
  address: text('Address of residence', 'VIA MILANO, n.89'),
  phone: text('Telephone', '02 9735 0000'),
  holderName: text('The parent who is the account holder', 'RIFULGENTE DANIELE'),
  holderFiscalCode: text('Fiscal code of the account holder', 'RFLDNL82C15F205K'),
  paymentMethod: text('How the services are paid', 'Avviso pagoPA'),
  invoiceDelivery: text('Where invoices go', 'Posta elettronica'),
  enrolments: z.array(Enrolment).describe('The services, the last begun first'),
  ...schoolProcedures,
});

export const listChildren = rpc({
  subject: 'rpc.school.list-children.v1',
  http: 'GET /school/children',
  permission: 'school:read-own',
  summary: 'Lists the children of whom one is the account holder, or for whom the office has given one a right, by name',
  input: z.strictObject({
    name: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'Part of the name', examples: ['belloni'] }),
    badge: z
      .string()
      .max(50)
      .optional()
      .meta({ description: 'Number of a badge', examples: ['000123'] }),
    ...paging,
  }),
  output: listOf(ChildRow),
  problems: parentProblems,
});

export const getChild = rpc({
  subject: 'rpc.school.get-child.v1',
  http: 'GET /school/children/{id}',
  permission: 'school:read-own',
  summary: 'Reads the registry record of a child',
  input: z.strictObject({ id: childId }),
  output: ChildCard,
  problems: parentProblems,
});
