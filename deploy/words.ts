import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** Words that are not used here, each with the one that is: images for which the field has a noun, and English that says something else. */
const replaced: [pattern: RegExp, instead: string][] = [
  [/\b(?:open)?house\b|\bHouse\b/i, 'installation, project, services'],
  [/\b(?:hears?|heard|hearing)\b/i, 'consume, receive, handle'],
  [/\btelling\b/i, 'announce, send, publish'],
  [/\brush\b/i, 'peak'],
  [/\bmoulds?\b/i, 'factory'],
  [/\b(?:practice|application|request) (?:is|was|are|were) (?:now |already )?in charge\b/i, 'an officer is in charge of the practice'],
  [/\bcompile[ds]? (?:the|a|an|your|this|our) (?:form|module|request|application|service)\b/i, 'fill in'],
  [/\bMost rows of one\b/, 'at most … rows in one'],
];

/** Files that speak of other things by these words. */
const exempt = new Set(['deploy/words.ts', 'deploy/words.test.ts', 'package-lock.json']);

/** Folders of others, and what is made. */
const left = new Set(['node_modules', 'dist', 'artifacts', 'coverage', '.nx', '.sportello', '.git']);

/** @param texts contents by path */
export const wordsIn = (texts: Iterable<[path: string, text: string]>): string[] =>
  [...texts].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) =>
      replaced.flatMap(([pattern, instead]) => {
        const found = pattern.exec(line)?.[0];
        return found === undefined ? [] : [`${path}:${index + 1} says "${found}": ${instead}`];
      }),
    ),
  );

/** @throws Error that names every line of the project that says one of the words */
export function checkWords(): void {
  const paths = globSync('**/*.{ts,tsx,mjs,js,md,json,yml,css}', { cwd: root, exclude: (name) => left.has(name) });
  const faults = wordsIn(paths.filter((path) => !exempt.has(path)).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
