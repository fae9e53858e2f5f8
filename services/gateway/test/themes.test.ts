import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import type { Theme } from '@sportello/contracts/identity/themes';
import { themeChanged } from '@sportello/contracts/identity/themes';
import type { Session } from '@sportello/contracts/web';
import { Problem } from '@sportello/messaging/problem';
import { dimostrativo, piedmont } from '@sportello/testing/people';
import { pictureOf } from '@sportello/testing/pictures';
import { eventually, freePort } from '@sportello/testing/servers';
import type { z } from 'zod';
import { servicesAt } from '../../../deploy/world/procedures.ts';
import { themes } from '../../../deploy/world/themes.ts';
import { type GatewayUnderTest, startGatewayAlone } from './start-gateway.js';

/** The gateway with the pages as they are built, at three addresses: its own and those of two bodies. */
let gateway: GatewayUnderTest;
let homes: { own: string; piedmont: string; dimostrativo: string };
const looks = new Map(themes.map((theme) => [theme.organizationId, { ...theme, version: 1 } as z.output<typeof Theme>]));
const services = [
  { id: '01890000-0000-7000-8000-00000000a001', organizationId: piedmont, code: 'VOUCHER', title: 'Voucher scuola' },
  { id: '01890000-0000-7000-8000-00000000a002', organizationId: dimostrativo, code: 'CERT_ANAG', title: 'Certificati anagrafici' },
].map(({ title, ...service }) => ({
  ...service,
  title: { it: title, en: title },
  subtitle: { it: 'Servizio di prova', en: 'Test service' },
  synonyms: [],
  category: 'registry',
  topics: [],
  recipients: [],
  isModel: false,
  organizationName: '',
  status: 'published',
  statusReason: null,
  access: { methods: [], level: 1 },
  audience: ['citizen'],
  opensAt: null,
  closesAt: null,
  ...{ clickDayId: null, sendingOpensAt: null, sendingClosesAt: null },
  settings: servicesAt(new Date())[0]?.settings,
  formId: null,
  version: 1,
  limits: {},
  placesLeft: null,
  contacts: null,
  sheet: {},
  canStart: false,
  reason: { it: 'Accedi per iniziare', en: 'Sign in to begin' },
}));

beforeAll(async () => {
  const port = String(await freePort());
  homes = { own: `http://127.0.0.1:${port}`, piedmont: `http://127.0.0.2:${port}`, dimostrativo: `http://127.0.0.3:${port}` };
  gateway = await startGatewayAlone({
    WEB_ROOT: join(import.meta.dirname, '../../../web'),
    PORT: port,
    PUBLIC_URL: homes.own,
    OIDC_ISSUER: `${homes.own}/realms/sportello`,
    BODY_URLS: `${piedmont}=${homes.piedmont},${dimostrativo}=${homes.dimostrativo}`,
    HOST: '0.0.0.0',
    LABORATORY_IN_PUBLIC: 'true',
    SECURITY_CONTACT: 'mailto:sicurezza@example.it',
  });
  await gateway.answer('rpc.identity.get-theme.v1', ({ organizationId }: { organizationId: string }) => {
    const look = looks.get(organizationId);
    if (!look) throw new Problem(organizationNotFound);
    return look;
  });
  await gateway.answer('rpc.identity.list-organizations.v1', { items: [], next: null });
  await gateway.answer('rpc.appointments.list-bookable.v1', { items: [], next: null });
  await gateway.answer('rpc.practices.list-facets.v1', { categories: [], topics: [], recipients: [] });
  await gateway.answer('rpc.practices.list-categories.v1', () => ({
    items: [{ category: 'registry', label: { it: 'SERVIZI DEMOGRAFICI', en: 'CIVIL REGISTRY' }, count: 1 }],
  }));
  await gateway.answer('rpc.practices.list-procedures.v1', ({ organizationId }: { organizationId?: string }) => ({
    items: services.filter((service) => !organizationId || service.organizationId === organizationId),
    next: null,
  }));
  await gateway.answer('rpc.practices.get-requirements.v1', { documents: [], usualDays: null });
  await gateway.answer(
    'rpc.practices.find-procedure.v1',
    ({ code }: { code: string }) => services.find((service) => service.code === code.toUpperCase().replaceAll('-', '_')) ?? {},
  );
});

afterAll(() => gateway?.stop());

const read = async (address: string, headers: Record<string, string> = {}) => {
  const response = await fetch(address, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
/** A page that came rendered: the thread begins with the first one. */
const page = (address: string) =>
  eventually(async () => {
    const { text } = await read(address);
    expect(text).toContain('id="rendered"');
    return text;
  });
const bodyAt = async (home: string) => (JSON.parse((await read(`${home}/api/v1/session`)).text) as Session).body;

test('ADM-34: each address shows its own body from the first byte, and that of the installation shows none', async () => {
  const [ofPiedmont, ofDimostrativo, own] = [
    await page(`${homes.piedmont}/`),
    await page(`${homes.dimostrativo}/en`),
    await page(`${homes.own}/`),
  ];
  expect(ofPiedmont).toMatch(/<title>[^<]+ - Regione Piemonte<\/title>/);
  expect(ofPiedmont).toContain('alt="Stemma della Regione Piemonte"');
  expect(ofPiedmont).toContain('Piazza Dimostrativa 1, 10127 Torino');
  expect(ofPiedmont).toContain('<meta property="og:site_name" content="Regione Piemonte">');
  expect(ofPiedmont).toContain('<meta name="theme-color" content="#8a1538"');
  expect(ofDimostrativo).toContain('alt="Coat of arms of the Municipality of Dimostrativo"');
  expect(ofDimostrativo).toContain('VAT number 01234560017');
  for (const words of ['Piemonte', 'Dimostrativo', '/themes/']) expect(own).not.toContain(words);
  for (const html of [ofPiedmont, ofDimostrativo, own]) expect(html).not.toMatch(/ style="|<style/);
});

test("ADM-34: a page says its own address, and lists the services of its body alone; the installation's lists all", async () => {
  const list = await page(`${homes.piedmont}/servizi`);
  expect(list).toContain(`<link rel="canonical" href="${homes.piedmont}/servizi">`);
  expect(list).toContain(`hreflang="en" href="${homes.piedmont}/en/servizi"`);
  expect(list).toContain('Voucher scuola');
  expect(list).not.toContain('Certificati anagrafici');
  const all = await page(`${homes.own}/servizi`);
  expect(all).toContain(`<link rel="canonical" href="${homes.own}/servizi">`);
  expect(all).toContain('Voucher scuola');
  expect(all).toContain('Certificati anagrafici');
  const sheet = await page(`${homes.dimostrativo}/servizi/cert-anag`);
  expect(sheet).toContain(`"serviceUrl":"${homes.dimostrativo}/servizi/cert-anag"`);
});

test('search engines are told of each address by itself', async () => {
  const map = (await read(`${homes.dimostrativo}/sitemap.xml`)).text;
  expect(map).toContain(`<loc>${homes.dimostrativo}/servizi/cert-anag</loc>`);
  expect(map).not.toMatch(/voucher|127\.0\.0\.1:/);
  expect((await read(`${homes.own}/sitemap.xml`)).text).toMatch(/voucher[\s\S]*cert-anag/);
  expect((await read(`${homes.piedmont}/robots.txt`)).text).toContain(`Sitemap: ${homes.piedmont}/sitemap.xml`);
  expect((await read(`${homes.piedmont}/.well-known/security.txt`)).text).toContain(`Canonical: ${homes.piedmont}/`);
});

test('the session says whose address it is, also to the pages that a browser draws by itself', async () => {
  expect(await bodyAt(homes.own)).toBeNull();
  const body = await bodyAt(homes.piedmont);
  expect(body).toMatchObject({ id: piedmont, name: { en: 'Piedmont Region' }, logo: { width: 96, height: 96 } });
  const { text, headers } = await read(`${homes.piedmont}/area-personale/pratiche`);
  expect(text).toContain(`<link rel="stylesheet" href="${body?.stylesheet}"></head>`);
  expect(headers.get('content-security-policy')).toContain("style-src 'self';");
  expect((await read(`${homes.piedmont}/console`)).text).toContain(body?.stylesheet);
});

test('stylesheet and logo are kept for good by their names, and under the name of another version never', async () => {
  const body = await bodyAt(homes.piedmont);
  const stylesheet = await read(homes.piedmont + body?.stylesheet);
  expect(stylesheet.text).toContain('--sp-primary:#8a1538');
  expect(stylesheet.headers.get('content-type')).toContain('text/css');
  expect(stylesheet.headers.get('cache-control')).toContain('immutable');
  const logo = await read(homes.own + body?.logo?.address);
  expect(logo.headers.get('content-type')).toBe('image/png');
  expect(logo.headers.get('x-content-type-options')).toBe('nosniff');
  for (const name of ['0123456789abcdef', 'look']) {
    const present = await read(`${homes.piedmont}/themes/${piedmont}/${name}.css`);
    expect([present.text, present.headers.get('cache-control')]).toEqual([stylesheet.text, 'no-cache']);
  }
  for (const path of [
    `${piedmont}/..%2Fsecret`,
    `${piedmont}/x.css`,
    'nobody/0123456789abcdef.css',
    '01890000-0000-7000-8000-0000000000ff/0123456789abcdef.css',
  ])
    expect({ path, status: (await read(`${homes.own}/themes/${path}`)).status }).toEqual({ path, status: 404 });
});

test('an error at the address of a body bears its name and its colours', async () => {
  const { status, text } = await read(`${homes.dimostrativo}/files/nothing`, { accept: 'text/html' });
  expect(status).toBe(404);
  expect(text).toContain(' - Comune Dimostrativo</title>');
  expect(text).toContain((await bodyAt(homes.dimostrativo))?.stylesheet);
});

test('ADM-34: what is kept of the pages follows a change of the look', async () => {
  const before = await read(`${homes.piedmont}/servizi`);
  const changed = {
    ...(looks.get(piedmont) as z.output<typeof Theme>),
    version: 2,
    name: { it: 'Piemonte nuovo', en: 'New Piedmont' },
    primaryColour: '#003366',
  };
  looks.set(piedmont, { ...changed, logo: { png: pictureOf().toString('base64'), alternative: { it: 'Marchio', en: 'Mark' } } });
  await gateway.announce(themeChanged, looks.get(piedmont) ?? {});
  await eventually(async () => expect(await page(`${homes.piedmont}/servizi`)).toContain('alt="Marchio"'));
  const after = await read(`${homes.piedmont}/servizi`, { 'if-none-match': before.headers.get('etag') ?? '' });
  expect(after.status).toBe(200);
  expect(after.text).toContain('content="#003366"');
  expect((await read(`${homes.dimostrativo}/servizi`)).text).toContain('Comune Dimostrativo');
});
