import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type GatewayUnderTest, startGatewayAlone } from './start-gateway.js';

/** In the place of the identity service: says back which address it was told. */
let identity: Server;
/** One door that people reach themselves, and one behind a proxy of ours. */
let bare: GatewayUnderTest;
let behindProxy: GatewayUnderTest;
const MOST = 40;

beforeAll(async () => {
  identity = createServer(({ headers }, response) => response.end(JSON.stringify(headers['x-forwarded-for'])));
  await new Promise<void>((done) => identity.listen(0, '127.0.0.1', done));
  const settings = { IDENTITY_URL: `http://127.0.0.1:${(identity.address() as AddressInfo).port}`, RATE_LIMIT: String(MOST) };
  bare = await startGatewayAlone(settings);
  behindProxy = await startGatewayAlone({ ...settings, TRUSTED_PROXIES: 'loopback' });
});

afterAll(async () => {
  await Promise.all([bare?.stop(), behindProxy?.stop()]);
  await new Promise((done) => identity.close(done));
});

const from = (gateway: GatewayUnderTest, address: string) =>
  fetch(`${gateway.baseUrl}/realms/sportello/anything`, { headers: { 'x-forwarded-for': address } });
const told = async (gateway: GatewayUnderTest, address: string): Promise<[number, unknown]> => {
  const response = await from(gateway, address);
  return [response.status, await response.json()];
};

test.each([
  ['203.0.113.7', '203.0.113.7'],
  // Whoever comes may write what he likes: the proxy's own entry is the last one.
  ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['2001:db8::1', '2001:db8::1'],
  [`${'9'.repeat(500)}`, '127.0.0.1'],
  [`203.0.113.7, ${'x'.repeat(500)}`, '127.0.0.1'],
  [`${'x'.repeat(500)}, 203.0.113.7`, '203.0.113.7'],
  ['127.0.0.1.evil.example', '127.0.0.1'],
])('an address that a proxy of ours forwards is believed, if it is one: %s', async (forwarded, address) => {
  expect(await told(behindProxy, forwarded)).toEqual([200, address]);
  // Nobody else is believed, and a text that is no address refuses nothing.
  expect(await told(bare, forwarded)).toEqual([200, '127.0.0.1']);
});

test('a service that counts visitors is told where each comes from', async () => {
  const addresses: (string | null)[] = [];
  await behindProxy.answer('rpc.appointments.list-bookable.v1', (_asked, { address }) => {
    addresses.push(address);
    return { items: [], next: null };
  });
  for (const address of ['203.0.113.7', '2001:db8::1'])
    await fetch(`${behindProxy.baseUrl}/api/v1/bookable-calendars`, { headers: { 'x-forwarded-for': address } });
  expect(addresses).toEqual(['203.0.113.7', '2001:db8::1']);
});

test('another made-up address for each request is still one caller, unless a proxy of ours says it', async () => {
  const statuses = async (gateway: GatewayUnderTest) => {
    const all = await Promise.all(Array.from({ length: MOST + 1 }, (_, at) => from(gateway, `203.0.113.${at}`)));
    return new Set(all.map(({ status }) => status));
  };
  expect(await statuses(bare)).toEqual(new Set([200, 429]));
  expect(await statuses(behindProxy)).toEqual(new Set([200]));
});
