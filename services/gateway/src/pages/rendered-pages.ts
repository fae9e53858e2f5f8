import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { libraryChanged } from '@sportello/contracts/knowledge/topics';
import { catalogueGroupsChanged } from '@sportello/contracts/practices/catalogue-groups';
import { procedureChanged } from '@sportello/contracts/practices/procedures';
import { helpCatalogueChanged } from '@sportello/contracts/ticketing/catalogue';
import type { Bus } from '@sportello/messaging/bus';
import type { Log } from '@sportello/service/logger';
import { tagOf } from '../conditions.js';
import type { Config } from '../config.js';
import { sessionOfVisitor } from '../sessions/session.controller.js';
import { dressed } from '../themes/dressed.js';
import type { Themes } from '../themes/themes.js';
import type { Renderer } from './renderer.js';

export interface RenderedPage {
  status: number;
  html: Buffer;
  /** What of it is read where there is no script; with one the browser draws the page anew. */
  withoutScript: Buffer;
  tag: string;
  /** Compressed once for all who ask; absent for a page that is kept for nobody. */
  packed?: Promise<{ br: Buffer; gzip: Buffer }>;
}

interface Kept extends RenderedPage {
  until: number;
}

/** Pages kept at once: each service, category and text in both languages, some times over. */
const MAX_KEPT_PAGES = 1_000;
/** A page is rendered anew after so long even when no event came: an event may be missed while the bus is away. Milliseconds. */
const KEPT_MS = 60_000;

/**
 * The pages as whoever is not signed in sees them, rendered once for all who ask: in the cache they are kept by their address, host and all, which
 * says the language, until something that they may show changes. Nothing of anybody who is signed in is asked or kept here.
 */
export class RenderedPages {
  private readonly kept = new Map<string, Kept>();
  private readonly rendering = new Map<string, Promise<Kept>>();
  /** Grows with each fact: what was read before it is not kept. */
  private generation = 0;

  constructor(
    private readonly renderer: Renderer,
    private readonly themes: Themes,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Learns what changes. */
  listen({ nats }: Bus): void {
    for (const { subject } of [procedureChanged, catalogueGroupsChanged, helpCatalogueChanged, libraryChanged])
      nats.subscribe(subject, { callback: () => this.forget() });
    this.themes.listen(() => this.forget());
  }

  forget(): void {
    this.generation += 1;
    this.kept.clear();
    this.rendering.clear();
  }

  /**
   * The page of an address; null when it cannot be rendered now.
   * @param home where it is asked for, without a slash at the end
   * @param path with its query
   * @param keeps with which statuses it is kept, as the page of an address that many ask for
   */
  async find(home: string, path: string, keeps: readonly number[]): Promise<RenderedPage | null> {
    const url = home + path;
    const known = this.kept.get(url);
    if (known && known.until > Date.now()) return known;
    const waited = this.rendering.get(url);
    if (waited) return waited.catch(() => null);
    const rendering = this.render(home, path, keeps);
    this.rendering.set(url, rendering);
    try {
      return await rendering;
    } catch (error) {
      // The page that the browser draws by itself takes its place: nobody is told of a fault.
      this.log.warn({ err: error, msg: 'a page was not rendered' });
      return null;
    } finally {
      if (this.rendering.get(url) === rendering) this.rendering.delete(url);
    }
  }

  private async render(home: string, path: string, keeps: readonly number[]): Promise<Kept> {
    const { generation } = this;
    const look = await this.themes.at(home);
    const visitor = sessionOfVisitor(this.config, look?.body ?? null);
    const drawn = await this.renderer.render({ url: path, origin: home, visitor });
    const { status, until } = drawn;
    const html = dressed(drawn.html, look);
    const withoutScript = dressed(drawn.withoutScript, look);
    // The instant of rendering makes no other page.
    const tag = tagOf(Buffer.from(html.replaceAll(visitor.serverTime, '')), false);
    const page: Kept = {
      html: Buffer.from(html),
      withoutScript: Buffer.from(withoutScript),
      status,
      tag,
      until: Math.min(until, Date.now() + KEPT_MS),
    };
    if (!keeps.includes(status) || generation !== this.generation) return page;
    page.packed = pack(page.html);
    const url = home + path;
    // The one that was rendered longest ago gives way.
    this.kept.delete(url);
    if (this.kept.size >= MAX_KEPT_PAGES) this.kept.delete(String(this.kept.keys().next().value));
    this.kept.set(url, page);
    return page;
  }
}

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

async function pack(html: Buffer): Promise<{ br: Buffer; gzip: Buffer }> {
  const [br, gzip] = await Promise.all([inBrotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }), inGzip(html, { level: 9 })]);
  return { br, gzip };
}
