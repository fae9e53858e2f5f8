import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { notFound } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Assets have their content's hash in their name: they never change. */
const FOREVER = { maxAge: '365d', immutable: true };
const apps = ['portal', 'console'] as const;

/** Serves the two front ends: their assets as they are, and their one page for every other address. */
export async function servePages(server: FastifyInstance, webRoot: string): Promise<void> {
  for (const [index, app] of apps.entries()) {
    await server.register(fastifyStatic, {
      root: join(webRoot, app, 'dist'),
      prefix: `/assets/${app}/`,
      decorateReply: index === 0,
      preCompressed: true,
      index: false,
      ...FOREVER,
    });
  }
  // What the sign-in pages of the embedded provider need, under names that stay.
  await server.register(fastifyStatic, {
    root: join(webRoot, 'ui', 'dist'),
    prefix: '/static/',
    decorateReply: false,
    preCompressed: true,
    index: false,
    maxAge: '1h',
  });
  const page = { portal: readPage(webRoot, 'portal'), console: readPage(webRoot, 'console') };
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (/^\/(api|assets|static|files|auth|realms)(\/|$)/.test(pathname)) throw new Problem(notFound);
    const app = /^\/console(\/|$)/.test(pathname) ? 'console' : 'portal';
    return reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache').send(page[app]);
  });
}

/** Read once: a release brings a new process. */
const readPage = (webRoot: string, app: string) => readFileSync(join(webRoot, app, 'dist', 'index.html'), 'utf8');
