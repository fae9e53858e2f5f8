import { newId } from '@sportello/contracts/id';
import { romeDateTime } from '@sportello/italy/rome-time';
import { Button } from 'design-react-kit';
import { type ComponentType, useId, useRef } from 'react';
import { useSay, useText } from '../i18n.js';
import { SelectField, TextField } from '../text-field.js';
import {
  at,
  blankOf,
  type Field,
  fieldsOf,
  isInTwoLanguages,
  isListOfGroups,
  partsOfInstant,
  type Schema,
  type Settings,
  typedInstant,
} from './fields.js';

/** How the fields of a form are called, what is said of them, and what stands in them. */
export interface Filling {
  settings: Settings;
  label: (path: string) => string;
  help: (path: string) => string | undefined;
  mistake: (path: string) => string | undefined;
  write: (path: string, value: unknown) => void;
  /** Fields and parts that are more than texts, by their path; for each item of a list `*` stands in the place of its number. */
  special: Readonly<Record<string, ComponentType<SpecialFieldProps>>>;
}

interface FieldProps extends Filling {
  field: Field;
}

export interface SpecialFieldProps extends FieldProps {
  /** What stands in it. */
  value: unknown;
}

/** Above so many characters a text has several lines. */
const ONE_LINE = 255;

/** A field of settings, as its contract says it; a group is drawn as its fields, one after the other. */
export const SettingsField = (props: FieldProps) => {
  const { field, ...filling } = props;
  const { path, schema } = field;
  const Special = filling.special[path.replaceAll(/\.\d+(?=\.)/g, '.*')];
  if (Special) return <Special field={field} value={at(filling.settings, path)} {...filling} />;
  if (isInTwoLanguages(schema)) return <PairOf {...props} />;
  if (schema.type === 'object') return <GroupOf {...props} />;
  if (schema.type === 'boolean') return <TickOf {...props} />;
  if (schema.enum) return <ChoiceOf {...props} />;
  if (isListOfGroups(schema)) return <ItemsOf {...props} />;
  if (schema.type === 'array') return schema.items?.enum ? <ChoicesOf {...props} /> : <LinesOf {...props} />;
  if (schema.type === 'integer') return <NumberOf {...props} />;
  if (schema.format === 'date-time') return <InstantOf {...props} />;
  return <TextOf {...props} />;
};

/** What a field is called and what is said of it: by its contract, or by the page. */
const useNames = ({ field: { path, schema }, label, help }: FieldProps) => {
  const say = useSay();
  return { label: schema['x-label'] ? say(schema['x-label']) : label(path), help: schema['x-help'] ? say(schema['x-help']) : help(path) };
};

/** A text in both languages, side by side. */
const PairOf = (props: FieldProps) => {
  const { field, ...filling } = props;
  const { path, schema, isOptional, isNullable } = field;
  const { settings, write, mistake } = filling;
  const text = useText();
  const names = useNames(props);
  const value = at(settings, path) as { it?: string; en?: string } | null | undefined;
  const mayLack = isOptional || isNullable;
  const put = (language: 'it' | 'en', words: string) => {
    const pair = { it: value?.it ?? '', en: value?.en ?? '', [language]: words };
    write(path, mayLack && pair.it === '' && pair.en === '' ? (isNullable ? null : undefined) : pair);
  };
  const inLanguage = { it: 'ui.settings.inItalian', en: 'ui.settings.inEnglish' } as const;
  return (
    <div className="row">
      {(['it', 'en'] as const).map((language) => (
        <div key={language} className="col-12 col-lg-6">
          <TextOf
            {...filling}
            field={{ path: `${path}.${language}`, schema: schema.properties?.[language] ?? {}, isNullable: false, isOptional: mayLack }}
            label={() => text(inLanguage[language], { label: names.label })}
            help={() => names.help ?? filling.help(`${path}.${language}`)}
            mistake={(at) => mistake(at) ?? mistake(path)}
            write={(_path, words) => put(language, String(words))}
            language={language}
          />
        </div>
      ))}
    </div>
  );
};

const GroupOf = (props: FieldProps) => {
  const { field, ...filling } = props;
  const { path, schema, isNullable, isOptional } = field;
  const { settings, write } = filling;
  const text = useText();
  const { label } = useNames(props);
  const value = at(settings, path);
  const isAbsent = value === null || value === undefined;
  const fields = (
    <div className="row">
      {fieldsOf(schema, path).map((each) => (
        <div key={each.path} className={isWide(each) ? 'col-12' : 'col-12 col-lg-6'}>
          <SettingsField {...filling} field={each} />
        </div>
      ))}
    </div>
  );
  if (!isNullable && !isOptional) return fields;
  return (
    <fieldset className="sp-settings-group">
      <legend className="h6">{label}</legend>
      {!isAbsent && fields}
      <Button
        type="button"
        outline
        color={isAbsent ? 'primary' : 'danger'}
        size="sm"
        className="mb-4"
        onClick={() => write(path, isAbsent ? blankOf(schema) : isNullable ? null : undefined)}
      >
        {text(isAbsent ? 'ui.settings.add' : 'ui.settings.remove', { label })}
      </Button>
    </fieldset>
  );
};

/** An item as it begins: of a closed list the first choice, as its field shows it. */
const chosenFirst = (item: Schema): Settings =>
  Object.fromEntries(Object.entries(blankOf(item)).map(([name, value]) => [name, item.properties?.[name]?.enum?.[0] ?? value]));

/** A list of groups, each with its fields. The id of an item is given when it is added, and not shown. */
const ItemsOf = (props: FieldProps) => {
  const { field, ...filling } = props;
  const { path, schema } = field;
  const { settings, write } = filling;
  const text = useText();
  const say = useSay();
  const id = useId();
  const { label, help } = useNames(props);
  const list = useRef<HTMLFieldSetElement>(null);
  const items = (at(settings, path) as readonly Settings[] | undefined) ?? [];
  const item = schema.items ?? {};
  const drawn = fieldsOf(item).filter(({ path: name }) => name !== 'id');
  const called = item['x-label'] ? say(item['x-label']) : label;
  const focus = (selector: string) => requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
  const add = () => {
    write(path, [...items, { ...chosenFirst(item), ...(item.properties?.['id'] && { id: newId() }) }]);
    focus(`[data-item="${items.length}"] :is(input, select, textarea)`);
  };
  return (
    <fieldset ref={list} className="sp-settings-group" aria-describedby={describedBy(id, help, undefined)}>
      <legend className="h6">{label}</legend>
      <Said id={id} help={help} error={filling.mistake(path)} />
      {items.map((each, place) => {
        const name = text('ui.settings.item', { label: called, place: place + 1 });
        return (
          <fieldset key={String(each['id'] ?? place)} data-item={place} className="sp-settings-item">
            <legend className="h6">{name}</legend>
            <div className="row">
              {drawn.map((one) => (
                <div key={one.path} className={isWide(one) ? 'col-12' : 'col-12 col-lg-6'}>
                  <SettingsField {...filling} field={{ ...one, path: `${path}.${place}.${one.path}` }} />
                </div>
              ))}
            </div>
            <div className="sp-operations">
              {place > 0 && (
                <Button
                  type="button"
                  outline
                  color="primary"
                  size="xs"
                  aria-label={text('ui.settings.earlier.of', { label: name })}
                  onClick={() => {
                    write(path, items.with(place, items[place - 1] ?? {}).with(place - 1, each));
                    focus(`[data-item="${place - 1}"] :is(input, select, textarea)`);
                  }}
                >
                  {text('ui.settings.earlier')}
                </Button>
              )}
              <Button
                type="button"
                outline
                color="danger"
                size="xs"
                aria-label={text('ui.settings.remove', { label: name })}
                onClick={() => {
                  write(path, items.toSpliced(place, 1));
                  focus('[data-add]');
                }}
              >
                {text('ui.settings.drop')}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {items.length < (schema.maxItems ?? Number.POSITIVE_INFINITY) && (
        <Button type="button" outline color="primary" size="sm" className="mb-4" data-add onClick={add}>
          {text('ui.settings.add', { label: called })}
        </Button>
      )}
    </fieldset>
  );
};

/** What needs the whole width: two languages side by side, groups, choices with words of their own. */
const isWide = ({ schema }: Field) => schema.type === 'object' || schema.type === 'boolean' || schema.type === 'array';

const TickOf = (props: FieldProps) => {
  const { field, settings, write, mistake } = props;
  const { path } = field;
  const id = useId();
  const { label, help } = useNames(props);
  const error = mistake(path);
  return (
    <div className="sp-field">
      <div className="sp-tick">
        <input
          id={id}
          type="checkbox"
          className="sp-check"
          checked={at(settings, path) === true}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, help, error)}
          onChange={({ currentTarget }) => write(path, currentTarget.checked)}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      <Said id={id} help={help} error={error} />
    </div>
  );
};

const describedBy = (id: string, help: string | undefined, error: string | undefined) =>
  [help ? `${id}-aiuto` : '', error ? `${id}-errore` : ''].filter(Boolean).join(' ') || undefined;

/** Help and mistake of a control, joined to it by `describedBy`. */
const Said = ({ id, help, error }: { id: string; help: string | undefined; error: string | undefined }) => {
  const text = useText();
  return (
    <>
      {help && (
        <p id={`${id}-aiuto`} className="form-text">
          {help}
        </p>
      )}
      {error && (
        <p id={`${id}-errore`} className="sp-error">
          <strong>{text('ui.form.error')}</strong> {error}
        </p>
      )}
    </>
  );
};

const useOptionLabel = ({ field: { path, schema }, label }: FieldProps) => {
  const say = useSay();
  return (option: string) => {
    const said = schema['x-options']?.[option];
    return said ? say(said) : label(`${path}.${option}`);
  };
};

const ChoiceOf = (props: FieldProps) => {
  const { field, settings, write, mistake } = props;
  const { path, schema, isOptional, isNullable } = field;
  const { label, help } = useNames(props);
  const optionLabel = useOptionLabel(props);
  const text = useText();
  const value = at(settings, path);
  const mayLack = (isOptional || isNullable) && schema.default === undefined;
  return (
    <SelectField
      label={label}
      value={typeof value === 'string' ? value : ''}
      options={[
        ...(mayLack ? [{ value: '', label: text('ui.settings.none') }] : []),
        ...(schema.enum ?? []).map((option) => ({ value: option, label: optionLabel(option) })),
      ]}
      onChange={(chosen) => write(path, chosen === '' ? (isNullable ? null : undefined) : chosen)}
      error={mistake(path)}
      {...(help && { help })}
    />
  );
};

/** Several out of a closed list. */
const ChoicesOf = (props: FieldProps) => {
  const { field, settings, write, mistake } = props;
  const { path, schema } = field;
  const id = useId();
  const { label, help } = useNames(props);
  const optionLabel = useOptionLabel({ ...props, field: { ...field, schema: { ...schema.items, ...schema } } });
  const chosen = (at(settings, path) as readonly string[] | undefined) ?? [];
  const options = schema.items?.enum ?? [];
  const error = mistake(path);
  return (
    <fieldset className="sp-field sp-group" aria-describedby={describedBy(id, help, error)}>
      <legend>{label}</legend>
      {options.map((option) => (
        <div key={option} className="sp-tick">
          <input
            id={`${id}-${option}`}
            type="checkbox"
            className="sp-check"
            checked={chosen.includes(option)}
            aria-invalid={error ? true : undefined}
            onChange={({ currentTarget }) =>
              write(
                path,
                options.filter((each) => (each === option ? currentTarget.checked : chosen.includes(each))),
              )
            }
          />
          <label htmlFor={`${id}-${option}`}>{optionLabel(option)}</label>
        </div>
      ))}
      <Said id={id} help={help} error={error} />
    </fieldset>
  );
};

/** A list of texts, one a line. */
const LinesOf = (props: FieldProps) => {
  const { field, settings, write, mistake } = props;
  const { path } = field;
  const names = useNames(props);
  const text = useText();
  const error = mistake(path);
  return (
    <TextField
      label={names.label}
      help={names.help ?? text('ui.settings.lines')}
      value={((at(settings, path) as readonly string[] | undefined) ?? []).join('\n')}
      onChange={(words) => write(path, words === '' ? [] : words.split('\n'))}
      rows={4}
      {...(error && { error })}
    />
  );
};

const NumberOf = (props: FieldProps) => {
  const { field, settings, write, mistake } = props;
  const { path, isNullable, isOptional } = field;
  const { label, help } = useNames(props);
  const error = mistake(path);
  const empty = isNullable ? null : isOptional ? undefined : '';
  return (
    <TextField
      label={label}
      value={String(at(settings, path) ?? '')}
      onChange={(value) => write(path, value.trim() === '' ? empty : /^\d{1,9}$/.test(value.trim()) ? Number(value) : value)}
      {...(help && { help })}
      {...(error && { error })}
      input={{ inputMode: 'numeric', autoComplete: 'off', maxLength: 9 }}
    />
  );
};

/** Day and hour in Italy. */
const InstantOf = (props: FieldProps) => {
  const { field, settings, write, mistake } = props;
  const { path } = field;
  const text = useText();
  const { label, help } = useNames(props);
  const { date, time } = partsOfInstant(at(settings, path), romeDateTime);
  const error = mistake(path);
  return (
    <fieldset className="sp-settings-instant">
      <legend className="visually-hidden">{label}</legend>
      <TextField
        label={text('ui.settings.day', { label })}
        value={date}
        onChange={(typed) => write(path, typedInstant(typed, time))}
        isDate
        {...(help && { help })}
        {...(error && { error })}
      />
      <TextField
        label={text('ui.settings.hour', { label })}
        value={time}
        onChange={(typed) => write(path, typedInstant(date, typed))}
        help={text('ui.settings.hourHelp')}
        input={{ autoComplete: 'off', maxLength: 10 }}
      />
    </fieldset>
  );
};

interface TextOfProps extends FieldProps {
  /** In which language it is written, where it is not that of the page. */
  language?: 'it' | 'en';
}

const TextOf = (props: TextOfProps) => {
  const {
    field: { path, schema, isNullable, isOptional },
    language,
    settings,
    mistake,
    write,
  } = props;
  const { maxLength, format, minLength = 0 } = schema;
  const error = mistake(path);
  const { label, help } = useNames(props);
  const empty = isNullable ? null : isOptional ? undefined : '';
  return (
    <TextField
      label={label}
      value={String(at(settings, path) ?? '')}
      onChange={(value) => write(path, value === '' ? empty : value)}
      isRequired={!isNullable && !isOptional && minLength > 0}
      {...(help && { help })}
      {...(error && { error })}
      {...(maxLength !== undefined && maxLength > ONE_LINE && format === undefined && { rows: 3 })}
      input={{
        maxLength,
        lang: language,
        autoComplete: 'off',
        ...(format === 'email' && { type: 'email' }),
        ...(format === 'uri' && { type: 'url' }),
      }}
    />
  );
};
