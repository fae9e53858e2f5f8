import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Language } from '@sportello/contracts/contract';
import { languageCookie } from '@sportello/contracts/language-cookie';
import type { Bus } from '@sportello/messaging/bus';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isKnown } from '../conditions.js';
import type { Config } from '../config.js';
import { type Methods, pathOf } from '../methods.js';
import { cookieName } from '../sessions/cookie.js';
import type { Homes } from '../sessions/homes.js';
import { dressed } from '../themes/dressed.js';
import type { Themes } from '../themes/themes.js';
import type { RenderedPage, RenderedPages } from './rendered-pages.js';
import { addressOfPage, type PageStatus, statusOfPage } from './services.js';

/** Assets have their content's hash in their name: they never change. */
const FOREVER = { maxAge: '365d', immutable: true };
const apps = ['portal', 'console'] as const;

/** What the build of a front end says of its pages, each path as the pages' router writes it. */
const Routes = z.strictObject({ open: z.array(z.string()), unlisted: z.array(z.string()).default([]), personal: z.array(z.string()) });

interface App {
  /** The one page in both languages: what it says of itself differs before its script runs. */
  page: Record<Language, string>;
  /**
   * The path of a page as the pages write it, given without base and language: fixed parts in small letters, no slash at the end.
   * Undefined where no page is.
   */
  written(path: string): string | undefined;
  /** Whether the page there shows everybody the same. */
  isOpen(path: string): boolean;
  /** Whether it is drawn in the browser alone. */
  isPersonal(path: string): boolean;
  open: string[];
}

interface Parts {
  bus: Bus;
  config: Config;
  homes: Homes;
  methods: Methods;
  rendered: RenderedPages;
  themes: Themes;
}

export interface Pages {
  /** The paths of the portal that search engines may know. */
  openRoutes: string[];
  /** Answers with the page of an address. */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

/**
 * Serves the two front ends: their assets as they are, the portal's pages whole, and else the one page of each that a browser draws by
 * itself. Every page has one address: others lead there. Where there is no page it comes with 404, and says so itself.
 */
export async function servePages(server: FastifyInstance, { bus, config, homes, methods, rendered, themes }: Parts): Promise<Pages> {
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
    const [app, below, base] = /^\/console(\/|$)/.test(path)
      ? [backOffice, path.slice('/console'.length) || '/', '/console']
      : [portal, path, ''];
    const language: Language = /^\/en(\/|$)/i.test(below) ? 'en' : 'it';
    const plain = language === 'en' ? below.slice('/en'.length) || '/' : below;
    return { app, base, language, plain, written: app.written(plain) };
  };
  const drawnThere = async (app: App, language: Language, status: PageStatus, reply: FastifyReply) => {
    const look = await themes.at(homes.of(reply.request));
    return reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(dressed(app.page[language], look));
  };

  const answer: Pages['answer'] = async (request, reply) => {
    const path = pathOf(request);
    const { app, base, language, plain, written } = find(path);
    varies(reply, 'cookie');
    if (written !== undefined) {
      const address = app === portal ? await addressOfPage(bus, written) : written;
      const chosen = chosenLanguage(request.cookies) ?? language;
      const local = inLanguage(address ?? plain, chosen);
      const target = base && local === '/' ? base : base + local;
      // The language that somebody chose may be another tomorrow; a page does not come back to an address that it has left.
      if (target !== path) return reply.redirect(target + request.url.slice(path.length), chosen === language ? 301 : 302);
    }
    const isSignedIn = Boolean(request.cookies[cookie]);
    if (app === portal && !portal.isPersonal(plain)) {
      const asked = pageAddress(request);
      const home = homes.of(request);
      const page = await (written === undefined
        ? rendered.find(home, inLanguage(nowhere, language), [404])
        : rendered.find(home, asked, portal.isOpen(plain) && asked === path ? [200] : []));
      // The router of the pages is more lenient than ours, as with `///`.
      if (page && (written !== undefined || !path.endsWith('//')))
        return sendPage(isSignedIn && hidesFromVisitors(plain) ? { ...page, status: 200 } : page, isSignedIn, request, reply);
    }
    return drawnThere(app, language, written === undefined ? 404 : app === portal ? await statusOfPage(bus, plain) : 200, reply);
  };
  methods.addPages((path) => find(path).written !== undefined);
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (/^\/(api|assets|static|files|auth|realms|\.well-known)(\/|$)/.test(pathOf(request))) throw methods.refusal(request, reply);
    return answer(request, reply);
  });
  return { openRoutes: portal.open, answer };
}

/** An address at which no page is, by which the page is known that says so. */
const nowhere = '/pagina-non-trovata';

const inLanguage = (path: string, language: Language) => (language === 'en' ? `/en${path === '/' ? '' : path}` : path);

/** The language that somebody chose on this browser: it comes before that of the address. */
const chosenLanguage = (cookies: Record<string, string | undefined>): Language | undefined =>
  Language.safeParse(cookies[languageCookie]).data;

/** What the answer hangs on besides the address, added to what it says already. */
function varies(reply: FastifyReply, ...names: string[]): void {
  const said = String(reply.getHeader('vary') ?? '')
    .split(', ')
    .filter(Boolean);
  void reply.header('vary', [...new Set([...said, ...names])].join(', '));
}

/** What visitors are told is not there may be there for a profile: the page says which, once the browser has drawn it. */
const hidesFromVisitors = (plain: string): boolean => /^\/argomenti\/./i.test(plain);

async function sendPage(page: RenderedPage, isSignedIn: boolean, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { status, tag, html, withoutScript, packed } = page;
  void reply.code(status).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache');
  // Whoever is signed in sees what is her own: her browser draws it. Without a script she reads what everybody reads.
  if (isSignedIn) return reply.header('cache-control', 'private, no-cache').send(withoutScript);
  if (status === 200) {
    void reply.header('etag', tag);
    if (isKnown(tag, request.headers['if-none-match'])) return reply.code(304).send();
  }
  const encoding = packed && encodings.find((each) => takes(request, each));
  if (!encoding) return reply.send(html);
  varies(reply, 'accept-encoding');
  return reply.header('content-encoding', encoding).send((await packed)[encoding]);
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
  const routes = [...open, ...unlisted, ...personal].map((route) => ({ fits: matching(route), steps: route.split('/') }));
  const isOneOf = (patterns: string[]) => {
    const fitting = patterns.map(matching);
    return (path: string) => fitting.some((fits) => fits.test(path));
  };
  return {
    page: { it: read('index.html'), en: read('index.en.html') },
    written: (path) => {
      const steps = routes.find(({ fits }) => fits.test(path))?.steps;
      const parts = path.split('/').filter(Boolean);
      return steps && `/${parts.map((part, place) => (steps[place]?.startsWith(':') ? part : steps[place])).join('/')}`;
    },
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
