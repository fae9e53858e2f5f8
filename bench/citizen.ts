import { randomUUID } from 'node:crypto';
import type { Asked } from '@sportello/contracts/contract';
import { putPerson } from '@sportello/contracts/identity/people';
import { type Actor, service as installation } from '@sportello/messaging/actor';
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

export const content = {
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

type Profiles = Asked<typeof putPerson>['profiles'];

/** Asks the services on the installation's own account. */
export async function onBus<T>({ backing, secrets }: Stack, work: (bus: Bus, actor: Actor) => Promise<T>): Promise<T> {
  const { host } = new URL(backing.nats.url);
  const nats = await connectBus({ url: `nats://${host}`, user: 'tools', password: secrets.natsPasswords.tools });
  try {
    return await work(new Bus(nats), installation);
  } finally {
    await nats.close();
  }
}

/** @param of birthDate YYYY-MM-DD, another one for each: the fiscal code comes from it */
export async function registerPerson(bus: Bus, of: { id: string; username: string; birthDate: string; profiles: Profiles }): Promise<void> {
  const { id, username, birthDate, profiles } = of;
  const person = { givenName: 'Anna', familyName: 'Banco', birthDate, birthPlace: 'L219', sex: 'F' as const };
  const identity = { ...person, fiscalCode: fiscalCodeOf(person), birthState: null };
  await bus.call(putPerson, { id, identity, mail: null, profiles, credentials: { username, password: randomUUID() } }, installation);
}

/** Registers mayors through the contract: nobody may keep thousands of drafts. */
export async function registerMayors(stack: Stack, count: number): Promise<Citizen[]> {
  const usernames = Array.from({ length: count }, (_, index) => `bench.mayor.${index}`);
  await onBus(stack, async (bus) => {
    for (const [index, username] of usernames.entries()) {
      const birthDate = new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10);
      const profiles: Profiles = [{ id: randomUUID(), kind: 'mayor', onBehalfOf: 'Comune di prova', organizationId: null }];
      await registerPerson(bus, { id: randomUUID(), username, birthDate, profiles });
    }
  });
  const citizens: Citizen[] = [];
  for (const username of usernames) citizens.push(await citizenOf(stack.baseUrl, username));
  return citizens;
}

type Send = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

/** Signs somebody in who has accepted what everybody must accept. @returns what her requests carry, and a way to make them */
export async function signIn(baseUrl: string, username: string): Promise<{ headers: Record<string, string>; send: Send }> {
  const form = new URLSearchParams({ grant_type: 'urn:sportello:laboratory', client_id: 'laboratory', username });
  const answer = await fetch(`${issuerOf(baseUrl)}/protocol/openid-connect/token`, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`no token for ${username}: ${await answer.text()}`);
  const { access_token } = (await answer.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${access_token}` };
  const send: Send = async (method, path, body) => {
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
  return { headers, send };
}

async function citizenOf(baseUrl: string, username: string): Promise<Citizen> {
  const { headers, send } = await signIn(baseUrl, username);
  return {
    headers,
    makeReady: async (id) => {
      const opened = await send('PUT', `/practices/${id}`, { procedureId: procedures.utentiServizi06, content });
      const { version: ready } = await send('PUT', `/practices/${id}/completion`, { version: opened['version'] });
      return ready as number;
    },
  };
}
