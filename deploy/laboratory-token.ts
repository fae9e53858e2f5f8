import { z } from 'zod';
import { issuerOf } from './environment.ts';

const Answer = z.object({ access_token: z.string() });
const Refusal = z.object({ error: z.string(), error_description: z.string().optional() });

/** Only the identity service of a laboratory knows this client and this grant: whoever asks is believed. @throws Error with why there is none */
export async function laboratoryToken(baseUrl: string, username: string): Promise<string> {
  const response = await fetch(`${issuerOf(baseUrl)}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:sportello:laboratory', client_id: 'laboratory', username }),
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return Answer.parse(body).access_token;
  const refusal = Refusal.safeParse(body).data;
  throw new Error(`No token for ${username}: ${refusal?.error_description ?? refusal?.error ?? response.status}`);
}
