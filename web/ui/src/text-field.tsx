import { type ComponentProps, useId } from 'react';
import { DateInput } from './date-input.js';
import { useText } from './i18n.js';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  error?: string;
  isRequired?: boolean;
  /** True for a day: `value` is YYYY-MM-DD, or what was typed and is no day. */
  isDate?: boolean;
  /** Lines of a longer text. */
  rows?: number;
  input?: Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange' | 'min' | 'max'>;
  /** What a text of several lines needs besides: its reference, how long it may be. */
  area?: Omit<ComponentProps<'textarea'>, 'id' | 'value' | 'onChange' | 'rows'>;
  /** True for what a dialog was opened for: it has the focus at the beginning. */
  hasFocus?: boolean;
}

/** A labelled line of text, or more, with its help and its error joined to it. */
export const TextField = ({
  label,
  value,
  onChange,
  help,
  error,
  isRequired = false,
  isDate = false,
  rows,
  input = {},
  area = {},
  hasFocus,
}: TextFieldProps) => {
  const text = useText();
  const id = useId();
  const shared = {
    id,
    value,
    className: `form-control ${error ? 'is-invalid' : ''}`,
    'data-autofocus': hasFocus || undefined,
    'aria-required': isRequired || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': [help ? `${id}-aiuto` : '', error ? `${id}-errore` : ''].filter(Boolean).join(' ') || undefined,
  };
  return (
    <div className="sp-field">
      <label htmlFor={id}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </label>
      {help && (
        <p id={`${id}-aiuto`} className="form-text">
          {help}
        </p>
      )}
      {rows ? (
        <textarea
          maxLength={input.maxLength}
          {...area}
          {...shared}
          rows={rows}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : isDate ? (
        <DateInput {...input} {...shared} label={label} onChange={onChange} />
      ) : (
        <input {...input} {...shared} type={input.type ?? 'text'} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      )}
      {error && (
        <p id={`${id}-errore`} className="sp-error">
          <strong>{text('ui.form.error')}</strong> {error}
        </p>
      )}
    </div>
  );
};

interface SelectFieldProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  help?: string;
  error?: string | undefined;
  isRequired?: boolean;
  /** By which a list of what is missing leads to it. */
  id?: string;
}

/** A labelled choice, with its help and its error joined to it. */
export const SelectField = ({ label, value, options, onChange, help, error, isRequired = false, id: given }: SelectFieldProps) => {
  const text = useText();
  const own = useId();
  const id = given ?? own;
  return (
    <div className="sp-field">
      <label htmlFor={id}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </label>
      {help && (
        <p id={`${id}-aiuto`} className="form-text">
          {help}
        </p>
      )}
      <select
        id={id}
        className={`form-select ${error ? 'is-invalid' : ''}`}
        value={value}
        aria-required={isRequired || undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={[help ? `${id}-aiuto` : '', error ? `${id}-errore` : ''].filter(Boolean).join(' ') || undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {error && (
        <p id={`${id}-errore`} className="sp-error">
          <strong>{text('ui.form.error')}</strong> {error}
        </p>
      )}
    </div>
  );
};
