import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException, Logger } from '@nestjs/common';
import type { Language } from '@sportello/contracts/contract';
import { notFound, tooLarge, tooManyRequests, unavailable, unexpected, unreadable } from '@sportello/contracts/problems';
import { currentTraceparent, traceIdOf } from '@sportello/messaging/context';
import { ForeignProblem, Problem, type ProblemDocument } from '@sportello/messaging/problem';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The language of the page that asks; Italian unless English is preferred. */
export const languageOf = ({ headers }: Pick<FastifyRequest, 'headers'>): Language =>
  /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'it';

const logger = new Logger('Gateway');

/** What the web server itself refuses, before any of our code. */
const byStatus: Record<number, typeof unreadable> = {
  400: unreadable,
  404: notFound,
  413: tooLarge,
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
  const known = byStatus[status];
  if (known) return new Problem(known).document(language, instance);
  logger.error({ err: error, instance, route: request.routeOptions.url });
  return new Problem(unexpected).document(language, instance);
}

/** Sends a problem as RFC 9457: its type becomes the address of the page that explains it. */
export function sendProblem(reply: FastifyReply, document: ProblemDocument): void {
  const retryAfter = document['retryAfterSeconds'] ?? (document.status === 503 ? 1 : undefined);
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  if (document.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ ...document, type: document.type.startsWith('/') ? document.type : `/problems/${document.type}` }));
}

/** For the hand-written controllers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(http.getResponse<FastifyReply>(), documentOf(error, http.getRequest<FastifyRequest>()));
  }
}
