import sax, { type QualifiedTag } from 'sax';

/** One element: its attributes are of no use to the messages of pagoPA and are not kept. */
export interface XmlElement {
  /** Without its prefix. */
  name: string;
  /** Its namespace; empty when it has none. */
  namespace: string;
  children: XmlElement[];
  /** All text between its tags, unchanged: nothing in it is taken for a number. */
  text: string;
}

/** What is read is no well-formed document, or none that is accepted here. */
export class XmlError extends Error {
  constructor(
    why: string,
    /** Names of the elements that were opened before reading ended, the outermost first. */
    readonly opened: readonly string[] = [],
  ) {
    super(why);
    this.name = 'XmlError';
  }
}

/** No message of pagoPA is nested this deeply, or has as many elements. */
const MOST_DEPTH = 16;
const MOST_ELEMENTS = 2_000;
const MOST_ATTRIBUTES = 100;

/** What XML 1.0 does not allow in a document, written out or by its number. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
const forbiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
export const isXmlText = (text: string): boolean => !forbiddenCharacters.test(text) && text.isWellFormed();

/** `strictEntities`, which its types leave out: without it the names of HTML would be read too. */
const settings = { xmlns: true, position: false, strictEntities: true };

/**
 * Reads a document in UTF-8. A declaration of its type is refused, so that no entity can be defined, expanded or fetched; the five of XML and
 * characters by their number remain.
 *
 * @throws XmlError
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const document = decode(bytes);
  const reader = sax.parser(true, settings);
  const open: XmlElement[] = [];
  const opened: string[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let attributes = 0;
  const refuse = (why: string): never => {
    throw new XmlError(why, opened);
  };
  const take = (text: string) => {
    if (!isXmlText(text)) refuse('a character that XML does not allow');
    const parent = open.at(-1);
    if (parent) parent.text += text;
  };
  reader.onerror = ({ message }) => refuse(message.split('\n', 1)[0] ?? message);
  reader.ondoctype = () => refuse('a document type is not accepted');
  reader.onprocessinginstruction = ({ name, body }) => {
    if (name.toLowerCase() !== 'xml') refuse('a processing instruction is not accepted');
    const encoding = /encoding\s*=\s*["']([^"']*)/.exec(body)?.[1] ?? 'utf-8';
    if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) refuse('only UTF-8 is accepted');
  };
  reader.onattribute = () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) refuse('too many attributes');
  };
  reader.onopentag = (tag) => {
    const { local, uri } = tag as QualifiedTag;
    const element: XmlElement = { name: local, namespace: uri, children: [], text: '' };
    elements += 1;
    if (elements > MOST_ELEMENTS || open.length >= MOST_DEPTH) refuse('too many elements');
    if (opened.length < MOST_DEPTH) opened.push(local);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  };
  reader.onclosetag = () => {
    open.pop();
  };
  reader.ontext = take;
  reader.oncdata = take;
  reader.write(document).close();
  return root ?? refuse('no element');
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes).replaceAll(/\r\n?/g, '\n');
  } catch {
    throw new XmlError('only UTF-8 is accepted');
  }
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** A text of characters that XML allows, as it stands between two tags. */
export const escapeXml = (text: string): string => text.replaceAll(/[&<>\r]/g, (character) => escapes[character] ?? character);
