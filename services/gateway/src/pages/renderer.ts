import { Worker } from 'node:worker_threads';
import type { Language } from '@sportello/contracts/contract';
import type { FromThread, PageAsked, RenderSetting, ToThread } from './render-messages.js';

/** Answers what a page asks, as everybody may ask it. @throws Error when there is no answer */
export type Answer = (subject: string, input: object, language: Language) => Promise<{ body: Uint8Array; problem?: number }>;

export interface Rendering {
  html: string;
  /** The page that a browser draws by itself, with what it would show for who has no script. */
  withoutScript: string;
  status: number;
  /** The first instant at which what is shown is another by itself: a service opens or closes. */
  until: number;
}

export interface RendererLimits {
  /** Pages that are rendered or wait for it; one more is refused. */
  pages: number;
  /** For one page, in milliseconds. */
  deadlineMs: number;
  /** Of one page, in characters. */
  size: number;
  /** What one page may ask. */
  questions: number;
}

const usual: RendererLimits = { pages: 64, deadlineMs: 10_000, size: 1_000_000, questions: 20 };

/** What the thread may keep, in megabytes: the program takes a third of it. */
const MEMORY_MB = 192;
/** For so long nothing is rendered after a thread broke, so that one that breaks at once is not begun again and again. Milliseconds. */
const REST_MS = 1_000;

interface Job {
  deadline: NodeJS.Timeout;
  until: number;
  questions: number;
  /** Questions whose answer has not come: then the page waits for others, and the thread is well. */
  open: number;
  give(rendering: Rendering): void;
  fail(error: Error): void;
}

/**
 * Renders pages in a thread of its own. It begins with the first page; one that breaks, or renders for longer than the deadline, is replaced a
 * little later.
 */
export class Renderer {
  private readonly limits: RendererLimits;
  private readonly jobs = new Map<number, Job>();
  private thread: Worker | undefined;
  /** Loading the program is no fault of a page: on a busy machine it takes longer than a page may. */
  private isReady = false;
  private count = 0;
  private restsUntil = 0;
  /** When the thread said something last: one that hangs says nothing. */
  private saidAt = 0;
  private isClosed = false;

  constructor(
    private readonly setting: RenderSetting,
    private readonly answer: Answer,
    limits: Partial<RendererLimits> = {},
  ) {
    this.limits = { ...usual, ...limits };
  }

  /** @throws Error if too many pages wait, if this one takes too long or is too large, if the thread breaks, or after `close` */
  render(asked: PageAsked): Promise<Rendering> {
    if (this.isClosed) return Promise.reject(new Error('the renderer is closed'));
    if (Date.now() < this.restsUntil) return Promise.reject(new Error('the thread that renders has just ended'));
    if (this.jobs.size >= this.limits.pages) return Promise.reject(new Error('too many pages wait to be rendered'));
    this.count += 1;
    const page = this.count;
    return new Promise((give, fail) => {
      const deadline = setTimeout(() => this.giveUp(page), this.limits.deadlineMs);
      this.jobs.set(page, { deadline, until: Number.POSITIVE_INFINITY, questions: 0, open: 0, give, fail });
      this.post({ kind: 'render', page, ...asked });
    });
  }

  /** Ends the thread; what was not rendered fails. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.end(new Error('the renderer is closed'));
  }

  private post(message: ToThread): void {
    this.thread ??= this.begin();
    this.thread.postMessage(message);
  }

  private begin(): Worker {
    const thread = new Worker(program, { workerData: this.setting, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    const breaks = (error: Error) => {
      if (this.thread === thread) void this.end(error);
    };
    thread.on('message', (message: FromThread) => this.receive(message));
    thread.on('error', breaks);
    thread.on('exit', () => breaks(new Error('the thread that renders ended')));
    // A thread that waits keeps no process from ending.
    thread.unref();
    return thread;
  }

  private receive(message: FromThread): void {
    this.saidAt = Date.now();
    if (message.kind === 'ready') {
      this.isReady = true;
      return;
    }
    const job = this.jobs.get(message.page);
    if (!job) {
      // Nobody waits for this page any more: the thread must not wait either.
      if (message.kind === 'question')
        this.thread?.postMessage({ kind: 'answer', page: message.page, question: message.question, ...unanswered } satisfies ToThread);
      return;
    }
    if (message.kind === 'question') void this.ask(job, message);
    else if (message.kind === 'failure') this.settle(message.page, new Error(message.message));
    else if (message.html.length > this.limits.size) this.settle(message.page, new Error(`the page has ${message.html.length} characters`));
    else {
      const { html, withoutScript, status } = message;
      job.give({ html, withoutScript, status, until: job.until });
      this.settle(message.page);
    }
  }

  /** Whatever comes of it is answered, so that the thread keeps nothing of a page for which nobody waits. */
  private async ask(job: Job, { page, question, subject, input, language }: Extract<FromThread, { kind: 'question' }>): Promise<void> {
    const { thread } = this;
    job.questions += 1;
    job.open += 1;
    const { body, problem } = await (job.questions > this.limits.questions
      ? unanswered
      : this.answer(subject, input, language).catch(() => unanswered));
    job.open -= 1;
    job.until = Math.min(job.until, nextChange(body));
    thread?.postMessage({ kind: 'answer', page, question, body, problem } satisfies ToThread);
  }

  private giveUp(page: number): void {
    const error = new Error('the page took too long');
    const isBusy = Date.now() - this.saidAt < this.limits.deadlineMs;
    const isThreadWell = !this.isReady || isBusy || (this.jobs.get(page)?.open ?? 0) > 0;
    if (isThreadWell) this.settle(page, error);
    else void this.end(error);
  }

  private settle(page: number, error?: Error): void {
    const job = this.jobs.get(page);
    if (!job) return;
    clearTimeout(job.deadline);
    this.jobs.delete(page);
    if (error) job.fail(error);
  }

  private async end(error: Error): Promise<void> {
    const thread = this.thread;
    this.thread = undefined;
    this.isReady = false;
    this.restsUntil = Date.now() + REST_MS;
    for (const page of [...this.jobs.keys()]) this.settle(page, error);
    await thread?.terminate();
  }
}

/** For the page it is as if nobody were there: it is not rendered. */
const unanswered = { body: Buffer.from('{"type":"unavailable","status":503,"title":""}'), problem: 503 };

/** The first opening or closing to come that an answer names. */
function nextChange(body: Uint8Array): number {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString();
  const instants = [...text.matchAll(/"(?:opensAt|closesAt)":"([^"]+)"/g)].map(([, instant]) => Date.parse(instant ?? ''));
  return Math.min(...instants.filter((instant) => instant > Date.now()));
}

/** A thread runs compiled code, also when this file is read as a source. */
const program = new URL('../../dist/pages/render.worker.js', import.meta.url);
