import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { root } from './paths.ts';

const languages = ['it', 'en'] as const;
type Dictionary = Record<string, string>;

const readDictionary = (folder: string, language: (typeof languages)[number]): Dictionary =>
  JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8'));

/** The values of a text; `{None}` in `=0 {None}` is what it says, and no value. */
const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/(?<!(?:=\d+|\b(?:zero|one|two|few|many|other)) )\{(\w+)\s*[,}]/g)].map(([, name]) => name))]
    .toSorted()
    .join();

interface DictionaryReport {
  /** Keys of one language that the other lacks. */
  onlyItalian: string[];
  onlyEnglish: string[];
  /** Keys that no source names. */
  unused: string[];
  /** Keys that the sources name and no dictionary has that is there when they are drawn. */
  unknown: string[];
  /** Keys whose placeholders differ between the languages. */
  differing: string[];
  /** Keys of a feature that stand in the dictionary of all as well. */
  repeated: string[];
}

/**
 * Compares the dictionaries of a front end with each other and with its sources. A folder inside that has dictionaries
 * is a feature: what its own files name, and the files of other features that they import, must be in them or in those of all.
 *
 * A key is named where it stands in quotes, or by a template as `practice.turn.${status}`, which names all that fit it.
 *
 * @param folder with `it.json`, `en.json` and the sources
 * @param shared dictionaries that are there besides: those of `web/ui`
 */
const reportOf = (folder: string, shared?: string): DictionaryReport => {
  const sources = sourcesUnder(folder);
  const features = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'it.json')));
  const ofAll = Object.keys(readDictionary(folder, 'it'));
  const around = new Set([...ofAll, ...(shared ? Object.keys(readDictionary(shared, 'it')) : [])]);
  const everything = [...sources.values()];
  const report = compare(folder, everything);
  // Files of no feature are drawn with the texts of all; a feature's are drawn by whoever imports them.
  const outside = [...sources].filter(([path]) => !features.includes(path.split(sep)[0] ?? '')).map(([, source]) => source);
  report.unknown = namedIn(outside).filter((key) => !around.has(key));
  for (const feature of features) {
    const drawn = [...reachedFrom(feature, sources, features)].map((path) => sources.get(path) ?? '');
    const own = compare(join(folder, feature), drawn);
    const keys = Object.keys(readDictionary(join(folder, feature), 'it'));
    report.onlyItalian.push(...own.onlyItalian);
    report.onlyEnglish.push(...own.onlyEnglish);
    report.unused.push(...own.unused);
    report.differing.push(...own.differing);
    report.repeated.push(...keys.filter((key) => around.has(key)));
    report.unknown.push(...namedIn(drawn).filter((key) => !around.has(key) && !keys.includes(key)));
  }
  return report;
};

/** Every source of a folder, by its path from there. */
function sourcesUnder(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !/(^|[\\/])(node_modules|dist)[\\/]/.test(path))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** A feature's own files, and those of other features that are drawn with its texts because it imports them. */
function reachedFrom(feature: string, sources: Map<string, string>, features: string[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [...sources.keys()].filter((path) => path.startsWith(`${feature}${sep}`));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path) || !features.includes(path.split(sep)[0] ?? '')) continue;
    reached.add(path);
    // What travels by itself brings the texts of its own feature along.
    const source = (sources.get(path) ?? '').replaceAll(/later\(featureTexts\.\w+, \(\) => import\('[^']+'\)/g, '');
    for (const [, name] of source.matchAll(/(?:from|import\() ?'(\.[^']+)\.js'/g)) {
      const target = normalize(join(dirname(path), name ?? ''));
      waiting.push(...[`${target}.tsx`, `${target}.ts`].filter((each) => sources.has(each)));
    }
  }
  return reached;
}

const namedIn = (sources: string[]): string[] => [
  ...new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/\btext\(\s*'([^']+)'/g), ...source.matchAll(/\bid="([a-zA-Z]+\.[\w.-]+)"/g)].flatMap(([, key]) =>
        key ? [key] : [],
      ),
    ),
  ),
];

/** Tells of a key whether the sources name it. */
function saying(sources: string[]): (key: string) => boolean {
  const source = sources.join('\n');
  const templates = [...source.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g)].flatMap(([, prefix]) => (prefix ? [prefix] : []));
  return (key) => source.includes(`'${key}'`) || source.includes(`"${key}"`) || templates.some((prefix) => key.startsWith(prefix));
}

/** The two languages of one folder with each other, and with the sources that may say their texts. */
function compare(folder: string, sources: string[]): DictionaryReport {
  const [italian, english] = languages.map((language) => readDictionary(folder, language)) as [Dictionary, Dictionary];
  const isUsed = saying(sources);
  return {
    onlyItalian: Object.keys(italian).filter((key) => !(key in english)),
    onlyEnglish: Object.keys(english).filter((key) => !(key in italian)),
    unused: Object.keys(italian).filter((key) => !isUsed(key)),
    unknown: [],
    differing: Object.keys(italian).filter(
      (key) => key in english && placeholders(italian[key] ?? '') !== placeholders(english[key] ?? ''),
    ),
    repeated: [],
  };
}

/**
 * What is wrong with the texts of the pages: said in one language only, said by no source, named and not there.
 *
 * @throws Error that lists the keys
 */
export function checkTexts(web = join(root, 'web')): void {
  const shared = join(web, 'ui/src');
  const frontEnds = [join(web, 'portal/src'), join(web, 'console/src')];
  const reports = new Map([shared, ...frontEnds].map((folder) => [folder, reportOf(folder, folder === shared ? undefined : shared)]));
  // What both front ends say stands with the shared parts, whether or not a part says it.
  const isSaid = saying(frontEnds.flatMap((folder) => [...sourcesUnder(folder).values()]));
  const ofShared = reports.get(shared);
  if (ofShared) ofShared.unused = ofShared.unused.filter((key) => !isSaid(key));
  const mistakes = [...reports].flatMap(([folder, report]) =>
    Object.entries(report)
      .filter(([, keys]) => keys.length > 0)
      .map(([what, keys]) => `${relative(web, folder)}, ${what}: ${keys.join(', ')}`),
  );
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
}
