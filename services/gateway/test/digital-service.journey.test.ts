import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servicePath } from '@sportello/contracts/practices/service-path';
import { eventually } from '@sportello/testing/servers';
import { Visitor } from '@sportello/testing/visitor';
import { type Installation, openInstallation } from './installation.js';
import { startGatewayAlone } from './start-gateway.js';

/**
 * What the criteria for the digital services of the comuni (C.SE) find in the pages as they reach a reader. The rows that need a form being filled
 * in are shown where it is: in the journeys of the browser.
 */
let world: Installation;
/** The page of each published service, by its path. */
const sheets = new Map<string, string>();

const read = async (path: string) => {
  const response = await fetch(world.baseUrl + path);
  return { status: response.status, headers: response.headers, html: await response.text() };
};

beforeAll(async () => {
  world = await openInstallation();
  const { items } = await new Visitor(world.baseUrl).ask('rpc.practices.list-procedures.v1', { limit: 100 });
  for (const { code } of items) {
    const path = servicePath(code);
    const { html } = await eventually(async () => {
      const page = await read(path);
      expect(page.html).toContain('id="rendered"');
      return page;
    });
    sheets.set(path, html);
  }
  expect(sheets.size).toBeGreaterThan(3);
});
afterAll(() => world?.close());

/** Text of the elements with a hook, in the order of the page. */
const hooked = (html: string, hook: string): string[] =>
  [...html.matchAll(new RegExp(`<(\\w+)[^>]*data-element="${hook}"[^>]*>([\\s\\S]*?)</\\1>`, 'g'))].map(([, , inner = '']) =>
    inner
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&#x27;', "'")
      .trim(),
  );
const hrefs = (html: string, hook: string): string[] =>
  [...html.matchAll(/<a\b[^>]*>/g)]
    .map(([link]) => link)
    .filter((link) => link.includes(`data-element="${hook}"`))
    .map((link) => /href="([^"]*)"/.exec(link)?.[1] ?? '');

test('C.SE.1.1: from its sheet a service is begun, and whoever signs in on the way lands in it', async () => {
  for (const [path, html] of sheets) {
    if (!hooked(html, 'service-status').includes('Servizio attivo')) continue;
    expect(html).toContain(`href="${path}/richiesta"`);
  }
  const flow = '/servizi/certificati-anagrafici/richiesta';
  expect(sheets.get('/servizi/certificati-anagrafici')).toContain(`href="${flow}"`);
  const visitor = new Visitor(world.baseUrl);
  await visitor.signIn(...world.signInOf('daniele.rifulgente'), 'citizen', flow);
  expect(new URL(visitor.arrivedAt).pathname).toBe(flow);
});

test('C.SE.1.7: every sheet asks how clear it is, with the words and the hooks of the model', () => {
  for (const [path, html] of sheets) {
    expect([path, hooked(html, 'feedback-title')]).toEqual([path, ['Quanto sono chiare le informazioni su questa pagina?']]);
    for (const stars of [1, 2, 3, 4, 5])
      expect(hooked(html, `feedback-rate-${stars}`)).toEqual([stars === 1 ? '1 stella su 5' : `${stars} stelle su 5`]);
    expect(hooked(html, 'feedback-rating-question')).toEqual([
      'Dove hai incontrato le maggiori difficoltà?',
      'Quali sono stati gli aspetti che hai preferito?',
    ]);
    expect(hooked(html, 'feedback-rating-answer')).toEqual([
      'A volte le indicazioni non erano chiare',
      'A volte le indicazioni non erano complete',
      'A volte non capivo se stavo procedendo correttamente',
      'Ho avuto problemi tecnici',
      'Altro',
      'Le indicazioni erano chiare',
      'Le indicazioni erano complete',
      'Capivo sempre che stavo procedendo correttamente',
      'Non ho avuto problemi tecnici',
      'Altro',
    ]);
    // Both questions are there, and neither is asked before stars are given.
    for (const kind of ['negative', 'positive'])
      expect(html).toMatch(new RegExp(`<fieldset hidden(="")? data-element="feedback-rating-${kind}"`));
    expect(html).toContain('data-element="feedback-input-text"');
  }
});

test('C.SE.2.1: no service sends anybody to a counter or a bank to pay for it', () => {
  for (const [path, html] of sheets) {
    const [, cost = ''] = /id="quanto-costa"[^>]*>([\s\S]*?)<\/section>/.exec(html) ?? [];
    expect([path, /\b(contanti|bollettin[io]|sportello|banca|posta)\b/i.exec(cost.replaceAll(/<[^>]*>/g, ' '))]).toEqual([path, null]);
  }
});

test('C.SE.2.2: every sheet leads to the calendar where it is booked, or to who gives an appointment by telephone or mail', () => {
  const ways = new Set<string>();
  for (const [path, html] of sheets) {
    expect([path, hooked(html, 'appointment-booking')]).toEqual([path, ['Prenota appuntamento']]);
    const [way = ''] = hrefs(html, 'appointment-booking');
    expect([path, way]).toEqual([path, expect.stringMatching(/^(#contatti|\/servizi\/prenotazione-appuntamento\?servizio=[\da-f-]{36})$/)]);
    ways.add(way.slice(0, 1));
    const [, contacts = ''] = /id="contatti"[^>]*>([\s\S]*?)<\/section>/.exec(html) ?? [];
    expect([path, /href="(tel|mailto):/.test(contacts)]).toEqual([path, true]);
    expect(contacts).toContain('Per prenotare un appuntamento');
  }
  expect(ways).toEqual(new Set(['#', '/']));
});

test('C.SE.3.1: before anybody signs in no cookie is set, and nothing is asked of another site', async () => {
  for (const path of [...sheets.keys(), '/', '/servizi', '/accedi']) {
    const { headers, html } = await read(path);
    expect([path, headers.getSetCookie()]).toEqual([path, []]);
    const foreign = [...html.matchAll(/<(?:script|img|iframe|link rel="stylesheet")\b[^>]*(?:src|href)="(https?:)?\/\/[^"]*"/g)];
    expect([path, foreign.map(([tag]) => tag)]).toEqual([path, []]);
  }
});

test('C.SE.3.2, C.SE.3.3: accessibility and privacy are in the foot of every page of a service, and answer', async () => {
  for (const html of sheets.values())
    for (const hook of ['accessibility-link', 'privacy-policy-link']) {
      const [href = ''] = hrefs(html.slice(html.indexOf('<footer')), hook);
      expect((await read(href)).status).toBe(200);
    }
});

test('C.SE.4.1: what a page of a service needs before it is read is light', async () => {
  const sizeOf = async (path: string) => gzipSync(Buffer.from(await (await fetch(world.baseUrl + path)).arrayBuffer())).length;
  for (const [path, html] of sheets) {
    expect([path, (await sizeOf(path)) < 40_000]).toEqual([path, true]);
    const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(([, href = '']) => href);
    const sizes = await Promise.all(styles.map(sizeOf));
    expect([path, sizes.reduce((sum, size) => sum + size, 0) < 90_000]).toEqual([path, true]);
  }
});

describe('an installation at an address of its own', () => {
  const address = 'https://servizi.comune.dimostrativo.example';
  let gateway: Awaited<ReturnType<typeof startGatewayAlone>>;
  beforeAll(async () => {
    gateway = await startGatewayAlone({
      WEB_ROOT: join(import.meta.dirname, '../../../web'),
      PUBLIC_URL: address,
      LABORATORY_IN_PUBLIC: 'true',
      OIDC_ISSUER: `${address}/realms/sportello`,
    });
    await gateway.answer('rpc.identity.list-organizations.v1', { items: [], next: null });
  });
  afterAll(() => gateway?.stop());

  test('C.SE.5.1: browsers are told to come by TLS alone, and the cookie of a sign-in travels by nothing else', async () => {
    const page = await fetch(`${gateway.baseUrl}/faq`);
    expect(page.headers.get('strict-transport-security')).toMatch(/^max-age=31536000/);
    expect(page.headers.get('content-security-policy')).not.toMatch(/http:/);
    const entry = await fetch(`${gateway.baseUrl}/auth/login?returnTo=/&as=citizen`, { redirect: 'manual' });
    for (const cookie of entry.headers.getSetCookie()) expect(cookie).toMatch(/^__Host-.*; Secure/);
  });

  test('C.SE.5.2: pages name the address under the domain of the body, whatever the machine is called', async () => {
    const { html } = await eventually(async () => {
      const page = await (await fetch(`${gateway.baseUrl}/faq`)).text();
      expect(page).toContain('id="rendered"');
      return { html: page };
    });
    expect(html).toContain(`<link rel="canonical" href="${address}/faq">`);
    expect(html).toContain(`<link rel="alternate" hreflang="en" href="${address}/en/faq">`);
    expect(await (await fetch(`${gateway.baseUrl}/robots.txt`)).text()).toContain(`Sitemap: ${address}/sitemap.xml`);
  });
});
