import { expect, test } from '@jest/globals';
import { languageOf, localPath, plainPath } from './paths.js';
import { ProblemError, problemOf } from './problem.js';
import { requestFor } from './request.js';

test('what the path names goes there, the rest into the body of a write', () => {
  expect(requestFor('PUT /practices/{id}/content', { id: 'a/b', content: { x: 1 }, version: 2 })).toEqual({
    method: 'PUT',
    path: '/practices/a%2Fb/content',
    body: '{"content":{"x":1},"version":2}',
  });
});

test('what a read asks goes into the query, without what is empty', () => {
  expect(requestFor('GET /practices', { tab: 'sent', number: undefined, limit: 20 }).path).toBe('/practices?tab=sent&limit=20');
  expect(requestFor('DELETE /practices/{id}', { id: '1' })).toEqual({ method: 'DELETE', path: '/practices/1', body: undefined });
});

test('a path without its id is a mistake, not a request', () => {
  expect(() => requestFor('GET /practices/{id}', {})).toThrow(RangeError);
});

test('a problem is known by its last word, whether its type is an address or not', () => {
  const kindOf = (type: string) => new ProblemError({ type, status: 409, title: 'x' }).kind;
  expect(kindOf('https://sportello.example/problems/already-sent')).toBe('already-sent');
  expect(kindOf('already-sent')).toBe('already-sent');
});

test('an answer that is no problem document is an unexpected problem', () => {
  expect(problemOf(502, '<html>')).toEqual({ type: 'unexpected', status: 502, title: '' });
  expect(problemOf(422, { title: 'x', errors: [{ pointer: '/a', detail: 'b' }, 3] }).errors).toEqual([{ pointer: '/a', detail: 'b' }]);
});

test('English pages have the same paths under /en', () => {
  expect(localPath('/servizi?q=a', 'en')).toBe('/en/servizi?q=a');
  expect(localPath('/', 'en')).toBe('/en');
  expect(localPath('/?q=a', 'en')).toBe('/en?q=a');
  expect(localPath('/en/servizi', 'it')).toBe('/servizi');
  expect(plainPath('/en')).toBe('/');
  expect(plainPath('/ente')).toBe('/ente');
  expect(languageOf('/en')).toBe('en');
  expect(languageOf('/entrata')).toBe('it');
});
