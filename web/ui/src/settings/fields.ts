import { isCivilDate, romeInstant } from '@sportello/italy/rome-time';
import { asDate, asTime } from '@sportello/italy/typed-date';

interface Text {
  it: string;
  en: string;
}

/** A value of settings as its contract says it: what `virtual:form-of/…` gives. */
export interface Schema {
  type?: string;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  enum?: readonly string[];
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
  anyOf?: readonly Schema[];
  /** What stands there when it is left out. */
  default?: unknown;
  /** What the contract itself calls it, says of it, and calls its choices. */
  'x-label'?: Text;
  'x-help'?: Text;
  'x-options'?: Readonly<Record<string, Text>>;
}

export type Settings = Readonly<Record<string, unknown>>;

/** A field, or a group of them, under its path: `footer.phone`. */
export interface Field {
  path: string;
  schema: Schema;
  /** True when nothing may stand there. */
  isNullable: boolean;
  /** True when it may be left out. */
  isOptional: boolean;
}

/** Without the choice of null, which a field shows as being empty. */
const present = ({ anyOf, ...said }: Schema): Schema => ({ ...said, ...anyOf?.find(({ type }) => type !== 'null') });

/** The fields of a group, in the order of its contract. @param path '' for the whole */
export const fieldsOf = ({ properties = {}, required = [] }: Schema, path = ''): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({
    path: path ? `${path}.${name}` : name,
    schema: present(schema),
    isNullable: schema.anyOf?.some(({ type }) => type === 'null') ?? false,
    isOptional: !required.includes(name),
  }));

/** True for one text in both languages. */
export const isInTwoLanguages = ({ properties = {} }: Schema): boolean => Object.keys(properties).toSorted().join() === 'en,it';

/** True for what is a part of the page by itself, with fields of its own. */
export const isGroup = ({ schema }: Field): boolean => schema.type === 'object' && !isInTwoLanguages(schema);

/** True for a list whose items have fields of their own. */
export const isListOfGroups = ({ type, items }: Schema): boolean => type === 'array' && items?.type === 'object';

export const at = (settings: Settings, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => (value as Settings | null | undefined)?.[step], settings);

/** The same settings with another value at a path; what is not concerned stays the same object. */
export const withAt = <S extends Settings>(settings: S, path: string, value: unknown): S => {
  const [step = '', ...more] = path.split('.');
  const below = settings[step] as Settings;
  const changed = more.length === 0 ? value : withAt(below, more.join('.'), value);
  if (Array.isArray(settings)) return settings.with(Number(step), changed) as unknown as S;
  return { ...settings, [step]: changed };
};

const isObject = (value: unknown): value is Settings => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was changed here, field by field, put onto what is in force now: what somebody else changed meanwhile in other fields stays. */
export const changesOnto = <S>(inForce: S, begun: S, mine: S): S => {
  if (JSON.stringify(begun) === JSON.stringify(mine)) return inForce;
  if (!isObject(inForce) || !isObject(begun) || !isObject(mine)) return mine;
  const names = new Set([...Object.keys(inForce), ...Object.keys(mine)]);
  const merged = [...names].map((name) => [name, changesOnto(inForce[name], begun[name], mine[name])] as const);
  // What was left out here stays left out.
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as S;
};

/** `/footer/phone` of a problem is the field `footer.phone`. Source: RFC 6901 */
export const pathOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

/** The fields in which something must stand and nothing does. */
export const emptyIn = (settings: Settings, schema: Schema, path = ''): string[] =>
  fieldsOf(schema, path).flatMap((field) => {
    const value = at(settings, field.path);
    if (field.schema.type === 'object') return value === null || value === undefined ? [] : emptyIn(settings, field.schema, field.path);
    if (isListOfGroups(field.schema) && Array.isArray(value))
      return value.flatMap((_, place) => emptyIn(settings, field.schema.items ?? {}, `${field.path}.${place}`));
    const isMissing = typeof value === 'string' && value.trim() === '' && (field.schema.minLength ?? 0) > 0;
    return isMissing ? [field.path] : [];
  });

/** What stands between day and hour while an instant is being typed. */
const BETWEEN = '|';

/** Day and hour of an instant in Italy as a form shows them; while they are typed, as they were typed. */
export const partsOfInstant = (
  value: unknown,
  shown: (instant: Date) => { date: string; time: string },
): { date: string; time: string } => {
  if (typeof value !== 'string' || value === '') return { date: '', time: '' };
  if (!value.includes(BETWEEN)) {
    const { date, time } = shown(new Date(value));
    return { date, time: time.slice(0, 5) };
  }
  const [date = '', time = ''] = value.split(BETWEEN);
  return { date, time };
};

export const typedInstant = (date: string, time: string): string | null => (date || time ? `${date}${BETWEEN}${time}` : null);

const meantInstant = (value: string): string => {
  const [typedDate = '', typedTime = ''] = value.split(BETWEEN);
  const date = asDate(typedDate);
  const time = asTime(typedTime);
  return isCivilDate(date) && /^\d{2}:\d{2}$/.test(time) ? romeInstant(date, time).toISOString() : value;
};

/** What was typed, as it is sent: instants, lists without empty lines. What is none stays as it is, for the server to say so. */
export const meant = <S extends Settings>(settings: S, schema: Schema, path = ''): S =>
  fieldsOf(schema, path).reduce((sent, field) => {
    const value = at(sent, field.path);
    if (field.schema.type === 'object') return value ? meant(sent, field.schema, field.path) : sent;
    if (field.schema.format === 'date-time' && typeof value === 'string' && value.includes(BETWEEN))
      return withAt(sent, field.path, meantInstant(value));
    if (field.schema.items?.type === 'string' && Array.isArray(value)) {
      const lines = value.map((line: string) => line.trim()).filter(Boolean);
      return lines.length === value.length ? sent : withAt(sent, field.path, lines);
    }
    return sent;
  }, settings);

/** A group as it begins, when it is added: with empty texts where something must stand. */
export const blankOf = (schema: Schema): Settings =>
  Object.fromEntries(
    fieldsOf(schema)
      .filter(({ isOptional, isNullable }) => !isOptional && !isNullable)
      .map(({ path, schema: each }) => [path, each.type === 'object' ? blankOf(each) : each.type === 'array' ? [] : '']),
  );
