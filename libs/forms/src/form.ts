import { isCivilDate } from '@sportello/italy/rome-time';
import { z } from 'zod';
import { fileTypes } from './file-kinds.js';

/** A text that people read, in both languages. Addresses that begin with https:// become links. */
export const Text = z.strictObject({ it: z.string().min(1).max(5000), en: z.string().min(1).max(5000) });
export type Text = z.infer<typeof Text>;

/** Pictures stand in the definition, and travel with it. */
const MOST_BYTES_OF_PICTURE = 65_536;

const shortText = z.strictObject({ it: z.string().min(1).max(500), en: z.string().min(1).max(500) });

/** What the schema itself says of a value, in its own words. */
export const spoken = {
  key: {
    it: 'una chiave è una lettera minuscola e fino a 39 lettere o cifre',
    en: 'a key is a small letter and up to 39 letters or digits',
  },
  reserved: { it: 'questa parola non può essere una chiave', en: 'this word cannot be a key' },
  value: { it: 'un valore ha fino a 100 lettere, cifre e segni _ . : -', en: 'a value has up to 100 letters, digits and signs _ . : -' },
  picture: { it: 'vuole un’immagine PNG in base64', en: 'wants a PNG picture in base64' },
  day: { it: 'vuole una data come AAAA-MM-GG, oppure today', en: 'want a date as YYYY-MM-DD, or today' },
} as const satisfies Record<string, Text>;

/** Names a page, a section, a field. Names that every object has, as `constructor`, are refused. */
const Key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, spoken.key.en)
  .refine((key) => !(key in {}), spoken.reserved.en);

const Scalar = z.union([z.string().max(200), z.number(), z.boolean()]);

/** When a field or a section is shown. `field` is the key of a field before it: of the form, or, inside a block, of the same item. */
export type Condition =
  | { field: string; equals: string | number | boolean }
  | { field: string; in: (string | number | boolean)[] }
  | { field: string; includes: string }
  | { field: string; filled: boolean }
  | { and: Condition[] }
  | { or: Condition[] }
  | { not: Condition };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: Key, equals: Scalar }),
    z.strictObject({ field: Key, in: z.array(Scalar).min(1).max(100) }),
    z.strictObject({ field: Key, includes: z.string().max(200) }),
    z.strictObject({ field: Key, filled: z.boolean() }),
    z.strictObject({ and: z.array(Condition).min(1).max(20) }),
    z.strictObject({ or: z.array(Condition).min(1).max(20) }),
    z.strictObject({ not: Condition }),
  ]),
);

const Option = z.strictObject({
  /** A code that is stored: it outlives the label. */
  value: z.string().regex(/^[A-Za-z0-9_.:-]{1,100}$/, spoken.value.en),
  label: shortText,
});

/** A day, or the day on which the form is checked. */
const DateBound = z.union([z.literal('today'), z.string().refine(isCivilDate, spoken.day.en)]);

/** A picture of a help text: a PNG file in base64, and what it shows in words for those who do not see it. */
const Picture = z.strictObject({
  png: z
    .string()
    .max(4 * Math.ceil(MOST_BYTES_OF_PICTURE / 3))
    .regex(/^iVBORw0KGgo[A-Za-z0-9+/]*={0,2}$/, spoken.picture.en),
  alternative: shortText,
});

/** What stands beside a field, or before the fields of a form, for those who need more than its help (CAT-81). */
const explained = {
  questions: z
    .array(z.strictObject({ question: shortText, answer: Text }))
    .min(1)
    .max(10)
    .optional(),
  picture: Picture.optional(),
};
export type Explained = z.infer<z.ZodObject<typeof explained>>;

const shown = {
  key: Key,
  showIf: Condition.optional(),
  /** Width in twelfths of the line; the whole line if it is not said. */
  columns: z.int().min(1).max(12).optional(),
};
const asked = {
  ...shown,
  label: Text,
  help: Text.optional(),
  ...explained,
  required: z.boolean().optional(),
};
const input = {
  ...asked,
  placeholder: shortText.optional(),
  /** Not editable where `prefill` finds a value. */
  readOnly: z.boolean().optional(),
  /** Path to a value in what is known of the person, as `person.givenName`. */
  prefill: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*){0,5}$/)
    .optional(),
  /** Token of the HTML attribute, as `street-address`. */
  autocomplete: z.string().max(50).optional(),
};
const within = Key;
const maxLength = z.int().min(1).max(20_000).optional();

function kind<const Kind extends string>(name: Kind) {
  return z.strictObject({ kind: z.literal(name), ...input });
}

const leaves = [
  z.strictObject({ kind: z.literal('text'), ...input, maxLength }),
  z.strictObject({ kind: z.literal('longText'), ...input, maxLength }),
  z.strictObject({
    kind: z.literal('number'),
    ...input,
    integer: z.boolean().optional(),
    /** The most decimals: 2 for an amount in euro. */
    decimals: z.int().min(1).max(10).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({ kind: z.literal('date'), ...input, min: DateBound.optional(), max: DateBound.optional() }),
  z.strictObject({ kind: z.literal('choice'), ...input, options: z.array(Option).min(1).max(500) }),
  z.strictObject({
    kind: z.literal('multiChoice'),
    ...input,
    options: z.array(Option).min(1).max(100),
    min: z.int().min(1).max(100).optional(),
    max: z.int().min(1).max(100).optional(),
  }),
  kind('yesNo'),
  kind('fiscalCode'),
  kind('entityFiscalCode'),
  kind('vatNumber'),
  kind('mail'),
  kind('pec'),
  kind('phone'),
  kind('iban'),
  kind('region'),
  /** `within` names a field of kind region; `region` fixes it to the code of one. */
  z.strictObject({
    kind: z.literal('province'),
    ...input,
    within: within.optional(),
    region: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
  }),
  /** `within` names a field of kind province. */
  z.strictObject({ kind: z.literal('comune'), ...input, within }),
  /** `within` names a field of kind comune: another comune empties it. */
  z.strictObject({ kind: z.literal('cap'), ...input, within: within.optional() }),
  /** `within` names a field of kind comune; `source` names a list of `Form.schools`. */
  z.strictObject({ kind: z.literal('school'), ...input, within: within.optional(), source: Key }),
  z.strictObject({
    kind: z.literal('file'),
    ...asked,
    /** What it takes; JPEG, PDF and DOC if it is not said. */
    types: z.array(z.enum(fileTypes)).min(1).max(20).optional(),
    maxFiles: z.int().min(1).max(20).optional(),
    maxBytes: z.int().min(1).max(100_000_000).optional(),
  }),
  /** A text among the fields. */
  z.strictObject({ kind: z.literal('note'), ...shown, text: Text, inSummary: z.boolean().optional() }),
  /** A sentence that must be ticked. */
  z.strictObject({ kind: z.literal('declaration'), ...shown, label: Text, help: Text.optional(), ...explained }),
] as const;

/** A field of any kind but `block`. */
export const Leaf = z.discriminatedUnion('kind', leaves);
export type Leaf = z.infer<typeof Leaf>;

/** Rules that look at several fields, by their keys. What each blocks and what it only warns of is in docs/forms.md. */
export const Rule = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('fiscalCodeMatches'),
    fiscalCode: Key,
    givenName: Key.optional(),
    familyName: Key.optional(),
    birthDate: Key.optional(),
    /** A choice whose values are M and F. */
    sex: Key.optional(),
  }),
  /** The second date is not before the first. */
  z.strictObject({ rule: z.literal('dateOrder'), first: Key, second: Key }),
  /** Two fields of the same kind hold the same value: an address typed twice. */
  z.strictObject({ rule: z.literal('same'), first: Key, second: Key }),
  /** No two items of the block hold the same value. */
  z.strictObject({ rule: z.literal('distinct'), field: Key }),
]);
export type Rule = z.infer<typeof Rule>;

export const Block = z.strictObject({
  kind: z.literal('block'),
  ...asked,
  /** What one item is called, with its number: "Utente" gives "Utente 2". */
  itemTitle: shortText,
  /** The command that adds an item. */
  addLabel: shortText,
  min: z.int().min(0).max(200),
  max: z.int().min(1).max(200),
  fields: z.array(Leaf).min(1).max(50),
  rules: z.array(Rule).max(20).optional(),
});
export type Block = z.infer<typeof Block>;

export const Field = z.discriminatedUnion('kind', [...leaves, Block]);
export type Field = z.infer<typeof Field>;

export const Section = z.strictObject({
  key: Key,
  title: shortText.optional(),
  intro: z.array(Text).max(20).optional(),
  showIf: Condition.optional(),
  fields: z.array(Field).max(100),
});
export type Section = z.infer<typeof Section>;

export const Page = z.strictObject({ key: Key, title: shortText, sections: z.array(Section).min(1).max(30) });
export type Page = z.infer<typeof Page>;

/** A school in a list that a form brings with it, by its codice meccanografico. */
export const School = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]{10}$/, 'a codice meccanografico has 10 letters or digits'),
  name: z.string().min(1).max(200),
  /** ISTAT code of its comune. */
  comune: z.string().regex(/^\d{6}$/),
});
export type School = z.infer<typeof School>;

/** What an author writes and the database stores. */
export const Form = z.strictObject({
  title: shortText.optional(),
  /** One line that says what the form is for. */
  aim: shortText.optional(),
  /** What helps with the form as a whole, above its first field on each page. */
  help: Text.optional(),
  ...explained,
  pages: z.array(Page).min(1).max(20),
  rules: z.array(Rule).max(50).optional(),
  /** Lists for fields of kind school, by the name that `source` gives. */
  schools: z.record(Key, z.array(School).max(2000)).optional(),
  /** Key of the mail field whose address receives confirmations. */
  confirmationMail: Key.optional(),
  /** What stands before the first field in the place of our sentence on asterisks, and as the empty choice of lists. */
  legend: shortText.optional(),
  emptyChoice: shortText.optional(),
});
export type Form = z.infer<typeof Form>;

/** What is wrong in a definition, and where: `pages.0.sections.1.fields.2.showIf`. */
export interface FormFault {
  path: string;
  message: Text;
}
