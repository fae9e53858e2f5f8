import { randomUUID } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import { stored } from './house.js';
import { type Besieged, badLines, bytes, isRefused, json, openBesieged, pdf, secret, sentId } from './intruders.js';

jest.setTimeout(60_000);

let house: Besieged;
let before: Record<string, number>;

beforeAll(async () => {
  house = await openBesieged();
}, 180_000);

beforeEach(async () => {
  before = await stored(house.stack);
});

afterAll(() => house?.close(), 60_000);

const as = (name: string) => house.as(name);
const isUnchanged = () => expect(stored(house.stack)).resolves.toEqual(before);
const upload = (name: string, id: string = randomUUID()) =>
  `/api/v1/practices/${sentId}/attachments/${id}?purpose=message&name=${encodeURIComponent(name)}`;

const files: [string, string, RequestInit['body'], Record<string, string>, number, string][] = [
  ['a program called PDF', 'domanda.pdf', Buffer.from(`MZ${secret.repeat(50)}`), bytes, 415, 'wrong-file-type'],
  ['a page called PDF', 'domanda.pdf', `<!doctype html><script>alert("${secret}")</script>`, bytes, 415, 'wrong-file-type'],
  ['a PDF called program', 'domanda.exe.pdf.doc', pdf, bytes, 415, 'wrong-file-type'],
  ['a PDF called picture', 'foto.jpg', pdf, bytes, 415, 'wrong-file-type'],
  ['a drawing that runs scripts', 'disegno.svg', `<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`, bytes, 415, 'wrong-file-type'],
  ['an archive called PDF', 'a.pdf', Buffer.from('504b0304140000000800', 'hex'), bytes, 415, 'wrong-file-type'],
  ['nothing', 'vuoto.pdf', Buffer.alloc(0), bytes, 415, 'wrong-file-type'],
  ['more than 5 MB', 'grande.pdf', Buffer.concat([pdf, Buffer.alloc(5 * 1024 * 1024)]), bytes, 413, 'too-large'],
  ['JSON', 'a.pdf', JSON.stringify({ a: secret }), json, 415, 'wrong-file-type'],
  ['a name that is too long', 'a'.repeat(300), pdf, bytes, 422, 'invalid-input'],
];

test.each(files)('an upload of %s is refused, and nothing of it is kept', async (_what, name, body, headers, status, type) => {
  await isRefused(as('mayor'), upload(name), { method: 'PUT', body, headers }, status, type);
  await isUnchanged();
});

test('an upload to a practice of somebody else, with an id that is none, or for no purpose is refused before a byte is kept', async () => {
  await isRefused(as('citizen'), upload('a.pdf'), { method: 'PUT', body: pdf, headers: bytes }, 404, 'practice-not-found');
  await isRefused(as('visitor'), upload('a.pdf'), { method: 'PUT', body: pdf, headers: bytes }, 401, 'not-signed-in');
  await isRefused(as('mayor'), upload('a.pdf', '..%2f..%2fa'), { method: 'PUT', body: pdf, headers: bytes }, 422, 'invalid-input');
  const odd = `/api/v1/practices/${sentId}/attachments/${randomUUID()}?purpose=everything&name=a.pdf`;
  await isRefused(as('mayor'), odd, { method: 'PUT', body: pdf, headers: bytes }, 422, 'invalid-input');
  const two = `/api/v1/practices/${sentId}/attachments/${randomUUID()}?purpose=message&name=a.pdf&name=b.pdf`;
  await isRefused(as('mayor'), two, { method: 'PUT', body: pdf, headers: bytes }, 422, 'invalid-input');
  await isRefused(as('mayor'), '/api/v1/account/picture', { method: 'PUT', body: pdf, headers: bytes }, 415, 'wrong-file-type');
  await isUnchanged();
});

test('an upload that breaks off leaves nothing behind', async () => {
  const { hostname, port } = new URL(house.baseUrl);
  await new Promise<void>((done) => {
    const { csrfToken } = as('mayor').session ?? {};
    const headers = {
      ...bytes,
      'content-length': '100000',
      cookie: `sportello=${as('mayor').cookie('sportello')}`,
      'csrf-token': csrfToken ?? '',
    };
    const request = plainRequest({ host: hostname, port, method: 'PUT', path: upload('a.pdf'), headers });
    request.on('error', () => done());
    request.write(pdf);
    setTimeout(() => request.destroy(), 300);
    request.on('close', () => done());
  });
  await eventually(isUnchanged);
});

test.each([
  ['../../../etc/passwd.pdf', 'passwd.pdf'],
  ['..\\..\\windows\\system.pdf', 'system.pdf'],
  ['a\r\nSet-Cookie: a=b.pdf', 'aSet-Cookie_ a=b.pdf'],
  ['"; filename="x.html', undefined],
  ['\u202efdp.exe.pdf', 'fdp.exe.pdf'],
  ['.htaccess.pdf', 'htaccess.pdf'],
  ['CON\0.pdf', 'CON.pdf'],
  ['perché è così ☃.pdf', 'perché è così ☃.pdf'],
])('a file called %j is kept under a name that harms nobody', async (name, kept) => {
  const id = randomUUID();
  if (kept === undefined) {
    // Its ending is one of a page: bytes of a PDF under such a name are taken, the name is tamed.
    const response = await as('mayor').fetch(upload(name, id), { method: 'PUT', body: pdf, headers: bytes });
    expect([200, 415]).toContain(response.status);
    if (response.status === 200) expect(await response.text()).not.toMatch(/filename=\\"/);
    return;
  }
  await expect(as('mayor').json(upload(name, id), { method: 'PUT', body: pdf, headers: bytes })).resolves.toMatchObject({ name: kept });
  const { url } = await as('mayor').ask('rpc.practices.get-file-address.v1', { id: sentId, fileId: id });
  const response = await as('mayor').fetch(url);
  await response.arrayBuffer();
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\r\n]+"; filename\*=UTF-8''[\w.%-]+$/);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  await as('mayor').ask('rpc.practices.remove-attachment.v1', { id: sentId, attachmentId: id });
});

test('a signed address that was altered, or lengthened, opens nothing', async () => {
  const { documents } = await as('mayor').ask('rpc.practices.get.v1', { id: sentId });
  const { url } = await as('mayor').ask('rpc.practices.get-file-address.v1', { id: sentId, fileId: documents[0]?.id ?? '' });
  house.handedOut.push(url);
  const token = url.replace('/files/', '');
  for (const bad of [`${token}A`, token.slice(1), token.toLowerCase(), `${token}.${token}`, token.replace(/.{10}$/, 'AAAAAAAAAA')])
    await isRefused(as('visitor'), `/files/${bad}`, {}, 404);
});

test('no log holds a name, a fiscal code, an address, a content, a cookie or a token, and nothing was a fault of ours', () => {
  expect(badLines(house)).toEqual([]);
});
