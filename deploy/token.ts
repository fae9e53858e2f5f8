import { z } from 'zod';
import { issuerOf } from './environment.ts';
import { findRunning } from './stack.ts';

const Answer = z.object({ access_token: z.string() });
const Refusal = z.object({ error: z.string(), error_description: z.string().optional() });

const [username] = process.argv.slice(2);
const running = findRunning();
if (!username) fail('Whose token? For example: npm run token -- maria.rossi');
if (!running) fail('Sportello does not run here. Start it first: npm start');

const response = await fetch(`${issuerOf(running.baseUrl)}/protocol/openid-connect/token`, {
  method: 'POST',
  // Only the identity service of a local stack knows this client and this grant: whoever asks is believed.
  body: new URLSearchParams({ grant_type: 'urn:sportello:laboratory', client_id: 'laboratory', username }),
});
const body: unknown = await response.json().catch(() => undefined);
if (!response.ok || body === undefined) {
  const refusal = Refusal.safeParse(body).data;
  fail(`No token for ${username}: ${refusal?.error_description ?? refusal?.error ?? response.status}`);
}
console.log(Answer.parse(body).access_token);

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
