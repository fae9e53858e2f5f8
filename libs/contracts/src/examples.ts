type Json = Record<string, unknown>;

const byFormat: Record<string, string> = {
  uuid: '0198f4c2-7c00-7000-8000-000000000001',
  'date-time': '2026-03-02T09:30:00.000Z',
  date: '2026-03-02',
};

/**
 * An example of a JSON Schema, put together from the examples of its parts. Texts say theirs (`.meta({ examples })`), since no rule
 * can make one up; the other kinds have one by nature.
 * @param components what `$ref` may name
 * @throws Error where a text has none
 */
export function exampleOf(schema: Json, components: Json): unknown {
  const { $ref, examples, anyOf, type, format } = schema as Schema;
  if (examples) return examples[0];
  if ($ref) return exampleOf(components[$ref.replace('#/components/schemas/', '')] as Json, components);
  if ('default' in schema) return schema['default'];
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if (anyOf) return exampleOf(anyOf.find((it) => it['type'] !== 'null') ?? {}, components);
  if (type === 'object') return membersOf(schema as Schema, components);
  if (type === 'array') return [exampleOf(schema['items'] as Json, components)];
  if (type === 'boolean') return true;
  if (type === 'integer') return Math.max(1, Number(schema['minimum'] ?? 1));
  const text = format && byFormat[format];
  if (!text) throw new Error(`has no example: ${JSON.stringify(schema)}`);
  return text;
}

function membersOf({ properties = {} }: Schema, components: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([name, member]) => {
      try {
        return [name, exampleOf(member, components)];
      } catch (error) {
        throw new Error(`${name} ${error instanceof Error ? error.message : error}`);
      }
    }),
  );
}

interface Schema {
  $ref?: string;
  examples?: unknown[];
  anyOf?: Json[];
  type?: string;
  format?: string;
  properties?: Record<string, Json>;
}
