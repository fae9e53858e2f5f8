import { readFileSync } from 'node:fs';
import type { Leaf, Section, Text } from '@sportello/forms/form';

const givenName: Text = { it: 'Nome', en: 'Given name' };
const familyName: Text = { it: 'Cognome', en: 'Surname' };
const fiscalCode: Text = { it: 'Codice Fiscale', en: 'Fiscal code' };

/** One entry of a list to choose from. */
export const option = (value: string, it: string, en: string) => ({ value, label: { it, en } });

/** Who asks: taken from the profile, which the identity provider has filled. */
export const whoAsks: Leaf[] = [
  {
    kind: 'text',
    key: 'givenName',
    label: givenName,
    required: true,
    readOnly: true,
    prefill: 'person.givenName',
    maxLength: 100,
    columns: 4,
  },
  {
    kind: 'text',
    key: 'familyName',
    label: familyName,
    required: true,
    readOnly: true,
    prefill: 'person.familyName',
    maxLength: 100,
    columns: 4,
  },
  {
    kind: 'fiscalCode',
    key: 'fiscalCode',
    label: fiscalCode,
    required: true,
    readOnly: true,
    prefill: 'person.fiscalCode',
    columns: 4,
  },
];

/** Where whoever asks is reached. */
export const reachedAt: Leaf[] = [
  {
    kind: 'mail',
    key: 'mail',
    label: { it: 'Email per le comunicazioni', en: 'Email for communications' },
    required: true,
    prefill: 'person.mail',
    columns: 6,
    autocomplete: 'email',
  },
  {
    kind: 'phone',
    key: 'phone',
    label: { it: 'Telefono', en: 'Telephone' },
    required: true,
    prefill: 'person.mobilePhone',
    columns: 6,
    autocomplete: 'tel',
  },
];

/** Where whoever asks lives. */
export const livesAt: Leaf[] = [
  {
    kind: 'province',
    key: 'homeProvince',
    label: { it: 'Provincia di residenza', en: 'Province of residence' },
    required: true,
    columns: 6,
  },
  {
    kind: 'comune',
    key: 'homeComune',
    label: { it: 'Comune di residenza', en: 'Comune of residence' },
    required: true,
    within: 'homeProvince',
    columns: 6,
  },
  {
    kind: 'text',
    key: 'homeStreet',
    label: { it: 'Indirizzo e numero civico', en: 'Street and number' },
    required: true,
    maxLength: 150,
    columns: 8,
    autocomplete: 'street-address',
  },
  {
    kind: 'cap',
    key: 'homeCap',
    label: { it: 'CAP', en: 'Postal code' },
    required: true,
    within: 'homeComune',
    columns: 4,
    autocomplete: 'postal-code',
  },
];

/** Somebody for whom, or with whom, it is asked: an item of a block, with `samePerson` among its rules. */
export const somebody: Leaf[] = [
  { kind: 'text', key: 'givenName', label: givenName, required: true, maxLength: 100, columns: 6 },
  { kind: 'text', key: 'familyName', label: familyName, required: true, maxLength: 100, columns: 6 },
  {
    kind: 'date',
    key: 'birthDate',
    label: { it: 'Data di nascita', en: 'Date of birth' },
    required: true,
    max: 'today',
    columns: 6,
  },
  {
    kind: 'fiscalCode',
    key: 'fiscalCode',
    label: fiscalCode,
    required: true,
    columns: 6,
    questions: [
      {
        question: { it: 'Dove trovo il codice fiscale?', en: 'Where do I find the fiscal code?' },
        answer: {
          it: 'Sul fronte della tessera sanitaria, nel riquadro in alto: sono sedici fra lettere e cifre.',
          en: 'On the front of the health card, in the box at the top: sixteen letters and digits.',
        },
      },
    ],
    picture: {
      png: readFileSync(new URL('../pictures/health-card.png', import.meta.url)).toString('base64'),
      alternative: {
        it: 'Tessera sanitaria: il codice fiscale è nel riquadro in alto',
        en: 'Health card: the fiscal code is in the box at the top',
      },
    },
  },
];

/** The code of `somebody` is theirs, and nobody is in the list twice. */
export const samePerson = [
  { rule: 'fiscalCodeMatches', fiscalCode: 'fiscalCode', givenName: 'givenName', familyName: 'familyName', birthDate: 'birthDate' },
  { rule: 'distinct', field: 'fiscalCode' },
] as const;

/** The end of a request: the notice that was read, and the truth of what is declared (DPR 445/2000, articles 46, 47 and 76). */
export const declarations: Section = {
  key: 'declarations',
  title: { it: 'Dichiarazioni', en: 'Declarations' },
  fields: [
    {
      kind: 'declaration',
      key: 'noticeRead',
      label: {
        it: "Dichiaro di aver letto l'informativa sul trattamento dei dati personali",
        en: 'I declare that I have read the notice on the processing of personal data',
      },
    },
    {
      kind: 'declaration',
      key: 'truth',
      label: {
        it: 'Dichiaro che ciò che ho indicato è vero, ai sensi degli articoli 46 e 47 del DPR 445/2000, e so che chi dichiara il falso è punito (articolo 76)',
        en: 'I declare that what I have stated is true, under articles 46 and 47 of DPR 445/2000, and I know that false declarations are punished (article 76)',
      },
    },
  ],
};
