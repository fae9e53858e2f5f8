import { displayDate, isCivilDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { type ComponentProps, useRef } from 'react';
import { useText } from './i18n.js';
import { Icon } from './icon.js';

interface DateInputProps extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'min' | 'max' | 'onChange'> {
  /** What the field is called, for the button of its calendar. */
  label: string;
  /** YYYY-MM-DD, or what was typed and is no day. */
  value: string;
  /** YYYY-MM-DD: the first and the last day that the calendar offers. */
  min?: string;
  max?: string;
  /** Told what is typed, letter by letter: `asDate` reads the day in it. A day chosen in the calendar comes as YYYY-MM-DD. */
  onChange: (words: string) => void;
}

/** A day typed in the order of the page's language, whatever that of the browser; the calendar is the browser's own, opened by a button. */
export const DateInput = ({ label, value, min, max = '9999-12-31', onChange, ...input }: DateInputProps) => {
  const text = useText();
  const calendar = useRef<HTMLInputElement>(null);
  const day = asDate(value);
  return (
    <div className="sp-date">
      <input
        {...input}
        type="text"
        autoComplete={input.autoComplete ?? 'off'}
        spellCheck={false}
        value={displayDate(value)}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <button type="button" className="btn" aria-label={text('ui.date.calendar', { field: label })} onClick={() => open(calendar.current)}>
        <Icon name="it-calendar" className="icon-sm icon-primary" />
      </button>
      <input
        ref={calendar}
        type="date"
        className="sp-date-calendar"
        tabIndex={-1}
        aria-hidden="true"
        min={min}
        max={max}
        value={isCivilDate(day) ? day : ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
};

const open = (calendar: HTMLInputElement | null): void => {
  try {
    calendar?.showPicker();
  } catch {
    // A browser without it, or a page inside another one: the day is typed.
  }
};
