import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { asyncapi } from './asyncapi.js';
import { operationOf, problem } from './contract.js';
import { exampleOf } from './examples.js';
import { openapi, schemaComponents, wireSchema } from './openapi.js';
import { problemsOf } from './problems.js';
import { checkNames, contracts, events, namedSchemas, problems } from './registry.js';

type Json = Record<string, unknown>;

const components = schemaComponents();
const document = openapi('1.2.3', 'https://sportello.example.org');
const shapes = [
  ...[...namedSchemas.values()].map((name) => [name, components[name] as Json] as const),
  ...contracts.flatMap((it) => [
    [`${operationOf(it)}: input`, wireSchema(it.input)] as const,
    [`${operationOf(it)}: output`, wireSchema(it.output)] as const,
  ]),
  ...events.map((it) => [operationOf(it), wireSchema(it.payload)] as const),
];

test('whoever reads the documents is told what each field is', () => {
  expect(shapes.flatMap(([name, schema]) => undescribed(schema, name))).toEqual([]);
});

test('whoever reads the documents is told what each parameter is', () => {
  const nameless = operations().flatMap(([name, { parameters = [] }]) =>
    (parameters as Json[]).filter(({ description }) => !description).map((it) => `${name}: ${it['name']}`),
  );
  expect(nameless).toEqual([]);
});

test('the example of an operation is one that it takes, and one that it answers', () => {
  const wrong = contracts.flatMap((contract) =>
    (['input', 'output'] as const).flatMap((side) => {
      const schema: z.ZodType = contract[side];
      const read = z.safeDecode(schema, exampleOf(wireSchema(schema), components));
      return read.success ? [] : [`${operationOf(contract)}: ${side}: ${z.prettifyError(read.error)}`];
    }),
  );
  expect(wrong).toEqual([]);
  const silent = operations().filter(([, { requestBody, responses }]) => {
    const bodies = [requestBody, (responses as Json)['200']].filter((it) => it !== undefined) as { content?: Record<string, Json> }[];
    return bodies.some(({ content = {} }) => content['application/json'] && !('example' in content['application/json']));
  });
  expect(silent.map(([name]) => name)).toEqual([]);
});

test('a text without an example is found by the name of its field', () => {
  const schema = wireSchema(z.object({ colour: z.string() }));
  expect(() => exampleOf(schema, {})).toThrow('colour has no example');
});

test('each operation says by which problems it may be refused', () => {
  const [, submission] = operations().find(([name]) => name === 'practices.submit') ?? [];
  const { responses } = submission as { responses: Record<string, { content: Record<string, { examples: Json }> }> };
  const told = Object.entries(responses).flatMap(([status, { content }]) =>
    Object.keys(content['application/problem+json']?.examples ?? {}).map((type) => `${status} ${type}`),
  );
  expect(told).toEqual(expect.arrayContaining(['404 practice-not-found', '409 procedure-closed', '422 incomplete', '401 not-signed-in']));
  for (const contract of contracts) for (const { type } of problemsOf(contract)) expect(problems.has(type)).toBe(true);
});

test('nothing is kept for several operations that none of them names', () => {
  const text = JSON.stringify(document);
  const kept = Object.entries(document['components'] as Record<'schemas' | 'examples', Json>)
    .filter(([kind]) => kind !== 'securitySchemes')
    .flatMap(([kind, all]) => Object.keys(all).map((name) => `#/components/${kind}/${name}`));
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.filter((name) => !text.includes(`"${name}"`))).toEqual([]);
});

test('what the gateway answers by itself is in the document as well', () => {
  const paths = Object.keys(document['paths'] as Json);
  const written = [
    '/practices/{id}/attachments/{attachmentId}',
    '/session',
    '/session/profile',
    '/session/extension',
    '/live',
    '/account/picture',
  ];
  expect(paths).toEqual(expect.arrayContaining([...written, '/forms/{id}/validator.js', '/files/{token}', '/status']));
});

test('the events say where they are told, and who is let in', () => {
  const { servers, components: parts } = asyncapi('1.2.3') as Record<string, Json>;
  expect(servers).toMatchObject({ installation: { protocol: 'nats', security: [{ $ref: '#/components/securitySchemes/account' }] } });
  expect(parts?.['securitySchemes']).toMatchObject({ account: { type: 'userPassword' } });
});

test('each problem is explained, in both languages', () => {
  for (const { type, explanation } of problems.values()) {
    expect([type, explanation.it.length > 20, explanation.en.length > 20]).toEqual([type, true, true]);
    expect(explanation.it).not.toBe(explanation.en);
  }
});

test('two shapes or two problems of one name stop the build', () => {
  const shape = z.object({});
  expect(() =>
    checkNames([
      ['Place', shape],
      ['Place', z.object({})],
    ]),
  ).toThrow('shape Place');
  expect(() =>
    checkNames([
      ['gone', problem(404, 'gone', 'a', 'a', { it: 'a', en: 'a' })],
      ['away', problem(410, 'gone', 'b', 'b', { it: 'b', en: 'b' })],
    ]),
  ).toThrow('problem gone');
});

const operations = (): [string, Json][] =>
  Object.values(document['paths'] as Record<string, Record<string, Json>>).flatMap((path) =>
    Object.values(path).flatMap((it): [string, Json][] => ('operationId' in it ? [[String(it['operationId']), it]] : [])),
  );

/** The properties below a schema that neither say what they are nor have a shape that does. */
function undescribed(schema: Json, path: string): string[] {
  const inside = [schema['items'], schema['additionalProperties'], ...((schema['anyOf'] as unknown[]) ?? [])];
  const members = Object.entries((schema['properties'] as Record<string, Json>) ?? {});
  return [
    ...members.flatMap(([name, member]) => [
      ...(isDescribed(member) ? [] : [`${path}: ${name}`]),
      ...undescribed(member, `${path}: ${name}`),
    ]),
    ...inside.flatMap((it) => (typeof it === 'object' && it !== null ? undescribed(it as Json, path) : [])),
  ];
}

function isDescribed({ description, $ref }: Json): boolean {
  if (description) return true;
  const shape = components[String($ref).replace('#/components/schemas/', '')] as Json | undefined;
  return Boolean(shape?.['description']);
}
