import type { Leaf } from '@sportello/forms/form';
import { Button } from 'design-react-kit';
import { useSay, useText } from '../i18n.js';
import { Checks, ListChoice, Radios } from './choices.js';
import { useCompilationContext } from './compilation.js';
import { type FieldProps, Star, useJoined } from './joined.js';
import { usePlaces } from './places.js';
import { type Option, valueAt } from './values.js';

const optionsOf = (
  field: { options: readonly { value: string; label: { it: string; en: string } }[] },
  say: ReturnType<typeof useSay>,
): Option[] => field.options.map(({ value, label }) => ({ value, label: say(label) }));

/** One choice out of a list. */
export const ChoiceControl = ({ field, pointer }: FieldProps<Extract<Leaf, { kind: 'choice' }>>) => {
  const { values, write, leave } = useCompilationContext();
  const say = useSay();
  const { id, describedBy, isInvalid, help, message } = useJoined(pointer, say(field.help));
  return (
    <div className="sp-field">
      <label htmlFor={id}>
        {say(field.label)}
        {field.required && <Star />}
      </label>
      <ListChoice
        id={id}
        options={optionsOf(field, say)}
        value={valueAt(values, pointer)}
        isRequired={field.required === true}
        isInvalid={isInvalid}
        describedBy={describedBy}
        onChange={(value) => write(pointer, value)}
        onBlur={() => leave(pointer)}
      />
      {help}
      {message}
    </div>
  );
};

/** Provincia, comune and the like: what hangs on another choice says so until that is made. */
export const PlaceControl = ({
  field,
  pointer,
  scope,
}: FieldProps<Extract<Leaf, { kind: 'region' | 'province' | 'comune' | 'school' }>>) => {
  const { form, values, write, leave } = useCompilationContext();
  const text = useText();
  const say = useSay();
  const { options, isLoading, isWaiting, error, retry } = usePlaces(form, field, scope);
  const hint = isWaiting
    ? text(field.kind === 'comune' ? 'ui.form.provinceFirst' : 'ui.form.chooseFirst')
    : isLoading
      ? text('ui.loading')
      : '';
  const { id, describedBy, isInvalid, help, message } = useJoined(pointer, [say(field.help), hint].filter(Boolean).join(' '));
  return (
    <div className="sp-field">
      <label htmlFor={id}>
        {say(field.label)}
        {field.required && <Star />}
      </label>
      <ListChoice
        id={id}
        options={options}
        value={valueAt(values, pointer)}
        isRequired={field.required === true}
        isInvalid={isInvalid}
        isLong={field.kind === 'comune'}
        isDisabled={isWaiting || isLoading}
        describedBy={describedBy}
        onChange={(value) => write(pointer, value)}
        onBlur={() => leave(pointer)}
      />
      {help}
      {error ? (
        <p className="sp-error">
          {text('ui.form.listFailed')}{' '}
          <Button type="button" color="link" className="p-0" onClick={retry}>
            {text('ui.retry')}
          </Button>
        </p>
      ) : null}
      {message}
    </div>
  );
};

/** Radios and check boxes under one question. */
export const Group = ({ field, pointer }: FieldProps<Extract<Leaf, { kind: 'choice' | 'yesNo' | 'multiChoice' }>>) => {
  const { values, write, leave } = useCompilationContext();
  const text = useText();
  const say = useSay();
  const { id, describedBy, isInvalid, help, message } = useJoined(pointer, say(field.help));
  const value = valueAt(values, pointer);
  return (
    <fieldset className={`sp-field sp-group ${isInvalid ? 'is-invalid' : ''}`} aria-describedby={describedBy}>
      <legend>
        {say(field.label)}
        {field.required && <Star />}
      </legend>
      {help}
      {field.kind === 'multiChoice' && (
        <Checks
          id={id}
          options={optionsOf(field, say)}
          value={Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []}
          onChange={(chosen) => write(pointer, chosen.length > 0 ? chosen : undefined)}
          onBlur={() => leave(pointer)}
        />
      )}
      {field.kind === 'choice' && (
        <Radios
          id={id}
          options={optionsOf(field, say)}
          value={typeof value === 'string' ? value : undefined}
          onChange={(chosen) => write(pointer, chosen)}
          onBlur={() => leave(pointer)}
        />
      )}
      {field.kind === 'yesNo' && (
        <Radios
          id={id}
          options={[
            { value: 'yes', label: text('ui.form.yes') },
            { value: 'no', label: text('ui.form.no') },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : undefined}
          onChange={(chosen) => write(pointer, chosen === 'yes')}
          onBlur={() => leave(pointer)}
        />
      )}
      {message}
    </fieldset>
  );
};
