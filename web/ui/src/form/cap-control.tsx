import type { Leaf } from '@sportello/forms/form';
import { useEffect } from 'react';
import { useText } from '../i18n.js';
import { useCompilationContext } from './compilation.js';
import type { FieldProps } from './joined.js';
import { useCaps } from './places.js';
import { useTyped } from './text-controls.js';

/** A postal code. That of the comune chosen before it is written by itself; a town offers its own, and one of another place is pointed out. */
export const CapControl = ({ field, pointer, scope }: FieldProps<Extract<Leaf, { kind: 'cap' }>>) => {
  const { write, leave } = useCompilationContext();
  const text = useText();
  const caps = useCaps(field.within ? scope[field.within] : undefined);
  const typed = scope[field.key];
  const isOther = typeof typed === 'string' && /^\d{5}$/.test(typed) && caps.length > 0 && !caps.includes(typed);
  const { value, control, around } = useTyped({ field, pointer }, isOther ? text('ui.form.capOther') : '');
  const only = caps.length === 1 ? caps[0] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another comune writes it, so that what is emptied by hand stays empty
  useEffect(() => {
    if (only !== undefined && value === undefined) write(pointer, only);
  }, [only]);
  return around(
    <>
      <input
        {...control}
        value={typeof value === 'string' ? value : ''}
        inputMode="numeric"
        spellCheck={false}
        list={caps.length > 1 ? `${control.id}-caps` : undefined}
        onChange={({ currentTarget }) => write(pointer, currentTarget.value || undefined)}
        onBlur={() => leave(pointer)}
      />
      {caps.length > 1 && (
        <datalist id={`${control.id}-caps`}>
          {caps.map((cap) => (
            <option key={cap} value={cap} />
          ))}
        </datalist>
      )}
    </>,
  );
};
