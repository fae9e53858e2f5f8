import type { Leaf } from '@sportello/forms/form';
import { readNumberIn } from '@sportello/forms/numbers';
import { asDate } from '@sportello/italy/typed-date';
import { writeNumber } from '@sportello/italy/typed-number';
import { type ReactNode, useState } from 'react';
import { DateInput } from '../date-input.js';
import { useLanguage, useSay, useText } from '../i18n.js';
import { useCompilationContext } from './compilation.js';
import { type FieldProps, Star, useJoined } from './joined.js';
import { valueAt } from './values.js';

type Typed = Exclude<
  Leaf,
  { kind: 'note' | 'declaration' | 'file' | 'choice' | 'multiChoice' | 'yesNo' | 'region' | 'province' | 'comune' | 'school' }
>;
type TypedProps<Kind extends Typed['kind'] = Typed['kind']> = FieldProps<Extract<Typed, { kind: Kind }>>;

/** What all controls that are typed in have in common, and what is said around them. */
export const useTyped = ({ field, pointer }: Pick<TypedProps, 'field' | 'pointer'>, hint = '') => {
  const { values } = useCompilationContext();
  const say = useSay();
  const { id, describedBy, isInvalid, help, message } = useJoined(pointer, [say(field.help), hint].filter(Boolean).join(' '));
  return {
    value: valueAt(values, pointer),
    control: {
      id,
      className: `form-control ${isInvalid ? 'is-invalid' : ''}`,
      placeholder: field.placeholder ? say(field.placeholder) : undefined,
      autoComplete: field.autocomplete,
      'aria-required': field.required || undefined,
      'aria-invalid': isInvalid || undefined,
      'aria-describedby': describedBy,
    },
    around: (control: ReactNode) => (
      <div className="sp-field">
        <label htmlFor={id}>
          {say(field.label)}
          {field.required && <Star />}
        </label>
        {control}
        {help}
        {message}
      </div>
    ),
  };
};

const autocapitalized = ['fiscalCode', 'iban'];
const digitsOnly = ['entityFiscalCode', 'vatNumber'];
const types: Partial<Record<Typed['kind'], 'email' | 'tel'>> = { mail: 'email', pec: 'email', phone: 'tel' };

/** Fields typed in one line or more. */
export const TextControl = ({ field, pointer }: TypedProps) => {
  const { write, leave } = useCompilationContext();
  const { value, control, around } = useTyped({ field, pointer });
  const shared = {
    ...control,
    value: typeof value === 'string' ? value : '',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => write(pointer, currentTarget.value || undefined),
    onBlur: () => leave(pointer),
  };
  if (field.kind === 'longText') return around(<textarea {...shared} rows={5} />);
  return around(
    <input
      {...shared}
      type={types[field.kind] ?? 'text'}
      inputMode={digitsOnly.includes(field.kind) ? 'numeric' : undefined}
      autoCapitalize={autocapitalized.includes(field.kind) ? 'characters' : undefined}
      spellCheck={field.kind === 'text' ? undefined : false}
    />,
  );
};

/** A number as the language of the page writes it. What cannot be read stays as it was typed, and is kept so. */
export const NumberControl = ({ field, pointer }: TypedProps<'number'>) => {
  const { write, leave } = useCompilationContext();
  const language = useLanguage();
  const { value, control, around } = useTyped({ field, pointer });
  /** While it is being typed nothing is put in another form under the fingers. */
  const [typed, setTyped] = useState<string | null>(null);
  const type = (words: string) => {
    setTyped(words);
    const read = readNumberIn(field, words, language);
    write(pointer, typeof read === 'number' ? read : words.trim() === '' ? undefined : words);
  };
  const kept = typeof value === 'number' ? writeNumber(value, language) : typeof value === 'string' ? value : '';
  return around(
    <input
      {...control}
      type="text"
      inputMode={field.integer ? 'numeric' : 'decimal'}
      spellCheck={false}
      value={typed ?? kept}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onBlur={() => {
        setTyped(null);
        leave(pointer);
      }}
    />,
  );
};

/** A day, typed or chosen in a calendar. What cannot be read stays as it was typed, and is kept so. */
export const DateControl = ({ field, pointer }: TypedProps<'date'>) => {
  const { write, leave } = useCompilationContext();
  const text = useText();
  const say = useSay();
  const { value, control, around } = useTyped({ field, pointer }, text('ui.date.format'));
  return around(
    <DateInput
      {...control}
      label={say(field.label)}
      value={typeof value === 'string' ? value : ''}
      min={field.min === 'today' ? undefined : field.min}
      max={field.max === 'today' ? undefined : field.max}
      onChange={(words) => write(pointer, words || undefined)}
      onBlur={() => {
        if (typeof value === 'string') write(pointer, asDate(value));
        leave(pointer);
      }}
    />,
  );
};
