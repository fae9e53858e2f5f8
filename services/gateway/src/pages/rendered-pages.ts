import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { organizationNamed } from '@sportello/contracts/identity/organizations';
import { procedureChanged } from '@sportello/contracts/practices/procedures';
import type { Bus } from '@sportello/messaging/bus';
import type { Log } from '@sportello/service/logger';
import { tagOf } from '../conditions.js';
import type { Config } from '../config.js';
import { sessionOfVisitor } from '../sessions/session.controller.js';
import type { Renderer } from './renderer.js';

export interface RenderedPage {
  status: number;
  html: Buffer;
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

/** Facts after which pages show something else. */
const shown = [procedureChanged, organizationNamed];

/**
 * The pages of whoever is not signed in, rendered once for all who ask: in the cache they are kept by their address, which says the language,
 * until something that they may show changes. Nobody who is signed in is answered from here.
 */
export class RenderedPages {
  private readonly kept = new Map<string, Kept>();
  private readonly rendering = new Map<string, Promise<Kept>>();
  /** Grows with each fact: what was read before it is not kept. */
  private generation = 0;

  constructor(
    private readonly renderer: Renderer,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Learns what changes. */
  listen({ nats }: Bus): void {
    for (const { subject } of shown) nats.subscribe(subject, { callback: () => this.forget() });
  }

  forget(): void {
    this.generation += 1;
    this.kept.clear();
    this.rendering.clear();
  }

  /**
   * The page of an address; null when it cannot be rendered now.
   * @param isKept true for an address that many ask for
   */
  async find(url: string, isKept: boolean): Promise<RenderedPage | null> {
    const known = this.kept.get(url);
    if (known && known.until > Date.now()) return known;
    const waited = this.rendering.get(url);
    if (waited) return waited.catch(() => null);
    const rendering = this.render(url, isKept);
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

  private async render(url: string, isKept: boolean): Promise<Kept> {
    const { generation } = this;
    const visitor = sessionOfVisitor(this.config);
    const { html, status, until } = await this.renderer.render(url, visitor);
    // The instant of rendering makes no other page.
    const tag = tagOf(Buffer.from(html.replaceAll(visitor.serverTime, '')), false);
    const page: Kept = { html: Buffer.from(html), status, tag, until: Math.min(until, Date.now() + KEPT_MS) };
    if (!isKept || status !== 200 || generation !== this.generation) return page;
    page.packed = pack(page.html);
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
