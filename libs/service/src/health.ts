import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { unavailable } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import type { EventLoop } from './event-loop.js';
import type { Metrics } from './metrics.js';

/** Answers whether a thing that the service uses is there; throws or rejects when not. */
export type Check = () => Promise<unknown>;

/** How one process is. */
export interface HealthState {
  status: 'ok' | 'degraded' | 'failing' | 'stopping';
  /** Names of what it cannot do its work without, and what does not answer. */
  failing: string[];
  /** Names of what does not answer while everything else goes on. */
  degraded: string[];
  /** What whoever runs the installation should know although all answers, in English. */
  warnings: string[];
}

/** What does not answer in this time is away, in milliseconds. */
const PATIENCE_MS = 1_000;
/** How long a state is believed: whoever asks often costs nobody anything. Milliseconds. */
const BELIEVED_MS = 500;
/** Work that takes longer is late: one looks whether what it needs is there. Milliseconds. */
const LATE_MS = 100;
/** So many looks in a row must have found something silent before work is given up for it. */
const SILENT_LOOKS = 2;

/**
 * What one process says of itself on its health port.
 *
 * - `/live`: it answers.
 * - `/accepting`: it takes work, 503 while it stops; what a balancer asks, so that pages which need little stay open in any weather.
 * - `/ready`: 503 when something that it needs does not answer, with the names.
 * - `/metrics`: figures for Prometheus.
 * - `/event-loop`: for how long the event loop was held at most; `DELETE` forgets it.
 */
export class Health {
  private isStopping = false;
  private server?: Server;
  private readonly needed = new Map<string, Check>();
  private readonly useful = new Map<string, Check>();
  private readonly warnings: string[] = [];
  private believed?: { state: Promise<HealthState>; until: number };

  constructor(
    private readonly eventLoop: EventLoop,
    private readonly metrics: Metrics,
  ) {}

  /** Without it the process is not ready. */
  needs(name: string, check: Check): void {
    this.needed.set(name, check);
  }

  /** Without it the process is degraded, and ready nevertheless. */
  prefers(name: string, check: Check): void {
    this.useful.set(name, check);
  }

  /** Shown by `/status` for as long as the process lives. */
  warn(what: string): void {
    this.warnings.push(what);
  }

  async listen(port: number, host: string): Promise<number> {
    this.server = createServer(async ({ url, method }, response) => {
      if (url === '/metrics') {
        response.writeHead(200, { 'content-type': this.metrics.contentType }).end(await this.metrics.text());
        return;
      }
      const [status, body] = await this.answer(url, method);
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
    });
    await new Promise<void>((done, fail) => this.server?.once('error', fail).listen(port, host, done));
    return (this.server.address() as AddressInfo).port;
  }

  stopping(): void {
    this.isStopping = true;
  }

  async close(): Promise<void> {
    const { server } = this;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  }

  async state(): Promise<HealthState> {
    if (this.isStopping) return { status: 'stopping', failing: [], degraded: [], warnings: this.warnings };
    const now = Date.now();
    if (!this.believed || this.believed.until <= now) this.believed = { state: this.look(), until: now + BELIEVED_MS };
    return this.believed.state;
  }

  /**
   * Waits for work as long as what it needs answers, however long it takes; whoever waits is not left hanging on a thing that is frozen.
   * @param needs names under which `needs()` was told of them
   * @throws Problem `unavailable` some two seconds after one of them fell silent; the work itself is not broken off
   */
  async unlessAway<T>(needs: readonly string[], work: Promise<T>): Promise<T> {
    const away = Promise.withResolvers<never>();
    let isOver = false;
    let silent = 0;
    let timer: NodeJS.Timeout | undefined;
    const look = async () => {
      const { failing } = await this.state();
      silent = needs.some((name) => failing.includes(name)) ? silent + 1 : 0;
      if (silent >= SILENT_LOOKS) away.reject(new Problem(unavailable));
      else if (!isOver) later();
    };
    const later = () => {
      timer = setTimeout(() => void look().catch(away.reject), LATE_MS);
    };
    later();
    try {
      return await Promise.race([work, away.promise]);
    } finally {
      isOver = true;
      clearTimeout(timer);
    }
  }

  private async answer(url: string | undefined, method: string | undefined): Promise<[status: number, body: object]> {
    if (url === '/event-loop') {
      const { longestHold } = this.eventLoop;
      if (method === 'DELETE') this.eventLoop.forget();
      return [200, longestHold];
    }
    if (url === '/live') return [200, { status: 'ok' }];
    if (url === '/accepting') return this.isStopping ? [503, { status: 'stopping' }] : [200, { status: 'ok' }];
    if (url !== '/ready') return [404, { status: 'not found' }];
    const state = await this.state();
    return [state.status === 'ok' || state.status === 'degraded' ? 200 : 503, state];
  }

  private async look(): Promise<HealthState> {
    const [failing, degraded] = await Promise.all([silentOnes(this.needed), silentOnes(this.useful)]);
    const status = failing.length > 0 ? 'failing' : degraded.length > 0 ? 'degraded' : 'ok';
    return { status, failing, degraded, warnings: this.warnings };
  }
}

/**
 * A check of something far away, which is not to be asked each time somebody looks: once in `everyMs` milliseconds at most, and believed
 * in between.
 */
export function inBackground(check: Check, everyMs: number): Check {
  let last: { isThere: boolean; error?: unknown } | undefined;
  let asking: Promise<void> | undefined;
  let next = 0;
  const ask = async () => {
    try {
      await check();
      last = { isThere: true };
    } catch (error) {
      last = { isThere: false, error };
    }
    next = Date.now() + everyMs;
    asking = undefined;
  };
  return async () => {
    if (Date.now() >= next) asking ??= ask();
    if (!last) await asking;
    if (!last?.isThere) throw last?.error;
  };
}

async function silentOnes(checks: ReadonlyMap<string, Check>): Promise<string[]> {
  const results = await Promise.all([...checks].map(async ([name, check]) => ((await answers(check)) ? [] : [name])));
  return results.flat();
}

/** A check that begins by throwing says no as well. */
async function answers(check: Check): Promise<boolean> {
  // An answer that lies there already, because this process was busy itself, is read before anything is called silent.
  const late = sleep(PATIENCE_MS, undefined, { ref: false }).then(() => nextTurn());
  try {
    return await Promise.race([(async () => check())().then(() => true), late.then(() => false)]);
  } catch {
    return false;
  }
}
