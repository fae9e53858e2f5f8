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

/** A process that the stack owns: started, waited for, restarted, and ended with the process that started it. */
export class Program {
  private readonly options: ProgramOptions;
  private child: ChildProcess | undefined;
  private exited: Promise<void> = Promise.resolve();
  /** Called when the process ends without having been asked to. */
  onUnexpectedExit: ((reason: string) => void) | undefined;

  constructor(options: ProgramOptions) {
    this.options = options;
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get isRunning(): boolean {
    return this.child !== undefined;
  }

  async start(): Promise<void> {
    if (this.child) return;
    this.launch();
    await this.waitUntilReady();
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (!child) return;
    this.child = undefined;
    child.kill(this.options.stopSignal ?? 'SIGTERM');
    // A process that a test has frozen would never hear the signal.
    child.kill('SIGCONT');
    const stubborn = setTimeout(() => child.kill('SIGKILL'), (this.options.stopSeconds ?? 10) * 1000);
    await this.exited;
    clearTimeout(stubborn);
  }

  /** Sends a signal, and for SIGKILL waits until the process is gone. It counts as asked for: nobody restarts it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.child;
    if (!child) return;
    if (signal === 'SIGKILL') this.child = undefined;
    child.kill(signal);
    if (signal === 'SIGKILL') await this.exited;
  }

  /** Sends SIGKILL as a crash would: whoever watches the program is told. */
  async crash(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.exited;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
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
        const wasAsked = this.child !== child;
        if (!wasAsked) this.child = undefined;
        resolve();
        if (!wasAsked) this.onUnexpectedExit?.(reason);
      };
      child.once('error', (error) => ended(error.message));
      child.once('exit', (code, signal) => ended(signal ? `ended by ${signal}` : `ended with code ${code}`));
    });
    if (child.pid) ledger.record(name, child.pid);
  }

  private async waitUntilReady(): Promise<void> {
    const { name, isReady, logFile, startSeconds = 30 } = this.options;
    const deadline = Date.now() + startSeconds * 1000;
    for (;;) {
      if (!this.child) throw new Error(`${name} ended while starting. The end of ${logFile}:\n${lastLines(logFile)}`);
      if (await isReady().catch(() => false)) return;
      if (Date.now() > deadline) break;
      await pause(40);
    }
    await this.stop();
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

function lastLines(file: string, count = 15): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '(nothing was written)';
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
