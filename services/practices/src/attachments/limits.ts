import { defaultFileTypes, defaultMaxBytes, fileTypes } from '@sportello/documents/file-types';
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

/** 5 MB, .jpeg, .pdf or .doc, wherever nothing else is said. */
export const defaultLimits: Limits = { maxBytes: defaultMaxBytes, allowedTypes: defaultFileTypes };

/** What a field of the form takes; undefined when it takes no files. Types that we cannot tell from their bytes are not taken. */
export function limitsOf(form: Form, fieldKey: string): Limits | undefined {
  const field = fileFieldOf(form, fieldKey);
  if (!field) return undefined;
  return {
    maxBytes: field.maxBytes ?? defaultLimits.maxBytes,
    allowedTypes: field.types ? field.types.filter((type) => type in fileTypes) : defaultLimits.allowedTypes,
  };
}
