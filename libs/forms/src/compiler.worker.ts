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
    return { faults: [{ path: '', message: error instanceof Error ? error.message : String(error) }] };
  }
}

parentPort?.on('message', (definition: unknown) => parentPort?.postMessage(compile(definition)));
