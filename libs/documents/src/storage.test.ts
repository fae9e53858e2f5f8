import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startBucket } from '../test/bucket.js';
import { FileMissing, isStorageKey, Storage } from './storage.js';

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

  test('a stream that breaks leaves nothing, and not what was there before in pieces', async () => {
    await storage().put('kept', Buffer.from('before'));
    for (const size of [10, 12 * 1024 * 1024]) {
      await expect(storage().put('broken', Readable.from(chunks(size, 'the line fell')))).rejects.toThrow('the line fell');
      await expect(storage().put('kept', Readable.from(chunks(size, 'the line fell')))).rejects.toThrow('the line fell');
    }
    expect((await storage().getBytes('kept')).toString()).toBe('before');
    await storage().delete('kept');
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

async function* chunks(size: number, failure?: string) {
  for (let sent = 0; sent < size; sent += 100_000) yield Buffer.alloc(Math.min(100_000, size - sent), 7);
  if (failure) throw new Error(failure);
}
