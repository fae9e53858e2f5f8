/** Runs the tests of what differs from `main`, or from the commit that is named, and of all that stands on it. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { affectedProjects } from './nx.ts';
import { root } from './paths.ts';
import { run } from './program.ts';
import { say } from './steps.ts';

/** Tests that go through the compiled product, and where it lies: no manifest says what they stand on. */
const through: Record<string, string[]> = {
  'services/gateway/test': ['services', 'deploy'],
  'web/test': ['services', 'deploy', 'web'],
};

const git = async (...command: string[]) => (await run(['git', ...command], { cwd: root })).trim();
const lines = (text: string) => text.split('\n').filter(Boolean);
const isBelow = (path: string, folders: readonly string[]) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

const [upstream = (await git('for-each-ref', '--format=%(refname)', 'refs/remotes/origin/main')) || 'main'] = process.argv.slice(2);
const base = await git('merge-base', upstream, 'HEAD');
const changed = [...lines(await git('diff', '--name-only', base)), ...lines(await git('ls-files', '--others', '--exclude-standard'))];
const folders = (await affectedProjects(changed)).map(folderOf);
// Pages about the product are held against it by tests of deploy.
if (changed.some((path) => path.endsWith('.md'))) folders.push('deploy');
for (const [tests, places] of Object.entries(through))
  if ([...folders, ...changed].some((path) => isBelow(path, places))) folders.push(tests);

const what = [...new Set(folders)].sort();
say(`${changed.length} files differ from ${base.slice(0, 8)}: ${what.join(', ') || 'nothing with a test stands on them'}`);
if (what.length > 0) {
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...what.map((folder) => `${folder}/`));
  await import('./test.ts');
} else process.exit(0);

function folderOf(project: string): string {
  const name = project.replace('@sportello/', '');
  const folder = ['libs', 'services', 'web', '.']
    .map((group) => join(group, name))
    .find((it) => existsSync(join(root, it, 'package.json')));
  if (!folder) throw new Error(`No folder holds ${project}`);
  return folder;
}
