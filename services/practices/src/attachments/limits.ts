import { defaultFileRules, type FileRules, rulesOfField } from '@sportello/forms/file-kinds';
import type { Form } from '@sportello/forms/form';
import { fileFieldOf } from '../practices/content.js';

/** Files that one person may have stored and not yet sent with a practice, for one field or one other purpose. */
export const MAX_UNSENT = 20;
/** Files that one side of a practice may have sent for one purpose; a form has as many as its fields take. */
export const MAX_SENT = 200;

export interface Limits {
  maxBytes: number;
  allowedTypes: string[];
}

/** Wherever no form says otherwise. */
export const defaultLimits: Limits = limitsBy(defaultFileRules);

/** What a field of the form takes; undefined when it takes no files. */
export function limitsOf(form: Form, fieldKey: string): Limits | undefined {
  const field = fileFieldOf(form, fieldKey);
  return field && limitsBy(rulesOfField(field));
}

function limitsBy({ types, maxBytes }: FileRules): Limits {
  return { maxBytes, allowedTypes: [...types] };
}
