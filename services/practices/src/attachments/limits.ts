import { defaultFileRules } from '@sportello/forms/file-kinds';

/** Files that one person may have stored and not yet sent with a practice, for one field or one other purpose. */
export const MAX_UNSENT = 20;
/** Files that one side of a practice may have sent for one purpose; a form has as many as its fields take. */
export const MAX_SENT = 200;

export interface Limits {
  maxBytes: number;
  allowedTypes: string[];
}

/** Wherever no form says otherwise. */
export const defaultLimits: Limits = { maxBytes: defaultFileRules.maxBytes, allowedTypes: [...defaultFileRules.types] };
