import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problems } from '@sportello/contracts/registry';
import { organizations, procedures } from '../../../deploy/world/ids.ts';
import { type Besieged, json, openBesieged, raw, sentId } from './intruders.js';
import { readProblem, wholeForm } from './test-world.js';

let world: Besieged;

beforeAll(async () => {
  process.env['SECURITY_CONTACT'] = 'mailto:sicurezza@sportello.example';
  world = await openBesieged();
});

afterAll(() => world?.close());

const get = (path: string, headers: Record<string, string> = {}) => raw(world.baseUrl, path, { headers });

test.each([
  ['POST', `/api/v1/practices/${sentId}`, 'DELETE, GET, HEAD, OPTIONS, PUT'],
  ['GET', '/api/v1/submissions', 'OPTIONS, POST'],
  ['PUT', '/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
  ['GET', '/auth/logout', 'OPTIONS, POST'],
  ['POST', '/servizi', 'GET, HEAD, OPTIONS'],
  ['DELETE', '/console/pratiche', 'GET, HEAD, OPTIONS'],
])('%s %s is told which methods the address knows', async (method, path, allow) => {
  const response = await raw(world.baseUrl, path, { method });
  expect(response.headers.get('allow')).toBe(allow);
  expect(await readProblem(response)).toMatchObject({ status: 405, type: '/problems/method-not-allowed' });
});

test('what is at no address stays unknown by any method', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect((await raw(world.baseUrl, '/api/v1/nothing', { method })).status).toBe(404);
});

test('who sends a token that is no good is told that it is the token', async () => {
  const none = await get('/api/v1/account');
  expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  const bad = await get('/api/v1/account', { authorization: 'Bearer a.b.c' });
  expect([bad.status, bad.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
});

test('pages of other sites may read what is public, and nothing else', async () => {
  const open = ['/openapi.json', '/asyncapi.json', '/mark-keys', '/procedures', `/procedures/${procedures.certificates}`, '/categories'];
  for (const path of [...open.map((it) => `/api/v1${it}`), '/api/v1/verifications/ABCD', '/status']) {
    expect([path, (await get(path)).headers.get('access-control-allow-origin')]).toEqual([path, '*']);
    const { status, headers } = await raw(world.baseUrl, path, { method: 'OPTIONS', headers: { origin: 'https://altrove.example' } });
    expect([path, status, headers.get('access-control-allow-methods')]).toEqual([path, 204, 'GET, HEAD']);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  }
  for (const path of ['/account', '/session', `/practices/${sentId}`, '/queue', '/notices', '/submissions', '/account/picture']) {
    expect([path, (await get(`/api/v1${path}`)).headers.get('access-control-allow-origin')]).toEqual([path, null]);
    const { headers } = await raw(world.baseUrl, `/api/v1${path}`, { method: 'OPTIONS' });
    expect([path, headers.get('access-control-allow-origin')]).toEqual([path, null]);
  }
});

test('a reader who has an answer already is told so, compressed or not', async () => {
  const path = '/api/v1/procedures';
  const first = await get(path);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"/);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const known = await get(path, { 'if-none-match': `"other", ${tag}` });
  expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', tag]);
  const squeezed = await get(path, { 'if-none-match': tag, 'accept-encoding': 'br' });
  expect(squeezed.status).toBe(304);
  expect((await get(path, { 'if-none-match': 'W/"other"' })).status).toBe(200);
  const own = await world.as('mayor').fetch(`/api/v1/practices/${sentId}`);
  expect([own.headers.get('cache-control'), own.headers.get('etag')]).toEqual(['no-store', expect.stringMatching(/^W\/"\d+-/)]);
});

test('CAT-23: regions, their provinces and comuni are told to anybody, and kept for a day', async () => {
  const listOf = async (path: string) => {
    const { items }: { items: { code: string; name: string; cadastralCode?: string }[] } = JSON.parse(
      await (await get(`/api/v1${path}`)).text(),
    );
    return items;
  };
  expect(await listOf('/regions')).toHaveLength(20);
  expect(await listOf('/provinces')).toHaveLength(107);
  expect((await listOf('/provinces?region=01')).map(({ name }) => name)).toContain('Torino');
  expect((await listOf('/comuni?province=001')).find(({ name }) => name === 'Agliè')).toEqual({
    code: '001001',
    name: 'Agliè',
    cadastralCode: 'A074',
    caps: ['10011'],
  });
  const first = await get('/api/v1/comuni?province=001');
  expect(first.headers.get('cache-control')).toBe('public, max-age=86400');
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  const again = await get('/api/v1/comuni?province=001', { 'if-none-match': String(first.headers.get('etag')) });
  expect([again.status, await again.text()]).toEqual([304, '']);
  expect((await get('/api/v1/comuni?province=002')).headers.get('etag')).not.toBe(first.headers.get('etag'));
  const wrong = await get('/api/v1/comuni?province=x', { 'accept-language': 'en' });
  expect([wrong.status, JSON.parse(await wrong.text())]).toEqual([
    422,
    expect.objectContaining({ errors: [expect.objectContaining({ pointer: '/province' })] }),
  ]);
});

test('JSON travels compressed where the reader can read it so', async () => {
  const response = await fetch(`${world.baseUrl}/api/v1/openapi.json`, { headers: { 'accept-encoding': 'br' } });
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
  const whole = await get('/api/v1/openapi.json');
  expect(whole.headers.get('content-encoding')).toBeNull();
  expect(await response.json()).toEqual(JSON.parse(await whole.text()));
});

test('the tag of what was read stands for its version, also when it came compressed', async () => {
  const mayor = world.as('mayor');
  const id = randomUUID();
  await mayor.ask('rpc.practices.open.v1', { id, procedureId: procedures.utentiServizi06, content: {} });
  const path = `/api/v1/practices/${id}/content`;
  const read = await mayor.fetch(path, { headers: { 'accept-encoding': 'gzip' } });
  const tag = read.headers.get('etag') ?? '';
  const { content } = (await read.json()) as { content: object };
  const save = (ifMatch: string, address: string) =>
    mayor.fetch(path, {
      method: 'PUT',
      headers: { ...json, 'if-match': ifMatch },
      body: JSON.stringify({ content: { ...content, address } }),
    });
  expect((await save(tag, 'Via Roma, 1')).status).toBe(200);
  const late = await save(tag, 'Via Milano, 2');
  expect(await readProblem(late)).toMatchObject({ status: 412, type: '/problems/changed-meanwhile' });
  expect((await save('"somebody else\'s"', 'Via Milano, 2')).status).toBe(412);
});

test('an id may be written in capitals, at every door', async () => {
  const mayor = world.as('mayor');
  const id = randomUUID();
  const upper = id.toUpperCase();
  const { procedureId } = await mayor.ask('rpc.practices.open.v1', {
    id: upper,
    procedureId: procedures.utentiServizi06.toUpperCase(),
    content: {},
  });
  expect(procedureId).toBe(procedures.utentiServizi06);
  const { version } = await mayor.ask('rpc.practices.get-content.v1', { id: upper });
  const saved = await mayor.ask('rpc.practices.save-draft.v1', { id: upper, version, content: wholeForm });
  const ready = await mayor.ask('rpc.practices.complete.v1', { id: upper, version: saved.version });
  const mark = await mayor.ask('rpc.practices.submit.v1', { id: upper, version: ready.version });
  expect(mark.practiceId).toBe(id);
  const { items } = await mayor.ask('rpc.practices.submit-many.v1', { items: [{ id: upper, version: ready.version }] });
  expect(items).toEqual([expect.objectContaining({ practiceId: id, problem: null })]);
});

test('HEAD answers what GET does, without its content', async () => {
  for (const path of ['/', '/servizi', '/api/v1/procedures', '/api/v1/openapi.json', '/status', '/robots.txt', '/nothing/here']) {
    const [whole, head] = [await get(path), await raw(world.baseUrl, path, { method: 'HEAD' })];
    expect([path, head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      path,
      whole.status,
      whole.headers.get('content-type'),
      '',
    ]);
  }
});

test('an address that is no page is not found, and shows the page that says so', async () => {
  const pages = ['/', '/en', '/servizi', '/en/servizi', '/servizi/certificati-anagrafici', '/area-personale/pratiche', '/console'];
  for (const path of [...pages, '/console/en', '/console/pratiche', `/console/pratiche/${sentId}`, '/problems/forbidden'])
    expect([path, (await get(path)).status]).toEqual([path, 200]);
  const others = [
    '/wp-login.php',
    '/servizio',
    '/en/en',
    '/entra',
    '/servizi/a/b/c',
    '/console/altro',
    '/console/pratiche/1/2',
    '/index.html',
  ];
  for (const path of [...others, '/area-personale/pratiche/1/2', '///', '//[', '//a:b', '//', '/\\', '/%00', '/en//', '/.git/config']) {
    const response = await get(path);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 404, 'text/html; charset=utf-8']);
  }
});

test('a service that does not exist is not found, and one that was withdrawn is gone, at the address of its page too', async () => {
  const unknown = randomUUID();
  const withdrawn = randomUUID();
  const code = `PROVA_${withdrawn.slice(0, 8).toUpperCase()}`;
  const put = (version: number, status: 'published' | 'suspended' | 'withdrawn') =>
    world.as('administrator').ask('rpc.practices.put-procedure.v1', {
      ...{ id: withdrawn, version, status, code, organizationId: organizations.piedmont, category: 'health' },
      title: { it: 'Servizio di prova', en: 'Service to try' },
      subtitle: { it: 'Di prova', en: 'To try' },
      ...{ audience: ['citizen'], opensAt: null, closesAt: null, settings: {}, contacts: null },
    });
  const slug = code.toLowerCase().replaceAll('_', '-');
  const statuses = (name: string) =>
    Promise.all(
      [`/servizi/${name}`, `/en/servizi/${name}`, `/servizi/${name}/richiesta`, `/SERVIZI/${name.toUpperCase()}/`].map(
        async (path) => (await get(path)).status,
      ),
    );
  const all = (status: number) => [status, status, status, status];
  const here = [200, 200, 200, 301];
  expect(await statuses('serv06-utenti-2022')).toEqual(here);
  for (const name of ['SERV06_UTENTI_2022', 'Serv06-Utenti-2022']) expect(await statuses(name)).toEqual(all(301));
  for (const name of [unknown, 'no-such-service', 'a--b', 'x'.repeat(200)]) expect(await statuses(name)).toEqual(all(404));
  await put(0, 'published');
  expect(await statuses(slug)).toEqual(here);
  expect(await statuses(withdrawn)).toEqual(all(301));
  await put(1, 'suspended');
  await put(2, 'withdrawn');
  for (const name of [withdrawn, slug]) expect(await statuses(name)).toEqual(all(410));
  for (const path of [`/api/v1/procedures/${withdrawn}`, `/api/v1/procedures/by-code/${slug}`])
    expect(await readProblem(await get(path))).toMatchObject({ status: 410, type: '/problems/procedure-withdrawn' });
  expect((await get('/servizi/categorie/servizi-educativi')).status).toBe(200);
  expect((await get('/servizi/categorie/altro')).status).toBe(404);
});

test('an address that names a service by its id, its code or in capitals leads to the one with its words, for good', async () => {
  const id = procedures.utentiServizi06;
  for (const [path, to] of [
    [`/servizi/${id}`, '/servizi/serv06-utenti-2022'],
    [`/en/servizi/${id}/richiesta?istanza=1`, '/en/servizi/serv06-utenti-2022/richiesta?istanza=1'],
    ['/servizi/SERV06_UTENTI_2022', '/servizi/serv06-utenti-2022'],
    ['/en/Servizi/Serv06_Utenti_2022/', '/en/servizi/serv06-utenti-2022'],
    ['/servizi/serv06--utenti-2022/richiesta', '/servizi/serv06-utenti-2022/richiesta'],
    ['/servizi/categorie/Servizi-Educativi?q=a', '/servizi/categorie/servizi-educativi?q=a'],
    ['/SERVIZI/?q=a', '/servizi?q=a'],
    ['/EN', '/en'],
    ['/en/', '/en'],
  ] as const) {
    const { status, headers } = await get(path);
    expect([path, status, headers.get('location')]).toEqual([path, 301, to]);
  }
});

test('an English page says so from its first byte, with its title', async () => {
  for (const [path, language, title, first] of [
    ['/', 'it', 'Lo sportello digitale degli enti pubblici - Sportello digitale', 'Cerca'],
    ['/en/area-personale', 'en', 'Digital counter', 'The'],
    ['/en/servizi/no-such-service', 'en', 'Page not found - Digital counter', 'The'],
    ['/entra', 'it', 'Pagina non trovata - Sportello digitale', 'Lo'],
    ['/console', 'it', 'Console operatori', 'La'],
    ['/console/en/pratiche', 'en', 'Officers’ console', 'Where'],
  ] as const) {
    const page = await (await get(path)).text();
    const said = [/<html[^>]*>/, /<title>.*<\/title>/, /<meta name="description" content="\w+/].map((part) => part.exec(page)?.[0]);
    expect([path, ...said]).toEqual([
      path,
      `<html lang="${language}">`,
      `<title>${title}</title>`,
      `<meta name="description" content="${first}`,
    ]);
  }
});

test('the type of each problem leads to what it means, for people and for programs', async () => {
  for (const { type, title } of problems.values()) {
    const told = await get(`/problems/${type}`, { accept: 'application/json' });
    expect(JSON.parse(await told.text())).toMatchObject({
      type: `/problems/${type}`,
      title,
      explanation: { it: expect.any(String), en: expect.any(String) },
    });
    expect(told.headers.get('vary')).toMatch(/accept\b/i);
  }
  for (const path of ['/problems/forbidden', '/en/problems/forbidden']) {
    const page = await get(path, { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  }
  for (const accept of ['text/html', 'application/json']) expect((await get('/problems/made-up', { accept })).status).toBe(404);
});

test('programs are told where they may go, what there is, and whom to tell of a weakness', async () => {
  const robots = await (await get('/robots.txt')).text();
  expect(robots).toContain('Disallow: /area-personale\n');
  expect(robots).toContain(`Sitemap: ${world.baseUrl}/sitemap.xml`);

  const sitemap = await get('/sitemap.xml');
  expect(sitemap.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  const text = await sitemap.text();
  const addresses = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => String(address).slice(world.baseUrl.length));
  expect(addresses).toEqual(expect.arrayContaining(['/', '/en', '/servizi', '/servizi/certificati-anagrafici']));
  expect(addresses).toEqual(expect.arrayContaining(['/en/servizi/serv06-utenti-2022']));
  for (const address of addresses) expect([address, (await get(address)).status]).toEqual([address, 200]);
  expect(addresses.filter((it) => /area-personale|console/.test(it))).toEqual([]);

  const security = await (await get('/.well-known/security.txt')).text();
  expect(security).toContain('Contact: mailto:sicurezza@sportello.example\n');
  expect(Date.parse(/^Expires: (.*)$/m.exec(security)?.[1] ?? '')).toBeGreaterThan(Date.now());
});
