import { listProcedures } from '@sportello/contracts/practices/procedures';
import { servicePath } from '@sportello/contracts/practices/service-path';
import { notFound } from '@sportello/contracts/problems';
import { visitor } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Config } from '../config.js';
import type { Homes } from '../sessions/homes.js';
import type { Pages } from './pages.js';

interface Parts {
  bus: Bus;
  config: Config;
  homes: Homes;
  pages: Pages;
}

/** What programs look for under a name of its own: where they may go, what there is, and whom to tell of a weakness. */
export function serveCrawlers(server: FastifyInstance, { bus, config, homes, pages }: Parts): void {
  const { SECURITY_CONTACT } = config;
  const plain = (reply: FastifyReply) =>
    reply.header('content-type', 'text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600');

  server.get('/robots.txt', (request, reply) =>
    plain(reply).send(
      [
        'User-agent: *',
        ...['api', 'auth', 'realms', 'files', 'console', 'area-personale', 'en/area-personale'].map((path) => `Disallow: /${path}`),
        `Sitemap: ${homes.of(request)}/sitemap.xml`,
        '',
      ].join('\n'),
    ),
  );

  // RFC 9116. It is made when it is asked for, and good for half a year from then.
  server.get('/.well-known/security.txt', (request, reply) => {
    if (!SECURITY_CONTACT) throw new Problem(notFound);
    const lines = {
      Contact: SECURITY_CONTACT,
      Expires: new Date(Date.now() + HALF_A_YEAR_MS).toISOString(),
      'Preferred-Languages': 'it, en',
      Canonical: `${homes.of(request)}/.well-known/security.txt`,
    };
    return plain(reply).send(
      Object.entries(lines)
        .map(([name, value]) => `${name}: ${value}\n`)
        .join(''),
    );
  });

  const fixed = pages.openRoutes.filter((route) => !route.includes(':'));
  const made = new Map<string, { text: string; until: number }>();
  server.get('/sitemap.xml', async (request, reply) => {
    const home = homes.of(request);
    let known = made.get(home);
    // Anybody may ask, as often as they like: the catalogue is read once an hour.
    if (!known || known.until < Date.now()) {
      const services = await publishedServices(bus, homes.bodyAt(home));
      known = { text: sitemap(home, [...fixed, ...services.map((code) => servicePath(code).slice(1))]), until: Date.now() + HOUR_MS };
      made.set(home, known);
    }
    return reply.header('content-type', 'application/xml; charset=utf-8').header('cache-control', 'public, max-age=3600').send(known.text);
  });
}

const HOUR_MS = 60 * 60_000;
const HALF_A_YEAR_MS = 180 * 24 * HOUR_MS;
/** A sitemap holds 50,000 addresses at most; each service has two. Source: sitemaps.org */
const MOST_PAGES = 200;

/** @param organizationId the body whose services they are; null for those of all */
async function publishedServices(bus: Bus, organizationId: string | null): Promise<string[]> {
  const codes: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await bus.call(
      listProcedures,
      { limit: 100, ...(after && { after }), ...(organizationId && { organizationId }) },
      visitor('it'),
    );
    codes.push(...items.map(({ code }) => code));
    if (!next) break;
    after = next;
  }
  return codes;
}

/** Each page in both languages, each naming the other. */
function sitemap(home: string, paths: string[]): string {
  const addresses = (path: string) => ({ it: `${home}/${path}`, en: `${home}/en${path && `/${path}`}` });
  const entries = paths.flatMap((path) => {
    const both = Object.entries(addresses(path));
    const links = both.map(([language, href]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`).join('');
    return both.map(([, href]) => `<url><loc>${href}</loc>${links}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
}
