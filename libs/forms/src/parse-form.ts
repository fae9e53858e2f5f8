import type { z } from 'zod';
import { Form, type FormFault } from './form.js';
import { referenceFaults } from './references.js';
import { sizeFaults } from './size.js';

/** Thrown for a definition that cannot be used, with all that is wrong in it. */
export class BrokenForm extends Error {
  override name = 'BrokenForm';
  constructor(readonly faults: FormFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('; '));
  }
}

/** A block within a section takes ten levels; the rest is for conditions within conditions. */
const deepest = 40;

function isTooDeep(json: unknown): boolean {
  let layer = [json];
  for (let depth = 0; depth < deepest && layer.length > 0; depth++) {
    layer = layer.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return layer.length > 0;
}

/**
 * Reads a definition.
 *
 * @throws BrokenForm if its shape is wrong, it is too large, a key comes twice, or a reference leads nowhere
 */
export function parseForm(json: unknown): Form {
  if (isTooDeep(json)) throw new BrokenForm([{ path: '', message: `it is nested more than ${deepest} levels deep` }]);
  const { success, data, error } = Form.safeParse(json);
  if (!success) throw new BrokenForm(error.issues.flatMap(faultsOf).slice(0, 100));
  const faults = [...sizeFaults(data), ...referenceFaults(data)];
  if (faults.length > 0) throw new BrokenForm(faults);
  return data;
}

/** A key that nobody knows is named itself, and not what it was found in. */
function faultsOf(issue: z.core.$ZodIssue): FormFault[] {
  const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  return places.map((path) => ({ path: path.map(String).join('.'), message: issue.message }));
}
