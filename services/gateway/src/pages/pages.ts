import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Bus } from '@sportello/messaging/bus';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Methods, pathOf } from '../methods.js';
import { addressOfPage, type PageStatus, statusOfPage } from './services.js';

/** Assets have their content's hash in their name: they never change. */
const FOREVER = { maxAge: '365d', immutable: true };
const apps = ['portal', 'console'] as const;

/** What the build of a front end says of its pages: `path` as the page's router writes it. */
const Routes = z.strictObject({ open: z.array(z.string()), personal: z.array(z.string()) });

interface App {
  /** The one page in both languages: what it says of itself differs before its script runs. */
  page: Record<'it' | 'en', string>;
  /** Whether there is a page at a path, given without base and language. */
  isRoute(path: string): boolean;
  open: string[];
}

export interface Pages {
  /** The paths of the portal that search engines may know. */
  openRoutes: string[];
  /** Answers with the page of an address. */
  show(path: string, status: PageStatus, reply: FastifyReply): FastifyReply;
}

/**
 * Serves the two front ends: their assets as they are, and their one page for every address that is one of theirs. For the others it
 * is served with 404, and says so itself.
 */
export async function servePages(server: FastifyInstance, bus: Bus, webRoot: string, methods: Methods): Promise<Pages> {
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
  const portal = readApp(webRoot, 'portal');
  const backOffice = readApp(webRoot, 'console');
  const find = (path: string) => {
    const [app, below] = /^\/console(\/|$)/.test(path) ? [backOffice, path.slice('/console'.length) || '/'] : [portal, path];
    const isEnglish = /^\/en(\/|$)/.test(below);
    const plain = isEnglish ? below.slice('/en'.length) || '/' : below;
    return { app, isEnglish, plain, isRoute: app.isRoute(plain) };
  };
  const show: Pages['show'] = (path, status, reply) => {
    const { app, isEnglish } = find(path);
    return reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(app.page[isEnglish ? 'en' : 'it']);
  };
  methods.addPages((path) => find(path).isRoute);
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request);
    if (/^\/(api|assets|static|files|auth|realms|\.well-known)(\/|$)/.test(path)) throw methods.refusal(request, reply);
    const { app, isEnglish, plain, isRoute } = find(path);
    const address = isRoute && app === portal ? await addressOfPage(bus, plain) : undefined;
    if (address) return reply.redirect(`${isEnglish ? '/en' : ''}${address}${request.url.slice(path.length)}`, 301);
    return show(path, !isRoute ? 404 : app === portal ? await statusOfPage(bus, plain) : 200, reply);
  });
  return { openRoutes: portal.open, show };
}

/** Read once: a release brings a new process. */
function readApp(webRoot: string, app: (typeof apps)[number]): App {
  const read = (file: string) => readFileSync(join(webRoot, app, 'dist', file), 'utf8');
  const { open, personal } = Routes.parse(JSON.parse(read('routes.json')));
  const routes = [...open, ...personal].map(matching);
  return {
    page: { it: read('index.html'), en: read('index.en.html') },
    isRoute: (path) => routes.some((route) => route.test(path)),
    open,
  };
}

/** `servizi/:procedure` and `pratiche/:id?`, with or without a slash at the end, in any case: as the pages' router reads them. */
function matching(route: string): RegExp {
  const steps = route.split('/').filter(Boolean);
  const pattern = steps.map((step) => (step.startsWith(':') ? (step.endsWith('?') ? '(?:/[^/]+)?' : '/[^/]+') : `/${step}`)).join('');
  return new RegExp(`^${pattern}/?$`, 'i');
}
