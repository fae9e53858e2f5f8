import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { tooLarge, tooManyRequests, tooSlow, unreadable, wrongMediaType } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InFlight } from './in-flight.js';
import { faultOf } from './json-text.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for a door that also takes bodies of people who are not signed in. */
    isOpen?: boolean;
  }
}

/** The largest JSON body, in bytes; files have their own way in. */
export const BODY_LIMIT = 1_048_576;
/** The same at a door that is open to everybody. */
const OPEN_BODY_LIMIT = 16_384;
/** What an upload must bring at least, in bytes a second: a telephone line of the last century brings twice as much. */
const LEAST_RATE = 2_048;
/** Files that one person may be sending at once. */
const MOST_UPLOADS = 20;
/** How long a connection is read on after its last answer, in milliseconds, so that the answer arrives. */
const LINGER_MS = 2_000;

export const hasBody = ({ headers }: Pick<FastifyRequest, 'headers'>): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] !== undefined && headers['content-length'] !== '0');

export interface Waiting {
  inFlight: InFlight;
  /** Within this time JSON must have come, and over this time the rate of an upload is measured. Milliseconds. */
  arrivalMs: number;
}

export interface BodyRules extends Waiting {
  /** Refuses who may not speak, and names who may: nothing of a body is read before. */
  welcome(request: FastifyRequest): Promise<string | null>;
}

/** How bodies come in: who may not speak is refused unread, JSON and forms have a size and a time, files a least rate. */
export function readBodies(server: FastifyInstance, rules: BodyRules): void {
  const { inFlight, arrivalMs, welcome } = rules;
  const senders = new Map<FastifyRequest, string | null>();
  /** The uploads of each sender that are not answered yet. */
  const uploads = new Map<string, Set<FastifyRequest>>();
  letThemWait(server);
  const isOpen = ({ routeOptions, is404 }: FastifyRequest) => is404 || routeOptions.config.isOpen === true;

  server.addHook('preParsing', async (request, reply) => {
    // Nobody reads what comes with a question (RFC 9110, 9.3.1): the door itself says who may ask.
    if (!hasBody(request) || isOpen(request) || request.method === 'GET' || request.method === 'HEAD') return;
    const sender = await welcome(request);
    senders.set(request, sender);
    reply.raw.once('close', () => {
      senders.delete(request);
      const others = uploads.get(sender ?? '');
      if (others?.delete(request) && others.size === 0) uploads.delete(sender ?? '');
    });
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (hasBody(request) && !request.raw.complete) closeAfter(reply, request.raw);
    done(null, payload);
  });

  server.removeAllContentTypeParsers();
  const read = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', (request, _payload, done) => {
    if (request.is404) return done(null);
    if (request.headers['content-encoding'] !== undefined) return done(new Problem(wrongMediaType));
    readWhole(request, isOpen(request) ? OPEN_BODY_LIMIT : BODY_LIMIT, rules).then((bytes) => {
      const text = bytes.toString();
      const fault = faultOf(text);
      if (fault) done(new Problem(unreadable, faults[fault]));
      else void read(request, text, done);
    }, done);
  });
  server.addContentTypeParser('*', (request, _payload, done) => {
    if (request.is404) return done(null);
    if (isOpen(request)) {
      readWhole(request, OPEN_BODY_LIMIT, rules).then((bytes) => done(null, bytes), done);
      return;
    }
    const sender = senders.get(request) ?? '';
    const own = uploads.get(sender) ?? new Set();
    if (own.size >= MOST_UPLOADS) return done(new Problem(tooManyRequests, undefined, { retryAfterSeconds: 5 }));
    uploads.set(sender, own.add(request));
    inFlight.leave(request);
    done(null, streamOf(request.raw, arrivalMs));
  });
}

const faults = {
  'too-deep': { it: 'Il contenuto ha troppi livelli, uno dentro l’altro', en: 'The content has too many levels, one inside the other' },
  'too-many': { it: 'Il contenuto ha troppi valori: al massimo 10.000', en: 'The content has too many values: 10,000 at most' },
  'member-twice': { it: 'Un oggetto ha due volte la stessa chiave', en: 'An object has the same key twice' },
};

/** For the pages of the provider: what they are sent is read here, and handed on as a stream because it is not ours to change. */
export function readOpenBodies(server: FastifyInstance, rules: Waiting): void {
  server.removeAllContentTypeParsers();
  for (const type of ['application/json', '*'])
    server.addContentTypeParser(type, (request, _payload, done) => {
      readWhole(request, OPEN_BODY_LIMIT, rules).then((bytes) => done(null, Readable.from([bytes])), done);
    });
}

/**
 * Reads a body to its end. A request that is given up is left as it is, and never destroyed: its connection would hang.
 * @throws Problem `too-large`, `too-slow`, `unreadable` when the sender goes away, `unavailable` when there is too much to do by then
 */
async function readWhole(request: FastifyRequest, limit: number, { inFlight, arrivalMs }: Waiting): Promise<Buffer> {
  const body = request.raw;
  if (Number(body.headers['content-length']) > limit) throw new Problem(tooLarge);
  if (body.destroyed) throw new Problem(unreadable);
  inFlight.leave(request);
  goOn(body);
  const bytes = await new Promise<Buffer>((give, fail) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const settle = (done: () => void) => {
      clearTimeout(patience);
      body.off('data', add).off('end', end).off('close', leave);
      done();
    };
    const add = (piece: Buffer) => {
      size += piece.length;
      if (size > limit) settle(() => fail(new Problem(tooLarge)));
      else pieces.push(piece);
    };
    const end = () => settle(() => give(Buffer.concat(pieces, size)));
    const leave = () => settle(() => fail(new Problem(unreadable)));
    const patience = setTimeout(() => settle(() => fail(new Problem(tooSlow))), arrivalMs);
    body.on('data', add).once('end', end).once('close', leave);
  });
  inFlight.enter(request);
  return bytes;
}

/** Those who wait to be told that their body is wanted, with the answer that is to tell them. */
const expecting = new WeakMap<IncomingMessage, ServerResponse>();

/** Whoever sends `Expect: 100-continue` is let speak before anything is said: the server itself would ask for every body. */
function letThemWait({ server }: FastifyInstance): void {
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    expecting.set(request, response);
    server.emit('request', request, response);
  });
}

/** Tells whoever waits for it that the body is wanted (RFC 9110, section 10.1.1). */
export function goOn(request: IncomingMessage): void {
  expecting.get(request)?.writeContinue();
  expecting.delete(request);
}

/**
 * A body as a stream that may be destroyed, which the request itself may not be: its connection would hang. Whoever sends less than the
 * least rate, while we wait for nothing else, is refused.
 */
function streamOf(body: IncomingMessage, windowMs: number): Readable {
  const stream = new PassThrough();
  // Whoever reads is told; nobody may be reading yet.
  stream.on('error', () => undefined);
  let came = 0;
  body.on('data', (piece: Buffer) => {
    came += piece.length;
  });
  const watch = setInterval(() => {
    if (came < (LEAST_RATE * windowMs) / 1_000 && !stream.writableNeedDrain) stream.destroy(new Problem(tooSlow));
    came = 0;
  }, windowMs);
  body.once('end', () => clearInterval(watch));
  body.once('close', () => {
    if (!body.complete) stream.destroy(new Problem(unreadable));
  });
  stream.once('close', () => clearInterval(watch));
  return body.pipe(stream);
}

const closing = new WeakSet<Socket>();

/** True when the last answer on this connection was given: what follows on it is not read. */
export const isClosing = (socket: Socket): boolean => closing.has(socket);

/** The answer comes before the end of what is sent: it is the last one on its connection. */
function closeAfter(reply: FastifyReply, request: IncomingMessage): void {
  const { socket } = request;
  if (!socket || isClosing(socket)) return;
  void reply.header('connection', 'close');
  // This is what the server does after an answer that says so.
  socket.destroySoon = () => closeInOrder(socket, request);
}

/**
 * Ends a connection so that its last answer arrives: whoever closed it while the other side still sends would take the answer back.
 * Source: RFC 9112, section 9.6
 */
export function closeInOrder(socket: Socket, request?: IncomingMessage): void {
  if (closing.has(socket)) return;
  closing.add(socket);
  socket.end();
  const patience = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(patience));
  request?.once('end', () => socket.destroy());
  request?.resume();
}
