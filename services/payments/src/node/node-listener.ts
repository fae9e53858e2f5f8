import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { within } from '@sportello/messaging/context';
import { beginSpan, outcomeOf } from '@sportello/messaging/spans';
import { CONFIG } from '@sportello/service/config';
import type { Config } from '../config.js';
import { PaForNode } from './pa-for-node.js';

/** A receipt with five stamps has some 200 kB; what is longer is none. */
const MOST_BYTES = 1024 * 1024;
/** What is asked at the same time beyond this is asked again by the Node. */
const MOST_IN_FLIGHT = 200;
/** How long a shutdown waits for answers under way, in milliseconds. */
const GRACE_MS = 5_000;
export const NODE_PATH = '/pagopa/paForNode';

/**
 * Where the Node of pagoPA asks: a listener of its own, which no person reaches. Whoever may send a receipt may make a debt look paid, and messages are
 * not signed; so outside a laboratory it speaks with nobody but the holder of a certificate of pagoPA.
 */
@Injectable()
export class NodeListener implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(NodeListener.name);
  private server?: Server;
  private inFlight = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly paForNode: PaForNode,
  ) {}

  /** Where it listens, for whoever starts it on any port. */
  get url(): string {
    const address = this.server?.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return `${this.config.PAGOPA_TLS_KEY_FILE ? 'https' : 'http'}://${this.config.PAGOPA_HOST}:${port}${NODE_PATH}`;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { PAGOPA_PORT, PAGOPA_HOST, LABORATORY, PAGOPA_TLS_KEY_FILE } = this.config;
    if (!PAGOPA_TLS_KEY_FILE && !LABORATORY) {
      this.logger.warn({ msg: 'pagoPA cannot ask: without certificates its listener stays closed' });
      return;
    }
    const server = this.createServer();
    Object.assign(server, { requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 60_000, maxHeadersCount: 100 });
    this.server = server;
    const listening = once(server, 'listening');
    server.listen(PAGOPA_PORT, PAGOPA_HOST);
    await listening;
    this.logger.log({ msg: 'pagoPA can ask', url: this.url });
  }

  async onModuleDestroy(): Promise<void> {
    const { server } = this;
    if (!server?.listening) return;
    const closed = once(server.close(), 'close');
    server.closeIdleConnections();
    const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(impatient);
  }

  private createServer(): Server {
    const answer = (request: IncomingMessage, response: ServerResponse) => {
      const { traceparent, end } = beginSpan({ kind: 'server', name: 'paForNode', cause: undefined });
      response.once('close', () => end(outcomeOf(response.statusCode)));
      void within({ traceparent }, () => this.answer(request, response));
    };
    const { PAGOPA_TLS_KEY_FILE: key, PAGOPA_TLS_CERT_FILE: cert, PAGOPA_CLIENT_CA_FILE: ca } = this.config;
    if (!key || !cert || !ca) return createServer(answer);
    const files = { key: readFileSync(key), cert: readFileSync(cert), ca: readFileSync(ca) };
    return createTlsServer({ ...files, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.2' }, answer);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.once('error', () => undefined);
    if (!this.knows(request)) return refuse(response, 403);
    if (request.url?.split('?')[0] !== NODE_PATH) return refuse(response, 404);
    if (request.method !== 'POST') return refuse(response.setHeader('allow', 'POST'), 405);
    if (request.headers['content-encoding']) return refuse(response, 415);
    if (this.inFlight >= MOST_IN_FLIGHT) return refuse(response, 503);
    this.inFlight += 1;
    try {
      const bytes = await bodyOf(request);
      if (!bytes) return refuse(response, 413);
      const soapAction = request.headers['soapaction'];
      const { status, message } = await this.paForNode.answer(bytes, typeof soapAction === 'string' ? soapAction : undefined, new Date());
      const length = Buffer.byteLength(message);
      response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8', 'content-length': length }).end(message);
    } catch (error) {
      // No valid answer: of a receipt the Node takes it as "send it again".
      this.logger.error({ err: error, msg: 'a message of pagoPA was not answered' });
      refuse(response, 503);
    } finally {
      this.inFlight -= 1;
    }
  }

  /** Whether the certificate names one from whom pagoPA asks; that it is a certificate of its authority the handshake has seen to. */
  private knows(request: IncomingMessage): boolean {
    if (!this.config.PAGOPA_TLS_KEY_FILE) return true;
    const { subject } = (request.socket as TLSSocket).getPeerCertificate();
    return this.config.PAGOPA_CLIENT_NAMES.includes(String(subject?.CN));
  }
}

/** Nothing is read any more of what is refused before its end. */
function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { connection: 'close' });
  response.end();
}

/** @returns undefined for what is too long, and for what its sender broke off */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length']) > MOST_BYTES) return Promise.resolve(undefined);
  const parts: Buffer[] = [];
  let size = 0;
  return new Promise((give) => {
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= MOST_BYTES) return void parts.push(part);
      request.pause();
      give(undefined);
    });
    request.once('end', () => give(Buffer.concat(parts, size)));
    request.once('error', () => give(undefined));
    request.once('close', () => give(undefined));
  });
}
