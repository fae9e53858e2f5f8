import { useText } from '@sportello/ui/i18n';
import { type KeyboardEvent, type RefObject, useId } from 'react';

/** The longest text that the contracts take, in characters. */
const maxLength = 5_000;
/** From here on the length is said. */
const nearLength = 4_000;

/** Ctrl or ⌘ with Enter sends what is being written. */
export const isSendKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => key === 'Enter' && (ctrlKey || metaKey);

interface WordsFieldProps {
  field?: RefObject<HTMLTextAreaElement | null>;
  label: string;
  value: string;
  isRequired?: boolean;
  /** True when it is what a dialog was opened for. */
  hasFocus?: boolean;
  help?: string;
  mistake: string | null;
  onChange: (value: string) => void;
}

/** A text of several lines with its help, its mistake and, near the end, its length. */
export const WordsField = ({ field, label, value, isRequired = false, hasFocus = false, help, mistake, onChange }: WordsFieldProps) => {
  const text = useText();
  const id = useId();
  const described = [help ? `${id}-help` : '', mistake ? `${id}-mistake` : ''].filter(Boolean).join(' ');
  return (
    <div className="sc-field">
      <label htmlFor={id}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </label>
      {help && (
        <p id={`${id}-help`} className="form-text mt-0 mb-1">
          {help}
        </p>
      )}
      <textarea
        ref={field}
        id={id}
        rows={4}
        data-autofocus={hasFocus || undefined}
        maxLength={maxLength}
        className={`form-control ${mistake ? 'is-invalid' : ''}`}
        value={value}
        aria-required={isRequired || undefined}
        aria-invalid={mistake ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {mistake && (
        <p id={`${id}-mistake`} className="sc-mistake">
          {mistake}
        </p>
      )}
      {value.length > nearLength && <p className="form-text mb-0">{text('dialog.length', { count: value.length, max: maxLength })}</p>}
    </div>
  );
};
