import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startBucket } from '../test/bucket.js';
import { FileMissing, isStorageKey, KeyTaken, openedLater, Storage, StorageFailed } from './storage.js';

const folder = mkdtempSync(join(tmpdir(), 'storage-'));
const bucket = await startBucket('attachments');
const stores: Record<'folder' | 'bucket', { storage?: Storage; address: string; kept: () => string[] }> = {
  folder: {
    address: pathToFileURL(folder).href,
    kept: () => readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((it) => (it.isFile() ? [it.name] : [])),
  },
  bucket: {
    address: `s3://attachments?region=eu-south-1&endpoint=${encodeURIComponent(bucket.address)}`,
    kept: () => [...bucket.objects.keys(), ...bucket.openUploads.keys()],
  },
};

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'giulia';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'not-a-real-key';
  for (const store of Object.values(stores)) store.storage = await Storage.open(store.address);
});
afterAll(async () => {
  await bucket.stop();
  await rm(folder, { recursive: true });
});

describe.each(['folder', 'bucket'] as const)('in a %s', (kind) => {
  const storage = () => stores[kind].storage!;

  test('what was stored is read back, whole, with its size, until it is deleted', async () => {
    await storage().put('practices/42/carta.pdf', Buffer.from('contenuto'));
    expect(await storage().exists('practices/42/carta.pdf')).toBe(true);
    expect(await storage().getSize('practices/42/carta.pdf')).toBe(9);
    expect((await storage().getBytes('practices/42/carta.pdf')).toString()).toBe('contenuto');

    await storage().delete('practices/42/carta.pdf');
    expect(await storage().exists('practices/42/carta.pdf')).toBe(false);
    await storage().delete('practices/42/carta.pdf');
  });

  test('a stream of unknown length is stored, small or larger than one part', async () => {
    for (const size of [10, 12 * 1024 * 1024]) {
      await storage().put('big', Readable.from(chunks(size)));
      expect(await storage().getSize('big')).toBe(size);
      expect((await storage().getBytes('big')).every((byte) => byte === 7)).toBe(true);
      await storage().delete('big');
    }
  });

  test('a stream that breaks leaves nothing', async () => {
    for (const size of [10, 12 * 1024 * 1024]) {
      await expect(storage().put('broken', Readable.from(chunks(size, 'the line fell')))).rejects.toThrow('the line fell');
    }
    expect(stores[kind].kept()).toEqual([]);
  });

  test('what is stored is never written over, small or large, whole or broken', async () => {
    await storage().put('kept', Buffer.from('before'));
    for (const size of [10, 12 * 1024 * 1024]) {
      await expect(storage().put('kept', Readable.from(chunks(size)))).rejects.toThrow(KeyTaken);
      await expect(storage().put('kept', Readable.from(chunks(size, 'the line fell')))).rejects.toThrow('the line fell');
    }
    expect((await storage().getBytes('kept')).toString()).toBe('before');
    await storage().delete('kept');
    expect(stores[kind].kept()).toEqual([]);
  });

  test('of two who write under one key at once, one is refused, and the bytes are those of the other', async () => {
    const outcomes = await Promise.allSettled([1, 2].map((size) => storage().put('both', Readable.from(chunks(size)))));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await storage().getSize('both')).toBe(outcomes[0]?.status === 'fulfilled' ? 1 : 2);
    await storage().delete('both');
    expect(stores[kind].kept()).toEqual([]);
  });

  test('a probe says that it can be written and read, and leaves nothing', async () => {
    await (await Storage.open(stores[kind].address)).check(30_000);
    expect(stores[kind].kept()).toEqual([]);
  });

  test('a file that is not there is told before the first byte', async () => {
    await expect(storage().getStream('nowhere')).rejects.toThrow(FileMissing);
    await expect(storage().getSize('nowhere')).rejects.toThrow(FileMissing);
  });

  test('a key that leads elsewhere is refused', async () => {
    for (const key of ['../outside', '/etc/passwd', 'a/../b', 'a//b', 'a/.hidden', '', 'a\\b', 'a%2e%2e', 'a\0b', 'x'.repeat(513)]) {
      await expect(storage().put(key, Buffer.from('x'))).rejects.toThrow(RangeError);
    }
  });
});

test('no key leads out of the storage', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '.', '..', '/', '\\', '\0', '-', 'B9', ' ', '%2e')), (parts) => {
      const key = parts.join('');
      fc.pre(isStorageKey(key));
      expect(new URL(key, 'file:///root/').pathname).toBe(`/root/${key}`);
    }),
  );
});

test('an address of another kind is refused at start', () => {
  expect(() => Storage.open('ftp://somewhere')).toThrow('file: or s3:');
});

test.each([
  ['is full', 'full'],
  ['is out of order', 'unavailable'],
] as const)(
  'a bucket that %s is told as such, and forgotten when it works again',
  async (mood, reason) => {
    const storage = await Storage.open(stores.bucket.address);
    await storage.check(30_000);
    bucket.state.mood = mood;
    await expect(storage.put('a', Buffer.from('x'))).rejects.toMatchObject({ constructor: StorageFailed, reason });
    await expect(storage.check(30_000)).rejects.toMatchObject({ constructor: StorageFailed, reason });
    bucket.state.mood = 'works';
    await storage.check(30_000);
    await storage.put('a', Buffer.from('x'));
    await storage.delete('a');
  },
  60_000,
);

test('a bucket that does not answer is given up at the deadline', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const storage = await Storage.open(`s3://attachments?endpoint=${encodeURIComponent(endpoint)}`);
  await expect(storage.check(100)).rejects.toMatchObject({ reason: 'unavailable' });
  silent.closeAllConnections();
  silent.close();
});

test('what a writer that was killed has left of a file goes with its key, and with no other', async () => {
  const { storage, kept } = stores.folder;
  for (const name of ['a.1.part', 'ab.1.part', 'a.pdf']) await storage?.put(`parts/${name}`, Buffer.from('x'));
  await storage?.delete('parts/a');
  expect(
    kept()
      .filter((name) => name.startsWith('a'))
      .sort(),
  ).toEqual(['a.pdf', 'ab.1.part']);
  await storage?.delete('nowhere/a');
});

test('a folder that is gone is told as unavailable', async () => {
  const place = mkdtempSync(join(tmpdir(), 'gone-'));
  const storage = await Storage.open(pathToFileURL(place).href);
  await rm(place, { recursive: true });
  await writeFile(place, 'a file where the folder was');
  await expect(storage.put('a/b', Buffer.from('x'))).rejects.toMatchObject({ constructor: StorageFailed, reason: 'unavailable' });
  await expect(storage.check()).rejects.toThrow(StorageFailed);
  await rm(place);
});

test('an opening that failed is tried again', async () => {
  const place = mkdtempSync(join(tmpdir(), 'late-'));
  await writeFile(join(place, 'files'), 'a file where the folder should be');
  const storage = openedLater(pathToFileURL(join(place, 'files')).href);
  await expect(storage()).rejects.toMatchObject({ constructor: StorageFailed, reason: 'unavailable' });
  await rm(join(place, 'files'));
  expect(await storage()).toBe(await storage());
  await rm(place, { recursive: true });
});

const node = `${process.execPath} --no-warnings --experimental-transform-types --input-type=module`;
/** A process that may write files of 16 kB and no longer: what it is told is what a full disk tells. */
const belowALimit = `ulimit -f 16; exec ${node} -e "$PROGRAM"`;
/** A disk of its own of 1 MB, where the system lets us mount one. */
const onASmallDisk = `mount -t tmpfs -o size=1m none "$PLACE" && exec ${node} -e "$PROGRAM"`;
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

test.each([
  ['a limit of the process', 'bash', ['-c', belowALimit], true],
  ['a full disk', 'unshare', ['-rm', 'bash', '-c', onASmallDisk], canMount],
] as const)('%s is told as full, nothing of the file is left, and a smaller one still passes', async (what, command, args, isPossible) => {
  if (!isPossible) return console.warn(`left out: ${what} (this system lets nobody mount a disk)`);
  const place = mkdtempSync(join(tmpdir(), 'small-'));
  const PROGRAM = `
    import { readdirSync } from 'node:fs';
    import { Storage } from ${JSON.stringify(new URL('storage.ts', import.meta.url).href)};
    const storage = await Storage.open(process.env.ADDRESS);
    const big = await storage.put('big', Buffer.alloc(3_000_000)).catch((error) => error);
    const left = readdirSync(process.env.PLACE);
    const room = await storage.check().catch((error) => error);
    await storage.put('small', Buffer.alloc(10));
    console.log(JSON.stringify({ big: big?.reason, left, room: room?.reason ?? 'enough', size: await storage.getSize('small') }));`;
  const env = { ...process.env, PROGRAM, PLACE: place, ADDRESS: pathToFileURL(place).href };
  const { stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' });
  expect({ stderr, ...JSON.parse(stdout || '{}') }).toMatchObject({ big: 'full', left: [], size: 10 });
  if (what === 'a full disk') expect(JSON.parse(stdout).room).toBe('full');
  await rm(place, { recursive: true, force: true });
});

async function* chunks(size: number, failure?: string) {
  for (let sent = 0; sent < size; sent += 100_000) yield Buffer.alloc(Math.min(100_000, size - sent), 7);
  if (failure) throw new Error(failure);
}
