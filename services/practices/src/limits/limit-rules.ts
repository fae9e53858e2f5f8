import { createHash } from 'node:crypto';
import type { Text } from '@sportello/contracts/contract';
import type { LimitSettings } from '@sportello/contracts/practices/limits';
import type { Field, Form } from '@sportello/forms/form';
import { asLine } from '@sportello/italy/typed-text';
import { canonicalJson } from '@sportello/service/canonical-json';

type Content = Readonly<Record<string, unknown>>;

/** No request takes more: a larger number is refused for want of places, and is still a number. */
const MOST = 1_000_000_000;

/** How many places a request takes: by a number, or by how many items of a block or choices there are; one at least. */
export function placesOf({ countedBy }: LimitSettings, content: Content): number {
  const value = countedBy ? content[countedBy] : undefined;
  const count = Array.isArray(value) ? value.length : typeof value === 'number' ? Math.ceil(value) : 1;
  return Math.min(Math.max(count, 1), MOST);
}

/**
 * What of a request is given once only: one key, or one for each item of the block whose fields are named. None where nothing of it was filled in.
 * @returns SHA-256 in hexadecimal
 */
export function keysOf({ uniqueBy }: LimitSettings, content: Content, applicantFiscalCode: string): string[] {
  if (!uniqueBy) return [];
  const own = uniqueBy.applicant ? [applicantFiscalCode] : [];
  if (uniqueBy.fields.length === 0) return own.length > 0 ? [hashOf(own)] : [];
  const block = uniqueBy.fields.map((path) => path.split('.')).find(([, inside]) => inside)?.[0];
  const items = block ? itemsOf(content[block]) : [{}];
  const keys = items.flatMap((item) => {
    const values = uniqueBy.fields.map((path) => {
      const [first = '', inside] = path.split('.');
      return sameFor(inside ? item[inside] : content[first]);
    });
    return values.some((value) => value !== '') ? [hashOf([...own, ...values])] : [];
  });
  return [...new Set(keys)];
}

const itemsOf = (value: unknown): Content[] => (Array.isArray(value) ? (value as Content[]) : []);

/** Case and spaces do not make another request. */
const sameFor = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? asLine(value).replaceAll(/\s+/g, ' ').toUpperCase() : canonicalJson(value);
};

const hashOf = (values: readonly string[]) => createHash('sha256').update(JSON.stringify(values)).digest('hex');

const counted: readonly Field['kind'][] = ['number', 'block', 'multiChoice'];

/** What of the limits names no field of the form, or one that cannot be counted, each with where it stands. */
export function faultsIn({ countedBy, uniqueBy }: LimitSettings, form: Form): { pointer: string; detail: Text }[] {
  const fields = new Map(
    form.pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields)).map((field) => [field.key, field]),
  );
  const exists = (path: string) => {
    const [first = '', inside] = path.split('.');
    const field = fields.get(first);
    if (!inside) return field !== undefined && field.kind !== 'block';
    return field?.kind === 'block' && field.fields.some(({ key }) => key === inside);
  };
  const faults: { pointer: string; detail: Text }[] = [];
  if (countedBy && !counted.some((kind) => kind === fields.get(countedBy)?.kind))
    faults.push({ pointer: '/limits/countedBy', detail: notCounted });
  const unknown = uniqueBy?.fields.filter((path) => !exists(path)) ?? [];
  const blocks = new Set(uniqueBy?.fields.filter((path) => path.includes('.')).map((path) => path.split('.')[0]));
  const pointer = '/limits/uniqueBy/fields';
  if (unknown.length > 0) faults.push({ pointer, detail: notThere(unknown) });
  else if (blocks.size > 1) faults.push({ pointer, detail: oneBlock });
  return faults;
}

const notCounted = {
  it: 'Il modulo non ha un numero, una scelta multipla o un blocco ripetuto con questa chiave',
  en: 'The form has no number, multiple choice or repeated block with this key',
};
const notThere = (paths: readonly string[]): Text => ({
  it: `Il modulo non ha questi campi: ${paths.join(', ')}`,
  en: `The form does not have these fields: ${paths.join(', ')}`,
});
const oneBlock = { it: 'I campi possono stare in un solo blocco ripetuto', en: 'The fields may stand in one repeated block only' };
