import type { z } from 'zod';
import { exampleOf } from './examples.js';
import { schemaComponents, wireSchema } from './openapi.js';

type Json = Record<string, unknown>;

/** One thing that is asked of a system, under a key. */
export interface Asking {
  /** With `{key}` in it. */
  path: string;
  id: string;
  summary: string;
  asked: z.ZodType;
  answered: z.ZodType;
  /** What its answer says. */
  done: string;
}

interface System {
  title: string;
  version: string;
  description: string;
  /** An address as it may be, and what is said of it. */
  server: { url: string; description: string };
  /** Which variable its secret is in. */
  secret: string;
  askings: readonly Asking[];
  /** Named in a schema: what is wrong with what was asked. */
  problem: z.ZodType;
}

/** The OpenAPI 3.1 document of what an installation asks of a system outside of it: whoever connects one writes a small server that answers this. */
export function systemDocument({ title, version, description, server, secret, askings, problem }: System): Json {
  const components = schemaComponents();
  const content = (schema: z.ZodType): Json => {
    const written = wireSchema(schema);
    return { 'application/json': { schema: written, example: exampleOf(written, components) } };
  };
  const put = ({ id, summary, asked, answered, done }: Asking): Json => ({
    put: {
      operationId: id,
      summary,
      description:
        'Said again under the same key it answers the first time, for ever: an answer may be lost, and whoever waits for it asks again, every two seconds at first and every ten minutes at last. An answer that names another key is taken for none.',
      parameters: [
        {
          name: 'key',
          in: 'path',
          required: true,
          description: 'Names what is asked: a UUID',
          schema: { type: 'string', format: 'uuid' },
          example: '0198f4c2-7c00-7000-8000-000000000001',
        },
      ],
      requestBody: { required: true, content: content(asked) },
      responses: {
        '200': { description: done, content: content(answered) },
        '202': { description: 'Still at work: ask again, after the seconds of Retry-After where it is given' },
        '401': { description: 'The secret is not the one that was agreed: everything waits' },
        '422': {
          description: 'This cannot be done as it is: a person is told, and what comes after it goes on',
          content: content(problem),
        },
        '503': { description: 'Not now: everything waits, for the seconds of Retry-After where it is given' },
      },
    },
  });
  const paths = Object.fromEntries(askings.map((asking) => [asking.path, put(asking)]));
  const named = namedIn(paths, components);
  return {
    openapi: '3.1.0',
    info: { title, version, description, license: { name: 'EUPL-1.2' } },
    servers: [server],
    security: [{ secret: [] }],
    paths,
    components: {
      securitySchemes: { secret: { type: 'http', scheme: 'bearer', description: `The secret in ${secret}` } },
      schemas: Object.fromEntries(Object.entries(components).filter(([name]) => named.has(name))),
    },
  };
}

/** The shapes that a part of a document refers to, and those that they refer to. */
function namedIn(part: unknown, components: Json, found = new Set<string>()): Set<string> {
  for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (!name || found.has(name)) continue;
    found.add(name);
    namedIn(components[name], components, found);
  }
  return found;
}
