import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Scan } from '@sportello/documents/clamd';
import { safeFileName } from '@sportello/documents/file-name';
import { type Storage } from '@sportello/documents/storage';
import {
  defaultFileRules,
  type FileRefusal,
  type FileType,
  nameOfKind,
  type RefusalReason,
  refusalOf,
  tellRefusal,
} from '@sportello/forms/file-kinds';
import { FileRecogniser } from '@sportello/forms/recognise';

/** A file that has passed every check and is in the storage. */
export interface StoredFile {
  key: string;
  /** With the ending of what it is. */
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
  allowedTypes?: readonly FileType[];
  maxBytes?: number;
  /** Begins a scan for malware; without it none is made. */
  startScan?: (() => Scan) | undefined;
}

/** A file that is not taken, with what to tell its sender. Nothing of it is kept. */
export class UploadRefused extends Error {
  constructor(readonly refusal: FileRefusal) {
    super(`Upload refused: ${refusal.reason}`);
  }

  get reason(): RefusalReason {
    return this.refusal.reason;
  }

  /** For the sender: what is wrong, and what would have been taken (TIC-07). */
  tell(language: 'it' | 'en'): string {
    return tellRefusal(this.refusal, language);
  }
}

/**
 * Stores what comes in while looking at it: how long it is, what it is by its bytes, its SHA-256, and whether it is clean. A file that
 * breaks a rule, lies about its type or does not come to its end is not kept.
 *
 * @throws UploadRefused for what the sender can mend, ScannerUnavailable when nobody could look for malware
 */
export async function inspectUpload(stream: Readable, rules: UploadRules): Promise<StoredFile> {
  const { storage, key, allowedTypes = defaultFileRules.types, maxBytes = defaultFileRules.maxBytes, startScan } = rules;
  const name = safeFileName(rules.name);
  const refuse = (reason: RefusalReason, found?: string) =>
    new UploadRefused({ reason, name, found, rules: { types: allowedTypes, maxBytes } });
  const hash = createHash('sha256');
  const recogniser = new FileRecogniser();
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
      recogniser.write(chunk);
      await scan?.write(chunk);
      yield chunk;
    }
    if (size === 0) throw refuse('empty');
    const found = recogniser.end();
    const reason = refusalOf(found, name, allowedTypes);
    if (reason) throw refuse(reason, found);
    type = found as FileType;
    if (await scan?.end()) throw refuse('infected');
  }

  try {
    await storage.put(key, Readable.from(inspected()));
  } finally {
    scan?.drop();
  }
  if (type === undefined) throw new Error('The storage did not read the upload to its end');
  return { key, name: safeFileName(nameOfKind(name, type)), type, size, sha256: hash.digest('hex') };
}
