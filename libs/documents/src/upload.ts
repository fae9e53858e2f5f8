import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Scan } from './clamd.js';
import { endingOf, safeFileName } from './file-name.js';
import { defaultFileTypes, defaultMaxBytes, type FileType, fileTypes, fitsEnding, TypeDetector } from './file-types.js';
import { type Storage } from './storage.js';

/** A file that has passed every check and is in the storage. */
export interface StoredFile {
  key: string;
  name: string;
  type: FileType;
  /** In bytes. */
  size: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}

export interface UploadRules {
  storage: Storage;
  /** Where it goes: a key that no other file has. */
  key: string;
  /** As the sender calls it. */
  name: string;
  allowedTypes?: FileType[];
  maxBytes?: number;
  /** Begins a scan for malware; without it none is made. */
  startScan?: (() => Scan) | undefined;
}

export type RefusalReason = 'empty' | 'too-big' | 'wrong-type' | 'infected';

/** A file that is not taken, with what to tell its sender. Nothing of it is kept. */
export class UploadRefused extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly allowedTypes: FileType[],
    readonly maxBytes: number,
  ) {
    super(`Upload refused: ${reason}`);
  }

  /** For the sender: names the formats or the size that would have been taken (TIC-07). */
  tell(language: 'it' | 'en'): string {
    const formats = [...new Set(this.allowedTypes.map((type) => fileTypes[type][0]))].join(', ');
    const megabytes = (this.maxBytes / 1024 / 1024).toLocaleString(language, { maximumFractionDigits: 1 });
    const italian = {
      empty: 'Il file è vuoto.',
      'too-big': `Il file supera la dimensione massima di ${megabytes} MB.`,
      'wrong-type': `Il contenuto del file non è di un formato ammesso. Formati ammessi: ${formats}.`,
      infected: 'Il file contiene codice dannoso e non può essere accettato.',
    };
    const english = {
      empty: 'The file is empty.',
      'too-big': `The file is larger than the maximum of ${megabytes} MB.`,
      'wrong-type': `The content of the file is not in an accepted format. Accepted formats: ${formats}.`,
      infected: 'The file contains malicious code and cannot be accepted.',
    };
    return (language === 'it' ? italian : english)[this.reason];
  }
}

/**
 * Stores what comes in while looking at it: how long it is, what it is by its bytes, its SHA-256, and whether it is clean. A file that
 * breaks a rule, lies about its type or does not come to its end is not kept.
 *
 * @throws UploadRefused for what the sender can mend, ScannerUnavailable when nobody could look for malware
 */
export async function inspectUpload(stream: Readable, rules: UploadRules): Promise<StoredFile> {
  const { storage, key, allowedTypes = defaultFileTypes, maxBytes = defaultMaxBytes, startScan } = rules;
  const refuse = (reason: RefusalReason) => new UploadRefused(reason, allowedTypes, maxBytes);
  const name = safeFileName(rules.name);
  const hash = createHash('sha256');
  const detector = new TypeDetector();
  const scan = startScan?.();
  let size = 0;
  let type: FileType | undefined;

  // The storage takes a file as a whole when this ends and not at all when it throws, so every verdict falls before the end.
  async function* inspected() {
    for await (const piece of stream) {
      const chunk = Buffer.from(piece);
      size += chunk.length;
      if (size > maxBytes) throw refuse('too-big');
      hash.update(chunk);
      await detector.write(chunk);
      await scan?.write(chunk);
      yield chunk;
    }
    if (size === 0) throw refuse('empty');
    const found = await detector.end();
    type = allowedTypes.find((allowed) => allowed === found);
    if (type === undefined || !fitsEnding(type, endingOf(name))) throw refuse('wrong-type');
    if (await scan?.end()) throw refuse('infected');
  }

  try {
    await storage.put(key, Readable.from(inspected()));
  } finally {
    detector.drop();
    scan?.drop();
  }
  if (type === undefined) throw new Error('The storage did not read the upload to its end');
  return { key, name, type, size, sha256: hash.digest('hex') };
}
