import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type Options, transformFile } from '@swc/core';
import { watch } from 'chokidar';
import { root } from './paths.ts';
import { run } from './program.ts';
import { databaseServices, type Service, services } from './services.ts';
import type { Stack } from './stack.ts';
import { explain, say } from './steps.ts';

/** Where the catalogue of the shared parts is compiled to: beside the pages, and in no build of theirs. */
export const catalogueFolder = join(root, 'web/console/catalogue/dist');

/** Compiles the catalogue, which `npm run dev` alone shows. */
export async function compileCatalogue(): Promise<void> {
  await run([join(root, 'node_modules/.bin/vite'), 'build', '--config', 'catalogue/vite.config.ts'], { cwd: join(root, 'web/console') });
  say('the catalogue of the shared parts is at /catalogo');
}

/** An editor saves in several writes: what comes within this time is one change. */
const quietMilliseconds = 60;

/** Compiles a source as soon as it is saved, and starts again the services that use it. */
export function watchSources(stack: Stack): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  const take = () => {
    const files = [...changed];
    changed.clear();
    work = work.then(() => apply(stack, files)).catch((error: unknown) => say(explain(error).split('Caused by:')[0]?.trim() ?? ''));
  };
  watch(sourceFolders(), { ignoreInitial: true, ignored: /\/dist\// }).on('all', (_event, file) => {
    if (!/\.(tsx?|css|json|html|svg)$/.test(file) || /\.test\.tsx?$/.test(file)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(take, quietMilliseconds);
  });
}

async function apply(stack: Stack, files: string[]): Promise<void> {
  const began = Date.now();
  const parts = files.map((file) => relative(root, file).split(sep));
  const compiled = files.filter((_, index) => parts[index]?.[0] !== 'web');
  await Promise.all(compiled.filter((file) => file.endsWith('.ts')).map(compile));

  const touchesAll = parts.some(([group]) => group === 'libs');
  const touched = services.filter((service) => touchesAll || parts.some(([group, name]) => group === 'services' && name === service));
  for (const service of databaseServices) {
    if (parts.some(([, name, , folder]) => name === service && folder === 'migrations')) await stack.migrate(service);
  }
  await Promise.all(touched.map((service) => startAgain(stack, service)));
  if (touched.length > 0) say(`${touched.join(', ')} answered again after ${Date.now() - began} ms`);

  const pages = new Set(parts.flatMap(([group, name, folder]) => (group === 'web' && name && folder !== 'catalogue' ? [name] : [])));
  // What both front ends use is compiled into each of them.
  const projects = pages.has('ui') ? ['portal', 'console'] : [...pages];
  for (const project of projects) {
    await run([join(root, 'node_modules/.bin/vite'), 'build'], { cwd: join(root, 'web', project) });
    say(`the pages of ${project} are compiled: load them again`);
  }
  if (pages.has('ui') || parts.some(([, , folder]) => folder === 'catalogue')) await compileCatalogue();
}

/** The quickest end will do: a killed service loses nothing, which the fault tests prove. */
async function startAgain(stack: Stack, service: Service): Promise<void> {
  const program = stack.service(service);
  await program.stop('SIGKILL');
  await program.start();
}

async function compile(file: string): Promise<void> {
  const [group = '', project = '', , ...path] = relative(root, file).split(sep);
  const target = join(root, group, project, 'dist', ...path).replace(/\.ts$/, '.js');
  if (!existsSync(file)) return rmSync(target, { force: true });
  const { exclude: _tests, ...settings }: Options = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
  const { code, map } = await transformFile(file, { ...settings, swcrc: false });
  mkdirSync(dirname(target), { recursive: true });
  const name = target.slice(target.lastIndexOf(sep) + 1);
  writeFileSync(target, map ? `${code}\n//# sourceMappingURL=${name}.map\n` : code);
  if (map) writeFileSync(`${target}.map`, map);
}

function sourceFolders(): string[] {
  return ['libs', 'services', 'web']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name, 'src')))
    .concat(join(root, 'web/console/catalogue'))
    .filter(existsSync);
}
