import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { forbidden } from '@sportello/contracts/problems';
import { administrator, manager, piedmont } from '@sportello/testing/people';
import * as oidc from 'openid-client';
import { Browser, formOf } from '../../test/browser.js';
import { employ, type IdentityUnderTest, idOf, password, production, registration, startIdentity } from '../../test/start-identity.js';
import { codeOf, stepAt } from '../accounts/totp.js';
import { OfficersService } from '../officers/officers.service.js';
import { SecurityService } from '../security/security.service.js';

let identity: IdentityUnderTest;
let secret: Buffer;
let recoveryCodes: string[];
/** The step of the last code that was taken. */
let last = 0;

beforeAll(async () => {
  // Outside the laboratory, where the second factor is asked; the provider is reached without TLS behind its proxy.
  identity = await startIdentity({ ...production, OIDC_ISSUER: `${production.PUBLIC_URL}/realms/sportello` });
  await employ(identity, manager, registration(manager, 'Paolo', 'Conti', 'CNTPLA80E41L219R'));
});
afterAll(() => identity.stop());

let visitors = 0;
/** The sign-in page, and what is typed there. */
async function begin() {
  const browser = new Browser(identity.issuer, `198.51.100.${++visitors}`);
  const asked = new URLSearchParams({
    client_id: 'portal-bff',
    response_type: 'code',
    redirect_uri: `${production.PUBLIC_URL}/auth/callback`,
    scope: 'openid',
    code_challenge: await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier()),
    code_challenge_method: 'S256',
    as: 'officer',
  });
  const page = await browser.get(`${identity.issuer}/protocol/openid-connect/auth?${asked}`);
  const { action } = formOf(await page.text(), page.url);
  const send = async (fields: Record<string, string>) => {
    const response = await browser.post(action, fields);
    // Where the provider goes on once it knows who she is: at the public address, which nobody answers here.
    const isIn = response.status === 303 && (response.headers.get('location') ?? '').includes('/protocol/openid-connect/auth/');
    return { status: response.status, text: await response.text(), isIn };
  };
  return { send, password: () => send({ username: 'paolo.conti', password }) };
}
const decoded = (base32: string) => {
  const bits = [...base32].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};
/** A code that was not taken yet: the clock gives one in 30 seconds, and one step early is taken too. */
const fresh = () => {
  last = Math.max(last + 1, stepAt(new Date()) - 1);
  return codeOf(secret, last);
};

test('IDE-50: a manager sets her app at her first sign-in, by QR code or typed secret, and is shown recovery codes once', async () => {
  const { send, ...visit } = await begin();
  const setting = await visit.password();
  expect(setting).toMatchObject({ status: 200, isIn: false, text: expect.stringContaining('Attiva il secondo fattore') });
  expect(setting.text).toMatch(/<svg class="id-qr"[\s\S]*<path d="M/);
  secret = decoded((/<code>([A-Z2-7 ]+)<\/code>/.exec(setting.text)?.[1] ?? '').replaceAll(' ', ''));
  expect(secret).toHaveLength(20);
  expect(await send({ code: '000 000' })).toMatchObject({ status: 401, text: expect.stringContaining('Il codice non è giusto') });
  const shown = await send({ code: fresh() });
  recoveryCodes = [...shown.text.matchAll(/<code>([A-Z2-7-]{19})<\/code>/g)].map(([, code]) => code ?? '');
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(await send({ recovery: 'kept' })).toMatchObject({ isIn: true });
  const stored = JSON.stringify(await identity.db.query('select * from second_factors'));
  for (const code of recoveryCodes) expect(stored).not.toContain(code);
  expect(stored).not.toContain(secret.toString('base64url'));
});

test('IDE-27, IDE-50: whoever knows her password and has not her app changes no password, and guesses at the code are counted', async () => {
  const next = 'quattro parole scelte da altri';
  const change = async (code: string) => {
    const browser = new Browser(identity.issuer, `198.51.100.${++visitors}`);
    const fields = { username: 'paolo.conti', password, newPassword: next, newPasswordAgain: next, code };
    return (await browser.post(`${identity.issuer}/credentials`, fields)).status;
  };
  const hash = async () => (await identity.db.query('select password_hash from credentials where person_id = $1', [idOf(manager)]))[0];
  const before = await hash();
  expect([await change(''), await change('000000')]).toEqual([401, 401]);
  expect(await hash()).toEqual(before);
  expect(await change(recoveryCodes.at(-1) ?? '')).toBe(200);
  expect(await hash()).not.toEqual(before);
  await identity.db.query('update credentials set password_hash = $2 where person_id = $1', [idOf(manager), before.password_hash]);
});

test('IDE-50: her password alone opens nothing, and a code opens once', async () => {
  const first = await begin();
  expect(await first.password()).toMatchObject({ isIn: false, text: expect.stringContaining('Inserisci il codice') });
  expect(await first.send({ recovery: 'kept' })).toMatchObject({ isIn: false });
  const code = fresh();
  expect(await first.send({ code })).toMatchObject({ isIn: true });
  const again = await begin();
  await again.password();
  expect(await again.send({ code })).toMatchObject({ status: 401, isIn: false });
  const stranger = await begin();
  expect(await stranger.send({ code: recoveryCodes[0] ?? '' })).toMatchObject({ status: 422, isIn: false });
});

test('IDE-50: of many who use a recovery code at the same instant one enters, and nobody afterwards', async () => {
  const code = (recoveryCodes[0] ?? '').toLowerCase();
  const visits = await Promise.all([1, 2, 3].map(() => begin()));
  for (const visit of visits) await visit.password();
  const outcomes = await Promise.all(visits.map(({ send }) => send({ code })));
  expect(outcomes.filter(({ isIn }) => isIn)).toHaveLength(1);
});

test('IDE-50, IDE-51: guesses at codes are counted per person, whatever the browser, and told to the manager', async () => {
  const statuses = [];
  for (let visit = 0; visit < 3; visit += 1) {
    const { send, ...other } = await begin();
    await other.password();
    for (let guess = 0; guess < 3; guess += 1) statuses.push((await send({ code: '000000' })).status);
  }
  expect(statuses.at(-1)).toBe(429);
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
  const { items } = await identity.get(SecurityService).list({ limit: 100 }, { ...manager, organizationId: piedmont });
  const kinds = items.filter(({ personId }) => personId === idOf(manager)).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(['second-factor-set', 'second-factor-failed']));
});

test('IDE-50: an administrator resets the second factor of whoever has lost it, and nobody her own', async () => {
  const officers = identity.get(OfficersService);
  const id = idOf(manager);
  await expect(officers.resetSecondFactor({ id }, manager)).rejects.toMatchObject({ problem: forbidden });
  for (let press = 0; press < 2; press += 1) expect(await officers.resetSecondFactor({ id }, administrator)).toEqual({ id });
  const visit = await begin();
  expect(await visit.password()).toMatchObject({ isIn: false, text: expect.stringContaining('Attiva il secondo fattore') });
  const { items } = await identity.get(SecurityService).list({ limit: 100 }, manager);
  expect(items.filter(({ kind }) => kind === 'second-factor-reset')).toHaveLength(1);
});
