import { z } from 'zod';
import { operationOf, type Rpc, serviceOf } from './contract.js';
import { permissions, type Role } from './permissions.js';
import { contracts } from './registry.js';

type Json = Record<string, unknown>;

/** JSON Schema of what travels: an instant is its text. */
export const wireSchema = (schema: z.ZodType): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  return rest;
};

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
      schemas: { Problem: problemSchema },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(contract: Rpc, method: string, path: string): Json {
  const { properties = {}, required = [] } = wireSchema(contract.input) as { properties?: Record<string, Json>; required?: string[] };
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
