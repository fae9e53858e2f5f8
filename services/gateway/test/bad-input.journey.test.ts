import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Besieged, badLines, bare, draftId, isRefused, json, openBesieged, raw, secret, sentId } from './intruders.js';
import { samplesOf } from './samples.js';
import { readProblem, stored } from './test-world.js';

let world: Besieged;
let before: Record<string, number>;

beforeAll(async () => {
  world = await openBesieged();
});

beforeEach(async () => {
  before = await stored(world.stack);
  expect(before['practices.practices']).toBeGreaterThan(0);
});

afterAll(() => world?.close());

const as = (name: string) => world.as(name);
const isUnchanged = () => expect(stored(world.stack)).resolves.toEqual(before);
const put = (body: RequestInit['body'], headers: Record<string, string> = json): RequestInit => ({ method: 'PUT', body, headers });
const content = (value: unknown) => JSON.stringify({ version: 1, content: { address: secret, value } });
const deep = (levels: number) => `{"version":1,"content":{"address":${'['.repeat(levels)}${']'.repeat(levels)}}}`;

const bodies: [string, RequestInit, number, string][] = [
  ['an unknown field', put(JSON.stringify({ version: 1, content: {}, [secret]: true })), 422, 'invalid-input'],
  ['another practice than the path', put(JSON.stringify({ id: randomUUID(), version: 1, content: {} })), 422, 'invalid-input'],
  ['a value of a wrong type', put(JSON.stringify({ version: 1, content: { address: 1 } })), 422, 'invalid-input'],
  ['a key that the form does not have', put(JSON.stringify({ version: 1, content: { [secret]: 1 } })), 422, 'invalid-input'],
  ['a number written as text', put(JSON.stringify({ version: '1', content: {} })), 422, 'invalid-input'],
  ['a text in place of the content', put(JSON.stringify({ version: 1, content: secret })), 422, 'invalid-input'],
  ['a list in place of the content', put(JSON.stringify({ version: 1, content: [secret] })), 422, 'invalid-input'],
  ['a number without end', put('{"version":1e999,"content":{}}'), 422, 'invalid-input'],
  ['a fraction for a version', put('{"version":1.5,"content":{}}'), 422, 'invalid-input'],
  ['nothing', put('{}'), 422, 'invalid-input'],
  ['more than a megabyte', put(content(secret.repeat(60_000))), 413, 'too-large'],
  ['a form of more than half a megabyte', put(content(secret.repeat(30_000))), 413, 'too-large'],
  ['more values than a form can ask for', put(`{"version":1,"content":{"address":[${'1e20,'.repeat(170_000)}1]}}`), 400, 'unreadable'],
  ['half of a JSON text', put(`{"version":1,"content":{"address":"${secret}`), 400, 'unreadable'],
  ['no text at all, called JSON', put(''), 400, 'unreadable'],
  ['compressed bytes', put(Buffer.from('1f8b0800', 'hex'), { ...json, 'content-encoding': 'gzip' }), 415, 'wrong-media-type'],
  ['a list', put(JSON.stringify([secret])), 422, 'invalid-input'],
  ['a text', put(JSON.stringify(secret)), 422, 'invalid-input'],
  ['null', put('null'), 422, 'invalid-input'],
  ['plain text', put(secret, { 'content-type': 'text/plain' }), 415, 'wrong-media-type'],
  ['a form of a page', put('version=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'wrong-media-type'],
  ['a form with parts', put('--a\r\n\r\n--a--', { 'content-type': 'multipart/form-data; boundary=a' }), 415, 'wrong-media-type'],
  ['bytes of no type', put(Buffer.from(secret), {}), 415, 'wrong-media-type'],
  ['a prototype', put(`{"version":1,"content":{},"__proto__":{"isAdmin":true}}`), 400, 'unreadable'],
  ['a prototype further in', put(`{"version":1,"content":{"a":{"__proto__":{"isAdmin":true}}}}`), 400, 'unreadable'],
  ['the prototype of a constructor', put(`{"version":1,"content":{"constructor":{"prototype":{"isAdmin":true}}}}`), 400, 'unreadable'],
  ['a list in a list, a hundred thousand times', put(deep(100_000)), 400, 'unreadable'],
  ['a list in a list, three thousand times', put(deep(3_000)), 400, 'unreadable'],
  ['a key twice', put('{"version":1,"content":{"iban":"","iban":""}}'), 400, 'unreadable'],
  ['a key twice, once escaped', put('{"version":1,"content":{},"\\u0076ersion":2}'), 400, 'unreadable'],
  ['a character that no database keeps', put(JSON.stringify({ version: 1, content: { address: '\0' } })), 422, 'invalid-input'],
  ['half of a character', put(JSON.stringify({ version: 1, content: { address: '\ud83d' } })), 422, 'invalid-input'],
  ['a field whose name is half of a character', put(JSON.stringify({ version: 1, content: { '\udc00': 1 } })), 422, 'invalid-input'],
];

test.each(bodies)('a draft saved with %s is refused, and stays as it was', async (_name, init, status, type) => {
  await isRefused(as('mayor'), `/api/v1/practices/${draftId}/content`, init, status, type);
  await isUnchanged();
});

const contactsWith = (more: object) => {
  const sample = samplesOf(draftId)['rpc.identity.change-contacts.v1'];
  return { ...sample, version: 1, contacts: { ...sample?.contacts, ...more } };
};
const residence = { street: 'Via Roma 1', postalCode: '10121', comune: 'Torino' };

test.each([
  ['a form', `/practices/${draftId}/content`, { version: 1, content: { colour: 1 } }, '/content/colour'],
  ['a command', `/practices/${draftId}/content`, { version: 1, content: {}, colour: 1 }, '/colour'],
  ['contacts', '/account/contacts', contactsWith({ colour: 1 }), '/contacts/colour'],
  ['an address', '/account/contacts', contactsWith({ residence: { ...residence, colour: 1 } }), '/contacts/residence/colour'],
  ['a command whose path says something else', `/practices/${draftId}/content`, { id: sentId, version: 1, content: {} }, '/id'],
])('what nobody would read in %s is refused, and named by its pointer', async (_where, path, body, pointer) => {
  const { errors } = await isRefused(as('mayor'), `/api/v1${path}`, put(JSON.stringify(body)), 422, 'invalid-input');
  expect(errors).toMatchObject([{ pointer }]);
  await isUnchanged();
});

const far = (at: number) => Buffer.from(`${randomUUID()}${at}`).toString('base64url');
const place = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
const queries: [string, string, string, number][] = [
  ['mayor', 'a page of none', '/practices?limit=0', 422],
  ['mayor', 'a page of too many', '/practices?limit=101', 422],
  ['mayor', 'a page of words', '/practices?limit=dieci', 422],
  ['mayor', 'two sizes of page', '/practices?limit=1&limit=2', 422],
  ['mayor', 'a parameter nobody knows', `/practices?${secret}=1`, 422],
  ['mayor', 'a prototype', '/practices?__proto__=1', 422],
  ['mayor', 'a state nobody knows', '/practices?status=smarrita', 422],
  ['mayor', 'a day that does not exist', '/practices?createdFrom=2026-02-30', 422],
  ['mayor', 'days before and after all calendars', '/practices?createdFrom=0000-01-01&createdTo=9999-12-31', 422],
  ['officer', 'a queue before and after all calendars', '/queue?period=custom&from=0000-01-01&to=9999-12-31', 422],
  ['mayor', 'a made-up place in the list', `/practices?after=${secret}`, 422],
  ['mayor', 'a place before all time', `/practices?after=${far(-8.64e15)}`, 422],
  ['mayor', 'a place after all time', `/practices?after=${far(8.64e15)}`, 422],
  ['mayor', 'a search of ten thousand letters', `/practices?number=${'a'.repeat(10_000)}`, 422],
  ['mayor', 'a search with a NUL', '/practices?number=%00', 422],
  ['mayor', 'a notice after a place before all time', `/notices?after=${place(['-271821-04-20T00:00:00.000Z', randomUUID()])}`, 422],
  ['mayor', 'a notice after something that is no place', `/notices?after=${place([secret])}`, 422],
  ['officer', 'a queue after a place before all time', `/queue?after=${far(-8.64e15)}`, 422],
  ['officer', 'a queue searched for a NUL', '/queue?search=%00', 422],
  ['officer', 'a queue of some days without saying so', '/queue?from=2026-01-01', 422],
  ['officer', 'a queue of today, from another day', '/queue?period=today&from=2026-01-01', 422],
  ['officer', 'a queue backwards', '/queue?period=custom&from=2026-02-01&to=2026-01-01', 422],
  ['officer', 'officers after no place', `/officers?after=${place([secret, secret, 'no id'])}&limit=x`, 422],
  ['visitor', 'services after a place with a NUL', `/procedures?after=${Buffer.from(`${randomUUID()}\0`).toString('base64url')}`, 422],
  ['visitor', 'services searched for a NUL', '/procedures?search=%00', 422],
  ['visitor', 'bodies after a list', `/organizations?after=${place([1, 2])}`, 422],
  ['visitor', 'bodies after a place with a NUL', `/organizations?after=${place(['\0', '\0'])}`, 422],
  ['visitor', 'a province of letters', '/comuni?province=abc', 422],
  ['visitor', 'no province', '/comuni', 422],
  ['visitor', 'an address that is not encoded', '/procedures/%E0%A4%A', 400],
  ['visitor', 'an id that is none', `/procedures/${secret}`, 422],
  ['visitor', 'an id with a line in it', '/procedures/a%0d%0aSet-Cookie:%20a=b', 422],
  ['visitor', 'a code that is far too long', `/verifications/${'A'.repeat(4_000)}`, 422],
  ['visitor', 'a code that is longer than any address', `/verifications/${'A'.repeat(6_000)}`, 404],
  ['mayor', 'a practice whose id is longer than any address', `/practices/${'a'.repeat(6_000)}`, 404],
  ['mayor', 'a practice that is not there', `/practices/${randomUUID()}`, 404],
  ['mayor', 'a file that is not there', `/practices/${sentId}/files/${randomUUID()}/address`, 404],
  ['citizen', "somebody else's practice", `/practices/${sentId}`, 404],
  ['citizen', "somebody else's form", `/practices/${draftId}/content`, 404],
  ['officer', 'a draft of a citizen', `/practices/${draftId}`, 404],
  ['visitor', 'a page of the API that is not there', '/nothing/here', 404],
];

test.each(queries)('%s asks for %s', async (name, _what, path, status) => {
  await isRefused(as(name), `/api/v1${path}`, {}, status);
  await isUnchanged();
});

const answered: [string, string][] = [
  ['mayor', '/practices?createdTo=2999-12-31&createdFrom=1000-01-01'],
  ['officer', '/queue?period=custom&from=1000-01-01&to=2999-12-31'],
  ['visitor', `/organizations?after=${place(['\ud800', randomUUID()])}`],
  ['officer', '/queue?search=%25_%5C'],
  ['visitor', `/organizations?after=${place([secret, randomUUID()])}`],
  ['officer', `/officers?after=${place([secret, secret, randomUUID()])}`],
];

test.each(answered)('%s asks for the ends of the scale: %s', async (name, path) => {
  const response = await as(name).fetch(`/api/v1${path}`);
  expect({ status: response.status, text: await response.text() }).toMatchObject({ status: 200 });
});

const methods: [string, string, number][] = [
  ['PATCH', '/api/v1/practices', 405],
  ['POST', '/api/v1/practices', 405],
  ['DELETE', '/api/v1/queue', 405],
  ['POST', '/api/v1/nothing', 404],
  ['PROPFIND', '/api/v1/practices', 405],
  ['POST', '/', 405],
  ['PUT', '/area-personale', 405],
  ['GET', '/api/v2/practices', 404],
  ['GET', '/files/nothing', 404],
  ['GET', `/files/${'a.b.c'.repeat(200)}`, 404],
  ['GET', '/assets/portal/../../package.json', 404],
  ['GET', '/assets/portal/%2e%2e/%2e%2e/package.json', 404],
  ['GET', '/static/..%2f..%2fpackage.json', 404],
];

test.each(methods)('%s %s is refused, and says so: %i', async (method, path, status) => {
  const response = await raw(world.baseUrl, path, { method });
  const problem = await readProblem(response);
  expect(problem).toMatchObject({ status });
});

test.each([
  ['an address of twenty thousand letters', `GET /api/v1/procedures?search=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
  ['something that is no HTTP', `${secret}\r\n\r\n`, 400],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
  ['a length and pieces', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
])('%s gets a problem too, though no request was read', async (_name, text, status) => {
  const answer = await bare(world.baseUrl, text);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(JSON.parse(body)).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//), title: expect.stringMatching(/\S+ \S+/) });
});

test('no log holds a name, a fiscal code, an address, a content, a cookie or a token, and nothing was a fault of ours', () => {
  expect(badLines(world)).toEqual([]);
});
