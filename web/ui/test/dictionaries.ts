import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'dist' ? [] : sourcesUnder(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [readFileSync(path, 'utf8')] : [];
  });

const readDictionary = (folder: string, language: 'it' | 'en'): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'));

export interface DictionaryReport {
  /** Keys of one language that the other lacks. */
  onlyItalian: string[];
  onlyEnglish: string[];
  /** Keys that no source names. */
  unused: string[];
  /** Keys that the sources name and no dictionary has. */
  unknown: string[];
  /** Keys whose placeholders differ between the languages. */
  differing: string[];
}

const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name))].toSorted().join();

/**
 * Compares the dictionaries of a front end with each other and with its sources; for tests only.
 *
 * A key is named where it stands in quotes, or by a template as `practice.turn.${status}`, which names all that fit it.
 *
 * @param folder with `it.json`, `en.json` and the sources
 * @param shared dictionaries and sources that stand beside them: those of `web/ui`
 */
export const reportOf = (folder: string, shared?: string): DictionaryReport => {
  const italian = readDictionary(folder, 'it');
  const english = readDictionary(folder, 'en');
  const source = sourcesUnder(folder).join('\n');
  const templates = [...source.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g)].flatMap(([, prefix]) => (prefix ? [prefix] : []));
  const isUsed = (key: string) =>
    source.includes(`'${key}'`) || source.includes(`"${key}"`) || templates.some((prefix) => key.startsWith(prefix));
  const known = new Set([...Object.keys(italian), ...(shared ? Object.keys(readDictionary(shared, 'it')) : [])]);
  const named = [...source.matchAll(/\btext\(\s*'([^']+)'/g), ...source.matchAll(/\bid="([a-zA-Z]+\.[\w.-]+)"/g)].flatMap(([, key]) =>
    key ? [key] : [],
  );
  return {
    onlyItalian: Object.keys(italian).filter((key) => !(key in english)),
    onlyEnglish: Object.keys(english).filter((key) => !(key in italian)),
    unused: Object.keys(italian).filter((key) => !isUsed(key)),
    unknown: [...new Set(named)].filter((key) => !known.has(key)),
    differing: Object.keys(italian).filter(
      (key) => key in english && placeholders(italian[key] ?? '') !== placeholders(english[key] ?? ''),
    ),
  };
};

/** What a sound dictionary reports. */
export const sound: DictionaryReport = { onlyItalian: [], onlyEnglish: [], unused: [], unknown: [], differing: [] };
