import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Bus } from '@sportello/messaging/bus';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isKnown } from '../conditions.js';
import type { Config } from '../config.js';
import { type Methods, pathOf } from '../methods.js';
import { cookieName } from '../sessions/cookie.js';
import type { RenderedPage, RenderedPages } from './rendered-pages.js';
import { addressOfPage, type PageStatus, statusOfPage } from './services.js';

/** Assets have their content's hash in their name: they never change. */
const FOREVER = { maxAge: '365d', immutable: true };
const apps = ['portal', 'console'] as const;

/** What the build of a front end says of its pages, each path as the pages' router writes it. */
const Routes = z.strictObject({ open: z.array(z.string()), unlisted: z.array(z.string()).default([]), personal: z.array(z.string()) });

interface App {
  /** The one page in both languages: what it says of itself differs before its script runs. */
  page: Record<'it' | 'en', string>;
  /** Whether there is a page at a path, given without base and language. */
  isRoute(path: string): boolean;
  /** Whether the page there shows everybody the same. */
  isOpen(path: string): boolean;
  /** Whether it is drawn in the browser alone. */
  isPersonal(path: string): boolean;
  open: string[];
}

interface Parts {
  bus: Bus;
  config: Config;
  methods: Methods;
  rendered: RenderedPages;
}

export interface Pages {
  /** The paths of the portal that search engines may know. */
  openRoutes: string[];
  /** Answers with the page of an address. */
  show(path: string, status: PageStatus, reply: FastifyReply): FastifyReply;
}

/**
 * Serves the two front ends: their assets as they are, the portal's pages whole to whoever is not signed in, and else the one page of each
 * that a browser draws by itself. Where there is no page it comes with 404, and says so itself.
 */
export async function servePages(server: FastifyInstance, { bus, config, methods, rendered }: Parts): Promise<Pages> {
  const webRoot = config.WEB_ROOT;
  for (const [index, app] of apps.entries()) {
    await server.register(fastifyStatic, {
      root: join(webRoot, app, 'dist'),
      prefix: `/assets/${app}/`,
      decorateReply: index === 0,
      preCompressed: true,
      index: false,
      // What runs on the server is nobody's to load.
      allowedPath: (path) => !path.startsWith('/server/'),
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
  const cookie = cookieName(config);
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
    const moved = isRoute && app === portal ? await addressOfPage(bus, plain) : undefined;
    if (moved) return reply.redirect(`${isEnglish ? '/en' : ''}${moved}${request.url.slice(path.length)}`, 301);
    void reply.header('vary', 'cookie');
    // Who may be signed in is answered by her browser alone: what she sees is drawn there.
    if (app === portal && !portal.isPersonal(plain) && !request.cookies[cookie]) {
      const address = pageAddress(request);
      const page = await rendered.find(address, portal.isOpen(plain) && address === path);
      // The router of the pages is more lenient than ours, as with `///`.
      if (page && (isRoute || page.status === 404)) return sendPage(page, request, reply);
    }
    return show(path, !isRoute ? 404 : app === portal ? await statusOfPage(bus, plain) : 200, reply);
  });
  return { openRoutes: portal.open, show };
}

async function sendPage({ html, status, tag, packed }: RenderedPage, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  void reply.code(status).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache');
  if (status !== 200) return reply.send(html);
  void reply.header('etag', tag);
  if (isKnown(tag, request.headers['if-none-match'])) return reply.code(304).send();
  const encoding = packed && encodings.find((each) => takes(request, each));
  if (!encoding) return reply.send(html);
  return reply
    .header('content-encoding', encoding)
    .header('vary', 'cookie, accept-encoding')
    .send((await packed)[encoding]);
}

const encodings = ['br', 'gzip'] as const;

/** Whether a reader takes an encoding: one with a weight of nought is refused (RFC 9110, 12.5.3). */
const takes = ({ headers }: FastifyRequest, encoding: string): boolean =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .map((each) => each.replaceAll(/\s/g, '').toLowerCase().split(';q='))
    .some(([name, weight]) => name === encoding && Number(weight ?? 1) > 0);

/** What other sites add to an address to count where people came from: pages know nothing of it. */
const foreign = /^(utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|msclkid)$/;

/** Path and query by which a page is rendered. */
function pageAddress(request: FastifyRequest): string {
  const path = pathOf(request);
  const own = [...new URLSearchParams(request.url.slice(path.length))].filter(([name]) => !foreign.test(name));
  return path + (own.length > 0 ? `?${new URLSearchParams(own)}` : '');
}

/** Read once: a release brings a new process. */
function readApp(webRoot: string, app: (typeof apps)[number]): App {
  const read = (file: string) => readFileSync(join(webRoot, app, 'dist', file), 'utf8');
  const { open, unlisted, personal } = Routes.parse(JSON.parse(read('routes.json')));
  const isOneOf = (patterns: string[]) => {
    const routes = patterns.map(matching);
    return (path: string) => routes.some((route) => route.test(path));
  };
  return {
    page: { it: read('index.html'), en: read('index.en.html') },
    isRoute: isOneOf([...open, ...unlisted, ...personal]),
    isOpen: isOneOf(open),
    isPersonal: isOneOf(personal),
    open,
  };
}

/** `servizi/:procedure` and `pratiche/:id?`, with or without a slash at the end, in any case: as the pages' router reads them. */
function matching(route: string): RegExp {
  const steps = route.split('/').filter(Boolean);
  const pattern = steps.map((step) => (step.startsWith(':') ? (step.endsWith('?') ? '(?:/[^/]+)?' : '/[^/]+') : `/${step}`)).join('');
  return new RegExp(`^${pattern}/?$`, 'i');
}
