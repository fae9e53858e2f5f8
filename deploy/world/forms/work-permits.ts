import type { Form, Leaf, Section, Text } from '@sportello/forms/form';
import { declarations, livesAt, option, reachedAt, whoAsks } from './person.ts';

const yearly = { kind: 'number', required: true, min: 0, max: 10_000_000, decimals: 2 } as const;

const invented: Section = {
  key: 'about',
  fields: [
    {
      kind: 'note',
      key: 'invented',
      text: {
        it: 'Modulo dimostrativo: i campi sono inventati sul modello di quelli del decreto flussi.',
        en: 'A demonstration form: its fields are invented after those of the decree on the entry of workers.',
      },
    },
  ],
};

/** Somebody who lives abroad, by the passport. */
const worker: Leaf[] = [
  { kind: 'text', key: 'workerFamilyName', label: { it: 'Cognome', en: 'Surname' }, required: true, maxLength: 100, columns: 6 },
  { kind: 'text', key: 'workerGivenName', label: { it: 'Nome', en: 'Given name' }, required: true, maxLength: 100, columns: 6 },
  { kind: 'date', key: 'workerBirthDate', label: { it: 'Data di nascita', en: 'Date of birth' }, required: true, max: 'today', columns: 6 },
  {
    kind: 'choice',
    key: 'workerSex',
    label: { it: 'Sesso', en: 'Sex' },
    required: true,
    columns: 6,
    options: [option('F', 'Femminile', 'Female'), option('M', 'Maschile', 'Male')],
  },
  {
    kind: 'text',
    key: 'workerBirthState',
    label: { it: 'Stato di nascita', en: 'State of birth' },
    required: true,
    maxLength: 80,
    columns: 6,
  },
  { kind: 'text', key: 'workerCitizenship', label: { it: 'Cittadinanza', en: 'Citizenship' }, required: true, maxLength: 80, columns: 6 },
  {
    kind: 'text',
    key: 'workerState',
    label: { it: 'Stato di residenza', en: 'State of residence' },
    required: true,
    maxLength: 80,
    columns: 6,
  },
];
const passport: Leaf[] = [
  {
    kind: 'text',
    key: 'passportNumber',
    label: { it: 'Numero del passaporto', en: 'Passport number' },
    required: true,
    maxLength: 20,
    columns: 4,
  },
  {
    kind: 'date',
    key: 'passportIssued',
    label: { it: 'Rilasciato il', en: 'Issued on' },
    required: true,
    max: 'today',
    columns: 4,
  },
  { kind: 'date', key: 'passportExpires', label: { it: 'Scade il', en: 'Expires on' }, required: true, min: 'today', columns: 4 },
];

const contract = (jobs: ReturnType<typeof option>[]): Leaf[] => [
  { kind: 'choice', key: 'job', label: { it: 'Mansione', en: 'Job' }, required: true, options: jobs, columns: 6 },
  {
    kind: 'choice',
    key: 'term',
    label: { it: 'Durata del contratto', en: 'Length of the contract' },
    required: true,
    columns: 6,
    options: [option('open', 'Tempo indeterminato', 'Permanent'), option('fixed', 'Tempo determinato', 'Fixed term')],
  },
  {
    kind: 'number',
    key: 'months',
    label: { it: 'Mesi', en: 'Months' },
    showIf: { field: 'term', equals: 'fixed' },
    required: true,
    integer: true,
    min: 1,
    max: 36,
    columns: 4,
  },
  {
    kind: 'number',
    key: 'weeklyHours',
    label: { it: 'Ore alla settimana', en: 'Hours a week' },
    required: true,
    integer: true,
    min: 20,
    max: 54,
    columns: 4,
  },
  {
    ...yearly,
    key: 'monthlyPay',
    label: { it: 'Retribuzione mensile lorda in euro', en: 'Monthly gross pay in euro' },
    columns: 4,
  },
  {
    kind: 'choice',
    key: 'housing',
    label: { it: 'Alloggio del lavoratore', en: 'Housing of the worker' },
    required: true,
    options: [
      option('employer', 'Presso il datore di lavoro', 'With the employer'),
      option('rented', 'In affitto', 'Rented'),
      option('other', 'Altra sistemazione', 'Other'),
    ],
  },
];

const title = (it: string, en: string): Text => ({ it, en });
const employerPage = (fields: Leaf[]): Form['pages'][number] => ({
  key: 'employer',
  title: title('Datore di lavoro', 'Employer'),
  sections: [
    invented,
    { key: 'applicant', title: title('I tuoi dati', 'Your data'), fields: [...whoAsks, ...reachedAt] },
    { key: 'home', title: title('Residenza', 'Residence'), fields: livesAt },
    { key: 'means', title: title('Capacità economica', 'Means'), fields },
  ],
});
const workerPage: Form['pages'][number] = {
  key: 'worker',
  title: title('Lavoratore', 'Worker'),
  sections: [
    { key: 'identity', title: title('Dati del lavoratore', 'Data of the worker'), fields: worker },
    { key: 'passport', title: title('Passaporto', 'Passport'), fields: passport },
  ],
};

/** Model A: a family asks for somebody who works in its home. */
export const domesticWork: Form = {
  title: title('Modello A – Lavoro domestico', 'Model A – Domestic work'),
  confirmationMail: 'mail',
  pages: [
    employerPage([
      { ...yearly, key: 'income', label: title('Reddito annuo del nucleo in euro', 'Yearly income of the household in euro'), columns: 6 },
      {
        kind: 'number',
        key: 'members',
        label: title('Persone nel nucleo familiare', 'People in the household'),
        required: true,
        integer: true,
        min: 1,
        max: 20,
        columns: 6,
      },
      {
        kind: 'yesNo',
        key: 'notSelfSufficient',
        label: title('L’assistito è una persona non autosufficiente?', 'Is whoever is cared for unable to look after themselves?'),
        required: true,
      },
    ]),
    workerPage,
    {
      key: 'contract',
      title: title('Contratto', 'Contract'),
      sections: [
        {
          key: 'offer',
          title: title('Contratto proposto', 'Contract that is offered'),
          fields: contract([
            option('care', 'Assistenza alla persona', 'Personal care'),
            option('help', 'Collaborazione domestica', 'Home help'),
            option('children', 'Cura dei bambini', 'Child care'),
          ]),
        },
        declarations,
      ],
    },
  ],
};

/** Model B: an employer of another trade. */
export const otherWork: Form = {
  title: title('Modello B – Altro lavoro subordinato', 'Model B – Other employment'),
  confirmationMail: 'mail',
  pages: [
    employerPage([
      {
        kind: 'text',
        key: 'company',
        label: title('Denominazione dell’impresa', 'Name of the company'),
        required: true,
        maxLength: 150,
        columns: 8,
      },
      { kind: 'vatNumber', key: 'companyVat', label: title('Partita IVA', 'VAT number'), required: true, columns: 4 },
      { ...yearly, key: 'turnover', label: title('Fatturato annuo in euro', 'Yearly turnover in euro'), columns: 6 },
      {
        kind: 'number',
        key: 'employees',
        label: title('Lavoratori occupati', 'People employed'),
        required: true,
        integer: true,
        min: 0,
        max: 100_000,
        columns: 6,
      },
    ]),
    workerPage,
    {
      key: 'contract',
      title: title('Contratto', 'Contract'),
      sections: [
        {
          key: 'offer',
          title: title('Contratto proposto', 'Contract that is offered'),
          fields: contract([
            option('building', 'Edilizia', 'Building'),
            option('transport', 'Autotrasporto', 'Road haulage'),
            option('tourism', 'Turismo e ristorazione', 'Tourism and catering'),
            option('mechanics', 'Meccanica', 'Mechanics'),
          ]),
        },
        declarations,
      ],
    },
  ],
};

/** Model C: somebody who is in Italy already asks for another kind of permit. */
export const permitConversion: Form = {
  title: title('Modello C – Conversione del permesso di soggiorno', 'Model C – Conversion of a residence permit'),
  confirmationMail: 'mail',
  pages: [
    {
      key: 'person',
      title: title('Richiedente', 'Applicant'),
      sections: [
        invented,
        { key: 'applicant', title: title('I tuoi dati', 'Your data'), fields: [...whoAsks, ...reachedAt] },
        { key: 'home', title: title('Residenza', 'Residence'), fields: livesAt },
        { key: 'passport', title: title('Passaporto', 'Passport'), fields: passport },
      ],
    },
    {
      key: 'permit',
      title: title('Permesso di soggiorno', 'Residence permit'),
      sections: [
        {
          key: 'present',
          title: title('Permesso attuale', 'Present permit'),
          fields: [
            {
              kind: 'text',
              key: 'permitNumber',
              label: title('Numero del permesso', 'Number of the permit'),
              required: true,
              maxLength: 20,
              columns: 6,
            },
            {
              kind: 'choice',
              key: 'permitKind',
              label: title('Motivo del permesso', 'Kind of permit'),
              required: true,
              columns: 6,
              options: [
                option('study', 'Studio', 'Study'),
                option('training', 'Formazione professionale', 'Professional training'),
                option('seasonal', 'Lavoro stagionale', 'Seasonal work'),
              ],
            },
            { kind: 'date', key: 'permitExpires', label: title('Valido fino al', 'Valid until'), required: true, min: 'today', columns: 6 },
          ],
        },
        {
          key: 'offer',
          title: title('Lavoro offerto', 'Work that is offered'),
          fields: [
            { kind: 'text', key: 'employerName', label: title('Datore di lavoro', 'Employer'), required: true, maxLength: 150, columns: 8 },
            {
              kind: 'entityFiscalCode',
              key: 'employerCode',
              label: title('Codice fiscale del datore', 'Fiscal code of the employer'),
              required: true,
              columns: 4,
            },
            ...contract([option('employment', 'Lavoro subordinato', 'Employment'), option('self', 'Lavoro autonomo', 'Self-employment')]),
          ],
        },
        declarations,
      ],
    },
  ],
};
