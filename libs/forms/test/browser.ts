import type { Validate } from '../src/check.js';
import type { Form } from '../src/form.js';
import { formats } from '../src/formats.js';
import { validatorModule } from '../src/schema.js';

/** Loads the module of a form as a page does: from its source, with no import and no code made from texts. */
export async function browserValidator(form: Form): Promise<Validate> {
  const source = validatorModule(form);
  const loaded: { create(all: typeof formats): Validate } = await import(
    `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`
  );
  return loaded.create(formats);
}
