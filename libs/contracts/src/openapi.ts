import { z } from 'zod';
import { operationOf, type ProblemType, serviceOf } from './contract.js';
import { type Door, doors } from './doors.js';
import { exampleOf } from './examples.js';
import { permissions, type Role } from './permissions.js';
import { problemsOf } from './problems.js';
import { contracts, namedSchemas, problems } from './registry.js';

type Json = Record<string, unknown>;

/** JSON Schema of what travels: an instant is its text, and a shape with a name is referred to by it. */
export const wireSchema = (schema: z.ZodType): Json => {
  const name = namedSchemas.get(schema);
  return name ? { $ref: `#/components/schemas/${name}` } : writtenOut(schema);
};

const names: ReadonlyMap<unknown, string> = namedSchemas;

const writtenOut = (schema: z.ZodType): Json => {
  const {
    $schema: _,
    $defs: __,
    ...rest
  } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema, path }) => {
      // A shape that was described for one place is a child of the one that has the name.
      const name = names.get(zodSchema) ?? names.get(zodSchema._zod.parent);
      if (!name || path.length === 0) return;
      const { description, examples } = z.globalRegistry.get(zodSchema) ?? {};
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      Object.assign(jsonSchema, { $ref: `#/components/schemas/${name}` }, names.has(zodSchema) ? {} : { description, examples });
    },
  });
  // The only shape that refers to itself is "any JSON" (`z.json()`), which the empty schema says as well.
  return JSON.parse(JSON.stringify(rest), (_key, value) => {
    if (value?.$ref?.startsWith('#/$defs/')) return {};
    if (Array.isArray(value?.anyOf)) return describedOutside(value);
    return typeof value?.type === 'string' ? plain(value) : value;
  });
};

/** A format says what its regular expression says; a whole number says how many bits it takes. */
function plain(schema: Json): Json {
  const { pattern: _, ...rest } = schema;
  const { maximum } = schema;
  if (schema['type'] === 'string') return schema['format'] ? rest : schema;
  if (schema['type'] === 'array') return 'maxItems' in schema ? { minItems: 0, ...schema } : schema;
  if (schema['type'] !== 'integer') return schema;
  return { ...schema, format: typeof maximum === 'number' && maximum < 2 ** 31 ? 'int32' : 'int64' };
}

/** What is said of a value that may be null is said of the whole. */
function describedOutside(schema: Json & { anyOf: Json[] }): Json {
  const [only, ...others] = schema.anyOf.filter(({ type }) => type !== 'null');
  if (!only || others.length > 0) return schema;
  const { description, examples } = only;
  return { ...(description !== undefined && { description }), ...(examples !== undefined && { examples }), ...schema };
}

/** Every shape with a name, for the components of a document. */
export const schemaComponents = (): Json => Object.fromEntries([...namedSchemas].map(([schema, name]) => [name, writtenOut(schema)]));

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri-reference', maxLength: 200 },
    title: { type: 'string', maxLength: 500 },
    status: { type: 'integer', format: 'int32', minimum: 400, maximum: 599 },
    detail: { type: 'string', maxLength: 2_000 },
    instance: { type: 'string', maxLength: 64 },
    errors: {
      type: 'array',
      maxItems: 50,
      items: { type: 'object', properties: { pointer: { type: 'string', maxLength: 500 }, detail: { type: 'string', maxLength: 500 } } },
    },
  },
};

const problemExample = ({ type, status, title }: ProblemType): Json => ({
  summary: title.en,
  value: { type: `/problems/${type}`, title: title.it, status, instance: '4bf92f3577b34da6a3ce929d0e0e4736' },
});

/** One answer a status, with an example of each problem that has it. */
function refusals(declared: readonly ProblemType[]): Json {
  const statuses = [...new Set(declared.map(({ status }) => status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const found = declared.filter((it) => it.status === status);
      const examples = Object.fromEntries(found.map(({ type }) => [type, { $ref: `#/components/examples/${type}` }]));
      const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } };
      return [status, { description: found.map(({ title }) => title.en).join('; '), content }];
    }),
  );
}

/** One operation, whoever answers it: a contract, or the gateway itself. */
interface Operation extends Omit<Door, 'id'> {
  id: string;
  tag: string;
}

const operations = (): Operation[] => [
  ...contracts.flatMap(({ http, output, ...contract }) =>
    http
      ? [{ ...contract, http, id: operationOf(contract), tag: serviceOf(contract), answer: { type: 'application/json', schema: output } }]
      : [],
  ),
  ...doors.map((door) => ({ ...door, tag: 'gateway' })),
];

/**
 * The OpenAPI 3.1 document of the API, from the contracts and from what the gateway answers by itself.
 * @param publicUrl where the installation answers
 */
export function openapi(version: string, publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  const components = schemaComponents();
  const isSandbox = publicUrl.startsWith('http:') && { 'x-sandbox': true };
  for (const operation of operations()) {
    const [method, path] = operation.http.split(' ') as [string, string];
    const beside = operation.isBeside && { servers: [{ url: publicUrl, description: 'Beside the API', ...isSandbox }] };
    paths[path] = { ...paths[path], ...beside, [method.toLowerCase()]: written(operation, method, path, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sportello',
      version,
      description: 'The open digital counter of Italian public bodies',
      'x-summary': 'Services, requests and their progress',
      'x-api-id': 'sportello',
      termsOfService: `${publicUrl}/note-legali`,
      contact: { name: 'Sportello', url: publicUrl },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${publicUrl}/api/v1`, description: 'This installation', ...isSandbox }],
    tags: [...new Set(operations().map(({ tag }) => tag))].map((name) => ({ name, description: tagged[name] })),
    paths,
    components: {
      schemas: { Problem: problemSchema, ...usedBy(paths, 'schemas', components) },
      examples: usedBy(paths, 'examples', Object.fromEntries([...problems.values()].map((one) => [one.type, problemExample(one)]))),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A token of the issuer of this installation, checked as RFC8725 asks',
        },
      },
    },
  };
}

const tagged: Record<string, string> = {
  identity: 'People, bodies, officers and their rights',
  practices: 'Services, forms, requests and their outcomes',
  notifications: 'Notices of the portal',
  gateway: 'Files, sessions and live news',
};

function written(operation: Operation, method: string, path: string, components: Json): Json {
  const { properties = {}, required = [] } = writtenOut(operation.input) as { properties?: Record<string, Json>; required?: string[] };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const hasBody = !operation.takes && method !== 'GET' && method !== 'DELETE' && rest.length > 0;
  const parameter = (name: string, place: 'path' | 'query') => {
    const { description, examples: _, ...schema } = properties[name] ?? {};
    const isRequired = place === 'path' || (required.includes(name) && schema['default'] === undefined);
    return { name, in: place, required: isRequired, description, schema, example: exampleOf(properties[name] ?? {}, components) };
  };
  const parameters = [...inPath.map((name) => parameter(name, 'path')), ...(hasBody ? [] : rest.map((name) => parameter(name, 'query')))];
  const body = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
    required: required.filter((name) => rest.includes(name)),
  };
  const allowed: readonly Role[] = permissions[operation.permission];
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: `Permission \`${operation.permission}\`: ${allowed.join(', ')}.`,
    tags: [operation.tag],
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && {
      requestBody: { required: true, content: { 'application/json': { schema: body, example: exampleOf(body, components) } } },
    }),
    ...(operation.takes && { requestBody: { required: true, content: Object.fromEntries(operation.takes.map((type) => [type, {}])) } }),
    responses: { 200: { description: 'Done', content: answered(operation, components) }, ...refusals(problemsOf(operation)) },
    security: allowed.includes('visitor') ? [{}, { bearer: [] }] : [{ bearer: [] }],
  };
}

/** What the operations name of one kind, and what is named by that. */
function usedBy(paths: Json, kind: 'schemas' | 'examples', components: Json): Json {
  const used = new Set<string>();
  const named = new RegExp(`"#/components/${kind}/([\\w-]+)"`, 'g');
  const follow = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(named)) {
      if (!name || used.has(name)) continue;
      used.add(name);
      follow(components[name] ?? {});
    }
  };
  follow(paths);
  return Object.fromEntries(Object.entries(components).filter(([name]) => used.has(name)));
}

/** What comes back: JSON by its shape, a text by an example, bytes as they are. */
function answered({ answer: { type, schema, example } }: Operation, components: Json): Json {
  if (!schema)
    return { [type]: example === undefined ? { schema: { type: 'string', format: 'binary' } } : { schema: { type: 'string' }, example } };
  const shape = wireSchema(schema);
  return { [type]: { schema: shape, example: exampleOf(shape, components) } };
}
