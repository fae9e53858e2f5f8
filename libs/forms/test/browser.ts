import { createContext, runInContext } from 'node:vm';
import type { Validate } from '../src/check.js';
import type { Form } from '../src/form.js';
import { formats } from '../src/formats.js';
import { validatorModule } from '../src/schema.js';

/** Where code cannot be made from texts, as under a content security policy without `unsafe-eval`, and where nothing of Node is. */
export function strictContext() {
  return createContext({}, { codeGeneration: { strings: false, wasm: false } });
}

/** Runs the module of a form as a page does, alone in such a context. */
export function browserValidator(form: Form): Validate {
  const script = validatorModule(form).replace('export function create', 'function create');
  return runInContext(`${script}; create`, strictContext())(formats);
}
