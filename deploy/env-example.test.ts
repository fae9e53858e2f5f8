import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect, isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { root } from './paths.ts';

/** Read without a schema: by the start of a service, before its own settings. */
const besideTheSchemas = ['QUEUE_PREFIX'];

interface Line {
  value: string;
  /** What stands above it since the line before. */
  comment: string;
}

const lines = new Map<string, Line>();
let comment = '';
for (const line of readFileSync(join(root, '.env.example'), 'utf8').split('\n')) {
  const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
  if (name === undefined) comment = line.startsWith('#') ? `${comment}${line}\n` : '';
  else {
    lines.set(name, { value: value ?? '', comment });
    comment = '';
  }
}

/** Every schema that a config.ts exports, of the services there are. */
async function schemas(): Promise<z.ZodObject[]> {
  const folders = ['libs/service', ...readdirSync(join(root, 'services')).map((name) => `services/${name}`)];
  const files = folders.map((folder) => join(root, folder, 'src/config.ts')).filter((file) => existsSync(file));
  const modules = await Promise.all(files.map(async (file): Promise<object> => await import(pathToFileURL(file).href)));
  return modules.flatMap((module) => Object.values(module)).filter((value) => value instanceof z.ZodObject);
}

const fields = (await schemas()).flatMap(({ shape }) => Object.entries<z.ZodType>(shape));

test('.env.example names every variable of every service, with its default or with the word Required', () => {
  expect(fields.length).toBeGreaterThan(30);
  const wrong = fields.flatMap(([name, field]) => {
    const line = lines.get(name);
    if (!line) return [`${name} is missing`];
    const absent = field.safeParse(undefined);
    if (!absent.success) return line.value === '' && /\bRequired\b/.test(line.comment) ? [] : [`${name} is required`];
    if (absent.data === undefined) return line.value === '' && /\bOptional\b/.test(line.comment) ? [] : [`${name} is optional`];
    const shown = field.safeParse(line.value);
    return shown.success && isDeepStrictEqual(shown.data, absent.data) ? [] : [`${name} is ${inspect(absent.data)} when it is not given`];
  });
  expect(wrong).toEqual([]);
});

test('.env.example names nothing that no service reads', () => {
  const read = new Set([...fields.map(([name]) => name), ...besideTheSchemas]);
  expect([...lines.keys()].filter((name) => !read.has(name))).toEqual([]);
});
