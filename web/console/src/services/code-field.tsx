import { useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';

/** As the contract takes it. */
export const isCode = (code: string): boolean => /^[A-Z0-9_]{3,40}$/.test(code);

interface CodeFieldProps {
  value: string;
  isChecked: boolean;
  hasFocus?: boolean;
  onChange: (code: string) => void;
}

/** The code of a service that is being made: written as it may be, whatever is typed. */
export const CodeField = ({ value, isChecked, hasFocus = false, onChange }: CodeFieldProps) => {
  const text = useText();
  return (
    <TextField
      label={text('services.field.code')}
      help={text('services.help.code')}
      value={value}
      onChange={(typed) => onChange(typed.toUpperCase().replaceAll(/[ -]/g, '_'))}
      isRequired
      hasFocus={hasFocus}
      {...(isChecked && !isCode(value) && { error: text('services.new.code.mistake') })}
      input={{ maxLength: 40, autoComplete: 'off' }}
    />
  );
};
