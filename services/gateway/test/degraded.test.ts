import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import { startFakeClamd } from '../../../libs/documents/test/clamd.js';
import { startGatewayAlone } from './start-gateway.js';

const folder = mkdtempSync(join(tmpdir(), 'sportello-degraded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (address: string) => {
  const response = await fetch(address);
  return { status: response.status, body: (await response.json()) as object };
};

test('a storage and a scanner that are away take only the uploads away, and the health says so', async () => {
  const files = join(folder, 'files');
  const gateway = await startGatewayAlone({ CLAMD_URL: 'tcp://127.0.0.1:1', STORAGE_URL: `file://${files}` });
  try {
    rmSync(files, { recursive: true, force: true });
    writeFileSync(files, 'no folder');
    const ready = await eventually(async () => {
      const answer = await read(`${gateway.healthUrl}/ready`);
      expect(answer.body).toMatchObject({ degraded: expect.arrayContaining(['storage', 'scanner']) });
      return answer;
    });
    expect(ready).toMatchObject({ status: 200, body: { status: 'degraded', failing: [] } });
    expect(await read(`${gateway.baseUrl}/status`)).toMatchObject({
      body: { degraded: expect.arrayContaining(['gateway/storage', 'gateway/scanner']), warnings: [] },
    });
    expect((await fetch(gateway.baseUrl)).status).toBe(200);
  } finally {
    await gateway.stop();
  }
});

test('a scanner that is there is not told as away', async () => {
  const scanner = await startFakeClamd();
  const gateway = await startGatewayAlone({ CLAMD_URL: scanner.address });
  try {
    const { body } = await read(`${gateway.healthUrl}/ready`);
    expect(body).toMatchObject({ failing: [], degraded: expect.not.arrayContaining(['scanner', 'storage']) });
  } finally {
    await gateway.stop();
    await scanner.stop();
  }
});

test('in production /status says that files are not scanned, where nobody scans them', async () => {
  const gateway = await startGatewayAlone({ NODE_ENV: 'production', LABORATORY: 'false', PUBLIC_URL: 'https://servizi.example.it' });
  try {
    expect((await read(`${gateway.baseUrl}/status`)).body).toMatchObject({ warnings: [expect.stringContaining('CLAMD_URL')] });
  } finally {
    await gateway.stop();
  }
});
