import { randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { type Disk } from 'flydrive';

/** Nothing is stored under this key, or no longer. */
export class FileMissing extends Error {}

/** Something is stored under this key already: nothing is ever written over it. */
export class KeyTaken extends Error {}

/** The storage itself failed: no room is left, or it is away, read-only or not ours. */
export class StorageFailed extends Error {
  constructor(
    readonly reason: 'full' | 'unavailable',
    cause: unknown,
  ) {
    super(`The storage failed: ${codeOf(cause)}`, { cause });
  }
}

/** How one kind of storage does what flydrive does not: none of it writes over what is there. */
interface Driver {
  /** Writes a stream under a key so that a reader sees all of it or none of it. Throws KeyTaken where the key is in use. */
  putStream: (key: string, content: Readable) => Promise<void>;
  /** Removes what writers that were killed under this key have left of it. */
  clearParts: (key: string) => Promise<void>;
  /** Throws StorageFailed when so little room is left that the next file may not fit. */
  checkRoom: () => Promise<void>;
}

/** A probe of the storage: that it can be written, whole, and read back. In bytes; room for it alone is no proof of room. */
const probeSize = 4_096;
/** Below this a folder counts as full, in bytes: the next files may still fit, but somebody has to act. */
const leastRoom = 64 * 1024 * 1024;
/** A probe that passed is believed for this long, in milliseconds: whoever asks for health every second writes no more for it. */
const probeLife = 5_000;

const partSize = 5 * 1024 * 1024; // bytes: the least that S3 takes as one part of many
const keyShape = /^(?!.{513})[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** A key has plain characters only, and no part of it starts with a dot: it can never lead out of the storage. */
export function isStorageKey(key: string): boolean {
  return keyShape.test(key);
}

/** Where files are kept: a folder or a bucket, by one address. What is stored is never changed, only deleted. */
export class Storage {
  private probedUntil = 0;
  private probing: Promise<void> | undefined;

  private constructor(
    private readonly disk: Disk,
    private readonly driver: Driver,
  ) {}

  /**
   * @param address `file:///absolute/folder`, or `s3://bucket?region=eu-south-1&endpoint=https://…`, whose keys are read where the AWS
   *   SDK looks for them (`AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or the role of the machine)
   */
  static open(address: string): Promise<Storage> {
    checkAddress(address);
    const url = new URL(address);
    return url.protocol === 'file:' ? Storage.openFolder(fileURLToPath(url)) : Storage.openBucket(url);
  }

  private static async openFolder(location: string): Promise<Storage> {
    await mkdir(location, { recursive: true });
    const [{ Disk }, { FSDriver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/fs')]);
    const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
    const putStream = async (key: string, content: Readable) => {
      const path = join(location, key);
      const part = `${path}.${randomUUID()}.part`;
      await mkdir(dirname(path), { recursive: true });
      try {
        await pipeline(content, createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }));
        // Unlike a move, a link is refused where the name is in use.
        await link(part, path);
      } finally {
        await rm(part, { force: true });
      }
    };
    const clearParts = async (key: string) => {
      const path = join(location, key);
      const base = basename(path);
      const names = await readdir(dirname(path)).catch(() => []);
      // Those of a longer key that begins as this one does have one more dot.
      const parts = names.filter((name) => name.startsWith(`${base}.`) && /^\.[^.]+\.part$/.test(name.slice(base.length)));
      for (const part of parts) await rm(join(dirname(path), part), { force: true });
    };
    const checkRoom = async () => {
      const { bavail, bsize, blocks } = await statfs(location);
      // Some file systems over the network do not know their size, and say 0.
      if (blocks > 0 && bavail * bsize < leastRoom) throw new StorageFailed('full', { code: 'ENOSPC' });
    };
    return new Storage(disk, { putStream, clearParts, checkRoom });
  }

  /** The SDK is loaded only here: it takes tens of megabytes that a folder does not need. */
  private static async openBucket(url: URL): Promise<Storage> {
    const [{ Disk }, { S3Driver }, { S3Client }, { Upload }] = await Promise.all([
      import('flydrive'),
      import('flydrive/drivers/s3'),
      import('@aws-sdk/client-s3'),
      import('@aws-sdk/lib-storage'),
    ]);
    const endpoint = url.searchParams.get('endpoint');
    const client = new S3Client({
      region: url.searchParams.get('region') ?? 'eu-south-1',
      // Stores other than Amazon's have no host name for each bucket, and many do not know its newer checksums.
      ...(endpoint && { endpoint, forcePathStyle: true }),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
    });
    const bucket = url.hostname;
    const disk = new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }));
    const putStream = async (key: string, content: Readable) => {
      // A plain PUT must know its length beforehand; this sends small files whole and bigger ones in parts, and leaves no parts behind.
      const params = { Bucket: bucket, Key: key, Body: content, IfNoneMatch: '*' };
      await new Upload({ client, params, partSize, queueSize: 1, leavePartsOnError: false }).done();
    };
    // The rule of the bucket aborts uploads that were not completed (docs/runbooks/containers.md).
    return new Storage(disk, { putStream, clearParts: () => Promise.resolve(), checkRoom: () => Promise.resolve() });
  }

  /**
   * Stores the content under a key that nothing has. When the stream fails nothing is kept, and its own error is thrown.
   * @throws KeyTaken, StorageFailed
   */
  async put(key: string, content: Readable | Uint8Array): Promise<void> {
    checkKey(key);
    let failure: { error: unknown } | undefined;
    // What the storage does to a stream that it gives up is no failure of the stream.
    async function* told() {
      try {
        if (content instanceof Readable) yield* content.iterator({ destroyOnReturn: false });
        else yield content;
      } catch (error) {
        failure = { error };
        throw error;
      }
    }
    try {
      await this.driver.putStream(key, Readable.from(told()));
    } catch (error) {
      if (failure) throw failure.error;
      if (isTaken(error)) throw new KeyTaken(`Something is stored under ${key} already`);
      throw this.failed(error);
    }
  }

  /**
   * Writes a small file, reads it back and takes it away; of a folder it also looks how much room is left.
   * @throws StorageFailed when that does not work, or takes longer than the deadline (milliseconds)
   */
  check(deadline = 2_000): Promise<void> {
    if (Date.now() < this.probedUntil) return Promise.resolve();
    this.probing ??= this.probe(deadline).finally(() => {
      this.probing = undefined;
    });
    return this.probing;
  }

  private async probe(deadline: number): Promise<void> {
    const late = AbortSignal.timeout(deadline);
    const ended = new Promise<never>((_, fail) =>
      late.addEventListener('abort', () => fail(new StorageFailed('unavailable', { code: 'ETIMEDOUT' })), { once: true }),
    );
    await Promise.race([this.writeAndRead(), ended]);
    this.probedUntil = Date.now() + probeLife;
  }

  private async writeAndRead(): Promise<void> {
    const key = `probes/${randomUUID()}`;
    const bytes = randomBytes(probeSize);
    try {
      await this.driver.checkRoom();
      await this.put(key, bytes);
      const back = await this.getBytes(key);
      await this.delete(key);
      if (!bytes.equals(back)) throw new StorageFailed('unavailable', { code: 'EIO' });
    } catch (error) {
      throw error instanceof StorageFailed ? error : this.failed(error);
    }
  }

  private async guard<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw this.failed(error);
    }
  }

  private failed(error: unknown): StorageFailed {
    this.probedUntil = 0;
    return failureOf(error);
  }

  /** The content under the key, to be read once. Throws FileMissing before the first byte when there is none. */
  async getStream(key: string): Promise<Readable> {
    await this.getSize(key);
    return this.guard(() => this.disk.getStream(key));
  }

  async getBytes(key: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of await this.getStream(key)) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  /** The length in bytes. Throws FileMissing when nothing is there. */
  async getSize(key: string): Promise<number> {
    if (!(await this.exists(key))) throw new FileMissing(`No file is stored under ${key}`);
    return (await this.guard(() => this.disk.getMetaData(key))).contentLength;
  }

  exists(key: string): Promise<boolean> {
    checkKey(key);
    return this.guard(() => this.disk.exists(key));
  }

  /** Removes what is under the key, and what was begun there and broken off; nothing there is no error. */
  async delete(key: string): Promise<void> {
    checkKey(key);
    await this.guard(() => this.disk.delete(key));
    await this.guard(() => this.driver.clearParts(key));
  }
}

/**
 * A storage that is opened at its first use: who needs it is told StorageFailed while it is away, and the next who asks tries again.
 * @throws RangeError at once for what is no address of a storage
 */
export function openedLater(address: string): () => Promise<Storage> {
  checkAddress(address);
  let opening: Promise<Storage> | undefined;
  return () => {
    opening ??= Storage.open(address).catch((error: unknown) => {
      opening = undefined;
      throw failureOf(error);
    });
    return opening;
  };
}

function checkAddress(address: string): void {
  const { protocol } = new URL(address);
  if (protocol !== 'file:' && protocol !== 's3:') throw new RangeError(`A storage address starts with file: or s3:, not ${protocol}`);
}

const failureOf = (error: unknown) => new StorageFailed(isFull(error) ? 'full' : 'unavailable', causeOf(error));

interface StorageError {
  code?: string;
  name?: string;
  message?: string;
  $metadata?: { httpStatusCode?: number };
}

const codeOf = (error: unknown): string => {
  const { code, name, $metadata } = (error ?? {}) as StorageError;
  return [code ?? name ?? 'unknown', $metadata?.httpStatusCode].filter(Boolean).join(' ');
};

/** What flydrive tells is in its cause. */
const causeOf = (error: unknown): unknown => (error instanceof Error && error.cause ? causeOf(error.cause) : error);

/** No room, no room for this user, or a limit of the process: another file may be refused as well, a smaller one may pass. */
const isFull = (error: unknown): boolean => {
  const { code, name, $metadata } = (error ?? {}) as StorageError;
  return /^(ENOSPC|EDQUOT|EFBIG)$/.test(code ?? '') || $metadata?.httpStatusCode === 507 || /StorageFull|QuotaExceeded/.test(name ?? '');
};

/** A folder says EEXIST, a bucket 412. Two who write under one key at the same moment are told 409, and one of them may have won. */
const isTaken = (error: unknown): boolean => {
  const { code, $metadata } = (error ?? {}) as StorageError;
  return code === 'EEXIST' || $metadata?.httpStatusCode === 412 || $metadata?.httpStatusCode === 409;
};

function checkKey(key: string): void {
  if (!isStorageKey(key)) throw new RangeError(`Not a storage key: ${JSON.stringify(key.slice(0, 80))}`);
}
