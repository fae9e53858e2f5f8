import { useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import type { RefObject } from 'react';

/** The longest text that the contracts take, in characters. */
const maxLength = 5_000;
/** From here on the length is said. */
const nearLength = 4_000;

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

/** A text of several lines that, near its end, says how long it is. */
export const WordsField = ({ field, mistake, value, help, ...rest }: WordsFieldProps) => {
  const text = useText();
  const length = value.length > nearLength ? text('dialog.length', { count: value.length, max: maxLength }) : '';
  return (
    <TextField
      {...rest}
      value={value}
      help={[help, length].filter(Boolean).join(' ') || undefined}
      error={mistake ?? undefined}
      rows={4}
      area={{ ref: field, maxLength }}
    />
  );
};
