import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from './paths.ts';

/** What a file imports as soon as it is loaded; types are gone by then. */
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;'"]*?\sfrom\s+)?'([^']+)'/gm)].map(([, from = '']) => from);

/** The ways by which something of ours that is compiled is imported, from a file on. */
function compiledFrom(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  return importsOf(file).flatMap((from) =>
    from.startsWith('.')
      ? compiledFrom(join(dirname(file), from), seen)
      : from.startsWith('@sportello/')
        ? [`${relative(root, file)} imports ${from}`]
        : [],
  );
}

test.each(['deploy/start.ts', 'deploy/dev.ts', 'deploy/test.ts', 'deploy/check.ts', 'deploy/reset.ts', 'bench/main.ts'])(
  'on a fresh clone %s begins without anything that is yet to be compiled',
  (command) => {
    const seen = new Set<string>();
    expect(compiledFrom(join(root, command), seen)).toEqual([]);
    expect(seen.size).toBeGreaterThan(1);
  },
);
