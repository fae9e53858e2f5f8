import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { localFolder, root } from './paths.ts';
import { run } from './program.ts';

/** A copy of the project without what is installed, in which the page is followed word by word. */
const copy = mkdtempSync(join(tmpdir(), 'sportello-page-'));
const inCopy = (...path: string[]) => join(copy, ...path);
const bin = (name: string) => join(root, 'node_modules/.bin', name);

beforeAll(() => {
  for (const name of ['libs', 'services', 'deploy', 'docs'])
    cpSync(join(root, name), inCopy(name), { recursive: true, filter: (path) => !/node_modules|tsbuildinfo/.test(path) });
  for (const name of readdirSync(root).filter((it) => /\.(json|mjs|js|yml)$|^\.swcrc$/.test(it))) cpSync(join(root, name), inCopy(name));
  for (const folder of ['bench', 'web', 'node_modules/@sportello', '.sportello']) mkdirSync(inCopy(folder), { recursive: true });
  const installed = ['libs', 'services', 'web'].flatMap((group) =>
    readdirSync(join(root, group))
      .filter((name) => existsSync(join(root, group, name, 'node_modules')))
      .map((name) => join(group, name, 'node_modules')),
  );
  for (const path of installed.filter((it) => !it.startsWith('web'))) symlinkSync(join(root, path), inCopy(path));
  for (const name of ['portal', 'console', 'ui']) symlinkSync(join(root, 'web', name), inCopy('web', name));
  if (existsSync(join(localFolder, 'bin'))) symlinkSync(join(localFolder, 'bin'), inCopy('.sportello/bin'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((it) => it !== '@sportello'))
    symlinkSync(join(root, 'node_modules', name), inCopy('node_modules', name));
  follow(readFileSync(join(root, 'docs/add-a-service.md'), 'utf8'));
  for (const group of ['libs', 'services'])
    for (const name of readdirSync(inCopy(group))) symlinkSync(inCopy(group, name), inCopy('node_modules/@sportello', name));
  for (const name of ['portal', 'console', 'ui', 'deploy', 'bench'])
    symlinkSync(inCopy(existsSync(inCopy(name)) ? name : join('web', name)), inCopy('node_modules/@sportello', name));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Writes the files that a page names before its blocks, and changes those that its blocks with `@@` name. */
function follow(page: string): void {
  for (const [, file = '', body = ''] of page.matchAll(/`([\w./-]+)`[^`]*\n\n```(?:ts|json)\n(.*?)```/gs)) {
    mkdirSync(dirname(inCopy(file)), { recursive: true });
    writeFileSync(inCopy(file), body);
  }
  for (const [, body = ''] of page.matchAll(/```diff\n(.*?)```/gs))
    for (const [, file = '', lines = ''] of body.matchAll(/^@@ (\S+)\n((?:[ +-].*\n)+)/gm)) change(file, lines.trimEnd().split('\n'));
}

/** @throws Error when the lines that show where are not in the file any more */
function change(file: string, lines: string[]): void {
  const without = (sign: string) => lines.filter((line) => !line.startsWith(sign)).map((line) => line.slice(1));
  const before = without('+').join('\n');
  const source = readFileSync(inCopy(file), 'utf8');
  if (!source.includes(before)) throw new Error(`docs/add-a-service.md: ${file} does not hold\n${before}`);
  writeFileSync(
    inCopy(file),
    source.replace(before, () => without('-').join('\n')),
  );
}

const inside = (command: string[]) => run(command, { cwd: copy, environment: process.env });
const tested = (...args: string[]) =>
  inside([process.execPath, '--disable-warning=ExperimentalWarning', join(root, 'node_modules/jest/bin/jest.js'), '-i', ...args]);

test('the service of the page is compiled, its own test passes, and so do those of the table', async () => {
  const settings = { extends: './tsconfig.base.json', include: ['services/closures/src'] };
  writeFileSync(inCopy('tsconfig.page.json'), JSON.stringify(settings));
  const swc = (folder: string) =>
    run([bin('swc'), 'src', '-d', 'dist', '--config-file', '../../.swcrc', '--strip-leading-paths', '--quiet'], { cwd: inCopy(folder) });
  await Promise.all([swc('libs/contracts'), swc('services/closures'), inside([bin('tsc'), '-p', 'tsconfig.page.json'])]);
  const ofTheTable = ['^closures ', 'every account of the bus', 'Prometheus reads', 'know the same services'];
  const ofThePage = ['a day is closed once', 'requests of a closed day'];
  const files = ['services/closures', 'deploy/compose/compose.test.ts', 'deploy/monitoring/monitoring.test.ts'];
  const said = await tested(...files, '-t', [...ofTheTable, ...ofThePage].join('|'), '--json');
  const { numPassedTests, numPassedTestSuites } = JSON.parse(said.slice(said.indexOf('{'))) as Record<string, number>;
  expect({ numPassedTests, numPassedTestSuites }).toEqual({ numPassedTests: 9, numPassedTestSuites: 3 });
});

/** Starts everything with the new service, closes the counter on the installation's account, and reads it as anybody does. */
const trial = `
import { startStack } from './stack.ts';
const stack = await startStack({ durable: false, build: false });
try {
  const { spawn } = await import('node:child_process');
  const { once } = await import('node:events');
  const { host } = new URL(stack.backing.nats.url);
  const env = { PATH: process.env.PATH, NATS_URL: 'nats://' + host, TOOLS_NATS_PASSWORD: stack.secrets.natsPasswords.tools };
  const asking = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'deploy/compose/ask.ts', 'closures.put'], { env, stdio: ['pipe', 'ignore', 'inherit'] });
  asking.stdin.end(process.env.CLOSURE);
  const [code] = await once(asking, 'exit');
  const { organizationId } = JSON.parse(process.env.CLOSURE);
  const response = await fetch(stack.baseUrl + '/api/v1/closures?organizationId=' + organizationId);
  console.log(JSON.stringify({ code, status: response.status, answer: await response.json() }));
} finally {
  await stack.stop();
}
process.exit();
`;

test('the service of the page starts with all others, and is asked through the gateway', async () => {
  writeFileSync(inCopy('deploy/trial.ts'), trial);
  const closure = { id: '01890000-0000-7000-8000-0000000000e1', organizationId: '01890000-0000-7000-8000-0000000000e2', day: '2026-06-24' };
  const CLOSURE = JSON.stringify({ ...closure, reason: 'Festa del patrono' });
  const trying = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'deploy/trial.ts'], {
    cwd: copy,
    env: { ...process.env, CLOSURE },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(trying.stdout), once(trying, 'exit')]);
  expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toEqual({
    code: 0,
    status: 200,
    answer: { items: [{ ...closure, reason: 'Festa del patrono', requests: 0 }], next: null },
  });
});
