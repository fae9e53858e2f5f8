import { join } from 'node:path';
import { build } from './build.ts';
import { laboratoryToken } from './laboratory-token.ts';
import { Ledger } from './ledger.ts';
import { localFolder } from './paths.ts';
import { isFree } from './ports.ts';
import { whenAskedToEnd } from './shutdown.ts';
import { findRunning, type Stack, startStack } from './stack.ts';
import { explain, say } from './steps.ts';
import type { Inhabitant } from './world/load.ts';

const port = Number(process.env['PORT'] ?? 3000);
const ledger = new Ledger(localFolder);

let stack: Stack | undefined;

/**
 * Starts everything on this machine with its data in .sportello, says where it is, and runs until it is asked to end.
 *
 * @param whenReady Begins what goes on beside it, such as watching the sources
 */
export async function runLocally(whenReady: (stack: Stack) => Promise<void> | void = () => undefined): Promise<void> {
  await checkNothingRuns();
  await build('libs');
  await checkLaboratory();
  void whenAskedToEnd().then(end);
  try {
    ledger.record('supervisor', process.pid, `http://localhost:${port}`);
    say('Sportello starts, as a laboratory: its people are invented');
    stack = await startStack({ dataDir: localFolder, port, report: say });
    const people = await loadDemonstration(stack);
    await whenReady(stack);
    showScreen(stack, people);
  } catch (error) {
    console.error(explain(error));
    await stack?.stop();
    ledger.forget('supervisor');
    process.exit(1);
  }
}

/** What this starts is a laboratory, and says so: settings of anything else are refused rather than ignored. */
async function checkLaboratory(): Promise<void> {
  // Imported only now, because it is there only once the libraries are built.
  const { isLoopback } = await import('@sportello/service/laboratory');
  const { NODE_ENV, LABORATORY, HOST = '127.0.0.1', LABORATORY_IN_PUBLIC } = process.env;
  if (NODE_ENV === 'production' || LABORATORY === 'false')
    fail('npm start makes a laboratory, with invented people: for real ones see docs/runbooks/containers.md.');
  if (!isLoopback(HOST) && LABORATORY_IN_PUBLIC !== 'true')
    fail(`HOST=${HOST} would let other machines into a laboratory, where nobody needs a password. LABORATORY_IN_PUBLIC=true insists.`);
}

async function checkNothingRuns(): Promise<void> {
  const running = findRunning();
  if (running) fail(`Sportello runs already at ${running.baseUrl} (process ${running.pid}).`);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    fail(`PORT must be a number from 1 to 65535, and it is "${process.env['PORT']}".`);
  if (await isFree(port)) return;
  let other = port + 1;
  while (!(await isFree(other))) other += 1;
  fail(`Port ${port} is taken by another program. Try another one: PORT=${other} npm start`);
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}

/** Everything in order when the stack is up. Before that we just leave: the kernel tells each child that its parent is gone. */
async function end(): Promise<void> {
  if (!stack) process.exit(1);
  console.log('\nStopping …');
  await stack.stop();
  ledger.forget('supervisor');
  console.log('Everything has ended. The data stays in .sportello; "npm run reset" throws it away.');
  process.exit(0);
}

/** Fills an empty installation with the demonstration world, whose school data go on day by day. */
async function loadDemonstration(running: Stack): Promise<Inhabitant[]> {
  // Imported only now, because what it stands on is there only once the libraries are built.
  const { loadWorld } = await import('./world/load.ts');
  const { loadTickets } = await import('./world/load-tickets.ts');
  const people = await loadWorld(running);
  await loadTickets(running);
  say('the demonstration world is there');
  const { bringDaily, bringSchoolFiles } = await import('./simulators/school-system.ts');
  const { schoolFilesAt } = await import('./world/school.ts');
  const bring = async (now: Date) =>
    bringSchoolFiles(running.baseUrl, await laboratoryToken(running.baseUrl, 'silvia.marchetti'), schoolFilesAt(now));
  bringDaily(bring, say);
  return people;
}

function showScreen({ baseUrl, mail, pagopa, dataDir }: Stack, people: Inhabitant[]): void {
  const places = [
    ['Portal', baseUrl],
    ['Console of the officers', `${baseUrl}/console`],
    ['Status', `${baseUrl}/status`],
    ['API', `${baseUrl}/api/v1/openapi.json`],
    ['Events', `${baseUrl}/api/v1/asyncapi.json`],
    ['Mails that were sent', mail.url],
    ['pagoPA, simulated', pagopa.url],
    ['Data', dataDir],
    ['Logs', join(dataDir, 'logs')],
  ] as const;
  const passwordWidth = Math.max(0, ...people.map(({ password }) => password.length)) + 2;
  const lines = [
    '',
    '  This is a laboratory: everybody who reaches it can sign in as anybody.',
    '',
    ...places.map(([name, where]) => `  ${name.padEnd(26)}${where}`),
    '',
    ...(people.length > 0 ? ['  Who can sign in, with which password ("npm run token -- NAME" gives a bearer token):', ''] : []),
    ...people.map(({ username, password, name, role }) => `  ${username.padEnd(26)}${password.padEnd(passwordWidth)}${name}, ${role}`),
    '',
    '  Ctrl-C ends everything.',
    '',
    `Sportello is ready at ${baseUrl}`,
  ];
  console.log(lines.join('\n'));
}
