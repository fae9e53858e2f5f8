import type { Ledger } from '../ledger.ts';
import type { Program } from '../program.ts';

/** A server that the services of Sportello stand on: PostgreSQL, NATS or Redis. */
export interface BackingService {
  readonly url: string;
  /** Undefined when it does not run, and for a server that the environment has given. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  restart(): Promise<void>;
  /** Forgets all that is stored and goes on running. */
  wipe(): Promise<void>;
  /** From now on it starts again whenever it ends without having been stopped. */
  keepAlive(report: (what: string) => void): void;
}

export interface BackingOptions {
  /** Each server keeps its data in a folder of its name below. */
  dataDir: string;
  /** Where programs are that had to be downloaded. */
  binFolder: string;
  port: number;
  durable: boolean;
  ledger: Ledger;
}

/** A server that we started. */
export class OwnServer implements BackingService {
  readonly url: string;
  private readonly program: Program;
  private readonly clear: (program: Program) => Promise<void>;

  /** @param clear How everything stored is thrown away; it may stop and start the program. */
  constructor(url: string, program: Program, clear: (program: Program) => Promise<void>) {
    this.url = url;
    this.program = program;
    this.clear = clear;
  }

  get pid(): number | undefined {
    return this.program.pid;
  }

  keepAlive(report: (what: string) => void): void {
    this.program.keepAlive(report);
  }

  stop(): Promise<void> {
    return this.program.stop();
  }

  kill(signal?: NodeJS.Signals): Promise<void> {
    return this.program.kill(signal);
  }

  restart(): Promise<void> {
    return this.program.restart();
  }

  wipe(): Promise<void> {
    return this.clear(this.program);
  }
}

/** A server that the environment has given: it is used, and never stopped, restarted or emptied. */
export class GivenServer implements BackingService {
  readonly url: string;
  readonly pid = undefined;
  private readonly variable: string;

  constructor(variable: string, url: string) {
    this.variable = variable;
    this.url = url;
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  keepAlive(): void {
    // Whoever gave it looks after it.
  }

  kill(): Promise<void> {
    return this.refuse();
  }

  restart(): Promise<void> {
    return this.refuse();
  }

  wipe(): Promise<void> {
    return this.refuse();
  }

  private refuse(): Promise<void> {
    return Promise.reject(new Error(`The server of ${this.variable} is not ours: it is neither stopped nor emptied here.`));
  }
}
