import { z } from 'zod';
import { operationOf, type Rpc, serviceOf } from './contract.js';
import { permissions, type Role } from './permissions.js';
import { contracts, namedSchemas } from './registry.js';

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
      const name = names.get(zodSchema);
      if (!name || path.length === 0) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      jsonSchema.$ref = `#/components/schemas/${name}`;
    },
  });
  // The only shape that refers to itself is "any JSON" (`z.json()`), which the empty schema says as well.
  return JSON.parse(JSON.stringify(rest), (_key, value) => (value?.$ref?.startsWith('#/$defs/') ? {} : value));
};

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

const problemAnswer: Json = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/**
 * The OpenAPI 3.1 document of the API under `/api/v1`, from the contracts alone.
 * @param publicUrl where the installation answers
 */
export function openapi(version: string, publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    if (!contract.http) continue;
    const [method, path] = contract.http.split(' ') as [string, string];
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(contract, method, path) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sportello',
      version,
      description: 'The open digital counter of Italian public bodies',
      'x-summary': 'Services, requests and their progress',
      contact: { name: 'Sportello', url: publicUrl },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [
      { url: `${publicUrl}/api/v1`, description: 'This installation', ...(publicUrl.startsWith('http:') && { 'x-sandbox': true }) },
    ],
    tags: [...new Set(contracts.map(serviceOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema, ...schemaComponents() },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(contract: Rpc, method: string, path: string): Json {
  const { properties = {}, required = [] } = writtenOut(contract.input) as { properties?: Record<string, Json>; required?: string[] };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const hasBody = method !== 'GET' && method !== 'DELETE' && rest.length > 0;
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] })),
    ...(hasBody
      ? []
      : rest.map((name) => ({
          name,
          in: 'query',
          required: required.includes(name) && properties[name]?.['default'] === undefined,
          schema: properties[name],
        }))),
  ];
  const body = {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
    required: required.filter((name) => rest.includes(name)),
  };
  const allowed: readonly Role[] = permissions[contract.permission];
  return {
    operationId: operationOf(contract),
    summary: contract.summary,
    description: `Permission \`${contract.permission}\`: ${allowed.join(', ')}.`,
    tags: [serviceOf(contract)],
    ...(parameters.length > 0 && { parameters }),
    ...(hasBody && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: wireSchema(contract.output) } } },
      '4XX': problemAnswer,
      '5XX': problemAnswer,
    },
    security: allowed.includes('visitor') ? [{}, { bearer: [] }] : [{ bearer: [] }],
  };
}
