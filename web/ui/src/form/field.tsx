import { rulesOfField } from '@sportello/forms/file-kinds';
import type { Field, Leaf } from '@sportello/forms/form';
import { Button, FormGroup, Label } from 'design-react-kit';
import { type ReactNode, useState } from 'react';
import { AttachmentField } from '../files.js';
import { useSay, useText } from '../i18n.js';
import { BlockField } from './block.js';
import { Checks, ListChoice, Radios, shapeOf } from './choices.js';
import { useCompilationContext } from './compilation.js';
import { Linked, LinkedText } from './linked-text.js';
import { usePlaces } from './places.js';
import { Said } from './said.js';
import { controlId, numberTyped, type Option, type Values, valueAt } from './values.js';

interface FieldProps<F extends Field> {
  field: F;
  pointer: string;
  /** The values among which the field stands: the form's, or an item's. */
  scope: Values;
}

/** Draws a field of any kind. */
export const FieldControl = ({ field, pointer, scope }: FieldProps<Field>) => {
  const say = useSay();
  switch (field.kind) {
    case 'note':
      return <LinkedText text={say(field.text)} />;
    case 'declaration':
      return <Declaration field={field} pointer={pointer} scope={scope} />;
    case 'block':
      return <BlockField block={field} pointer={pointer} draw={drawField} />;
    case 'file':
      return <FileControl field={field} pointer={pointer} scope={scope} />;
    case 'yesNo':
    case 'multiChoice':
      return <Group field={field} pointer={pointer} scope={scope} />;
    case 'choice':
      return shapeOf(field.options.length) === 'radios' ? (
        <Group field={field} pointer={pointer} scope={scope} />
      ) : (
        <ChoiceControl field={field} pointer={pointer} scope={scope} />
      );
    case 'region':
    case 'province':
    case 'comune':
    case 'school':
      return <PlaceControl field={field} pointer={pointer} scope={scope} />;
    default:
      return <TextControl field={field} pointer={pointer} scope={scope} />;
  }
};

const drawField = (field: Leaf, pointer: string, scope: Values) => <FieldControl field={field} pointer={pointer} scope={scope} />;

type Labelled = Exclude<Leaf, { kind: 'note' | 'declaration' }>;
interface Joined {
  id: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  /** The help, the error or warning, with the ids that join them to the control. */
  help: ReactNode;
  message: ReactNode;
}

/** What is said of a field beside its label, joined to its control by id. */
const useJoined = (pointer: string, help: string): Joined => {
  const { shown } = useCompilationContext();
  const id = controlId(pointer);
  const issue = shown.get(pointer);
  return {
    id,
    describedBy: [help ? `${id}-aiuto` : '', issue ? `${id}-esito` : ''].filter(Boolean).join(' ') || undefined,
    isInvalid: issue?.severity === 'error',
    help: help ? (
      <p id={`${id}-aiuto`} className="form-text">
        <Linked text={help} />
      </p>
    ) : null,
    message: issue ? <Said id={`${id}-esito`} pointer={pointer} /> : null,
  };
};

const Star = () => <span aria-hidden="true"> *</span>;

const autocapitalized = ['fiscalCode', 'iban'];
const numeric = ['cap', 'entityFiscalCode', 'vatNumber'];

/** Fields typed in one line or more. */
const TextControl = ({ field, pointer }: FieldProps<Labelled>) => {
  const { values, write, leave, locked } = useCompilationContext();
  const text = useText();
  const say = useSay();
  const isLocked = locked.has(pointer);
  const help = [field.kind === 'file' ? '' : say(field.help), isLocked ? text('ui.form.locked') : ''].filter(Boolean).join(' ');
  const { id, describedBy, isInvalid, help: helpLine, message } = useJoined(pointer, help);
  const value = valueAt(values, pointer);
  const [typedNumber, setTypedNumber] = useState<string | null>(null);
  const isRequired = 'required' in field && field.required === true;
  const shared = {
    id,
    className: `form-control ${isInvalid ? 'is-invalid' : ''}`,
    readOnly: isLocked,
    placeholder: 'placeholder' in field && field.placeholder ? say(field.placeholder) : undefined,
    autoComplete: 'autocomplete' in field ? field.autocomplete : undefined,
    'aria-required': isRequired || undefined,
    'aria-invalid': isInvalid || undefined,
    'aria-describedby': describedBy,
    onBlur: () => {
      setTypedNumber(null);
      leave(pointer);
    },
  };
  const shownValue = typeof value === 'string' ? value : typeof value === 'number' ? String(value).replace('.', ',') : '';
  const type = (words: string) => {
    if (field.kind !== 'number') return write(pointer, words === '' ? undefined : words);
    setTypedNumber(words);
    write(pointer, numberTyped(words));
  };
  return (
    <div className="sp-field">
      <label htmlFor={id}>
        {say(field.label)}
        {isRequired && <Star />}
      </label>
      {field.kind === 'longText' ? (
        <textarea {...shared} rows={5} value={shownValue} onChange={({ currentTarget }) => type(currentTarget.value)} />
      ) : (
        <input
          {...shared}
          type={
            field.kind === 'date'
              ? 'date'
              : field.kind === 'mail' || field.kind === 'pec'
                ? 'email'
                : field.kind === 'phone'
                  ? 'tel'
                  : 'text'
          }
          min={field.kind === 'date' && field.min !== 'today' ? field.min : undefined}
          max={field.kind === 'date' ? (field.max === undefined || field.max === 'today' ? '9999-12-31' : field.max) : undefined}
          inputMode={field.kind === 'number' ? 'decimal' : numeric.includes(field.kind) ? 'numeric' : undefined}
          autoCapitalize={autocapitalized.includes(field.kind) ? 'characters' : undefined}
          spellCheck={field.kind === 'text' ? undefined : false}
          value={typedNumber ?? shownValue}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
      )}
      {helpLine}
      {message}
    </div>
  );
};

const optionsOf = (
  field: { options: readonly { value: string; label: { it: string; en: string } }[] },
  say: ReturnType<typeof useSay>,
): Option[] => field.options.map(({ value, label }) => ({ value, label: say(label) }));

const ChoiceControl = ({ field, pointer }: FieldProps<Extract<Leaf, { kind: 'choice' }>>) => {
  const { values, write, leave, locked } = useCompilationContext();
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
        isDisabled={locked.has(pointer)}
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
const PlaceControl = ({ field, pointer, scope }: FieldProps<Extract<Leaf, { kind: 'region' | 'province' | 'comune' | 'school' }>>) => {
  const { form, values, write, leave, locked } = useCompilationContext();
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
        isDisabled={isWaiting || isLoading || locked.has(pointer)}
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
const Group = ({ field, pointer }: FieldProps<Extract<Leaf, { kind: 'choice' | 'yesNo' | 'multiChoice' }>>) => {
  const { values, write, leave, locked } = useCompilationContext();
  const text = useText();
  const say = useSay();
  const { id, describedBy, isInvalid, help, message } = useJoined(pointer, say(field.help));
  const value = valueAt(values, pointer);
  return (
    <fieldset
      className={`sp-field sp-group ${isInvalid ? 'is-invalid' : ''}`}
      aria-describedby={describedBy}
      disabled={locked.has(pointer)}
    >
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

const Declaration = ({ field, pointer }: FieldProps<Extract<Leaf, { kind: 'declaration' }>>) => {
  const { values, write, leave } = useCompilationContext();
  const say = useSay();
  const { id, describedBy, isInvalid, help, message } = useJoined(pointer, say(field.help));
  return (
    <div className="sp-field">
      <FormGroup check className={isInvalid ? 'is-invalid' : ''}>
        <input
          id={id}
          type="checkbox"
          checked={valueAt(values, pointer) === true}
          aria-required="true"
          aria-invalid={isInvalid || undefined}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) => write(pointer, currentTarget.checked ? true : undefined)}
          onBlur={() => leave(pointer)}
        />
        <Label check for={id}>
          {say(field.label)}
          <Star />
        </Label>
      </FormGroup>
      {help}
      {message}
    </div>
  );
};

const filesIn = (value: unknown): { id: string; name: string }[] =>
  Array.isArray(value)
    ? value.filter((file): file is { id: string; name: string } => typeof file?.id === 'string' && typeof file?.name === 'string')
    : [];

const FileControl = ({ field, pointer }: FieldProps<Extract<Leaf, { kind: 'file' }>>) => {
  const { values, write, shown, practiceId } = useCompilationContext();
  const say = useSay();
  const issue = shown.get(pointer);
  const files = filesIn(valueAt(values, pointer));
  return (
    <AttachmentField
      id={controlId(pointer)}
      label={say(field.label)}
      isRequired={field.required}
      hint={say(field.help)}
      error={issue ? say(issue.message) : undefined}
      rules={rulesOfField(field)}
      practiceId={practiceId}
      purpose="form"
      fieldKey={field.key}
      attachments={files}
      onChange={(change) => {
        const left = change(files).map(({ id, name }) => ({ id, name }));
        write(pointer, left.length > 0 ? left : undefined);
      }}
    />
  );
};
