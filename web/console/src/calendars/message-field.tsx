import { useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { TextField } from '@sportello/ui/text-field';
import { type Appointment, untold } from './appointment.js';

interface MessageFieldProps {
  appointment: Appointment;
  value: string;
  onChange: (value: string) => void;
  hasFocus?: boolean;
}

/** An optional message for whoever has it (NOT-12); where nothing is sent to her, this is said. */
export const MessageField = ({ appointment, value, onChange, hasFocus }: MessageFieldProps) => {
  const text = useText();
  const why = untold(appointment);
  return (
    <>
      {why && <Notice>{text(`calendars.${why}.tell`)}</Notice>}
      <TextField
        label={text('calendars.message')}
        help={text(why ? 'calendars.message.help.untold' : 'calendars.message.help')}
        value={value}
        onChange={onChange}
        rows={3}
        hasFocus={hasFocus}
        area={{ maxLength: 1_000 }}
      />
    </>
  );
};
