import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from './ledger.ts';

export interface ProgramOptions {
  name: string;
  command: string[];
  /** Put before the command when it has to run as another user. */
  as?: string[];
  environment?: NodeJS.ProcessEnv;
  logFile: string;
  stopSignal?: 'SIGTERM' | 'SIGINT';
  /** How long it may take to end by itself before it is killed. */
  stopSeconds?: number;
  /** How long it may take until it answers. */
  startSeconds?: number;
  /** Asked again and again until it says yes. A throw counts as no. */
  isReady: () => Promise<boolean>;
  ledger: Ledger;
}

const maximumLogBytes = 20_000_000;

/** One that ran this long and then ended is started again without a long pause. */
const steadyMilliseconds = 30_000;

/** A process that the stack owns: started, waited for, restarted, and ended with the process that started it. */
export class Program {
  private readonly options: ProgramOptions;
  private child: ChildProcess | undefined;
  private exited: Promise<void> = Promise.resolve();
  private isWanted = false;
  private isReviving = false;
  private failures = 0;
  private lastEnd = '';
  private readySince = 0;
  private tellRevival: ((what: string) => void) | undefined;

  constructor(options: ProgramOptions) {
    this.options = options;
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get logFile(): string {
    return this.options.logFile;
  }

  async start(): Promise<void> {
    this.isWanted = true;
    if (this.isReviving) return this.whenReady();
    if (this.child) return;
    this.launch();
    await this.waitUntilReady();
  }

  async stop(signal: NodeJS.Signals = this.options.stopSignal ?? 'SIGTERM'): Promise<void> {
    this.isWanted = false;
    await this.end(signal);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Sends a signal as somebody outside would; with SIGKILL it waits until the process is gone. One that is kept alive starts again. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.child) return;
    this.child.kill(signal);
    if (signal === 'SIGKILL') await this.exited;
  }

  /** From now on it starts again whenever it ends without having been stopped. */
  keepAlive(report: (what: string) => void): void {
    this.tellRevival = report;
  }

  /** Waits until it answers, also over a crash and a new start. */
  async whenReady(): Promise<void> {
    const { name, isReady, startSeconds = 30 } = this.options;
    const deadline = Date.now() + startSeconds * 1000;
    while (!(this.child && (await isReady().catch(() => false)))) {
      if (Date.now() > deadline) throw new Error(`${name} did not answer within ${startSeconds} s`);
      await pause(40);
    }
  }

  private launch(): void {
    const { name, as = [], command, environment, logFile, stopSignal = 'SIGTERM', ledger } = this.options;
    const [file = '', ...args] = [...as, ...endWithParent(stopSignal), ...command];
    const log = openLog(logFile);
    // A session of its own: Ctrl-C in the terminal must reach the stack alone, which then stops everything in order.
    const child = spawn(file, args, { env: environment ?? process.env, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    this.child = child;
    this.exited = new Promise((resolve) => {
      const ended = (reason: string) => {
        ledger.forget(name);
        this.child = undefined;
        this.lastEnd = reason;
        resolve();
        if (this.isWanted) void this.revive(reason);
      };
      child.once('error', (error) => ended(error.message));
      child.once('exit', (code, signal) => ended(signal ? `was ended by ${signal}` : `ended with code ${code}`));
    });
    if (child.pid) ledger.record(name, child.pid);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child) return;
    child.kill(signal);
    // A process that a test has frozen would never get the signal.
    child.kill('SIGCONT');
    const stubborn = setTimeout(() => child.kill('SIGKILL'), (this.options.stopSeconds ?? 10) * 1000);
    await this.exited;
    clearTimeout(stubborn);
  }

  /** Starts again with growing pauses until it answers or nobody wants it any more. */
  private async revive(reason: string): Promise<void> {
    if (!this.tellRevival || this.isReviving) return;
    this.isReviving = true;
    const lived = Date.now() - this.readySince;
    let failures = lived < steadyMilliseconds ? this.failures + 1 : 0;
    let why = reason;
    for (; this.isWanted; failures++) {
      const delay = Math.min(10_000, 200 * 2 ** failures);
      this.tellRevival(`${this.name} ${why}; it starts again in ${delay} ms`);
      await pause(delay);
      if (!this.isWanted) break;
      try {
        this.launch();
        await this.waitUntilReady();
        break;
      } catch (error) {
        why = error instanceof Error ? error.message : String(error);
      }
    }
    this.failures = failures;
    this.isReviving = false;
  }

  private async waitUntilReady(): Promise<void> {
    const { name, isReady, logFile, startSeconds = 30 } = this.options;
    const deadline = Date.now() + startSeconds * 1000;
    while (Date.now() < deadline) {
      if (!this.child) throw new Error(`${name} ${this.lastEnd} while starting. The end of ${logFile}:\n${lastLines(logFile)}`);
      if (await isReady().catch(() => false)) {
        this.readySince = Date.now();
        return;
      }
      await pause(40);
    }
    await this.end('SIGKILL');
    throw new Error(`${name} did not answer within ${startSeconds} s. The end of ${logFile}:\n${lastLines(logFile)}`);
  }
}

/** The path of a program, or undefined when it is not on this machine. */
export function findOnPath(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

/** Runs a program to its end and gives what it printed; throws with what it complained about. */
export async function run(
  command: string[],
  { cwd, environment }: { cwd?: string; environment?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { cwd, env: environment ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const outcome = await new Promise<string | number | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  if (outcome !== 0) throw new Error(`${command.join(' ')} failed (${outcome}):\n${`${output}${complaints}`.trim()}`);
  return output;
}

/** Has the kernel signal the program when its parent dies, however it dies. The signal survives no change of user, so it comes last. */
function endWithParent(signal: string): string[] {
  const setpriv = findOnPath('setpriv');
  return setpriv ? [setpriv, '--pdeathsig', signal.replace('SIG', ''), '--'] : [];
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > maximumLogBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The end of a log, without what pino tells at the level "info" (30) and below. */
function lastLines(file: string, count = 15): string {
  if (!existsSync(file)) return '(nothing was written)';
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines
    .filter((line) => !/^\{"level":[123]0,/.test(line))
    .slice(-count)
    .join('\n');
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
