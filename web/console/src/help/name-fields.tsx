import { asLine } from '@sportello/italy/typed-text';
import { useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';

interface Name {
  it: string;
  en: string;
}

export const isNamed = ({ it, en }: Name): boolean => asLine(it) !== '' && asLine(en) !== '';

interface NameFieldsProps {
  name: Name;
  /** Whether it was tried to go on without. */
  isTried: boolean;
  onChange: (name: Name) => void;
}

/** What something new is called, in both languages. */
export const NameFields = ({ name, isTried, onChange }: NameFieldsProps) => {
  const text = useText();
  const field = (language: 'it' | 'en', label: string) => (
    <TextField
      label={label}
      value={name[language]}
      onChange={(words) => onChange({ ...name, [language]: words })}
      isRequired
      hasFocus={language === 'it'}
      error={isTried && asLine(name[language]) === '' ? text('ui.settings.required') : undefined}
      input={{ maxLength: 200, autoComplete: 'off', lang: language }}
    />
  );
  return (
    <>
      {field('it', text('ui.settings.inItalian', { label: text('desks.field.name') }))}
      {field('en', text('ui.settings.inEnglish', { label: text('desks.field.name') }))}
    </>
  );
};
