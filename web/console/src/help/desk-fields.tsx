import { useLanguage, useText } from '@sportello/ui/i18n';
import type { SpecialFieldProps } from '@sportello/ui/settings/settings-field';
import { TextField } from '@sportello/ui/text-field';
import { ticketPriority } from '@sportello/ui/ticket-status';
import { useId } from 'react';
import type { Desk } from './desk.js';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** On which days of the week a stretch of hours holds. */
export const WeekdaysField = ({ field: { path }, value, label, write, mistake }: SpecialFieldProps) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const chosen = (value as readonly number[] | undefined) ?? [];
  const error = mistake(path);
  // 1 January 2024 was a Monday.
  const nameOf = (day: number) =>
    new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, 0, day)),
    );
  return (
    <fieldset className="sp-field sp-group" aria-describedby={error ? `${id}-errore` : undefined}>
      <legend>{label(path)}</legend>
      {weekdays.map((day) => (
        <div key={day} className="sp-tick">
          <input
            id={`${id}-${day}`}
            type="checkbox"
            className="sp-check"
            checked={chosen.includes(day)}
            aria-invalid={error ? true : undefined}
            onChange={({ currentTarget: { checked } }) =>
              write(
                path,
                weekdays.filter((each) => (each === day ? checked : chosen.includes(each))),
              )
            }
          />
          <label htmlFor={`${id}-${day}`}>{nameOf(day)}</label>
        </div>
      ))}
      {error && (
        <p id={`${id}-errore`} className="sp-error">
          <strong>{text('ui.form.error')}</strong> {error}
        </p>
      )}
    </fieldset>
  );
};

export const HourField = ({ field: { path }, value, label, write, mistake }: SpecialFieldProps) => {
  const text = useText();
  return (
    <TextField
      label={label(path)}
      help={text('ui.settings.hourHelp')}
      value={String(value ?? '')}
      isRequired
      error={mistake(path)}
      input={{ maxLength: 10, autoComplete: 'off' }}
      onChange={(typed) => write(path, typed)}
    />
  );
};

export const DayField = ({ field: { path }, value, label, write, mistake }: SpecialFieldProps) => (
  <TextField
    label={label(path)}
    value={String(value ?? '')}
    isDate
    isRequired
    error={mistake(path)}
    onChange={(typed) => write(path, typed)}
  />
);

const terms = ['firstAnswerMinutes', 'solutionMinutes'] as const;

/** How soon it answers and solves, for each priority: all four, and none besides. */
export const TargetsField = ({ field: { path }, value, label, help, write, mistake }: SpecialFieldProps) => {
  const text = useText();
  const id = useId();
  const targets = value as Desk['targets'];
  const error = mistake(path);
  return (
    <fieldset className="sp-settings-group" aria-describedby={error ? `${id}-aiuto ${id}-errore` : `${id}-aiuto`}>
      <legend className="h6">{label(path)}</legend>
      <p id={`${id}-aiuto`} className="form-text">
        {help(path)}
      </p>
      {error && (
        <p id={`${id}-errore`} className="sp-error">
          <strong>{text('ui.form.error')}</strong> {error}
        </p>
      )}
      {targets.map((target, place) => (
        <fieldset key={target.priority} className="sp-settings-item">
          <legend className="h6">{ticketPriority(target.priority)}</legend>
          <div className="row">
            {terms.map((term) => (
              <div key={term} className="col-12 col-lg-6">
                <TextField
                  label={label(`${path}.${term}`)}
                  value={String(target[term])}
                  isRequired
                  error={mistake(`${path}.${place}.${term}`) ?? (term === 'firstAnswerMinutes' ? mistake(`${path}.${place}`) : undefined)}
                  input={{ inputMode: 'numeric', maxLength: 6, autoComplete: 'off' }}
                  onChange={(typed) => write(`${path}.${place}.${term}`, /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : typed)}
                />
              </div>
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
};
