import type { Language } from '@sportello/contracts/contract';
import type { Session } from '@sportello/contracts/web';

/** What the thread that renders is started with. */
export interface RenderSetting {
  /** The built program of the portal's pages. */
  program: string;
  /** The built page of each language, which a browser draws by itself. */
  templates: Record<Language, string>;
}

/** A page that is asked for. */
export interface PageAsked {
  /** Path and query. */
  url: string;
  /** Where it is found, without a slash at the end: the installation's own address, or that of a body. */
  origin: string;
  visitor: Session;
}

/** What the gateway says to the thread: render a page, or the answer to a question of one. */
export type ToThread =
  | ({ kind: 'render'; page: number } & PageAsked)
  | { kind: 'answer'; page: number; question: number; body: Uint8Array; problem?: number | undefined };

/** What the thread says: that its program is loaded, what a page needs to know, the page, or why there is none. */
export type FromThread =
  | { kind: 'ready' }
  | { kind: 'question'; page: number; question: number; subject: string; input: object; language: Language }
  | { kind: 'page'; page: number; html: string; withoutScript: string; status: number }
  | { kind: 'failure'; page: number; message: string };

/** What the portal's program offers. */
export interface Program {
  render(
    asked: PageAsked & { templates: Record<Language, string> },
    ask: (subject: string, input: object, language: Language) => Promise<{ body: unknown; problem?: number | undefined }>,
  ): Promise<{ html: string; withoutScript: string; status: number }>;
}
