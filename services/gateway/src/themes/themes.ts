import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Output } from '@sportello/contracts/contract';
import { tonesOf } from '@sportello/contracts/identity/contrast';
import { organizationNamed } from '@sportello/contracts/identity/organizations';
import { getTheme, themeChanged } from '@sportello/contracts/identity/themes';
import type { Session } from '@sportello/contracts/web';
import { visitor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Homes } from '../sessions/homes.js';

/** A body as its pages show it. */
export type Body = NonNullable<Session['body']>;

/** What the gateway keeps of the look of a body, each file by the name under which it is asked for. */
export interface Look {
  body: Body;
  primaryColour: string;
  files: ReadonlyMap<string, { type: string; content: Buffer }>;
}

interface Kept {
  look: Promise<Look>;
  until: number;
}

/** A look is read anew after so long even when no event came: an event may be missed while the bus is away. Milliseconds. */
const KEPT_MS = 60_000;

/** How the bodies of this installation show themselves (ADM-34), as identity tells it. */
@Injectable()
export class Themes {
  private readonly logger = new Logger(Themes.name);
  private readonly kept = new Map<string, Kept>();
  /** What was known last, for when identity does not answer. */
  private readonly last = new Map<string, Look>();

  constructor(
    private readonly bus: Bus,
    private readonly homes: Homes,
  ) {}

  /** Learns what changes. @param andThen follows each time that what was known is forgotten */
  listen(andThen: () => void): void {
    for (const { subject } of [themeChanged, organizationNamed])
      this.bus.nats.subscribe(subject, {
        callback: () => {
          this.kept.clear();
          andThen();
        },
      });
  }

  /**
   * The look of a body.
   * @throws ForeignProblem `organizationNotFound` for what is no body of this installation; what the bus throws while identity is away
   */
  find(organizationId: string): Promise<Look> {
    const known = this.kept.get(organizationId);
    if (known && known.until > Date.now()) return known.look;
    const kept: Kept = { look: this.read(organizationId), until: Date.now() + KEPT_MS };
    this.kept.set(organizationId, kept);
    kept.look.catch(() => {
      if (this.kept.get(organizationId) === kept) this.kept.delete(organizationId);
    });
    return kept.look;
  }

  /** What the pages at an address of ours show of its body; null at the installation's own, and while nothing is known of the body. */
  async at(home: string): Promise<Look | null> {
    const organizationId = this.homes.bodyAt(home);
    if (organizationId === null) return null;
    try {
      return await this.find(organizationId);
    } catch (error) {
      this.logger.warn({ err: error, organizationId, msg: 'the look of a body cannot be read' });
      return this.last.get(organizationId) ?? null;
    }
  }

  /** The same at once, for pages that wait for nothing: as far as it is known. */
  knownAt(home: string): Look | null {
    return this.last.get(this.homes.bodyAt(home) ?? '') ?? null;
  }

  private async read(organizationId: string): Promise<Look> {
    const look = lookOf(await this.bus.call(getTheme, { organizationId }, visitor('it')));
    if (this.homes.isHosted(organizationId)) this.last.set(organizationId, look);
    return look;
  }
}

/** Files have the hash of their content in their name: whoever has one need not ask for it again. */
function lookOf({ organizationId: id, name, logo, primaryColour, footer }: Output<typeof getTheme>): Look {
  const files = new Map<string, { type: string; content: Buffer }>();
  const add = (content: Buffer, ending: string, type: string) => {
    const file = `${createHash('sha256').update(content).digest('hex').slice(0, 16)}.${ending}`;
    files.set(file, { type, content });
    return `/themes/${id}/${file}`;
  };
  const png = logo && Buffer.from(logo.png, 'base64');
  // The second and third line of a PNG's header (IHDR) are its width and height.
  const picture = png && { address: add(png, 'png', 'image/png'), width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  const stylesheet = add(Buffer.from(stylesheetOf(primaryColour)), 'css', 'text/css; charset=utf-8');
  return {
    body: { id, name, logo: logo && picture && { ...picture, alternative: logo.alternative }, stylesheet, footer },
    primaryColour,
    files,
  };
}

/** The variables of the pages' own stylesheets and of the library's, wherever those stand in the page. */
function stylesheetOf(primaryColour: string): string {
  const { primary, deep, dark } = tonesOf(primaryColour);
  const variables = { 'sp-blue': primary, 'sp-deep': deep, 'sp-primary': primary, 'sp-primary-deep': deep, 'sp-primary-dark': dark };
  return `:root:root{${Object.entries(variables)
    .map(([name, tone]) => `--${name}:${tone}`)
    .join(';')}}\n`;
}
