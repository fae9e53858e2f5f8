import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { putPerson } from '@sportello/contracts/identity/people';
import { service as installation } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { type LaboratoryFeature, laboratoryFeatures } from '@sportello/service/laboratory';
import { Visitor } from '@sportello/testing/visitor';
import { type MailCatcher, startMailCatcher } from '../../../deploy/simulators/mail.ts';
import { type Stack, startStack } from '../../../deploy/stack.ts';
import { loadWorld } from '../../../deploy/world/load.ts';
import { laboratoryPassword } from '../../../deploy/world/people.ts';

let mails: MailCatcher;
let laboratory: Stack;
let production: Stack;

const username = 'anna.prova';
const password = 'una password lunga';

beforeAll(async () => {
  mails = await startMailCatcher();
  laboratory = await startStack({ durable: false, build: false });
  production = await startStack({ durable: false, build: false, production: { smtpUrl: mails.smtpUrl } });
  await Promise.all([laboratory, production].map(registerCitizen));
});

afterAll(async () => {
  await Promise.all([laboratory?.stop(), production?.stop(), mails?.stop()]);
});

async function registerCitizen({ backing, secrets }: Stack): Promise<void> {
  const { host } = new URL(backing.nats.url);
  const nats = await connectBus({ url: `nats://${host}`, user: 'tools', password: secrets.natsPasswords.tools });
  const identity = { givenName: 'Anna', familyName: 'Prima', fiscalCode: 'PRMNNA80A41L219D', birthDate: '1980-01-01', birthPlace: 'L219' };
  await new Bus(nats).call(
    putPerson,
    {
      id: randomUUID(),
      identity: { ...identity, birthState: null, sex: 'F' },
      mail: null,
      profiles: [{ id: randomUUID(), kind: 'citizen', onBehalfOf: null, organizationId: null }],
      credentials: { username, password },
    },
    installation,
  );
  await nats.close();
}

const realmOf = ({ baseUrl }: Stack) => `${baseUrl}/realms/sportello`;

/** Goes to the sign-in page as the gateway sends a browser there, by the address where the stack really listens. */
async function signInPage(stack: Stack) {
  const asked = new URLSearchParams({
    client_id: 'portal-bff',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${stack.environmentOf('gateway')['PUBLIC_URL']}/auth/callback`,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  const sent = await fetch(`${realmOf(stack)}/protocol/openid-connect/auth?${asked}`, { redirect: 'manual' });
  const cookies = sent.headers.getSetCookie();
  const url = new URL(new URL(sent.headers.get('location') ?? '', stack.baseUrl).pathname, stack.baseUrl).href;
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  const text = await (await fetch(url, { headers: { cookie } })).text();
  const enter = (fields: Record<string, string>) =>
    fetch(url, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields), redirect: 'manual' });
  return { cookies, text, enter };
}

/** Whether each thing that only a laboratory may have is there, found as somebody from outside would find it. */
const probes: Record<LaboratoryFeature, (stack: Stack) => Promise<boolean>> = {
  'token-by-name': async (stack) => {
    const body = new URLSearchParams({ grant_type: 'urn:sportello:laboratory', client_id: 'laboratory', username });
    return (await fetch(`${realmOf(stack)}/protocol/openid-connect/token`, { method: 'POST', body })).ok;
  },
  'entry-without-password': async (stack) => {
    const { text, enter } = await signInPage(stack);
    return text.includes(`value="${username}"`) || (await enter({ person: username })).status === 303;
  },
  'citizen-password': async (stack) => (await (await signInPage(stack)).enter({ username, password })).status === 303,
  'password-alone': async (stack) => {
    await loadWorld(stack).catch(() => undefined);
    return (await (await signInPage(stack)).enter({ username: 'laura.galli', password: laboratoryPassword })).status === 303;
  },
  'cookie-without-tls': async (stack) => (await signInPage(stack)).cookies.some((cookie) => !/; secure/i.test(cookie)),
  'demonstration-world': async (stack) =>
    loadWorld(stack).then(
      () => true,
      () => false,
    ),
  'mail-catcher': async (stack) => {
    try {
      return (await fetch(stack.mail.url)).ok;
    } catch {
      return false;
    }
  },
};

test.each(Object.keys(laboratoryFeatures) as LaboratoryFeature[])(
  '%s is in a laboratory, and not where real people come',
  async (feature) => {
    expect({ laboratory: await probes[feature](laboratory), production: await probes[feature](production) }).toEqual({
      laboratory: true,
      production: false,
    });
  },
);

test('a laboratory says so to its pages, and to whoever signs in', async () => {
  const said = async (stack: Stack) =>
    ((await (await fetch(`${stack.baseUrl}/api/v1/session`)).json()) as { isLaboratory: boolean }).isLaboratory;
  expect([await said(laboratory), await said(production)]).toEqual([true, false]);
  expect((await signInPage(laboratory)).text).toContain('Accesso di laboratorio');
  expect((await signInPage(production)).text).not.toContain('laboratorio');
});

test('ADM-34, IDE-13: who signs in at the address of a body comes back there, and the cookie opens nothing elsewhere', async () => {
  const { port } = new URL(laboratory.baseUrl);
  const ofBody = `http://127.0.0.1:${port}`;
  process.env['BODY_URLS'] = `${randomUUID()}=${ofBody}`;
  try {
    for (const name of ['identity', 'gateway'] as const) await laboratory.service(name).stop();
    for (const name of ['identity', 'gateway'] as const) await laboratory.service(name).start();
    const anna = new Visitor(ofBody);
    await anna.signIn(username, password, 'citizen', '/servizi?q=nido');
    expect(anna.arrivedAt).toBe(`${ofBody}/servizi?q=nido`);
    const cookie = `sportello=${anna.cookie('sportello')}`;
    const accountAt = async (home: string) => {
      const { account } = (await (await fetch(`${home}/api/v1/session`, { headers: { cookie } })).json()) as { account: object | null };
      return account !== null;
    };
    expect([await accountAt(ofBody), await accountAt(laboratory.baseUrl)]).toEqual([true, false]);
    const { redirect } = await anna.json<{ redirect: string }>('/auth/logout', { method: 'POST' });
    expect(new URL(redirect).searchParams.get('post_logout_redirect_uri')).toBe(`${ofBody}/`);
    // A host that nobody has named is the installation's own: an address in a header sends nobody elsewhere.
    const stranger = await fetch(`${laboratory.baseUrl}/auth/login`, {
      headers: { 'x-forwarded-host': 'evil.example' },
      redirect: 'manual',
    });
    expect(new URL(stranger.headers.get('location') ?? '').searchParams.get('redirect_uri')).toBe(`${laboratory.baseUrl}/auth/callback`);
  } finally {
    delete process.env['BODY_URLS'];
  }
});

test('/status says what runs, and that the issuer cannot be reached at its public address', async () => {
  const response = await fetch(`${production.baseUrl}/status`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    title: 'Degraded',
    version: expect.any(String),
    failing: [],
    degraded: ['gateway/issuer'],
  });
  const departure = await fetch(`${production.baseUrl}/auth/login?returnTo=/en/servizi`, { redirect: 'manual' });
  expect(departure.headers.get('location')).toBe('/en/accedi?errore=issuer-away&ritorno=%2Fen%2Fservizi');
});
