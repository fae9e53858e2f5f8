import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/**
 * How a system behaves: `ok`; `slow` answers after the deadline, having done it; `lost` does it and breaks the connection; `twice` says each
 * answer two times on one connection; `pending` says that it is still at work, and is done when it is asked again; `fails` is out of order;
 * `refuses` finds fault with what it is given; `confused` answers with the key of another request.
 */
export const behaviours = ['ok', 'slow', 'lost', 'twice', 'pending', 'fails', 'refuses', 'confused'] as const;
export type Behaviour = (typeof behaviours)[number];

export interface SystemServer {
  url: string;
  secret: string;
  /** How often it was asked, whatever it answered. */
  asked(): number;
  behave(behaviour: Behaviour): void;
  /** Nobody listens at its address any more, until it is up again. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
}

/** How long `slow` takes, in milliseconds: longer than anybody waits. */
const SLOW_MS = 3_600_000;

interface Given {
  port: number;
  secret: string;
  /** What it finds fault with when it refuses, in words. */
  refusal: string;
  /** What it does for each first part of a path; the same key is answered the same. */
  kinds: Readonly<Record<string, (key: string, body: unknown) => { key: string }>>;
  /** What it shows of itself, by the first part of a path. */
  shown: Readonly<Record<string, () => object>>;
}

/** A system outside of the installation, which can be told to misbehave: here, or by `PUT /behaviour` with the name. */
export async function startSystemServer({ port, secret, refusal, kinds, shown }: Given): Promise<SystemServer> {
  const pending = new Set<string>();
  const ended = new AbortController();
  let behaviour: Behaviour = 'ok';
  let asked = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const [, kind = '', key = ''] = request.url?.split('/') ?? [];
    const own = shown[kind];
    if (request.method === 'GET' && own) return send(response, 200, own());
    if (request.method !== 'PUT') return response.writeHead(404).end();
    const body = await json(request);
    if (kind === 'behaviour') {
      behaviour = z.enum(behaviours).parse(body);
      return send(response, 200, { behaviour });
    }
    asked += 1;
    if (request.headers.authorization !== `Bearer ${secret}`) return response.writeHead(401).end();
    const does = kinds[kind];
    if (!does) return response.writeHead(404).end();
    if (behaviour === 'fails') return response.writeHead(500).end();
    if (behaviour === 'refuses') return send(response, 422, { detail: refusal });
    if (behaviour === 'pending' && !pending.has(`${kind} ${key}`)) {
      pending.add(`${kind} ${key}`);
      return send(response, 202, {});
    }
    const done = does(key, body);
    if (behaviour === 'slow') return sleep(SLOW_MS, undefined, { signal: ended.signal });
    if (behaviour === 'lost') return request.socket.destroy();
    if (behaviour === 'confused') return send(response, 200, { ...done, key: '00000000-0000-7000-8000-000000000000' });
    if (behaviour === 'twice') {
      const text = JSON.stringify(done);
      const said = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
      return request.socket.end(said + said);
    }
    return send(response, 200, done);
  };

  let server: Server;
  const listen = async (at: number) => {
    server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
    await once(server.listen(at, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  };
  const close = async () => {
    if (!server.listening) return;
    const closed = once(server.close(), 'close');
    server.closeAllConnections();
    await closed;
  };
  const at = await listen(port);
  return {
    url: `http://127.0.0.1:${at}`,
    secret,
    asked: () => asked,
    behave: (next) => {
      behaviour = next;
    },
    down: close,
    up: async () => {
      await listen(at);
    },
    stop: async () => {
      ended.abort();
      await close();
    },
  };
}

const send = (response: ServerResponse, status: number, body: object) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
