import { once } from 'node:events';
import { compileFunction } from 'node:vm';
import { Worker } from 'node:worker_threads';
import type { Validate } from './check.js';
import type { Form, FormFault } from './form.js';
import { formats } from './formats.js';
import { BrokenForm } from './parse-form.js';

/** What the thread answers. */
export type Compiled = { form: Form; validator: string } | { faults: FormFault[] };

/** The largest form takes seconds; what takes longer is refused. */
const DEADLINE_MS = 20_000;
const MEMORY_MB = 384;

/**
 * Reads definitions and compiles their validators, one at a time, in a thread of its own: nobody waits at the event loop meanwhile. The
 * thread is kept, with some 35 MB: to begin one takes a third of a second of a processor, which is seconds on a busy machine.
 */
export class FormCompiler {
  private thread: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** Begins the thread, so that the first form need not wait for it. */
  start(): void {
    this.thread ??= this.begin();
  }

  async stop(): Promise<void> {
    await this.thread?.terminate();
    this.thread = undefined;
  }

  /**
   * @returns the form, and its validator as the source that `validatorModule` describes
   * @throws BrokenForm if the definition cannot be used
   */
  readAndCompile(definition: unknown): Promise<{ form: Form; validator: string }> {
    const compiled = this.last.then(() => this.inThread(definition));
    this.last = compiled.catch(() => undefined);
    return compiled;
  }

  private begin(): Worker {
    const thread = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    // Whoever waits for an answer is told too; without anybody it is enough that the next form begins another.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (this.thread === thread) this.thread = undefined;
    });
    thread.unref();
    return thread;
  }

  private async inThread(definition: unknown): Promise<{ form: Form; validator: string }> {
    this.thread ??= this.begin();
    const { thread } = this;
    thread.ref();
    const late = setTimeout(() => void thread.terminate(), DEADLINE_MS);
    const answered = new AbortController();
    const { signal } = answered;
    try {
      const ended = once(thread, 'exit', { signal }).then(() => {
        throw new BrokenForm([{ path: '', message: { it: 'la sua preparazione dura troppo', en: 'it takes too long to compile' } }]);
      });
      const answer = once(thread, 'message', { signal });
      thread.postMessage(definition);
      const [compiled] = (await Promise.race([answer, ended])) as [Compiled];
      if ('faults' in compiled) throw new BrokenForm(compiled.faults);
      return compiled;
    } finally {
      clearTimeout(late);
      answered.abort();
      thread.unref();
    }
  }
}

/** A thread runs compiled code only: this file may be the source, or compiled itself. */
const program = new URL('../dist/compiler.worker.js', import.meta.url);

/** The validator of a source that a `FormCompiler` made, for the server. It takes a hundredth of the time of compiling. */
export function loadValidator(source: string): Validate {
  const body = source.replace('export function create(', 'return function create(');
  const create = compileFunction(body)() as (known: typeof formats) => Validate;
  return create(formats);
}
