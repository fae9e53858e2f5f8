import { parentPort } from 'node:worker_threads';
import type { Compiled } from './compiler.js';
import { BrokenForm, parseForm } from './parse-form.js';
import { validatorModule } from './schema.js';

function compile(definition: unknown): Compiled {
  try {
    const form = parseForm(definition);
    return { form, validator: validatorModule(form) };
  } catch (error) {
    if (error instanceof BrokenForm) return { faults: error.faults };
    const words = error instanceof Error ? error.message : String(error);
    return { faults: [{ path: '', message: { it: words, en: words } }] };
  }
}

parentPort?.on('message', (definition: unknown) => parentPort?.postMessage(compile(definition)));
