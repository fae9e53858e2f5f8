import { join } from 'node:path';
import { root } from './paths.ts';
import { run } from './program.ts';
import { explain } from './steps.ts';

const environment = { ...process.env, NX_NO_CLOUD: 'true', NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' };

/**
 * Runs one target of the projects, of all when none are named.
 *
 * @throws Error with what the failed ones have said
 */
export async function runTarget(target: string, projects: string[] = []): Promise<void> {
  const which = projects.length > 0 ? ['-p', projects.join(',')] : [];
  try {
    await run([join(root, 'node_modules/.bin/nx'), 'run-many', '-t', target, ...which, '--outputStyle=static'], {
      cwd: root,
      environment,
    });
  } catch (error) {
    throw new Error(`nx could not ${target} all projects.\n${failedPart(explain(error))}`);
  }
}

/** The names of the projects that the files belong to, and of those that stand on them. */
export async function affectedProjects(files: string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const command = ['show', 'projects', '--affected', `--files=${files.join(',')}`, '--json'];
  return JSON.parse(await run([join(root, 'node_modules/.bin/nx'), ...command], { cwd: root, environment })) as string[];
}

/** Nx prints what all projects say, and then the names of those that failed. */
function failedPart(output: string): string {
  const failed = /Failed tasks:\s+((?:- \S+\s*)+)/.exec(output)?.[1]?.match(/[^\s-]\S*/g) ?? [];
  const sections = output.split(/^> nx run /m).filter((section) => failed.some((task) => section.startsWith(task)));
  return sections.length > 0 ? sections.map((section) => section.split(/^\s*NX {3}/m)[0]?.trim()).join('\n\n') : output;
}
