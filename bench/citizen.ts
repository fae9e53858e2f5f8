import { randomUUID } from 'node:crypto';
import { putPerson } from '@sportello/contracts/identity/people';
import { service as installation } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { issuerOf } from '../deploy/environment.ts';
import type { Stack } from '../deploy/stack.ts';
import { fiscalCodeOf } from '../deploy/world/fiscal-code.ts';
import { procedures } from '../deploy/world/ids.ts';

/** Somebody who asks the API with a bearer token of the laboratory. */
export interface Citizen {
  headers: Record<string, string>;
  /** Opens "Utenti Servizi 06" under this id, fills it and closes the compilation. @returns the version to be sent */
  makeReady(id: string): Promise<number>;
}

const content = {
  noticeRead: true,
  province: '001',
  municipality: '001272',
  cap: '10122',
  address: 'Corso Giacomo Matteotti, 10',
  bodyFiscalCode: '00514490010',
  pec: 'protocollo@pec.ascalea.example',
  rupName: 'Carla Riva',
  rupMail: 'carla.riva@ascalea.example',
  rupPhone: '0115550101',
  users: [
    {
      givenName: 'GIUSEPPE',
      familyName: 'VERDI',
      birthDate: '1813-10-10',
      fiscalCode: 'VRDGPP13R10B293P',
      mail: 'g.verdi@ascalea.it',
      phone: '12345678',
    },
  ],
};

/** Registers mayors through the contract, on the installation's account: nobody may keep thousands of drafts. */
export async function registerMayors({ backing, secrets, baseUrl }: Stack, count: number): Promise<Citizen[]> {
  const { host } = new URL(backing.nats.url);
  const nats = await connectBus({ url: `nats://${host}`, user: 'tools', password: secrets.natsPasswords.tools });
  const bus = new Bus(nats);
  const usernames = Array.from({ length: count }, (_, index) => `bench.mayor.${index}`);
  for (const [index, username] of usernames.entries()) {
    const birthDate = new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10);
    const person = { givenName: 'Anna', familyName: 'Banco', birthDate, birthPlace: 'L219', sex: 'F' as const };
    await bus.call(
      putPerson,
      {
        id: randomUUID(),
        identity: { ...person, fiscalCode: fiscalCodeOf(person), birthState: null },
        mail: null,
        profiles: [{ id: randomUUID(), kind: 'mayor', onBehalfOf: 'Comune di prova', organizationId: null }],
        credentials: { username, password: randomUUID() },
      },
      installation,
    );
  }
  await nats.close();
  const citizens: Citizen[] = [];
  for (const username of usernames) citizens.push(await citizenOf(baseUrl, issuerOf(baseUrl), username));
  return citizens;
}

async function citizenOf(baseUrl: string, issuer: string, username: string): Promise<Citizen> {
  const form = new URLSearchParams({ grant_type: 'urn:sportello:laboratory', client_id: 'laboratory', username });
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`no token for ${username}: ${await answer.text()}`);
  const { access_token } = (await answer.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}` };
  const send = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json() as Promise<Record<string, unknown>>;
  };
  const { version } = await send('GET', '/policies/privacy');
  await send('PUT', '/policies/privacy/acceptance', { version });
  return {
    headers,
    makeReady: async (id) => {
      const opened = await send('PUT', `/practices/${id}`, { procedureId: procedures.utentiServizi06, content });
      const { version: ready } = await send('PUT', `/practices/${id}/completion`, { version: opened['version'] });
      return ready as number;
    },
  };
}
