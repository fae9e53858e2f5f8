import { isCivilDate, romeDateTime, romeInstant } from '@sportello/italy/rome-time';
import { asDate, asTime } from '@sportello/italy/typed-date';
import { useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';

/** A day and an hour of Italy, as they are typed. */
export interface TypedInstant {
  date: string;
  time: string;
}

export const noInstant: TypedInstant = { date: '', time: '' };

export const typedOf = (instant: string): TypedInstant => {
  const { date, time } = romeDateTime(new Date(instant));
  return { date, time: time.slice(0, 5) };
};

/** What was typed as a day and an hour of Italy; null while it is none. */
export const instantOf = ({ date, time }: TypedInstant): string | null => {
  const [day, hour] = [asDate(date), asTime(time)];
  return isCivilDate(day) && /^\d{2}:\d{2}$/.test(hour) ? romeInstant(day, hour).toISOString() : null;
};

interface InstantFieldsProps {
  label: string;
  typed: TypedInstant;
  error: string | undefined;
  isRequired?: boolean;
  onChange: (part: Partial<TypedInstant>) => void;
}

/** The two fields of one instant, beside each other. */
export const InstantFields = ({ label, typed, error, isRequired = true, onChange }: InstantFieldsProps) => {
  const text = useText();
  return (
    <fieldset className="sp-settings-instant">
      <legend className="visually-hidden">{label}</legend>
      <TextField
        label={text('ui.settings.day', { label })}
        value={typed.date}
        onChange={(date) => onChange({ date })}
        isDate
        isRequired={isRequired}
        {...(error && { error })}
      />
      <TextField
        label={text('ui.settings.hour', { label })}
        help={text('ui.settings.hourHelp')}
        value={typed.time}
        onChange={(time) => onChange({ time })}
        isRequired={isRequired}
        input={{ autoComplete: 'off', maxLength: 10 }}
      />
    </fieldset>
  );
};
