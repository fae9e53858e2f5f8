import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventLoop } from './event-loop.js';

/** Answers whether a thing that the service needs is there; throws or rejects when not. */
export type Check = () => Promise<unknown>;

/**
 * `/live`: the process answers. `/ready`: everything that it needs answers too, and it is not stopping. `/event-loop`: for how long the
 * event loop was held at most; `DELETE` forgets it.
 */
export class Health {
  private isStopping = false;
  private server?: Server;

  constructor(
    private readonly checks: Record<string, Check>,
    private readonly eventLoop: EventLoop,
  ) {}

  async listen(port: number, host: string): Promise<number> {
    this.server = createServer(async ({ url, method }, response) => {
      if (url === '/event-loop') {
        const longestHold = this.eventLoop.longestHold;
        if (method === 'DELETE') this.eventLoop.forget();
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(longestHold));
        return;
      }
      const failures = url === '/ready' ? await this.failures() : url === '/live' ? [] : ['not found'];
      const status = url === '/live' || url === '/ready' ? (failures.length === 0 ? 200 : 503) : 404;
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ status: status === 200 ? 'ok' : 'failing', failures }));
    });
    await new Promise<void>((done, fail) => this.server?.once('error', fail).listen(port, host, done));
    return (this.server.address() as AddressInfo).port;
  }

  stopping(): void {
    this.isStopping = true;
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => (this.server ? this.server.close(() => done()) : done()));
  }

  /** Names of what does not answer within two seconds. */
  async failures(): Promise<string[]> {
    if (this.isStopping) return ['stopping'];
    const results = await Promise.allSettled(Object.values(this.checks).map((check) => Promise.race([check(), late()])));
    return Object.keys(this.checks).filter((_, index) => results[index]?.status === 'rejected');
  }
}

const late = () => new Promise((_, fail) => setTimeout(() => fail(new Error('no answer')), 2_000).unref());
