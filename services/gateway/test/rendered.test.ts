import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organizationNamed } from '@sportello/contracts/identity/organizations';
import { articleNotFound, articleWithdrawn, topicNotFound } from '@sportello/contracts/knowledge/states';
import { procedureChanged, procedureNotFound, procedureWithdrawn } from '@sportello/contracts/practices/procedures';
import { Problem } from '@sportello/messaging/problem';
import { eventually } from '@sportello/testing/servers';
import { type GatewayUnderTest, startGatewayAlone } from './start-gateway.js';

/** The gateway with the pages as they are built; the catalogue is one service, which the tests change. */
let gateway: GatewayUnderTest;
const piedmont = '01890000-0000-7000-8000-000000000001';
const service = {
  id: '01890000-0000-7000-8000-00000000a001',
  code: 'CERT_ANAG',
  title: { it: 'Certificati anagrafici', en: 'Registry certificates' },
  subtitle: { it: 'Residenza, nascita e stato di famiglia', en: 'Residence, birth and household' },
  synonyms: [],
  category: 'registry',
  topics: [],
  recipients: [],
  isModel: false,
  organizationId: piedmont,
  organizationName: 'Regione Piemonte',
  status: 'published',
  audience: ['citizen'],
  opensAt: null as string | null,
  closesAt: null as string | null,
  ...{ clickDayId: null, sendingOpensAt: null, sendingClosesAt: null },
  settings: { registers: false, workflow: 'office' },
  access: { methods: [], level: 1 },
  formId: null,
  version: 1,
  contacts: { it: 'Telefono 011 000 000', en: 'Telephone 011 000 000' },
  limits: {},
  placesLeft: null,
  sheet: {},
  canStart: false,
  reason: { it: 'Accedi per iniziare', en: 'Sign in to begin' },
};
const helpCategory = {
  id: '01890000-0000-7000-8000-00000000e104',
  organizationId: piedmont,
  name: { it: 'Pago In Rete', en: 'Pago In Rete' },
};
const helpCard = {
  ...{ id: '01890000-0000-7000-8000-00000000e201', organizationId: piedmont, organizationName: 'Regione Piemonte' },
  ...{ categoryId: helpCategory.id, kinds: ['technical'], status: 'published' },
  group: { it: 'Attività di configurazione del sistema', en: 'Configuration of the system' },
  name: { it: 'Richiesta verifica conti correnti', en: 'Request to check current accounts' },
  intro: { it: 'Per segnalare anomalie', en: 'To report anomalies' },
};
const helpDesk = {
  ...{ id: '01890000-0000-7000-8000-00000000e001', organizationId: piedmont, organizationName: 'Regione Piemonte', kind: 'technical' },
  ...{ name: { it: 'Assistenza tecnica', en: 'Technical help' }, phones: ['+390110824108'], mail: null },
  hours: [{ weekdays: [1, 2, 3, 4, 5], opensAt: '08:00', closesAt: '18:00' }],
};
let catalogue = { ...service };
const article = {
  ...{ number: 'KB0010078', language: 'it', title: 'eIDAS - Chi è il soggetto aggregato', excerpt: 'Il processo di adesione...' },
  ...{
    topic: { slug: 'spid-cie', name: { it: 'SPID/CIE', en: 'SPID/CIE' } },
    category: { it: 'eIDAS', en: 'eIDAS' },
    author: 'Maria Rossi',
  },
  ...{ publishedAt: '2026-11-01T10:00:00.000Z', views: 5, stars: null },
};
const topic = {
  ...{ id: '01890000-0000-7000-8000-000000001c01', slug: 'spid-cie', name: { it: 'SPID/CIE', en: 'SPID/CIE' }, articles: 37 },
  organizationName: 'Regione Piemonte',
};
const asked: string[] = [];
/** Every page asks for the bodies that its foot names. */
let drawn = 0;

beforeAll(async () => {
  gateway = await startGatewayAlone({ WEB_ROOT: join(import.meta.dirname, '../../../web') });
  await gateway.answer('rpc.identity.list-organizations.v1', () => {
    drawn += 1;
    return { items: [{ id: piedmont, name: 'Regione Piemonte' }], next: null };
  });
  await gateway.answer('rpc.identity.get-policy.v1', {
    version: '1.0',
    title: { it: 'Informativa', en: 'Notice' },
    body: { it: 'Testo', en: 'Text' },
    publishedAt: '2022-01-01T00:00:00.000Z',
  });
  await gateway.answer('rpc.practices.list-facets.v1', {
    categories: [{ id: 'registry', label: { it: 'SERVIZI DEMOGRAFICI', en: 'CIVIL REGISTRY' }, count: 1 }],
    topics: [
      { id: 'family', label: { it: 'Famiglia', en: 'Family' }, count: 1 },
      { id: 'home', label: { it: 'Casa', en: 'Home' }, count: 1 },
    ],
    recipients: [],
  });
  await gateway.answer('rpc.practices.list-categories.v1', () => ({
    items: [{ category: 'registry', label: { it: 'SERVIZI DEMOGRAFICI', en: 'CIVIL REGISTRY' }, count: 1 }],
  }));
  await gateway.answer('rpc.practices.list-procedures.v1', () => ({ items: [catalogue], next: null }));
  await gateway.answer('rpc.practices.get-requirements.v1', {
    documents: [{ label: { it: 'Permesso di soggiorno', en: 'Residence permit' }, isAlways: true }],
    usualDays: 4,
  });
  await gateway.answer('rpc.ticketing.list-categories.v1', () => ({
    items: [{ ...helpCategory, organizationName: 'Regione Piemonte', services: 1 }],
    next: null,
  }));
  await gateway.answer('rpc.ticketing.list-services.v1', () => ({ items: [helpCard], next: null }));
  await gateway.answer('rpc.ticketing.list-desk-contacts.v1', () => ({ items: [helpDesk], next: null }));
  await gateway.answer('rpc.practices.find-procedure.v1', ({ code }: { code: string }) => {
    asked.push(code);
    if (code === 'withdrawn') throw new Problem(procedureWithdrawn);
    if (code !== 'cert-anag') throw new Problem(procedureNotFound);
    return catalogue;
  });
  await gateway.answer('rpc.knowledge.list-topics.v1', () => ({ items: [topic] }));
  await gateway.answer('rpc.knowledge.get-home.v1', () => ({ highlighted: [], mostUseful: [article], mostViewed: [] }));
  await gateway.answer('rpc.knowledge.get-topic.v1', ({ slug }: { slug: string }) => {
    if (!['spid-cie', 'identita'].includes(slug)) throw new Problem(topicNotFound);
    return { ...topic, categories: [{ id: '01890000-0000-7000-8000-000000001d00', name: { it: 'eIDAS', en: 'eIDAS' }, articles: 3 }] };
  });
  await gateway.answer('rpc.knowledge.list-articles.v1', () => ({ items: [article], next: null }));
  await gateway.answer('rpc.knowledge.search.v1', () => ({ items: [article], isCorrected: false }));
  await gateway.answer('rpc.knowledge.read-article.v1', ({ number }: { number: string }) => {
    if (number === 'KB0000002') throw new Problem(articleWithdrawn, undefined, { replacedBy: article.number });
    if (number !== article.number) throw new Problem(articleNotFound);
    return {
      ...article,
      body: '<p>La <strong>scuola</strong> è il soggetto.</p>',
      languages: ['it'],
      updatedAt: '2026-11-02T10:00:00.000Z',
    };
  });
  await gateway.answer('rpc.appointments.list-bookable.v1', { items: [], next: null });
});

afterAll(() => gateway?.stop());

/** The thread that renders begins with the first page. */
beforeAll(() => eventually(async () => expect((await read('/')).html).toContain('id="rendered"')));

const read = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(gateway.baseUrl + path, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const changed = () => gateway.announce(procedureChanged, { procedureId: service.id, organizationId: piedmont });
/** What a reader sees without the script: the data that come with the page are left out. */
const wordsOf = (html: string) =>
  html
    .replace(/[\s\S]*<body>/, '')
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]*>/g, ' ');

test.each([
  [
    '/servizi/cert-anag',
    'it',
    [
      'Certificati anagrafici',
      'Residenza, nascita e stato di famiglia',
      'Telefono 011 000 000',
      'Regione Piemonte',
      'Permesso di soggiorno',
    ],
  ],
  [
    '/en/servizi/cert-anag',
    'en',
    ['Registry certificates', 'Residence, birth and household', 'Telephone 011 000 000', 'It usually comes within 4 days.'],
  ],
  ['/servizi', 'it', ['Certificati anagrafici', 'SERVIZI DEMOGRAFICI', 'Argomenti', 'Famiglia']],
  [
    '/argomenti',
    'it',
    ['SPID/CIE', '37 articoli', 'In evidenza', 'Nessun contenuto da visualizzare', 'Più utili', '5 viste', '01/11/2026'],
  ],
  ['/argomenti?q=soggetto+aggregato', 'it', ['Risultati per', 'eIDAS - Chi è il soggetto aggregato']],
  ['/en/argomenti/spid-cie', 'en', ['Category / Filter', 'All (37)', 'SPID/CIE | eIDAS', 'Maria Rossi']],
  ['/argomenti/articoli/KB0010078', 'it', ['KB0010078', 'scuola', 'Copia Permalink', 'Utile?']],
  ['/en/argomenti/articoli/KB0010078', 'en', ['This article is available in Italian only.']],
  ['/servizi?q=certificati', 'it', ['Certificati anagrafici', 'certificati']],
  ['/servizi/categorie/servizi-demografici', 'it', ['Moduli della categoria', 'Certificati anagrafici']],
  ['/assistenza', 'it', ['Fai una richiesta', 'Pago In Rete', 'Accedi al servizio', '0110824108', 'HomePage']],
  [`/en/assistenza/categorie/${helpCategory.id}`, 'en', ['Request to check current accounts', 'Mon-Fri']],
  ['/argomenti', 'it', ['Nessun contenuto da visualizzare']],
  ['/', 'it', ['SERVIZI DEMOGRAFICI', 'Accedi']],
  ['/en', 'en', ['CIVIL REGISTRY', 'Sign in']],
  ['/privacy', 'it', ['Informativa']],
  ['/en/faq', 'en', ['FAQ']],
  ['/verifica', 'it', ['Verifica']],
  ['/accedi', 'it', ['Accedi']],
  ['/problems/forbidden', 'it', ['Il tuo profilo non permette']],
  ['/en/problems/forbidden', 'en', ['profile']],
])('%s reaches the reader whole, in the language of its address', async (path, language, words) => {
  const { status, html, headers } = await read(path, { 'accept-language': language === 'it' ? 'en' : 'it' });
  expect(status).toBe(200);
  expect(html).toContain(`<html lang="${language}"`);
  expect(html).toMatch(/<title>\S.* - \S.*<\/title>/);
  for (const word of words) expect(wordsOf(html)).toContain(word);
  // The policy is as strict as for every page: nothing that is executed stands in the page itself.
  expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*style-src 'self'/);
  expect(html).not.toMatch(/<script(?![^>]*\b(src=|type="application\/(ld\+)?json"))| style="|<style/);
});

test('a page says where it and its twin in the other language are, and what it is about', async () => {
  const { html } = await read('/en/servizi/cert-anag?utm_source=x');
  const origin = gateway.baseUrl;
  expect(html).toContain(`<link rel="canonical" href="${origin}/en/servizi/cert-anag">`);
  expect(html).toContain(`<link rel="alternate" hreflang="it" href="${origin}/servizi/cert-anag">`);
  expect(html).toContain(`<link rel="alternate" hreflang="en" href="${origin}/en/servizi/cert-anag">`);
  expect(html).toContain('<meta name="description" content="Residence, birth and household"');
  expect(html).toMatch(/<meta property="og:title" content="Registry certificates - [^"]+">/);
  const [, structured = ''] = /<script type="application\/ld\+json" data-element="metatag">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(structured)).toMatchObject({
    '@type': 'GovernmentService',
    name: 'Registry certificates',
    serviceOperator: { name: 'Regione Piemonte' },
    availableChannel: { serviceUrl: `${origin}/en/servizi/cert-anag` },
  });
});

test.each([
  ['/servizi/nessuno', 404, 'Pagina non trovata'],
  ['/servizi/withdrawn', 410, 'Servizio non più offerto'],
  ['/argomenti/nessuno', 404, 'Pagina non trovata'],
  ['/argomenti/articoli/KB0000001', 404, 'Pagina non trovata'],
  ['/argomenti/articoli/KB0000002', 410, 'Leggi KB0010078, che lo sostituisce'],
  ['/en/servizi/nobody', 404, 'Page not found'],
  ['/servizi/categorie/nessuna', 404, 'Pagina non trovata'],
  ['/che-cosa', 404, 'Pagina non trovata'],
  ['/en/what', 404, 'Page not found'],
  ['/problems/made-up', 404, 'Pagina non trovata'],
  ['/problems/%3Cb%3E', 404, 'Pagina non trovata'],
  ['//altrove.example/servizi', 404, 'Pagina non trovata'],
  ['/servizi/%3Cscript%3Ealert(1)%3C%2Fscript%3E', 404, 'Pagina non trovata'],
  [`/${'a'.repeat(4_000)}`, 404, 'Pagina non trovata'],
])('where nothing is the page says so in words and by its status: %s', async (path, status, words) => {
  const page = await read(path);
  expect(page.status).toBe(status);
  expect(wordsOf(page.html)).toContain(words);
  expect(page.html).toContain('<meta name="robots" content="noindex">');
  expect(page.html).not.toMatch(/<script>/);
  expect(page.headers.get('etag')).toBeNull();
});

test('KNB-09: a topic is led from its former address to the present one, an article to its number in capitals', async () => {
  const led = async (path: string) => {
    const { status, headers } = await fetch(gateway.baseUrl + path, { redirect: 'manual' });
    return [status, headers.get('location')];
  };
  expect(await led('/argomenti/identita')).toEqual([301, '/argomenti/spid-cie']);
  expect(await led('/en/argomenti/identita?q=a')).toEqual([301, '/en/argomenti/spid-cie?q=a']);
  expect(await led('/argomenti/articoli/kb0010078')).toEqual([301, '/argomenti/articoli/KB0010078']);
});

test('however many addresses are made up, the page that says so is drawn once', async () => {
  await read('/che-cosa');
  const before = drawn;
  const pages = await Promise.all(Array.from({ length: 50 }, (_, number) => read(`/inventato/${number}?q=${number}`)));
  expect(new Set(pages.map(({ status, html }) => `${status} ${html}`)).size).toBe(1);
  expect(pages[0]?.html).not.toContain('inventato');
  expect(drawn).toBe(before);
});

test('who chose a language on this browser gets pages in it at once, at their address in that language', async () => {
  const at = async (path: string, language: string) => {
    const { status, headers } = await fetch(gateway.baseUrl + path, {
      headers: { cookie: `sportello-language=${language}` },
      redirect: 'manual',
    });
    return [status, headers.get('location'), headers.get('vary')];
  };
  expect(await at('/servizi?q=a', 'en')).toEqual([302, '/en/servizi?q=a', expect.stringContaining('cookie')]);
  expect(await at('/', 'en')).toEqual([302, '/en', expect.anything()]);
  expect(await at('/en/SERVIZI', 'it')).toEqual([302, '/servizi', expect.anything()]);
  expect(await at('/console/en/pratiche', 'it')).toEqual([302, '/console/pratiche', expect.anything()]);
  for (const [path, language] of [
    ['/en/servizi', 'en'],
    ['/servizi', 'it'],
    ['/servizi', 'fr'],
    ['/console', 'it'],
  ] as const)
    expect((await at(path, language)).slice(0, 2)).toEqual([200, null]);
});

test('what is typed in an address does not become a part of the page', async () => {
  const { html } = await read(`/servizi?${new URLSearchParams({ q: '</script><script>alert(1)</script>"><img src=x>' })}`);
  expect(html).not.toMatch(/<script>alert|<img src=x/);
});

test('a reader who has the page is told so, until what it shows changes', async () => {
  const before = await read('/servizi/cert-anag');
  const tag = before.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"/);
  expect([before.headers.get('cache-control'), before.headers.get('vary')]).toEqual(['no-cache', expect.stringContaining('cookie')]);
  const known = await read('/servizi/cert-anag', { 'if-none-match': tag });
  expect([known.status, known.html]).toEqual([304, '']);
  const count = asked.length;
  await read('/servizi/cert-anag', { 'accept-encoding': 'br' });
  expect(asked).toHaveLength(count);
  catalogue = { ...service, subtitle: { it: 'Ora anche di matrimonio', en: 'Now also of marriage' } };
  await changed();
  const after = await eventually(async () => {
    const page = await read('/servizi/cert-anag', { 'if-none-match': tag });
    expect(page.status).toBe(200);
    return page;
  });
  expect(wordsOf(after.html)).toContain('Ora anche di matrimonio');
  catalogue = service;
  await gateway.announce(organizationNamed, { organizationId: piedmont, name: 'Regione Piemonte', version: 2 });
  await eventually(async () => expect((await read('/servizi/cert-anag')).headers.get('etag')).toBe(tag));
});

test('many readers of one page at once draw it once', async () => {
  await changed();
  await eventually(async () => {
    const count = asked.length;
    await read('/en/servizi/cert-anag');
    expect(asked.length).toBe(count + 1);
    await changed();
  });
  const count = asked.length;
  const pages = await Promise.all(Array.from({ length: 100 }, () => read('/en/servizi/cert-anag')));
  expect(new Set(pages.map(({ status, html }) => `${status} ${html}`)).size).toBe(1);
  expect(asked.length - count).toBeLessThanOrEqual(2);
});

test('a service that opens by itself is shown as open, whatever is kept', async () => {
  catalogue = { ...service, opensAt: new Date(Date.now() + 3_000).toISOString() };
  await changed();
  await eventually(async () => expect(wordsOf((await read('/servizi')).html)).toContain('Non ancora aperto'));
  await eventually(async () => expect(wordsOf((await read('/servizi')).html)).not.toContain('Non ancora aperto'));
  catalogue = service;
  await changed();
});

test('what somebody sees who is signed in never comes from here, nor stays here', async () => {
  await changed();
  const { cookie } = await gateway.enter();
  for (const path of ['/', '/servizi/cert-anag', '/area-personale', '/servizi/cert-anag/richiesta']) {
    const own = await read(path, { cookie });
    expect([path, own.status, own.html.includes('id="rendered"')]).toEqual([path, 200, false]);
    expect(own.headers.get('vary')).toContain('cookie');
  }
  // Without a script she reads what everybody reads, which no browser keeps as its own.
  const own = await read('/servizi/cert-anag', { cookie });
  expect([own.headers.get('etag'), own.headers.get('cache-control')]).toEqual([null, 'private, no-cache']);
  const [, unscripted = ''] = /<noscript>([\s\S]*)<\/noscript>/.exec(own.html) ?? [];
  for (const words of ['Residenza, nascita e stato di famiglia', 'Telefono 011 000 000']) expect(unscripted).toContain(words);
  expect(unscripted).not.toContain('<noscript');
  expect(own.html.match(/<h1/g)).toHaveLength(1);
  expect((await read('/area-personale', { cookie })).html).toContain('Serve JavaScript');
  const { html } = await read('/');
  expect(html).toContain('id="rendered"');
  expect(/id="rendered">(.*?)<\/script>/.exec(html)?.[1]).toContain('"visitor":{"account":null,"actingAs":null,"csrfToken":null');
  // What visitors do not find may be there for her profile.
  expect((await read('/argomenti/articoli/KB0000001', { cookie })).status).toBe(200);
  // What is personal is drawn in the browser, also for whoever has no session.
  expect((await read('/area-personale')).html).not.toContain('id="rendered"');
});

test('C.SE.1.7: anybody may rate a service, some times a minute, and reads on when she may no more', async () => {
  await gateway.answer('rpc.practices.rate-procedure.v1', { stars: 4 });
  const rate = async () => {
    const { status } = await fetch(`${gateway.baseUrl}/api/v1/procedures/${service.id}/ratings/${randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ part: 'page', stars: 4 }),
    });
    return status;
  };
  const statuses: number[] = [];
  for (let count = 0; count < 12; count += 1) statuses.push(await rate());
  expect(statuses.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 200));
  expect(statuses.at(-1)).toBe(429);
  expect((await read('/servizi/cert-anag')).status).toBe(200);
});

test('while the services are away the page comes as the browser draws it by itself, and says so there', async () => {
  const alone = await startGatewayAlone({ WEB_ROOT: join(import.meta.dirname, '../../../web') });
  try {
    const response = await fetch(`${alone.baseUrl}/servizi`);
    expect([response.status, (await response.text()).includes('id="root"')]).toEqual([200, true]);
  } finally {
    await alone.stop();
  }
});

test("the program that renders is nobody's to load", async () => {
  expect((await read('/assets/portal/server/server.js')).status).toBe(404);
});
