import { notFound } from '@sportello/contracts/problems';
import { problems } from '@sportello/contracts/registry';
import { Problem } from '@sportello/messaging/problem';
import type { FastifyInstance } from 'fastify';
import type { Pages } from './pages.js';

/**
 * What a problem means, under the address that its `type` names (RFC 9457, 3.1.1): for a program as JSON in both languages, for a person as
 * a page of the portal, which reads the same.
 */
export function serveProblems(server: FastifyInstance, { answer }: Pages): void {
  for (const [prefix, language] of [
    ['/problems', 'it'],
    ['/en/problems', 'en'],
  ] as const)
    server.get<{ Params: { type: string } }>(`${prefix}/:type`, { config: { isPublic: true } }, async (request, reply) => {
      const problem = problems.get(request.params.type);
      void reply.header('vary', 'accept');
      if (!/\bjson\b/.test(request.headers.accept ?? '')) return answer(request, reply);
      if (!problem) throw new Problem(notFound);
      const { type, status, title, explanation } = problem;
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-language', language)
        .header('cache-control', 'public, max-age=300')
        .send(JSON.stringify({ type: `/problems/${type}`, status, title, explanation }));
    });
}
