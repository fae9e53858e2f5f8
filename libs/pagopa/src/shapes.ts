import { escapeXml, isXmlText, type XmlElement } from './xml.js';

/** The text of an element without children, and what it says. */
export interface Simple<T> {
  kind: 'simple';
  /** @returns undefined for a text that is none of these */
  read(text: string): T | undefined;
  /** @returns undefined for a value that cannot be written */
  write(value: T): string | undefined;
}
interface Optional<S extends Shape> {
  kind: 'optional';
  of: S;
}
interface Many<S extends Shape> {
  kind: 'many';
  of: S;
  most: number;
}
// biome-ignore lint/suspicious/noExplicitAny: what a text says is known where it is used
type Shape = Simple<any> | Sequence<Fields>;
// biome-ignore lint/suspicious/noExplicitAny: as above
type Field = Shape | Optional<any> | Many<any>;
export type Fields = Readonly<Record<string, Field>>;

/** Elements in this order, as `xsd:sequence`; children of pagoPA's messages are in no namespace. */
export interface Sequence<F extends Fields> {
  kind: 'sequence';
  fields: F;
  /** What the schema says of the elements together. @returns what is wrong */
  check?(value: FieldsValue<F>): string | undefined;
}

/** What a shape says, in TypeScript's words. */
export type ValueOf<S> = S extends Simple<infer T> ? T : S extends Sequence<infer F> ? FieldsValue<F> : never;
type FieldsValue<F extends Fields> = {
  [K in keyof F as F[K] extends Optional<Shape> ? never : K]: F[K] extends Many<infer S> ? ValueOf<S>[] : ValueOf<F[K]>;
} & { [K in keyof F as F[K] extends Optional<Shape> ? K : never]?: F[K] extends Optional<infer S> ? ValueOf<S> | undefined : never };

export const sequence = <F extends Fields>(fields: F, check?: (value: FieldsValue<F>) => string | undefined): Sequence<F> => ({
  kind: 'sequence',
  fields,
  ...(check && { check }),
});
export const optional = <S extends Shape>(of: S): Optional<S> => ({ kind: 'optional', of });
/** From one to so many. */
export const many = <S extends Shape>(of: S, most: number): Many<S> => ({ kind: 'many', of, most });

/** A message that is not as its schema says. It names the place and never what stands there: that may be personal data. */
export class ShapeError extends Error {
  constructor(
    /** From the root of the message, as `receipt/debtor`. */
    readonly path: string,
    readonly why: string,
  ) {
    super(`${path}: ${why}`);
    this.name = 'ShapeError';
  }
}

/** @throws ShapeError */
export function readShape<S extends Shape>(shape: S, element: XmlElement, path: string = element.name): ValueOf<S> {
  return (shape.kind === 'simple' ? readText(shape, element, path) : readSequence(shape, element, path)) as ValueOf<S>;
}

function readText<T>(shape: Simple<T>, { children, text }: XmlElement, path: string): T {
  if (children.length > 0) throw new ShapeError(path, 'no elements are expected in it');
  const value = shape.read(text);
  if (value === undefined) throw new ShapeError(path, 'not a valid value');
  return value;
}

function readSequence(shape: Sequence<Fields>, { children, text }: XmlElement, path: string): unknown {
  if (text.trim() !== '') throw new ShapeError(path, 'no text is expected in it');
  const value: Record<string, unknown> = {};
  let at = 0;
  for (const [name, field] of Object.entries(shape.fields)) {
    const most = field.kind === 'many' ? field.most : 1;
    const inner: Shape = field.kind === 'many' || field.kind === 'optional' ? field.of : field;
    const found: unknown[] = [];
    for (let child = children[at]; child?.name === name && child.namespace === '' && found.length < most; child = children[at]) {
      found.push(readShape(inner, child, `${path}/${name}`));
      at += 1;
    }
    if (found.length === 0 && field.kind !== 'optional') throw new ShapeError(`${path}/${name}`, 'missing, or not in its place');
    if (found.length > 0) value[name] = field.kind === 'many' ? found : found[0];
  }
  const extra = children[at];
  if (extra) throw new ShapeError(path, `an element that is not expected in this place, after ${at} others`);
  const wrong = shape.check?.(value);
  if (wrong) throw new ShapeError(path, wrong);
  return value;
}

/**
 * The elements of a value, in order; what is absent is left out and never written empty.
 *
 * @throws ShapeError if the value would not be valid
 */
export function writeShape<S extends Shape>(shape: S, name: string, value: ValueOf<S>, path: string = name): string {
  return `<${name}>${writeContent(shape, value, path)}</${name}>`;
}

/** @throws ShapeError */
export function writeContent<S extends Shape>(shape: S, value: ValueOf<S>, path: string): string {
  if (shape.kind === 'simple') {
    const text = shape.write(value);
    if (text === undefined) throw new ShapeError(path, 'not a valid value');
    return escapeXml(text);
  }
  const values = value as Record<string, unknown>;
  const wrong = shape.check?.(values);
  if (wrong) throw new ShapeError(path, wrong);
  let content = '';
  for (const [name, field] of Object.entries(shape.fields)) {
    const own = values[name];
    const at = `${path}/${name}`;
    if (field.kind === 'many') {
      const each = own as unknown[];
      if (each.length === 0 || each.length > field.most) throw new ShapeError(at, 'too few or too many');
      for (const one of each) content += writeShape<Shape>(field.of, name, one as never, at);
    } else if (field.kind === 'optional') {
      if (own !== undefined) content += writeShape<Shape>(field.of, name, own as never, at);
    } else content += writeShape<Shape>(field, name, own as never, at);
  }
  return content;
}

/** A value that stands in the message as it is said here. */
const literal = (accepts: (text: string) => boolean): Simple<string> => {
  const same = (text: string) => (typeof text === 'string' && isXmlText(text) && accepts(text) ? text : undefined);
  return { kind: 'simple', read: same, write: same };
};

/** Characters are counted as the schema does: what lies beyond the basic plane is one. */
export const text = (least: number, most: number): Simple<string> =>
  literal((it) => {
    if (it.length > 2 * most) return false;
    const { length } = [...it];
    return length >= least && length <= most;
  });

/** What people wrote, as it can stand in a message: without characters that XML does not allow, cut at so many, with a sign that it was. */
export function fitText(written: string, most: number): string {
  const characters = [...written.toWellFormed()].filter(isXmlText).join('').trim();
  const all = [...characters];
  return all.length <= most
    ? characters
    : `${all
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
export const pattern = (expression: RegExp): Simple<string> => literal((it) => expression.test(it));
export const oneOf = <const T extends string>(...values: readonly T[]): Simple<T> => {
  const known = (it: string) => values.find((value) => value === it);
  return { kind: 'simple', read: known, write: known };
};

const MOST_CENTS = 99_999_999_999;

/** Euros with exactly two decimals and a point; here in cents. White space around it is nothing, by its type in the schema. */
export const amount = (leastCents: 0 | 1): Simple<number> => ({
  kind: 'simple',
  read: (it) => {
    const [, euros, cents] = /^0*(\d{1,9})\.(\d{2})$/.exec(it.trim()) ?? [];
    const value = Number(`${euros}${cents}`);
    return value >= leastCents ? value : undefined;
  },
  write: (cents) => {
    if (!Number.isSafeInteger(cents) || cents < leastCents || cents > MOST_CENTS) return undefined;
    const digits = String(cents).padStart(3, '0');
    return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  },
});

export const truth: Simple<boolean> = {
  kind: 'simple',
  read: (it) => ({ true: true, 1: true, false: false, 0: false })[it.trim()],
  write: (it) => (typeof it === 'boolean' ? String(it) : undefined),
};
