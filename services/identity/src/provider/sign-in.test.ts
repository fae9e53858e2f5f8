import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { service as installation } from '@sportello/messaging/actor';
import { administrator, bianchi, ferrari, giulia, piedmont } from '@sportello/testing/people';
import { pictureOf } from '@sportello/testing/pictures';
import { freePort } from '@sportello/testing/servers';
import * as oidc from 'openid-client';
import { Browser, formOf } from '../../test/browser.js';
import {
  clientSecret,
  employ,
  type IdentityUnderTest,
  idOf,
  password,
  production,
  register,
  registration,
  settings,
  startIdentity,
} from '../../test/start-identity.js';
import { OfficersService } from '../officers/officers.service.js';
import { PeopleService } from '../people/people.service.js';
import { ThemesService } from '../themes/themes.service.js';
import { pageTexts } from './texts.js';

const callback = 'http://localhost:3000/auth/callback';
/** The address of a body. */
const ofPiedmont = 'http://127.0.0.1:3000';
let identity: IdentityUnderTest;
let portal: oidc.Configuration;

beforeAll(async () => {
  identity = await startIdentity({ BODY_URLS: `${piedmont}=${ofPiedmont}` });
  await register(identity, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
  await employ(identity, bianchi, registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D'));
  portal = await oidc.discovery(new URL(identity.issuer), 'portal-bff', undefined, oidc.ClientSecretBasic(clientSecret), {
    execute: [oidc.allowInsecureRequests],
  });
});
afterAll(() => identity.stop());

test('the sign-in pages bear the name, the owner and the words of the portal', async () => {
  for (const language of ['it', 'en'] as const) {
    const wordsIn = (folder: string) =>
      JSON.parse(readFileSync(join(import.meta.dirname, `../../../../web/${folder}/src/${language}.json`), 'utf8'));
    const { name, owner, tagline } = pageTexts[language];
    expect({ name, owner, tagline }).toEqual({
      name: wordsIn('ui')['ui.appName'],
      owner: wordsIn('portal')['frame.owner'],
      tagline: wordsIn('portal')['frame.tagline'],
    });
  }
  const { page } = await ask();
  const shown = await page.text();
  for (const words of [pageTexts.it.name, pageTexts.it.owner, pageTexts.it.spid, pageTexts.it.cie, pageTexts.it.nationalOff])
    expect(shown).toContain(words);
});

test('ADM-34: who comes from the address of a body signs in under its name, logo and colours', async () => {
  const logo = { png: pictureOf().toString('base64'), alternative: { it: 'Stemma del Piemonte', en: 'Arms of Piedmont' } };
  const known = await identity.get(ThemesService).get({ organizationId: piedmont }, installation);
  await identity.get(ThemesService).put({ ...known, name: { it: 'Il Piemonte', en: 'Piedmont' }, logo }, installation);
  const { page } = await ask({ redirect_uri: `${ofPiedmont}/auth/callback` });
  const shown = await page.text();
  for (const words of ['- Il Piemonte</title>', `/themes/${piedmont}/look.css`, `/themes/${piedmont}/look.png" alt="Stemma del Piemonte"`])
    expect(shown).toContain(words);
  expect(await (await ask()).page.text()).not.toContain('Il Piemonte');
});

interface Attempt {
  browser: Browser;
  verifier: string;
  nonce: string;
  page: Response;
}

/** Where the gateway sends people to sign in. */
async function departure(extra: Record<string, string> = {}) {
  const verifier = oidc.randomPKCECodeVerifier();
  const nonce = oidc.randomNonce();
  const address = oidc.buildAuthorizationUrl(portal, {
    redirect_uri: callback,
    scope: 'openid profile',
    state: 'a state',
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...extra,
  });
  return { verifier, nonce, address };
}

/** Goes to the sign-in page as the gateway sends people there. */
async function ask(extra: Record<string, string> = {}, browser = new Browser(identity.issuer)): Promise<Attempt> {
  const { verifier, nonce, address } = await departure(extra);
  return { browser, verifier, nonce, page: await browser.get(address) };
}

async function type(attempt: Attempt, username: string, secret: string): Promise<Response> {
  const { action } = formOf(await attempt.page.clone().text(), attempt.page.url);
  return attempt.browser.post(action, { username, password: secret });
}

const redeem = ({ verifier, nonce }: Attempt, back: URL) =>
  oidc.authorizationCodeGrant(portal, back, { pkceCodeVerifier: verifier, expectedState: 'a state', expectedNonce: nonce });

async function signIn(username: string, extra: Record<string, string> = {}) {
  const attempt = await ask(extra);
  const back = Browser.leadsTo(await type(attempt, username, password));
  return { attempt, back, tokens: await redeem(attempt, back) };
}

const contentOf = (token: string): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

test('the realm has Keycloak’s addresses', () => {
  const metadata = portal.serverMetadata();
  const base = `${identity.issuer}/protocol/openid-connect`;
  expect(metadata).toMatchObject({
    issuer: identity.issuer,
    authorization_endpoint: `${base}/auth`,
    token_endpoint: `${base}/token`,
    jwks_uri: `${base}/certs`,
    end_session_endpoint: `${base}/logout`,
    revocation_endpoint: `${base}/revoke`,
  });
});

test('IDE-02: a person signs in with username and password, and the portal learns who she is and how she proved it', async () => {
  const { tokens } = await signIn('Giulia.Bianco');
  expect(tokens.claims()).toMatchObject({
    sub: idOf(giulia),
    acr: '2',
    spid_level: '2',
    amr: ['local'],
    method: 'local',
    locale: 'it',
    auth_time: expect.any(Number),
    sid: expect.any(String),
  });
  expect(contentOf(tokens.access_token)).toMatchObject({
    iss: identity.issuer,
    sub: idOf(giulia),
    aud: 'gateway',
    typ: 'Bearer',
    azp: 'portal-bff',
    acr: '2',
    spid_level: '2',
    amr: ['local'],
    preferred_username: 'giulia.bianco',
    realm_access: { roles: ['citizen'] },
    sid: tokens.claims()?.['sid'],
  });
  expect(tokens.expires_in).toBe(300);
});

test('a second sign-in in the same browser needs no password', async () => {
  const { attempt } = await signIn('giulia.bianco');
  const again = await ask({}, attempt.browser);
  const tokens = await redeem(again, Browser.leadsTo(again.page));
  expect(tokens.claims()?.sub).toBe(idOf(giulia));
});

test('after a change of COOKIE_KEYS nobody types her password again as long as the old key stands behind', async () => {
  const { attempt } = await signIn('giulia.bianco');
  const { attempt: other } = await signIn('giulia.bianco');
  const [next, former] = ['a new key that signs all the cookies', settings().COOKIE_KEYS];
  const askAfter = async (keys: string, { browser }: Attempt) => {
    const port = await freePort();
    const replica = await identity.replica({ COOKIE_KEYS: keys, OIDC_PORT: String(port) });
    const here = new URL(identity.issuer).port;
    try {
      const { address } = await departure();
      return await browser.get(String(address).replace(`:${here}/`, `:${port}/`));
    } finally {
      await replica.stop();
    }
  };
  const known = await askAfter(`${next},${former}`, attempt);
  expect(Browser.leadsTo(known).searchParams.has('code')).toBe(true);
  const unknown = await askAfter(next, other);
  expect(unknown.headers.get('location') ?? '').not.toContain('code=');
});

test('a wrong password and an unknown name are answered alike', async () => {
  const answers = await Promise.all(
    ['giulia.bianco', 'nobody.at.all'].map(async (name) => {
      const response = await type(await ask(), name, 'not the password');
      const [text = ''] = (await response.text()).replace(/interaction\/[\w-]+/g, '').split('<section');
      return { status: response.status, text: text.replaceAll(name, 'NAME') };
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ status: 401, text: expect.stringContaining('Username o password non corretti') });
});

test('IDE-51: whoever has signed in here before is let in while somebody guesses at her name from the same address', async () => {
  const [own, stranger] = [new Browser(identity.issuer, '192.0.2.77'), new Browser(identity.issuer, '192.0.2.77')];
  Browser.leadsTo(await type(await ask({}, own), 'giulia.bianco', password));
  const guesses: number[] = [];
  for (let count = 0; count < 6; count++) guesses.push((await type(await ask({}, stranger), 'giulia.bianco', 'a guess')).status);
  expect(guesses).toEqual([401, 401, 401, 401, 429, 429]);
  expect((await type(await ask({}, stranger), 'giulia.bianco', password)).status).toBe(429);
  const again = await ask({ prompt: 'login' }, own);
  expect(Browser.leadsTo(await type(again, 'giulia.bianco', password)).href).toContain('/auth/callback?code=');
});

test('the sign-in form cannot be sent from another browser', async () => {
  const attempt = await ask();
  const { action } = formOf(await attempt.page.text(), attempt.page.url);
  const response = await new Browser(identity.issuer).post(action, { username: 'giulia.bianco', password });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('La pagina è scaduta');
});

test('what a person types is never written into the page as HTML', async () => {
  const text = await (await type(await ask(), '"><script>alert(1)</script>', 'x')).text();
  expect(text).not.toContain('<script>alert');
  expect(text).toContain('&#60;script&#62;');
});

test('an authorization code works once; the second use ends what the first was given', async () => {
  const { attempt, back, tokens } = await signIn('giulia.bianco');
  await expect(redeem(attempt, back)).rejects.toMatchObject({ error: 'invalid_grant' });
  await expect(oidc.refreshTokenGrant(portal, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('of many who use a code at the same instant at most one is served', async () => {
  const attempt = await ask();
  const back = Browser.leadsTo(await type(attempt, 'giulia.bianco', password));
  const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => redeem(attempt, back)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
});

test('refresh tokens rotate: the old one used again ends the session’s tokens', async () => {
  const { tokens } = await signIn('giulia.bianco');
  const first = tokens.refresh_token ?? '';
  const second = await oidc.refreshTokenGrant(portal, first);
  expect(second.refresh_token).not.toBe(first);
  expect(contentOf(second.access_token)).toMatchObject({
    sub: idOf(giulia),
    spid_level: '2',
    method: 'local',
    realm_access: { roles: ['citizen'] },
  });
  await expect(oidc.refreshTokenGrant(portal, first)).rejects.toMatchObject({ error: 'invalid_grant' });
  await expect(oidc.refreshTokenGrant(portal, second.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('without PKCE, with another redirect or with a wrong secret nothing is given', async () => {
  const browser = new Browser(identity.issuer);
  const bare = oidc.buildAuthorizationUrl(portal, { redirect_uri: callback, scope: 'openid' });
  expect(Browser.leadsTo(await browser.get(bare)).searchParams.get('error')).toBe('invalid_request');
  const elsewhere = await ask({ redirect_uri: 'https://evil.example/auth/callback' });
  expect(elsewhere.page.status).toBe(400);
  expect(elsewhere.page.headers.get('location')).toBeNull();

  const attempt = await ask();
  const back = Browser.leadsTo(await type(attempt, 'giulia.bianco', password));
  const body = {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: callback,
    code_verifier: attempt.verifier,
  };
  const response = await fetch(`${identity.issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...body, client_id: 'portal-bff', client_secret: 'guessed' }),
  });
  expect(response.status).toBe(401);
});

test('IDE-41: an officer signs in at her own entrance, which does not let citizens in', async () => {
  const attempt = await ask({ as: 'officer' });
  const page = await attempt.page.clone().text();
  expect(page).toContain('<h1>Gestisci i servizi digitali</h1>');
  expect(page).toMatch(/<button[^>]*>Login<\/button>/);
  const refused = await type(attempt, 'giulia.bianco', password);
  expect(refused.status).toBe(403);
  expect(await refused.text()).toContain('non lavora per un ente');

  // Who works for a body and may not at present is told so, and whom to ask.
  await identity.get(OfficersService).suspend({ id: idOf(bianchi) }, administrator);
  const suspended = await type(attempt, 'laura.bianchi', password);
  expect([suspended.status, await suspended.text()]).toEqual([403, expect.stringMatching(/«Regione Piemonte» è sospeso.*manager/)]);
  await identity.get(OfficersService).reinstate({ id: idOf(bianchi) }, administrator);

  const tokens = await redeem(attempt, Browser.leadsTo(await type(attempt, 'laura.bianchi', password)));
  expect(contentOf(tokens.access_token)).toMatchObject({ realm_access: { roles: ['officer'] } });
});

test('IDE-41: a citizen’s session does not open the officers’ entrance', async () => {
  const { attempt } = await signIn('giulia.bianco');
  const again = await ask({ as: 'officer' }, attempt.browser);
  expect(again.page.status).toBe(200);
  expect(await again.page.text()).toContain('Gestisci i servizi digitali');
});

test('another person can sign in over the session of the first, whose tokens end', async () => {
  const { attempt, tokens: firsts } = await signIn('giulia.bianco');
  const again = await ask({ prompt: 'login' }, attempt.browser);
  const between = await type(again, 'laura.bianchi', password);
  const { action, fields } = formOf(await between.text(), between.url);
  const tokens = await redeem(again, Browser.leadsTo(await attempt.browser.post(action, fields)));
  expect(tokens.claims()?.sub).toBe(idOf(bianchi));
  await expect(oidc.refreshTokenGrant(portal, firsts.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('IDE-11: the page speaks Italian, English and Slovenian, and stays in the language chosen after a mistake', async () => {
  expect(await (await ask()).page.text()).toContain('Inserisci il tuo username');
  const english = await ask({ ui_locales: 'en' });
  expect(await english.page.clone().text()).toMatch(/<html lang="en">/);
  const [, slovenian] = /href="([^"]*lang=sl)"/.exec(await english.page.text()) ?? [];
  const page = await english.browser.get(new URL(slovenian ?? '', english.page.url));
  const text = await page.clone().text();
  expect(text).toMatch(/<html lang="sl">/);
  const mistaken = await english.browser.post(formOf(text, page.url).action, { username: 'giulia.bianco', password: 'no' });
  expect(await mistaken.text()).toContain('Uporabniško ime ali geslo ni pravilno');
});

test('who leaves the sign-in page goes back to the portal', async () => {
  const attempt = await ask();
  const { action } = formOf(await attempt.page.text(), attempt.page.url);
  const back = Browser.leadsTo(await attempt.browser.post(action, { leave: 'yes' }));
  expect(back.href).toMatch(/^http:\/\/localhost:3000\/auth\/callback\?error=access_denied/);
});

test('a person of the laboratory is chosen from the list, which says what it is', async () => {
  const attempt = await ask();
  const page = await attempt.page.clone().text();
  expect(page).toContain('Accesso di laboratorio: non è SPID né CIE');
  expect(page).toContain('Giulia Bianco');
  const { action } = formOf(page, attempt.page.url);
  const tokens = await redeem(attempt, Browser.leadsTo(await attempt.browser.post(action, { person: 'giulia.bianco' })));
  expect(tokens.claims()?.sub).toBe(idOf(giulia));
});

test('pages are held by a strict content security policy and kept in no cache', async () => {
  const { page } = await ask();
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'sha256-[^ ;]+';.*frame-ancestors 'none'/);
  expect(page.headers.get('cache-control')).toBe('no-store');
});

test('signing out asks first, then ends the session and its refresh tokens', async () => {
  const { attempt, tokens } = await signIn('giulia.bianco');
  const address = oidc.buildEndSessionUrl(portal, {
    id_token_hint: tokens.id_token ?? '',
    post_logout_redirect_uri: 'http://localhost:3000/en',
  });
  const asked = await attempt.browser.get(address);
  expect(asked.status).toBe(200);
  const { action, fields } = formOf(await asked.text(), asked.url, 'op.logoutForm');
  const gone = await attempt.browser.post(action, { ...fields, logout: 'yes' });
  expect(Browser.leadsTo(gone).href).toBe('http://localhost:3000/en');
  await expect(oidc.refreshTokenGrant(portal, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
  expect((await ask({}, attempt.browser)).page.status).toBe(200);
});

test('after signing out nobody is sent to a foreign site', async () => {
  const { attempt, tokens } = await signIn('giulia.bianco');
  const address = oidc.buildEndSessionUrl(portal, {
    id_token_hint: tokens.id_token ?? '',
    post_logout_redirect_uri: 'https://evil.example/',
  });
  const answer = await attempt.browser.get(address);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('location')).toBeNull();
});

test('the gateway is told behind the browser’s back when a session ends', async () => {
  const received: URLSearchParams[] = [];
  const gateway = createServer(async (request, response) => {
    const chunks = await request.toArray();
    received.push(new URLSearchParams(Buffer.concat(chunks).toString()));
    response.end();
  });
  await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
  const publicUrl = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const service = await startIdentity({ PUBLIC_URL: publicUrl });
  try {
    await register(service, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
    const client = await oidc.discovery(new URL(service.issuer), 'portal-bff', undefined, oidc.ClientSecretBasic(clientSecret), {
      execute: [oidc.allowInsecureRequests],
    });
    const browser = new Browser(service.issuer);
    const verifier = oidc.randomPKCECodeVerifier();
    const code_challenge = await oidc.calculatePKCECodeChallenge(verifier);
    const asked = { redirect_uri: `${publicUrl}/auth/callback`, scope: 'openid', code_challenge, code_challenge_method: 'S256' };
    const page = await browser.get(oidc.buildAuthorizationUrl(client, asked));
    const back = await browser.post(formOf(await page.text(), page.url).action, { username: 'giulia.bianco', password });
    const tokens = await oidc.authorizationCodeGrant(client, Browser.leadsTo(back), { pkceCodeVerifier: verifier });
    const out = await browser.get(oidc.buildEndSessionUrl(client, { id_token_hint: tokens.id_token ?? '' }));
    const { action, fields } = formOf(await out.text(), out.url, 'op.logoutForm');
    const gone = await browser.post(action, { ...fields, logout: 'yes' });
    expect(await gone.text()).toContain('Sei uscito');
    expect(contentOf(received[0]?.get('logout_token') ?? '')).toMatchObject({
      iss: service.issuer,
      aud: 'portal-bff',
      sub: idOf(giulia),
      sid: tokens.claims()?.['sid'],
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    });
  } finally {
    await service.stop();
    await new Promise((done) => gateway.close(done));
  }
});

test('behind https every cookie is Secure, and addresses are the public ones whatever the request says', async () => {
  const publicUrl = 'https://servizi.example.it';
  const service = await startIdentity({ ...production, PUBLIC_URL: publicUrl, OIDC_ISSUER: `${publicUrl}/realms/sportello` });
  try {
    const code_challenge = await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier());
    const asked = new URLSearchParams({
      client_id: 'portal-bff',
      response_type: 'code',
      redirect_uri: `${publicUrl}/auth/callback`,
      scope: 'openid',
      code_challenge,
      code_challenge_method: 'S256',
    });
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };
    const answer = await fetch(`${service.issuer}/protocol/openid-connect/auth?${asked}`, { redirect: 'manual', headers });
    expect(answer.status).toBe(303);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; secure; httponly/i);
    const metadata = await fetch(`${service.issuer}/.well-known/openid-configuration`, { headers });
    expect(await metadata.json()).toMatchObject({ token_endpoint: `${publicUrl}/realms/sportello/protocol/openid-connect/token` });
  } finally {
    await service.stop();
  }
});

test('a password that an administrator gave opens nothing until its owner has replaced it', async () => {
  const given = 'scelta da altri';
  const person = {
    ...registration(ferrari, 'Ada', 'Ferrari', 'FRRDAA80E41L219I'),
    credentials: { username: 'ada.ferrari', password: given },
  };
  await identity.get(PeopleService).put(person, administrator);
  await employ(identity, ferrari, { ...person, credentials: null });
  const attempt = await ask({ as: 'officer', ui_locales: 'it' });
  const asked = await type(attempt, 'ada.ferrari', given);
  expect([asked.status, await asked.clone().text()]).toEqual([200, expect.stringContaining('Scegli la tua password')]);

  const { action } = formOf(await asked.clone().text(), asked.url);
  const choose = (newPassword: string, newPasswordAgain = newPassword) => attempt.browser.post(action, { newPassword, newPasswordAgain });
  for (const [words, refused] of [
    ['almeno 12 caratteri', await choose('corta')],
    ['troppo semplice', await choose(' '.repeat(12))],
    ['troppo semplice', await choose('Ada.Ferrari ada.ferrari')],
    ['non sono uguali', await choose('una password mia', 'un’altra ancora')],
    ['uguale a quella assegnata', await choose(given)],
  ] as const)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(words)]);

  // The page is there in the other languages too, and what is wrong is not left to the browser's own words.
  const page = await asked.text();
  const [, english = ''] = /href="([^"]*lang=en[^"]*)"/.exec(page) ?? [];
  const other = await attempt.browser.get(new URL(english.replaceAll('&#38;', '&'), asked.url));
  expect([other.status, await other.text()]).toEqual([200, expect.stringContaining('Choose your password')]);
  expect(page).toContain('novalidate');

  const mine = 'una password mia';
  expect(await redeem(attempt, Browser.leadsTo(await choose(mine)))).toMatchObject({ token_type: 'bearer' });
  expect((await choose('un’altra ancora')).status).not.toBe(200);
  const later = await ask({ as: 'officer' });
  expect((await type(later, 'ada.ferrari', given)).status).toBe(401);
  expect(Browser.leadsTo(await type(later, 'ada.ferrari', mine)).searchParams.has('code')).toBe(true);
});

test('nobody chooses a password without having typed the one that was given', async () => {
  const attempt = await ask({ ui_locales: 'it' });
  const { action } = formOf(await attempt.page.clone().text(), attempt.page.url);
  const answer = await attempt.browser.post(action, { newPassword: 'una password mia', newPasswordAgain: 'una password mia' });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('È passato troppo tempo')]);
});
