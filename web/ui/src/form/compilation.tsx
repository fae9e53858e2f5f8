import type { Issue } from '@sportello/forms/check';
import type { Form } from '@sportello/forms/form';
import { createContext, useContext } from 'react';
import type { ChangeSending, SendingByPointer } from './sending.js';
import type { Values } from './values.js';

/** An item that was taken away, to be put back. */
export interface RemovedItem {
  /** Of its block. */
  pointer: string;
  index: number;
  item: Values;
}

/** What the controls of a form share while it is being compiled. */
export interface Compilation {
  form: Form;
  values: Values;
  /** By pointer; only those to be shown now. */
  shown: ReadonlyMap<string, Issue>;
  /** Writes a value, or makes it from the one that is there; choices that hang on it are emptied. */
  write: (pointer: string, value: unknown) => void;
  /** The person left a control: its issue may be shown if she changed it. */
  leave: (pointer: string) => void;
  addItem: (pointer: string) => void;
  removeItem: (pointer: string, index: number) => RemovedItem;
  /** Puts an item back where it was. */
  restoreItem: (removed: RemovedItem) => void;
  /** Keys of the fields that hold what is known for good (CAT-07). */
  locked: readonly string[];
  /** Files on their way or refused, by the pointer of their field; they outlive the step that shows it. */
  sending: SendingByPointer;
  changeSending: (pointer: string, change: ChangeSending) => void;
  /** The practice's id; a form not yet saved is saved first, because files belong to a practice. */
  practiceId: () => Promise<string>;
}

export const CompilationContext = createContext<Compilation | null>(null);

export const useCompilationContext = (): Compilation => {
  const compilation = useContext(CompilationContext);
  if (!compilation) throw new Error('A field outside of a form');
  return compilation;
};
