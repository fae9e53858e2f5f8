import { PassThrough } from 'node:stream';
import { fileTypeFromTokenizer } from 'file-type';
import { fromStream } from 'strtok3';

/** The types that a form may ask for, with the endings that their names have. */
export const fileTypes = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpeg', '.jpg'],
  'image/png': ['.png'],
  'application/msword': ['.doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/pkcs7-mime': ['.p7m'],
  'application/xml': ['.xml'],
  'text/plain': ['.txt'],
} as const satisfies Record<string, string[]>;

export type FileType = keyof typeof fileTypes;

/** What every upload may be until its service says otherwise (TIC-07). */
export const defaultFileTypes: FileType[] = ['image/jpeg', 'application/pdf', 'application/msword'];

/** How big a file may be until its service says otherwise (TIC-07): 5 MB, in bytes. */
export const defaultMaxBytes = 5 * 1024 * 1024;

/** CMS SignedData (RFC 5652): a DER sequence that opens with this object identifier, 1.2.840.113549.1.7.2. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');
/** The entry of a Word text in the directory of a compound file: its name in UTF-16, at the start of a block of 128 bytes. */
const wordEntry = Buffer.from('WordDocument\0', 'utf16le');
const directoryEntrySize = 128; // bytes
/** Formats made of text that a program runs or renders: such a file is never taken for plain text. */
const textual = new Set(['application/pdf', 'application/xml', 'application/rtf', 'application/postscript', 'application/eps']);

/**
 * Tells what a file is from its bytes, which are written to it one piece after the other; the name and what the sender says are not
 * asked.
 */
export class TypeDetector {
  private readonly feed = new PassThrough();
  private isFound = false;
  /** A file that the reader of formats stumbles over is of no format that we know. */
  private readonly found = fromStream(this.feed)
    .then(fileTypeFromTokenizer)
    .catch(() => undefined)
    .finally(() => {
      this.isFound = true;
    });
  private readonly text = new TextDecoder('utf-8', { fatal: true });
  private isText = true;
  private isWord = false;
  private head = Buffer.alloc(0);
  private rest = Buffer.alloc(0);

  async write(chunk: Buffer): Promise<void> {
    if (this.head.length < 64) this.head = Buffer.concat([this.head, chunk.subarray(0, 64)]);
    this.readText(chunk);
    this.readDirectory(chunk);
    // Once the format is found nobody reads the rest.
    if (this.isFound || this.feed.write(chunk)) return;
    await Promise.race([new Promise((resolve) => this.feed.once('drain', resolve)), this.found]);
  }

  /** The type, or undefined when it is none that we know. Call it once, after the last piece. */
  async end(): Promise<string | undefined> {
    this.drop();
    const mime = (await this.found)?.mime;
    this.readText();
    if (this.isText && !textual.has(mime ?? '')) return 'text/plain';
    if (mime === 'application/x-cfb') return this.isWord ? 'application/msword' : mime;
    return mime ?? (this.isSignedData() ? 'application/pkcs7-mime' : undefined);
  }

  /** Lets go of the file, also one that is not read to its end; again does nothing. */
  drop(): void {
    this.feed.end();
  }

  /** Plain text is UTF-8 throughout, with no control characters but the ends of lines and pages and the tab. */
  private readText(chunk?: Buffer): void {
    if (!this.isText) return;
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text may not hold
      this.isText = !/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(this.text.decode(chunk, { stream: chunk !== undefined }));
    } catch {
      this.isText = false;
    }
  }

  /** Compound files hold Word, Excel and mail alike; only their directory, which may be anywhere, tells which. */
  private readDirectory(chunk: Buffer): void {
    if (this.isWord) return;
    const bytes = Buffer.concat([this.rest, chunk]);
    const whole = bytes.length - (bytes.length % directoryEntrySize);
    for (let at = bytes.indexOf(wordEntry); at !== -1 && at < whole; at = bytes.indexOf(wordEntry, at + 1)) {
      if (at % directoryEntrySize === 0) this.isWord = true;
    }
    this.rest = Buffer.from(bytes.subarray(whole));
  }

  private isSignedData(): boolean {
    if (this.head[0] !== 0x30) return false;
    const lengthByte = this.head[1] ?? 0;
    const start = 2 + (lengthByte > 0x80 ? lengthByte & 0x7f : 0);
    return this.head.subarray(start, start + signedData.length).equals(signedData);
  }
}

/** Whether a name may be that of a file of this type; one with an ending we do not know may be anything. */
export function fitsEnding(type: string, ending: string): boolean {
  const known = Object.entries(fileTypes).find(([, endings]) => (endings as readonly string[]).includes(ending));
  return known === undefined || known[0] === type;
}
