import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Status } from '@sportello/contracts/doors';
import { signAddress } from '@sportello/documents/signed-address';
import { eventually } from '@sportello/testing/servers';
import { Wire as RedisWire } from '@sportello/testing/wire';
import { z } from 'zod';
import { startFakeClamd } from '../../../libs/documents/test/clamd.js';
import { startGatewayAlone } from './start-gateway.js';

const folder = mkdtempSync(join(tmpdir(), 'sportello-degraded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = async (address: string) => {
  const response = await fetch(address);
  return { status: response.status, body: (await response.json()) as object };
};

/** As a browser goes from page to page. */
async function visit(address: string, language: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': language, ...headers } });
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  return { status: response.status, page: await response.text() };
}

test('a storage and a scanner that are away at the start take only the files away, and the health says so until they are back', async () => {
  const files = join(folder, 'files');
  writeFileSync(files, 'no folder');
  const secret = 'a secret of the downloads of at least 32 characters';
  const gateway = await startGatewayAlone({
    CLAMD_URL: 'tcp://127.0.0.1:1',
    IDENTITY_URL: 'http://127.0.0.1:1',
    STORAGE_URL: `file://${files}/kept`,
    FILES_SECRET: secret,
  });
  try {
    // A busy machine may keep the other needs silent for a while.
    await eventually(async () =>
      expect(await read(`${gateway.healthUrl}/ready`)).toMatchObject({
        status: 503,
        body: { status: 'failing', failing: ['storage'], degraded: expect.arrayContaining(['scanner']) },
      }),
    );
    expect(await read(`${gateway.baseUrl}/status`)).toMatchObject({
      status: 503,
      body: {
        failing: expect.arrayContaining(['gateway/storage']),
        degraded: expect.arrayContaining(['gateway/scanner']),
        warnings: [],
      },
    });
    // The API's document says all that is there.
    expect(z.strictObject(Status.shape).safeParse((await read(`${gateway.baseUrl}/status`)).body)).toMatchObject({ success: true });
    expect((await fetch(gateway.baseUrl)).status).toBe(200);

    const about = { key: 'a', name: 'a.pdf', type: 'application/pdf', expiresAt: new Date(Date.now() + 600_000) };
    const download = `${gateway.baseUrl}/files/${signAddress(about, [secret])}`;
    expect(await read(download)).toMatchObject({ status: 503, body: { type: '/problems/unavailable' } });
    const signIn = `${gateway.baseUrl}/realms/sportello/protocol/openid-connect/auth`;
    expect(await read(signIn)).toMatchObject({ status: 503, body: { type: '/problems/unavailable' } });
    for (const address of [download, signIn])
      for (const [language, words] of [
        ['it', 'Il servizio non risponde'],
        ['en', 'The service does not answer'],
      ] as const)
        expect(await visit(address, language)).toEqual({ status: 503, page: expect.stringContaining(`<h1>${words}`) });
    expect(await visit(`${gateway.baseUrl}/auth/nowhere`, 'en')).toEqual({ status: 404, page: expect.stringContaining('lang="en"') });
    expect(await read(`${gateway.baseUrl}/api/v1/nowhere`)).toMatchObject({ status: 404, body: { type: '/problems/not-found' } });
    await gateway.answer('rpc.practices.prepare-upload.v1', { key: 'b', maxBytes: 1_000, allowedTypes: ['application/pdf'] });
    const { cookie, csrfToken } = await gateway.enter();
    const upload = '/api/v1/practices/0192f0c1-0000-7000-8000-000000000001/attachments/0192f0c1-0000-7000-8000-000000000002';
    const sent = await fetch(`${gateway.baseUrl}${upload}?purpose=form&field=one&name=a.pdf`, {
      method: 'PUT',
      headers: { 'content-type': 'application/pdf', cookie, 'csrf-token': csrfToken },
      body: '%PDF-1.7 ',
    });
    expect([sent.status, await sent.json()]).toEqual([503, expect.objectContaining({ type: '/problems/unavailable' })]);

    rmSync(files);
    await eventually(async () => {
      const { body } = await read(`${gateway.healthUrl}/ready`);
      expect(body).toMatchObject({ failing: [] });
    });
    expect(await read(download)).toMatchObject({ status: 404, body: { type: '/problems/not-found' } });
  } finally {
    await gateway.stop();
  }
});

test('while nothing that is asked answers, /status does, and requests of a session are counted by their address', async () => {
  const wire = new RedisWire();
  const gateway = await startGatewayAlone({ REDIS_URL: await wire.open(), RATE_LIMIT: '6' });
  try {
    const { cookie } = await gateway.enter();
    await gateway.keepSilent('health.identity');
    wire.freeze();
    const response = await fetch(`${gateway.baseUrl}/status`, { headers: { cookie } });
    expect([response.status, await response.json()]).toEqual([
      503,
      expect.objectContaining({
        failing: expect.arrayContaining(['identity', 'practices', 'notifications', expect.stringMatching(/^gateway/)]),
      }),
    ]);
    const back = await visit(`${gateway.baseUrl}/auth/callback`, 'it', { cookie: 'sportello-away=anything' });
    expect(back).toEqual({ status: 503, page: expect.stringContaining('Il servizio non risponde') });
    await wire.cut();
    const statuses: number[] = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await fetch(gateway.baseUrl, { headers: { cookie } })).status);
    // Six a minute, and the state and the sign-in were the first.
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
  } finally {
    await gateway.stop();
  }
});

test('a scanner that is there is not told as away', async () => {
  const scanner = await startFakeClamd();
  const gateway = await startGatewayAlone({ CLAMD_URL: scanner.address });
  try {
    await eventually(async () => {
      const { body } = await read(`${gateway.healthUrl}/ready`);
      expect(body).toMatchObject({ failing: [], degraded: expect.not.arrayContaining(['scanner', 'storage']) });
    });
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
