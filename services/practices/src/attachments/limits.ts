import { defaultFileTypes, defaultMaxBytes, fileTypes } from '@sportello/documents/file-types';
import type { Form } from '@sportello/forms/form';
import { fileFieldOf } from '../practices/content.js';

/** Files of one practice, of all purposes: what is stored and what is on its way. */
export const MAX_ATTACHMENTS = 20;

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
