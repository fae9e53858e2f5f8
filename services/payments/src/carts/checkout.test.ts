import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkoutAway } from '@sportello/contracts/payments/carts';
import type { Config } from '../config.js';
import { Checkout } from './checkout.js';

/** Which keys are accepted, and which were shown. */
let accepted: string[] = [];
let shown: unknown[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    const key = request.headers['ocp-apim-subscription-key'];
    shown.push(key);
    const isAccepted = accepted.includes(String(key));
    request.resume().on('end', () => response.writeHead(isAccepted ? 302 : 401, { location: 'https://checkout.example/c/1' }).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => new Promise((done) => server.close(done)));

const cart = { paymentNotices: [], returnUrls: { returnOkUrl: '', returnCancelUrl: '', returnErrorUrl: '' } } as never;
const checkout = (keys: string[]) => {
  const { port } = server.address() as AddressInfo;
  return new Checkout({ CHECKOUT_URL: `http://127.0.0.1:${port}`, PAGOPA_SUBSCRIPTION_KEYS: keys, CHECKOUT_DEADLINE_SECONDS: 5 } as Config);
};

test('INT-08: while subscription keys are changed the secondary one is used, as long as the primary is refused', async () => {
  accepted = ['secondary'];
  expect(await checkout(['primary', 'secondary']).create(cart)).toBe('https://checkout.example/c/1');
  expect(shown).toEqual(['primary', 'secondary']);
  [accepted, shown] = [['primary', 'secondary'], []];
  await checkout(['primary', 'secondary']).create(cart);
  expect(shown).toEqual(['primary']);
});

test('INT-08: when no key is accepted nobody is sent anywhere', async () => {
  accepted = [];
  await expect(checkout(['primary', 'secondary']).create(cart)).rejects.toMatchObject({ problem: checkoutAway });
});
