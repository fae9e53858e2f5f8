import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException, Logger, NotFoundException } from '@nestjs/common';
import type { Language } from '@sportello/contracts/contract';
import {
  changedMeanwhile,
  notFound,
  tooLarge,
  tooManyRequests,
  tooSlow,
  unavailable,
  unexpected,
  unreadable,
} from '@sportello/contracts/problems';
import { currentTraceparent, newTraceparent, traceIdOf } from '@sportello/messaging/context';
import { ForeignProblem, Problem, type ProblemDocument } from '@sportello/messaging/problem';
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify';
import { closeInOrder } from './bodies.js';
import type { Methods } from './methods.js';
import { problemPage, wantsPage } from './pages/problem-page.js';

/** The language of the page that asks; Italian unless English is preferred. */
export const languageOf = ({ headers }: Pick<FastifyRequest, 'headers'>): Language =>
  /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'it';

const logger = new Logger('Gateway');

/** What the web server itself refuses, before any of our code. */
const byStatus: Record<number, typeof unreadable> = {
  400: unreadable,
  403: notFound,
  404: notFound,
  413: tooLarge,
  414: tooLarge,
  415: unreadable,
  429: tooManyRequests,
  503: unavailable,
};

export function documentOf(error: unknown, request: FastifyRequest): ProblemDocument {
  const language = languageOf(request);
  const instance = traceIdOf(currentTraceparent());
  if (error instanceof Problem) return error.document(language, instance);
  if (error instanceof ForeignProblem) return error.received;
  const status = error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number }).statusCode ?? 500);
  // Whoever hung up in the middle of a request gets nothing any more: it is no fault of ours.
  const known = byStatus[status] ?? (request.raw.aborted ? unreadable : undefined);
  if (known) return new Problem(known).document(language, instance);
  logger.error({ err: error, instance, route: request.routeOptions.url });
  return new Problem(unexpected).document(language, instance);
}

/**
 * Sends a problem as RFC 9457, its type as the address of the page that explains it; where a browser goes from page to page, as a page in
 * words.
 */
export function sendProblem(reply: FastifyReply, document: ProblemDocument): void {
  const retryAfter = document['retryAfterSeconds'] ?? (document.status === 503 ? 1 : undefined);
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  // RFC 6750, 3.1: who sent a token is told that it was the token.
  const challenge = reply.request.headers.authorization ? 'Bearer error="invalid_token"' : 'Bearer';
  if (document.status === 401) void reply.header('www-authenticate', challenge);
  // RFC 9110, 13.1.1 has a status of its own for a version that the request named by its tag.
  const isCondition = document.type === changedMeanwhile.type && reply.request.headers['if-match'] !== undefined;
  const status = isCondition ? 412 : document.status;
  void reply.code(status).header('cache-control', 'no-store');
  if (wantsPage(reply.request)) {
    const language = languageOf(reply.request);
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('vary', 'accept')
      .send(problemPage({ ...document, status }, language, reply.request));
    return;
  }
  void reply
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...document, status, type: document.type.startsWith('/') ? document.type : `/problems/${document.type}` }));
}

/** Whatever the parser of HTTP does not take, before there is a request: its language is not known. */
export function refuseUnread(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, problem] = unread[error.code] ?? [400, unreadable];
  const body = JSON.stringify({
    ...new Problem(problem).document('it', traceIdOf(newTraceparent())),
    type: `/problems/${problem.type}`,
    status,
  });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  closeInOrder(socket);
}

const unread: Record<string, [number, typeof unreadable]> = {
  HPE_HEADER_OVERFLOW: [431, tooLarge],
  ERR_HTTP_REQUEST_TIMEOUT: [408, tooSlow],
};

/** For the hand-written controllers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly methods: Methods) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    // Only the router itself says it in this way.
    const told = error instanceof NotFoundException ? this.methods.refusal(request, reply) : error;
    sendProblem(reply, documentOf(told, request));
  }
}
