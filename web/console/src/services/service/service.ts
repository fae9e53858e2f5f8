import { schema as whole } from 'virtual:form-of/rpc.practices.put-procedure.v1';
import type { Asked } from '@sportello/contracts/contract';
import type { putProcedure } from '@sportello/contracts/practices/procedures';
import type { AnswerOf, Subject } from '@sportello/contracts/web';
import type { Schema } from '@sportello/ui/settings/settings-form';

export type Service = AnswerOf<'rpc.practices.get-procedure.v1'>;
/** A service as the list shows it. */
export type Procedure = AnswerOf<'rpc.practices.list-services.v1'>['items'][number];
/** What is saved of a service, as its contract takes it. */
export type Settings = Asked<typeof putProcedure>;

/** What is read again after a service has changed. */
export const serviceReads: readonly Subject[] = [
  'rpc.practices.get-procedure.v1',
  'rpc.practices.list-services.v1',
  'rpc.practices.list-procedures.v1',
];

const properties: Readonly<Record<string, Schema>> = (whole as Schema).properties ?? {};
const keys = Object.keys(properties);
const oneLine = (schema: Schema | undefined): Schema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema?.properties ?? {}).map(([language, text]) => [language, { ...text, maxLength: 200 }]),
  ),
});

/** The contract's input, of which every part is there: what it lets out stays as it is, and the page sends all of it. */
export const schema: Schema = {
  type: 'object',
  properties: { ...properties, title: oneLine(properties['title']), subtitle: oneLine(properties['subtitle']) },
  required: keys,
};

/** What is saved of a service that was read. */
export const settingsOf = (service: Service): Settings & { version: number } =>
  Object.fromEntries(keys.map((key) => [key, service[key as keyof Service]])) as unknown as Settings & { version: number };

/** The parts of the page, each with the fields that are changed in it. A setting that the contract gains is drawn by itself. */
export const parts = {
  general: ['title', 'subtitle', 'code', 'category', 'topics', 'recipients', 'audience', 'synonyms', 'contacts', 'isModel'],
  sheet: ['sheet'],
  access: ['access'],
  window: ['opensAt', 'closesAt'],
  limits: ['limits'],
  workflow: ['settings'],
} as const satisfies Record<string, readonly string[]>;
export type Part = keyof typeof parts;
export const partKeys = Object.keys(parts) as Part[];

/** What of the contract is not changed in a part. */
export const fixedIn = (part: Part): string[] => keys.filter((key) => !(parts[part] as readonly string[]).includes(key));
