import type { Issue } from '@sportello/forms/check';
import type { Form } from '@sportello/forms/form';
import { createContext, useContext } from 'react';
import type { Values } from './values.js';

/** What the controls of a form share while it is being compiled. */
export interface Compilation {
  form: Form;
  values: Values;
  /** By pointer; only those to be shown now. */
  shown: ReadonlyMap<string, Issue>;
  /** Writes a value; choices that hang on it are emptied. */
  write: (pointer: string, value: unknown) => void;
  /** The person left a control: its issue may be shown if she changed it. */
  leave: (pointer: string) => void;
  addItem: (pointer: string) => void;
  removeItem: (pointer: string, index: number) => void;
  /** Puts back the item taken away last. */
  restoreItem: () => void;
  /** Names and values that the profile filled and that stay as they are. */
  locked: ReadonlySet<string>;
  /** The practice's id; a form not yet saved is saved first, because files belong to a practice. */
  practiceId: () => Promise<string>;
}

export const CompilationContext = createContext<Compilation | null>(null);

export const useCompilationContext = (): Compilation => {
  const compilation = useContext(CompilationContext);
  if (!compilation) throw new Error('A field outside of a form');
  return compilation;
};
