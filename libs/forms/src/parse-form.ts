import { z } from 'zod';
import { Form, type FormFault, spoken, type Text } from './form.js';
import { referenceFaults } from './references.js';
import { sizeFaults } from './size.js';

/** Thrown for a definition that cannot be used, with all that is wrong in it. */
export class BrokenForm extends Error {
  override name = 'BrokenForm';
  constructor(readonly faults: FormFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message.en}`).join('; '));
  }
}

const words = { it: z.locales.it().localeError, en: z.locales.en().localeError };

/** A block within a section takes ten levels; the rest is for conditions within conditions. */
const deepest = 40;
const tooDeep: Text = { it: `ha più di ${deepest} livelli, uno dentro l’altro`, en: `it is nested more than ${deepest} levels deep` };

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
  if (isTooDeep(json)) throw new BrokenForm([{ path: '', message: tooDeep }]);
  const { success, data, error } = Form.safeParse(json, { error: words.en });
  if (!success) {
    // The same issues in the same order, in the other language.
    const inItalian = Form.safeParse(json, { error: words.it }).error?.issues ?? [];
    throw new BrokenForm(error.issues.flatMap((issue, at) => faultsOf(issue, inItalian[at]?.message)).slice(0, 100));
  }
  const faults = [...sizeFaults(data), ...referenceFaults(data)];
  if (faults.length > 0) throw new BrokenForm(faults);
  return data;
}

/** A key that nobody knows is named itself, and not what it was found in. */
function faultsOf(issue: z.core.$ZodIssue, italian: string | undefined): FormFault[] {
  const places = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
  const own = Object.values(spoken).find(({ en }) => en === issue.message);
  const message = own ?? { it: italian ?? issue.message, en: issue.message };
  return places.map((path) => ({ path: path.map(String).join('.'), message }));
}
