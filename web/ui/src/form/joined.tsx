import type { Field } from '@sportello/forms/form';
import type { ReactNode } from 'react';
import { useCompilationContext } from './compilation.js';
import { Linked } from './linked-text.js';
import { Said } from './said.js';
import { controlId, type Values } from './values.js';

export interface FieldProps<F extends Field> {
  field: F;
  pointer: string;
  /** The values among which the field stands: the form's, or an item's. */
  scope: Values;
}

interface Joined {
  id: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  /** The help, the error or warning, with the ids that join them to the control. */
  help: ReactNode;
  message: ReactNode;
}

/** What is said of a field beside its label, joined to its control by id. */
export const useJoined = (pointer: string, help: string): Joined => {
  const { shown } = useCompilationContext();
  const id = controlId(pointer);
  const issue = shown.get(pointer);
  return {
    id,
    describedBy: [help ? `${id}-aiuto` : '', issue ? `${id}-esito` : ''].filter(Boolean).join(' ') || undefined,
    isInvalid: issue?.severity === 'error',
    help: help ? (
      <p id={`${id}-aiuto`} className="form-text">
        <Linked text={help} />
      </p>
    ) : null,
    message: issue ? <Said id={`${id}-esito`} pointer={pointer} /> : null,
  };
};

export const Star = () => <span aria-hidden="true"> *</span>;
