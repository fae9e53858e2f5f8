import { type FileType } from './file-kinds.js';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** The first bytes of formats that are no text, and where they stand. */
const signatures: [string, Uint8Array, number][] = [
  ['image/jpeg', hex('ffd8ff'), 0],
  ['image/png', hex('89504e470d0a1a0a'), 0],
  ['application/x-cfb', hex('d0cf11e0a1b11ae1'), 0],
  ['application/zip', ascii('PK\x03\x04'), 0],
  ['application/zip', ascii('PK\x05\x06'), 0],
  ['application/zip', ascii('Rar!\x1a\x07'), 0],
  ['application/zip', hex('377abcaf271c'), 0],
  ['application/zip', hex('1f8b08'), 0],
  ['application/x-msdownload', ascii('MZ'), 0],
  ['application/x-msdownload', ascii('\x7fELF'), 0],
  ['image/gif', ascii('GIF8'), 0],
  ['image/webp', ascii('WEBP'), 8],
  ['image/heic', ascii('ftyphei'), 4],
  ['image/heic', ascii('ftypmif1'), 4],
  ['image/tiff', hex('49492a00'), 0],
  ['image/tiff', hex('4d4d002a'), 0],
];
/** The first characters of formats made of text that a program runs or renders: such a file is never taken for plain text. */
const textual: [string, RegExp][] = [
  ['application/xml', /^<\?xml\s/i],
  ['text/html', /^<(!doctype\s+html|html|head|body|script)\b/i],
  ['application/rtf', /^\{\\rtf/],
  ['application/postscript', /^%!PS/],
];

const headSize = 1_024;
/** The directory of an archive stands at its end: that of a document takes some kilobytes. In bytes. */
const tailSize = 256 * 1024;
/** Entries of an archive that are looked at. */
const maxEntries = 2_000;
/** Compound files hold Word, Excel and mail alike. Only their directory, which may be anywhere, tells which: its entries have 128 bytes. */
const entrySize = 128;
const wordEntry = ascii([...'WordDocument\0'].flatMap((letter) => [letter, '\0']).join(''));
/** CMS SignedData (RFC 5652): a DER sequence that opens with this object identifier, 1.2.840.113549.1.7.2. */
const signedData = hex('06092a864886f70d010702');

/**
 * Tells what a file is from its bytes, which are written to it one piece after the other; the name and what the sender says are not
 * asked. The same in the browser and on the server.
 */
export class FileRecogniser {
  private head = new Uint8Array(0);
  /** The last bytes of an archive, in pieces. */
  private tail: Uint8Array[] = [];
  private tailLength = 0;
  private block = new Uint8Array(0);
  private isWord = false;
  private readonly text = new TextDecoder('utf-8', { fatal: true });
  private isText = true;
  private isBase64 = true;
  /** The beginning, until all attributes must have come. */
  private before: string | undefined = '';

  write(chunk: Uint8Array): void {
    if (this.head.length < headSize) this.head = joined([this.head, chunk.subarray(0, headSize - this.head.length)]);
    this.readText(chunk);
    if (mayStart(this.head, ascii('PK'))) this.keepTail(chunk);
    if (mayStart(this.head, hex('d0cf'))) this.readDirectory(chunk);
  }

  /** The media type, or undefined when it is none that we know. Call it once, after the last piece. */
  end(): FileType | (string & {}) | undefined {
    this.readText();
    const { head } = this;
    const start = withoutMark(head);
    if (startsWith(start, ascii('%PDF-'))) return 'application/pdf';
    const found = signatures.find(([, bytes, at]) => startsWith(head.subarray(at), bytes))?.[0];
    if (found === 'application/x-cfb') return this.isWord ? 'application/msword' : found;
    if (found === 'application/zip') return typeOfArchive(joined(this.tail)) ?? found;
    // A text may begin with the letters of a program or a picture.
    if (found && !this.isText) return found;
    if (isSignedData(head)) return 'application/pkcs7-mime';
    const letters = lettersOf(start);
    if (this.isText && this.isBase64 && isSignedData(bytesOfBase64(withoutAttributes(letters)))) return 'application/pkcs7-mime';
    const kind = textual.find(([, shape]) => shape.test(letters))?.[0];
    // XML names its encoding itself, which need not be UTF-8.
    if (kind) return kind;
    return this.isText ? 'text/plain' : undefined;
  }

  /** Plain text is UTF-8 throughout, with no control characters but the ends of lines and pages and the tab. */
  private readText(chunk?: Uint8Array): void {
    if (!this.isText) return;
    try {
      const text = this.text.decode(chunk, { stream: chunk !== undefined });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text may not hold
      this.isText = !/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(text);
      this.readBase64(text, chunk === undefined);
    } catch {
      this.isText = false;
    }
  }

  /** With the lines that frame it (RFC 7468); attributes can only stand before, within the first bytes. */
  private readBase64(text: string, isLast: boolean): void {
    if (!this.isBase64) return;
    let rest = text;
    if (this.before !== undefined) {
      this.before += text;
      if (this.before.length < headSize && !isLast) return;
      rest = withoutAttributes(this.before);
      this.before = undefined;
    }
    this.isBase64 = !/[^A-Za-z0-9+/=\s#-]/.test(rest);
  }

  private keepTail(chunk: Uint8Array): void {
    this.tail.push(Uint8Array.from(chunk));
    this.tailLength += chunk.length;
    while (this.tail[0] && this.tailLength - this.tail[0].length >= tailSize) this.tailLength -= this.tail.shift()?.length ?? 0;
  }

  private readDirectory(chunk: Uint8Array): void {
    if (this.isWord) return;
    const bytes = joined([this.block, chunk]);
    let at = 0;
    for (; at + entrySize <= bytes.length; at += entrySize) if (startsWith(bytes.subarray(at), wordEntry)) this.isWord = true;
    this.block = bytes.slice(at);
  }
}

/** Recognises a file that a person chose, in the browser. */
export async function recogniseFile(file: Blob): Promise<string | undefined> {
  const recogniser = new FileRecogniser();
  const reader = file.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) recogniser.write(piece.value);
  return recogniser.end();
}

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  bytes.length >= start.length && start.every((byte, index) => bytes[index] === byte);

/** Whether it begins like this, as far as it has come. */
const mayStart = (bytes: Uint8Array, start: Uint8Array): boolean => startsWith(bytes, start.subarray(0, bytes.length));

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Without the mark of UTF-8 and blanks, which some programs write before everything else. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const rest = startsWith(bytes, hex('efbbbf')) ? bytes.subarray(3) : bytes;
  const first = rest.findIndex((byte) => ![0x20, 0x09, 0x0a, 0x0d].includes(byte));
  return first > 0 ? rest.subarray(first) : rest;
}

/** The first letters, byte by byte, or of UTF-16 where its mark stands. */
function lettersOf(bytes: Uint8Array): string {
  if (startsWith(bytes, hex('fffe'))) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  if (startsWith(bytes, hex('feff'))) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  return new TextDecoder('latin1').decode(bytes);
}

function isSignedData(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  const lengthByte = bytes[1] ?? 0;
  const start = 2 + (lengthByte > 0x80 ? lengthByte & 0x7f : 0);
  return startsWith(bytes.subarray(start), signedData);
}

/** Without the attributes that openssl prints before the frame of a signed file ("Bag Attributes" and what follows). */
function withoutAttributes(text: string): string {
  const lines = text.split('\n');
  const begin = lines.findIndex((line) => line.startsWith('-----BEGIN '));
  return begin > 0 && lines.slice(0, begin).every((line) => isAttribute.test(line)) ? lines.slice(begin).join('\n') : text;
}

const isAttribute = /^(?:Bag Attributes|Key Attributes|subject ?=|issuer ?=|\s|$)/;

/** The first bytes that base64 stands for, with the line before it that PEM has (RFC 7468), or without. */
function bytesOfBase64(text: string): Uint8Array {
  const letters = text
    .replace(/^-----BEGIN [A-Z0-9 #]{1,40}-----/, '')
    .replace(/\s+/g, '')
    .slice(0, 64);
  if (letters.length < 32 || /[^A-Za-z0-9+/]/.test(letters)) return new Uint8Array(0);
  return ascii(atob(letters.slice(0, letters.length - (letters.length % 4))));
}

/** What the directory of an archive says that it holds; undefined when it says nothing that we know. Source: APPNOTE.TXT, 4.3.12 and 4.3.16 */
function typeOfArchive(tail: Uint8Array): string | undefined {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  const endMark = ascii('PK\x05\x06');
  let end = tail.length - 22;
  while (end >= 0 && !startsWith(tail.subarray(end), endMark)) end -= 1;
  if (end < 0) return undefined;
  const names: string[] = [];
  const entryMark = ascii('PK\x01\x02');
  for (let at = end - view.getUint32(end + 12, true); names.length < maxEntries; ) {
    if (at < 0 || at + 46 > end || !startsWith(tail.subarray(at), entryMark)) break;
    const length = view.getUint16(at + 28, true);
    names.push(lettersOf(tail.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (!names.includes('[Content_Types].xml')) return undefined;
  if (names.includes('word/vbaProject.bin')) return 'application/vnd.ms-word.document.macroenabled.12';
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name)))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (names.some((name) => name.startsWith('xl/workbook'))) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return undefined;
}
