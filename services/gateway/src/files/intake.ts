import { PassThrough, Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { notFound, storageFull, tooLarge, unavailable, unreadable, wrongFileType } from '@sportello/contracts/problems';
import { ScannerUnavailable, startScan } from '@sportello/documents/clamd';
import { FileMissing, openedLater, StorageFailed } from '@sportello/documents/storage';
import { type FileType, fileTypes } from '@sportello/forms/file-kinds';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import { type Check, inBackground } from '@sportello/service/health';
import type { FastifyRequest } from 'fastify';
import { goOn } from '../bodies.js';
import type { Config } from '../config.js';
import { inspectUpload, type StoredFile, UploadRefused } from './inspect-upload.js';

/** How often the scanner is asked whether it is there, in milliseconds. */
const SCANNER_CHECK_MS = 10_000;
/** A scanner that has not said a word of nothing in this time is away, in seconds. */
const SCANNER_PATIENCE_S = 5;

/** What the asker allows: `types` are media types, `maxBytes` the longest. */
export interface Allowed {
  key: string;
  name: string;
  allowedTypes: readonly string[];
  maxBytes: number;
}

const isFileType = (type: string): type is FileType => (fileTypes as readonly string[]).includes(type);

/** Takes bytes into the storage while looking at them: design D12. */
@Injectable()
export class FileIntake {
  private readonly logger = new Logger(FileIntake.name);
  private readonly storage;
  /** How often the scanner, and the storage, has failed since the start. */
  private scannerFailures = 0;
  private storageFailures = 0;
  /** What uploads cannot do without, by name. */
  readonly checks: { storage: Check; scanner?: Check };

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const { CLAMD_URL, STORAGE_URL } = config;
    this.storage = openedLater(STORAGE_URL);
    this.checks = {
      storage: async () => (await this.storage()).check(),
      ...(CLAMD_URL && { scanner: inBackground(() => startScan(CLAMD_URL, SCANNER_PATIENCE_S).end(), SCANNER_CHECK_MS) }),
    };
  }

  /**
   * Takes the body of a request. The connection stays usable whatever becomes of it.
   * @throws Problem `too-large`, `wrong-file-type`, with what would have been taken; `storage-full`; `unavailable` when nobody could look
   *   for malware or the storage is away
   */
  async take(request: FastifyRequest, { key, name, allowedTypes, maxBytes }: Allowed): Promise<StoredFile> {
    const { CLAMD_URL } = this.config;
    const body = bodyOf(request);
    goOn(request.raw);
    try {
      const scan = CLAMD_URL ? () => startScan(CLAMD_URL) : undefined;
      return await inspectUpload(body.bytes, {
        storage: await this.storage(),
        key,
        name,
        allowedTypes: allowedTypes.filter(isFileType),
        maxBytes,
        startScan: scan,
      });
    } catch (error) {
      throw this.told(error);
    } finally {
      body.letGo();
    }
  }

  /** @throws Problem `not-found`, `unavailable` when the storage is away */
  async read(key: string): Promise<Readable> {
    try {
      return await (await this.storage()).getStream(key);
    } catch (error) {
      throw this.told(error);
    }
  }

  /** @throws Problem `unavailable` when the storage is away */
  async delete(key: string): Promise<void> {
    try {
      await (await this.storage()).delete(key);
    } catch (error) {
      throw this.told(error);
    }
  }

  private told(error: unknown): unknown {
    if (error instanceof FileMissing) return new Problem(notFound);
    if (error instanceof UploadRefused) {
      const detail = { it: error.tell('it'), en: error.tell('en') };
      return new Problem(error.reason === 'too-big' ? tooLarge : wrongFileType, detail, {
        reason: error.reason,
        found: error.refusal.found ?? null,
      });
    }
    if (error instanceof ScannerUnavailable) {
      this.scannerFailures += 1;
      this.logger.error({ err: error, msg: 'the scanner did not look at a file', failures: this.scannerFailures });
      return new Problem(unavailable);
    }
    if (error instanceof StorageFailed) {
      this.storageFailures += 1;
      this.logger.error({ err: error, msg: 'the storage failed', reason: error.reason, failures: this.storageFailures });
      return new Problem(error.reason === 'full' ? storageFull : unavailable);
    }
    return error;
  }
}

/**
 * The body as a stream of its own, so that whoever gives it up in the middle does not end the connection: the rest is read and dropped,
 * and the next request finds its beginning.
 * @throws Problem `wrong-file-type` for what was called JSON, and has been read as such
 */
function bodyOf({ body, raw }: FastifyRequest): { bytes: Readable; letGo(): void } {
  if (body !== undefined && body !== null && !(body instanceof Readable)) throw new Problem(wrongFileType);
  const source = body instanceof Readable ? body : raw;
  const bytes = new PassThrough();
  source.once('error', (error) => bytes.destroy(error));
  source.once('close', () => {
    if (!source.readableEnded) bytes.destroy(new Problem(unreadable));
  });
  source.pipe(bytes);
  return {
    bytes,
    letGo() {
      source.unpipe(bytes).resume();
    },
  };
}
