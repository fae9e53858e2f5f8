import { randomUUID } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { AskedOf } from '@sportello/contracts/web';
import { eventually } from '@sportello/testing/servers';
import type { Visitor } from '@sportello/testing/visitor';
import { procedures } from '../../../deploy/world/ids.ts';
import { jpeg, png } from '../../../libs/forms/test/files.js';
import { type Besieged, badLines, bytes, isRefused, json, openBesieged, pdf, secret, sentId } from './intruders.js';
import { ask, readProblem, stored } from './test-world.js';

let world: Besieged;
let before: Record<string, number>;

beforeAll(async () => {
  world = await openBesieged();
});

beforeEach(async () => {
  before = await stored(world.stack);
});

afterAll(() => world?.close());

const as = (name: string) => world.as(name);
const isUnchanged = () => expect(stored(world.stack)).resolves.toEqual(before);
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
  ['a name that is too long', 'a'.repeat(1_001), pdf, bytes, 422, 'invalid-input'],
];

test.each(files)('an upload of %s is refused, and nothing of it is kept', async (_what, name, body, headers, status, type) => {
  await isRefused(as('mayor'), upload(name), { method: 'PUT', body, headers }, status, type);
  await isUnchanged();
});

test.each([
  ['it', "Il file è un'immagine JPEG, il nome dice PDF", jpeg],
  ['en', 'The file is a JPEG image, its name says PDF', jpeg],
  ['it', "Il file è un'immagine PNG. Formati ammessi: .jpeg, .jpg, .pdf, .doc.", png],
] as const)('TIC-07: a refusal says what the file is and what its name says (%s)', async (language, words, body) => {
  const response = await as('mayor').fetch(upload(body === png ? 'a.png' : 'a.pdf'), {
    method: 'PUT',
    body,
    headers: { ...bytes, 'accept-language': language },
  });
  expect(await readProblem(response)).toMatchObject({ status: 415, detail: expect.stringContaining(words) });
});

test.each(['application/octet-stream', 'text/html', 'application/x-anything', 'image/png'])(
  'a PDF is taken as what it is, whatever it is said to be (%s)',
  async (type) => {
    const id = randomUUID();
    const init = { method: 'PUT', body: pdf, headers: { 'content-type': type } };
    await expect(as('mayor').json(upload('a.pdf', id), init)).resolves.toMatchObject({ type: 'application/pdf' });
    await as('mayor').ask('rpc.practices.remove-attachment.v1', { id: sentId, attachmentId: id });
  },
);

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

test('IDE-15: of pictures that are sent at once one is kept, and of the others, or of one that is not taken, nothing', async () => {
  const send = (name: string) => as(name).fetch('/api/v1/account/picture', { method: 'PUT', body: png, headers: bytes });
  const { files: none = 0 } = await stored(world.stack);
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send('mayor')));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(await stored(world.stack)).toMatchObject({ files: none + 1 });
  expect((await as('mayor').fetch('/api/v1/account/picture')).status).toBe(200);
  expect((await as('mayor').fetch('/api/v1/account/picture', { method: 'DELETE' })).status).toBe(200);
  await eventually(async () => expect(await stored(world.stack)).toMatchObject({ files: none }));
});

/** A request of certificates for a relative, which asks for a signed delegation. */
const certificate = (fileId: string) => ({
  ...{ forWhom: 'relative', relativeGivenName: 'Marco', relativeFamilyName: 'Riva', relativeFiscalCode: 'RVIMRC80A01L219Y' },
  ...{ certificates: ['residence'], paper: 'stamped', privateUse: true, delegation: [{ id: fileId, name: 'delega.pdf' }] },
});

/** A request whose body is held back half-way, until it is told how it ends. */
function heldPut(visitor: Visitor, path: string, body: Buffer) {
  const { hostname, port } = new URL(world.baseUrl);
  const headers = {
    ...bytes,
    'content-length': String(body.length),
    cookie: `sportello=${visitor.cookie('sportello')}`,
    'csrf-token': visitor.session?.csrfToken ?? '',
  };
  const request = plainRequest({ host: hostname, port, method: 'PUT', path, headers });
  const status = new Promise<number>((done, fail) => {
    request.on('response', (response) => response.resume().on('end', () => done(response.statusCode ?? 0)));
    request.on('error', fail);
  });
  const half = Math.floor(body.length / 2);
  request.write(body.subarray(0, half));
  return { status, end: () => request.end(body.subarray(half)) };
}

test('PRA-81: a PUT that is held open over the sending does not change what was sent', async () => {
  const citizen = as('citizen');
  const id = randomUUID();
  const fileId = randomUUID();
  const form = { procedureId: procedures.certificates, content: certificate(fileId) };
  const [before, after] = [Buffer.concat([pdf, Buffer.from('before')]), Buffer.concat([pdf, Buffer.from('after!')])];
  await citizen.ask('rpc.practices.open.v1', { id, ...form } as AskedOf<'rpc.practices.open.v1'>);
  const path = `/api/v1/practices/${id}/attachments/${fileId}?purpose=form&field=delegation&name=delega.pdf`;
  const held = heldPut(citizen, path, after);
  await eventually(async () => {
    expect(await ask(world.stack, 'practices', `select 1 from uploads where attachment_id = '${fileId}'`)).toHaveLength(1);
  });
  const { sha256 } = await citizen.json<{ sha256: string }>(path, { method: 'PUT', body: before, headers: bytes });
  await citizen.move('rpc.practices.complete.v1', { id });
  await citizen.move('rpc.practices.submit.v1', { id });
  held.end();
  expect(await held.status).toBe(409);
  const { url } = await citizen.ask('rpc.practices.get-file-address.v1', { id, fileId });
  expect(Buffer.from(await (await citizen.fetch(url)).arrayBuffer())).toEqual(before);
  const { attachments } = await citizen.ask('rpc.practices.get.v1', { id });
  expect(attachments).toMatchObject([{ id: fileId, sha256 }]);
  // Nor does another, begun when all is over.
  expect((await citizen.fetch(path, { method: 'PUT', body: after, headers: bytes })).status).toBe(409);
  // What was not confirmed is given up, and only that.
  await eventually(async () => {
    const given = await ask(world.stack, 'practices', `select is_given_up as gone from uploads where attachment_id = '${fileId}'`);
    expect(given).toEqual([{ gone: true }]);
  });
});

test('uploads that are refused keep nobody from uploading', async () => {
  for (let i = 0; i < 21; i++)
    expect((await as('mayor').fetch(upload('a.pdf'), { method: 'PUT', body: 'no PDF', headers: bytes })).status).toBe(415);
  const id = randomUUID();
  expect((await as('mayor').fetch(upload('a.pdf', id), { method: 'PUT', body: pdf, headers: bytes })).status).toBe(200);
  await as('mayor').ask('rpc.practices.remove-attachment.v1', { id: sentId, attachmentId: id });
});

test('an upload that breaks off leaves nothing behind', async () => {
  const { hostname, port } = new URL(world.baseUrl);
  const id = randomUUID();
  const { csrfToken } = as('mayor').session ?? {};
  const headers = {
    ...bytes,
    'content-length': '100000',
    cookie: `sportello=${as('mayor').cookie('sportello')}`,
    'csrf-token': csrfToken ?? '',
  };
  const request = plainRequest({ host: hostname, port, method: 'PUT', path: upload('a.pdf', id), headers });
  request.on('error', () => undefined);
  const closed = new Promise((done) => request.once('close', done));
  request.write(pdf);
  // It breaks off after its bytes have a place to go to.
  await eventually(async () =>
    expect(await ask(world.stack, 'practices', `select 1 from uploads where attachment_id = '${id}'`)).toHaveLength(1),
  );
  request.destroy();
  await closed;
  await eventually(isUnchanged);
});

test.each([
  ['../../../etc/passwd.pdf', 'passwd.pdf'],
  ['..\\..\\windows\\system.pdf', 'system.pdf'],
  ['a\r\nSet-Cookie: a=b.pdf', 'aSet-Cookie_ a=b.pdf'],
  ['"; filename="x.html', '_; filename=_x.pdf'],
  ['a.pdf.exe', 'a.pdf'],
  ['fattura.hta', 'fattura.pdf'],
  [`${'lungo '.repeat(50)}.pdf`, `${'lungo '.repeat(24)}lu.pdf`],
  ['\u202efdp.exe.pdf', 'fdp.exe.pdf'],
  ['.htaccess.pdf', 'htaccess.pdf'],
  ['CON\0.pdf', 'CON.pdf'],
  ['perché è così ☃.pdf', 'perché è così ☃.pdf'],
])('a file called %j is kept under a name that harms nobody', async (name, kept) => {
  const id = randomUUID();
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
  world.handedOut.push(url);
  const token = url.replace('/files/', '');
  for (const bad of [`${token}A`, token.slice(1), token.toLowerCase(), `${token}.${token}`, token.replace(/.{10}$/, 'AAAAAAAAAA')])
    await isRefused(as('visitor'), `/files/${bad}`, {}, 404);
});

test('no log holds a name, a fiscal code, an address, a content, a cookie or a token, and nothing was a fault of ours', () => {
  expect(badLines(world)).toEqual([]);
});
