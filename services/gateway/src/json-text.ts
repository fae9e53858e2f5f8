/** What goes through the levels of a value would run out of stack in it. A form's content has six levels, its definition some twenty. */
const DEEPEST = 100;
/** Values take their time one by one, however short they are: a form with all that it may ask has a third of this, and its definition too. */
const MOST_VALUES = 10_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/**
 * What is wrong with a JSON text, found in one pass before it is read: more levels or values than anything of ours has, or two members of one
 * name in one object, of which a reader would drop the first in silence. Whether it is JSON at all is the reader's to say.
 *
 * Source: RFC 7493 section 2.3
 */
export function faultOf(text: string): 'too-deep' | 'too-many' | 'member-twice' | undefined {
  /** The names of each object that is open; null for an array. */
  const open: (Set<string> | null)[] = [];
  let name: string | undefined;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      const from = at;
      at = endOfText(text, at);
      name = text.slice(from + 1, at);
    } else if (sign === COLON && name !== undefined) {
      const names = open.at(-1);
      const plain = plainName(name);
      if (names?.has(plain)) return 'member-twice';
      names?.add(plain);
      name = undefined;
    } else if (sign === 0x5b || sign === 0x7b) {
      open.push(sign === 0x7b ? new Set() : null);
      if (open.length > DEEPEST) return 'too-deep';
    } else if (sign === 0x5d || sign === 0x7d) open.pop();
    else if (sign === COMMA) {
      name = undefined;
      values += 1;
      if (values > MOST_VALUES) return 'too-many';
    }
  }
  return undefined;
}

/** Where a text in quotes that begins at a place ends. */
function endOfText(text: string, begin: number): number {
  let at = begin + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

/** A name as a reader would read it: `"\u0061"` is `"a"`. */
function plainName(written: string): string {
  if (!written.includes('\\')) return written;
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    // No JSON: the reader refuses it.
    return written;
  }
}
