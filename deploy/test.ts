import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { findChromium } from './backing/chromium.ts';
import { findNatsServer } from './backing/nats.ts';
import { startBacking } from './backing.ts';
import { build, type Scope } from './build.ts';
import { Ledger } from './ledger.ts';
import { localFolder, root } from './paths.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { whenAskedToEnd } from './shutdown.ts';
import { explain, say } from './steps.ts';
import { hasDockerEngine, type TestServers } from './test-servers.ts';

const Counts = z.object({
  passed: z.int(),
  failed: z.int(),
  skipped: z.int(),
  isComplete: z.boolean(),
  /** The slowest first. */
  slowest: z.array(z.object({ path: z.string(), seconds: z.number() })),
  /** The files in which something failed, and what else was counted there. */
  broken: z.array(z.object({ path: z.string(), passed: z.int(), skipped: z.int() })),
});
type Counts = z.infer<typeof Counts>;

/** How long jest may go on after its last test: what still runs then was forgotten by a test. */
const graceSeconds = 15;

/** How many files that fail among all the others are run once more, each alone: more of them are no accident (docs/decisions/0035). */
const mostAgain = 3;

const args = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'sportello-test-'));
const countsFile = join(folder, 'counts.json');
let hasToEnd = false;
const asked = whenAskedToEnd().then(() => {
  hasToEnd = true;
});
let backing: TestServers | undefined;
let counts: Counts | undefined;
let isGood = false;

try {
  const secrets = readSecrets(folder);
  const paths = args.filter((arg) => !arg.startsWith('-'));
  const whenBuilt = build(neededBy(paths)).then(({ wasNeeded }) => say(wasNeeded ? 'built' : 'nothing to build'));
  const starting = startServers(secrets, whenBuilt);
  const [servers, chromium] = await Promise.allSettled([starting, findChromium(join(localFolder, 'bin')), whenBuilt]);
  if (servers.status === 'rejected') throw servers.reason;
  backing = servers.value;
  await whenBuilt;
  if (chromium.status === 'rejected') throw chromium.reason;
  isGood = !hasToEnd && (await runJest(args, backing, secrets, chromium.value)) === 0;
  counts = readCounts();
  const { broken } = counts;
  if (!isGood && !hasToEnd && paths.length === 0 && counts.isComplete && broken.length > 0 && broken.length <= mostAgain) {
    const names = broken.map(({ path }) => relative(root, path));
    console.log(`\nOnce more, alone: ${names.join(', ')}`);
    rmSync(countsFile);
    isGood = (await runJest([...names, ...args, '-w', '1'], backing, secrets, chromium.value)) === 0;
    counts = together(counts, readCounts());
    if (isGood) console.log(`\nPassed only when run alone; why they failed before stands above: ${names.join(', ')}`);
  }
  if (!existsSync(countsFile)) {
    console.error('\nNo test ran.');
  } else if (!counts.isComplete) {
    console.error('\nThe run was cut short: the tests that did not come to their end count as one failure.');
    counts.failed += 1;
  }
} catch (error) {
  console.error(explain(error));
} finally {
  await backing?.stop();
  rmSync(folder, { recursive: true, force: true });
}

const { passed, failed, skipped, slowest } = counts ?? readCounts();
if (slowest.length > 1) {
  console.log(`\nThe slowest ${slowest.length} files:`);
  for (const { path, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${relative(root, path)}`);
  console.log();
}
const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
process.stdout.write(`${line}\n`, () => process.exit(isGood && failed === 0 && passed > 0 ? 0 : 1));

/** In containers where an engine answers, else from the binaries of this machine. */
async function startServers(secrets: Secrets, whenBuilt: Promise<void>): Promise<TestServers> {
  if (hasDockerEngine()) {
    await whenBuilt;
    try {
      // Imported only now: most machines have no engine, and need none.
      const { startContainers } = await import('./backing/containers.ts');
      const servers = await startContainers(secrets);
      say('PostgreSQL, NATS and Redis are up, in containers');
      return servers;
    } catch (error) {
      say(`the Docker engine gives no servers (${explain(error).split('\n', 1)[0]}), so those of this machine are taken`);
    }
  }
  const servers = await startBacking({ dataDir: folder, durable: false, ledger: new Ledger(folder), secrets, whenBuilt });
  say('PostgreSQL, NATS and Redis are up');
  return servers;
}

/** A service is compiled for its own tests too: some of them start it as a process, to end it. */
function neededBy(paths: readonly string[]): Scope {
  if (paths.length === 0 || paths.some(isJourney)) return 'all';
  return paths.some((path) => /^(\.\/)?services\b/.test(path)) ? 'services' : 'libs';
}

/** Journeys go through the compiled product: compiled before the first begins, since the next may not change it under its hands. */
function isJourney(path: string): boolean {
  return /^(\.\/)?(web|bench|deploy|services\/gateway)\b|journey|browser/.test(path);
}

/** The counts of all files, those that were broken as they came out of their second run. */
function together(first: Counts, again: Counts): Counts {
  const sum = (of: 'passed' | 'skipped') => first.broken.reduce((total, file) => total - file[of], first[of]) + again[of];
  return { ...first, passed: sum('passed'), skipped: sum('skipped'), failed: again.failed, isComplete: again.isComplete };
}

async function runJest(options: readonly string[], servers: TestServers, secrets: Secrets, chromium: string): Promise<number> {
  const workers = options.some((arg) => /^(-w|-i|--maxWorkers|--runInBand)/.test(arg)) ? [] : ['-w', '2'];
  const reporters = ['--reporters=default', `--reporters=${join(root, 'deploy/reporter.mjs')}`];
  const jest = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...options, ...workers, ...reporters], {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: [process.env['NODE_OPTIONS'], '--disable-warning=ExperimentalWarning'].filter(Boolean).join(' '),
      // What a test leaves behind goes with the folder.
      TMPDIR: folder,
      SPORTELLO_TEST_COUNTS: countsFile,
      TEST_POSTGRES_URL: servers.postgres.url,
      TEST_NATS_URL: servers.nats.url,
      TEST_NATS_USER: 'tools',
      TEST_NATS_PASSWORD: secrets.natsPasswords.tools,
      TEST_NATS_PASSWORDS: JSON.stringify(secrets.natsPasswords),
      TEST_NATS_SERVER: await findNatsServer(join(localFolder, 'bin')),
      TEST_REDIS_URL: servers.redis.url,
      CHROMIUM_PATH: chromium,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that its workers end with it.
    detached: true,
  });
  /** Ends jest, its workers, and what they started, such as a bus of their own. */
  const end = () => {
    try {
      if (jest.pid) process.kill(-jest.pid, 'SIGKILL');
    } catch {
      // The group is empty: everything has ended by itself.
    }
  };
  void asked.then(end);
  let overtime: NodeJS.Timeout | undefined;
  const watch = setInterval(() => {
    if (!readCounts().isComplete) return;
    clearInterval(watch);
    overtime = setTimeout(() => {
      console.error(
        `\nSomething a test has opened was still open ${graceSeconds} s after the last test (find it with --detectOpenHandles).`,
      );
      end();
    }, graceSeconds * 1000);
  }, 1_000);
  return new Promise((resolve) => {
    jest.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    jest.once('exit', (code) => {
      clearInterval(watch);
      clearTimeout(overtime);
      end();
      resolve(code ?? 1);
    });
  });
}

function readCounts(): Counts {
  if (!existsSync(countsFile)) return { passed: 0, failed: 0, skipped: 0, isComplete: false, slowest: [], broken: [] };
  return Counts.parse(JSON.parse(readFileSync(countsFile, 'utf8')));
}
