import { mkdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Disk } from 'flydrive';

/** Nothing is stored under this key, or no longer. */
export class FileMissing extends Error {}

/** Writes a stream under a key so that a reader sees all of it or none of it. */
type PutStream = (key: string, content: Readable) => Promise<void>;

const partSize = 5 * 1024 * 1024; // bytes: the least that S3 takes as one part of many
const keyShape = /^(?!.{513})[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

/** A key has plain characters only, and no part of it starts with a dot: it can never lead out of the storage. */
export function isStorageKey(key: string): boolean {
  return keyShape.test(key);
}

/** Where files are kept: a folder or a bucket, by one address. */
export class Storage {
  private constructor(
    private readonly disk: Disk,
    private readonly putStream: PutStream,
  ) {}

  /**
   * @param address `file:///absolute/folder`, or `s3://bucket?region=eu-south-1&endpoint=https://…`, whose keys are read where the AWS
   *   SDK looks for them (`AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or the role of the machine)
   */
  static open(address: string): Promise<Storage> {
    const url = new URL(address);
    if (url.protocol === 'file:') return Storage.openFolder(fileURLToPath(url));
    if (url.protocol === 's3:') return Storage.openBucket(url);
    throw new RangeError(`A storage address starts with file: or s3:, not ${url.protocol}`);
  }

  private static async openFolder(location: string): Promise<Storage> {
    mkdirSync(location, { recursive: true });
    const [{ Disk }, { FSDriver }] = await Promise.all([import('flydrive'), import('flydrive/drivers/fs')]);
    const disk = new Disk(new FSDriver({ location, visibility: 'private' }));
    return new Storage(disk, async (key, content) => {
      const part = `${key}.${crypto.randomUUID()}.part`;
      try {
        await disk.putStream(part, content);
        await disk.move(part, key);
      } catch (error) {
        await disk.delete(part);
        throw error;
      }
    });
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
    });
    const bucket = url.hostname;
    const disk = new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false }));
    return new Storage(disk, async (key, content) => {
      // A plain PUT must know its length beforehand; this sends small files whole and bigger ones in parts, and leaves no parts behind.
      const params = { Bucket: bucket, Key: key, Body: content };
      await new Upload({ client, params, partSize, queueSize: 1, leavePartsOnError: false }).done();
    });
  }

  /** Stores the content under the key. When the stream fails nothing is kept, and its own error is thrown. */
  async put(key: string, content: Readable | Uint8Array): Promise<void> {
    checkKey(key);
    const stream = content instanceof Readable ? content : Readable.from([content]);
    let failure: Error | undefined;
    stream.once('error', (error: Error) => {
      failure = error;
    });
    try {
      await this.putStream(key, stream);
    } catch (error) {
      throw failure ?? error;
    }
  }

  /** The content under the key, to be read once. Throws FileMissing before the first byte when there is none. */
  async getStream(key: string): Promise<Readable> {
    await this.getSize(key);
    return this.disk.getStream(key);
  }

  async getBytes(key: string): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of await this.getStream(key)) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  /** The length in bytes. Throws FileMissing when nothing is there. */
  async getSize(key: string): Promise<number> {
    if (!(await this.exists(key))) throw new FileMissing(`No file is stored under ${key}`);
    return (await this.disk.getMetaData(key)).contentLength;
  }

  exists(key: string): Promise<boolean> {
    checkKey(key);
    return this.disk.exists(key);
  }

  /** Removes what is under the key; nothing there is no error. */
  async delete(key: string): Promise<void> {
    checkKey(key);
    await this.disk.delete(key);
  }
}

function checkKey(key: string): void {
  if (!isStorageKey(key)) throw new RangeError(`Not a storage key: ${JSON.stringify(key.slice(0, 80))}`);
}
