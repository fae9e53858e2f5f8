import { type ReadNumber, readNumber } from '@sportello/italy/typed-number';
import type { Leaf } from './form.js';

/** Reads what was typed in a number field, in the language of the page. */
export const readNumberIn = (field: Extract<Leaf, { kind: 'number' }>, text: string, language: 'it' | 'en'): ReadNumber =>
  readNumber(text, language, field.integer ? 0 : field.decimals);
