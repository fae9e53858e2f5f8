import { randomUUID } from 'node:crypto';
import { Agent, request as plainRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import Fastify from 'fastify';
import { startBucket } from '../../../../libs/documents/test/bucket.js';
import { startFakeClamd } from '../../../../libs/documents/test/clamd.js';
import { jpeg, pdf } from '../../../../libs/forms/test/files.js';
import type { Config } from '../config.js';
import { documentOf, sendProblem } from '../http-problem.js';
import { FileIntake } from './intake.js';

const bucket = await startBucket('files');
const clamd = await startFakeClamd();
const big = Buffer.concat([pdf, Buffer.alloc(3_000_000, ' ')]);
const server = Fastify();
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
let port = 0;

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'giulia';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'not-a-real-key';
  const intake = new FileIntake({
    STORAGE_URL: `s3://files?endpoint=${encodeURIComponent(bucket.address)}`,
    CLAMD_URL: clamd.address,
  } as Config);
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  server.setErrorHandler((error, request, reply) => sendProblem(reply, documentOf(error, request)));
  const allowed = { allowedTypes: ['application/pdf'], maxBytes: 5_000_000 };
  server.put('/', (request) => intake.take(request, { ...allowed, key: `in/${randomUUID()}`, name: 'a.pdf' }));
  server.get('/', () => ({}));
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  agent.destroy();
  await server.close();
  await bucket.stop();
  await clamd.stop();
});

/** One request on the one connection that there is. */
function ask(method: string, body?: Buffer): Promise<{ status: number; type: string; isSameConnection: boolean }> {
  return new Promise((done, fail) => {
    const headers = body ? { 'content-type': 'application/pdf', 'content-length': body.length } : {};
    const request = plainRequest({ port, host: '127.0.0.1', method, agent, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const { type = '' } = JSON.parse(Buffer.concat(pieces).toString() || '{}') as { type?: string };
        done({ status: response.statusCode ?? 0, type, isSameConnection: request.reusedSocket });
      });
    });
    request.on('error', fail);
    request.end(body);
  });
}

test.each([
  ['a bucket without room', 'is full', 507, '/problems/storage-full', 'full'],
  ['a bucket out of order', 'is out of order', 503, '/problems/unavailable', 'unavailable'],
] as const)(
  'an upload to %s is told so, logged and counted, and the connection stays usable',
  async (_what, mood, status, type, reason) => {
    expect((await ask('PUT', big)).status).toBe(200);
    bucket.state.mood = mood;
    logged.mockClear();
    expect(await ask('PUT', big)).toEqual({ status, type, isSameConnection: true });
    bucket.state.mood = 'works';
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ reason, failures: expect.any(Number), err: expect.any(Error) }));
    expect(await ask('GET')).toMatchObject({ status: 200, isSameConnection: true });
    expect(await ask('PUT', big)).toMatchObject({ status: 200, isSameConnection: true });
  },
  60_000,
);

test('a file that is refused in its middle leaves the connection usable', async () => {
  const tooBig = Buffer.concat([big, big]);
  expect(await ask('PUT', tooBig)).toMatchObject({ status: 413, isSameConnection: true });
  expect(await ask('GET')).toMatchObject({ status: 200, isSameConnection: true });
  expect(await ask('PUT', jpeg)).toMatchObject({ status: 415, isSameConnection: true });
  expect(await ask('GET')).toMatchObject({ status: 200, isSameConnection: true });
});

test('a scanner that is away is told as unavailable, logged and counted', async () => {
  await clamd.stop();
  logged.mockClear();
  expect(await ask('PUT', pdf)).toMatchObject({ status: 503, type: '/problems/unavailable', isSameConnection: true });
  expect(logged).toHaveBeenCalledWith(expect.objectContaining({ msg: 'the scanner did not look at a file', failures: 1 }));
  expect(await ask('GET')).toMatchObject({ status: 200, isSameConnection: true });
});
