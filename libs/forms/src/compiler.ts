import { compileFunction } from 'node:vm';
import { Worker } from 'node:worker_threads';
import type { Validate } from './check.js';
import { BrokenForm, type Form, type FormFault } from './form.js';
import { formats } from './formats.js';

/** What the thread answers. */
export type Compiled = { form: Form; validator: string } | { faults: FormFault[] };

/** The largest form takes seconds; what takes longer is refused. */
const DEADLINE_MS = 20_000;
const MEMORY_MB = 384;

let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a definition and compiles its validator, in a thread of its own: nobody waits at the event loop meanwhile. One at a time.
 *
 * @returns the form, and its validator as the source that `validatorModule` describes
 * @throws BrokenForm if the definition cannot be used
 */
export function readAndCompile(definition: unknown): Promise<{ form: Form; validator: string }> {
  const compiled = last.then(() => inThread(definition));
  last = compiled.catch(() => undefined);
  return compiled;
}

async function inThread(definition: unknown): Promise<{ form: Form; validator: string }> {
  const thread = new Worker(program, { workerData: definition, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  const late = setTimeout(() => void thread.terminate(), DEADLINE_MS);
  try {
    const compiled = await new Promise<Compiled>((give, fail) => {
      thread.once('message', give).once('error', fail);
      thread.once('exit', () => fail(new BrokenForm([{ path: '', message: 'it takes too long to compile' }])));
    });
    if ('faults' in compiled) throw new BrokenForm(compiled.faults);
    return compiled;
  } finally {
    clearTimeout(late);
    await thread.terminate();
  }
}

/** A thread runs compiled code only: this file may be the source, or compiled itself. */
const program = new URL('../dist/compiler.worker.js', import.meta.url);

/** The validator of a source that `readAndCompile` made, for the server. It takes a hundredth of the time of compiling. */
export function loadValidator(source: string): Validate {
  const body = source.replace('export function create(', 'return function create(');
  const create = compileFunction(body)() as (known: typeof formats) => Validate;
  return create(formats);
}
