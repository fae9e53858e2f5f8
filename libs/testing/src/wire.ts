import { connect, createServer, type Server, type Socket } from 'node:net';
import { given } from './servers.js';

/** A wire to a real server, Redis unless it is said otherwise, that can be cut, or can stop carrying anything. */
export class Wire {
  private readonly sockets = new Set<Socket>();
  private server?: Server;
  private isFrozen = false;
  private port = 0;

  /** @param address of the server itself */
  constructor(private readonly address = given('TEST_REDIS_URL')) {}

  /** @returns the address of the server by this wire, the same each time */
  async open(): Promise<string> {
    const { hostname, port } = new URL(this.address);
    const server = createServer((near) => {
      const far = connect(Number(port), hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(from);
        from.on('data', (data) => this.isFrozen || to.write(data));
        from.on('error', () => to.destroy());
        from.on('close', () => to.destroy());
      }
    });
    this.server = server;
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    this.port = (server.address() as { port: number }).port;
    const byWire = new URL(this.address);
    byWire.host = `127.0.0.1:${this.port}`;
    return byWire.href;
  }

  freeze(): void {
    this.isFrozen = true;
  }

  thaw(): void {
    this.isFrozen = false;
  }

  async cut(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server?.close(done));
  }
}
