import { Button } from 'design-react-kit';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { announce } from '../announcer.js';
import { Done } from '../done.js';
import { ErrorNote } from '../error-note.js';
import { goToFirstMistake } from '../first-mistake.js';
import { useText } from '../i18n.js';
import { LeaveGuard } from '../leave-guard.js';
import { Panel } from '../panel.js';
import { ProblemError } from '../problem.js';
import { SaveBar } from '../save-bar.js';
import { changesOnto, emptyIn, type Field, fieldsOf, isGroup, meant, pathOf, type Schema, type Settings, withAt } from './fields.js';
import { type Filling, SettingsField } from './settings-field.js';

export type { Schema } from './fields.js';

interface SettingsFormProps<S extends Settings> {
  /** The input of the contract that saves them. */
  schema: Schema;
  /** What is in force, under its version. */
  stored: S & { version: number };
  /** Names of the contract's fields that are nobody's to change here: of what the settings are. */
  fixed?: readonly string[];
  /** What the settings are called as a whole. */
  title: string;
  label: Filling['label'];
  help?: Filling['help'];
  special?: Filling['special'];
  /** Asked before they are saved, as when it must be said what follows. @returns false when they are not to be saved */
  beforeSave?: (settings: S & { version: number }) => Promise<boolean>;
  /** @returns what is in force now. @throws ProblemError whose errors are shown at their fields */
  save: (settings: S & { version: number }) => Promise<S & { version: number }>;
  /** Reads what is in force again, after somebody else has changed it. */
  onConflict: () => Promise<unknown>;
  /** What is shown of the settings while they are written. */
  preview?: (settings: S) => ReactNode;
}

const same = (one: Settings, other: Settings) => JSON.stringify({ ...one, version: 0 }) === JSON.stringify({ ...other, version: 0 });
const none: readonly string[] = [];
const unsaid = () => undefined;
const plainFields = {};

/**
 * A form for settings, made from the contract that saves them: one part of the page for each group of its fields. Nothing is saved by itself; who
 * leaves is asked, and who meets somebody else's change chooses.
 */
export const SettingsForm = <S extends Settings>({
  schema,
  stored,
  fixed = none,
  title,
  label,
  help = unsaid,
  special = plainFields,
  beforeSave,
  save,
  onConflict,
  preview,
}: SettingsFormProps<S>) => {
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  const [begun, setBegun] = useState(stored);
  const [typed, setTyped] = useState(stored);
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const [saved, setSaved] = useState(0);
  const isDirty = !same(meant(typed, schema), begun);
  const isBehind = stored.version > begun.version && !isSaving;
  if (isBehind && !isDirty) {
    setBegun(stored);
    setTyped(stored);
  }
  const isConflict = isBehind && isDirty;
  useEffect(() => {
    if (isConflict) announce(text('ui.settings.conflict'), 'assertive');
  }, [isConflict, text]);
  const goOnWith = (settings: typeof stored) => {
    setBegun(stored);
    setTyped(settings);
    setFailure(null);
  };
  const show = (found: Record<string, string>): false => {
    setMistakes(found);
    announce(text('ui.settings.check'), 'assertive');
    goToFirstMistake(form.current);
    return false;
  };

  const trySave = async (): Promise<boolean> => {
    if (isSaving) return false;
    setFailure(null);
    const empty = emptyIn(typed, schema);
    if (empty.length > 0) return show(Object.fromEntries(empty.map((path) => [path, text('ui.settings.required')])));
    setMistakes({});
    setSaving(true);
    try {
      const settings = { ...meant(typed, schema), version: begun.version };
      if (beforeSave && !(await beforeSave(settings))) return false;
      const inForce = await save(settings);
      setBegun(inForce);
      // What was written while it was being saved stays.
      setTyped((current) => (current === typed ? inForce : current));
      setSaved((count) => count + 1);
      return true;
    } catch (error) {
      const kind = error instanceof ProblemError ? error.kind : '';
      const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
      if (kind === 'invalid-input' && errors.length > 0)
        return show(Object.fromEntries(errors.map((each) => [pathOf(each.pointer), each.detail])));
      if (kind === 'changed-meanwhile') await onConflict();
      else setFailure(error);
      return false;
    } finally {
      setSaving(false);
    }
  };
  const filling: Filling = {
    settings: typed,
    label,
    help,
    special,
    mistake: (path) => mistakes[path],
    write: (path, value) => {
      setTyped((current) => withAt(current, path, value));
      setMistakes((left) => Object.fromEntries(Object.entries(left).filter(([each]) => each !== path && !each.startsWith(`${path}.`))));
    },
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void trySave();
      }}
    >
      {partsOf(fieldsOf(schema).filter(({ path }) => path !== 'version' && !fixed.includes(path))).map((part) => (
        <Part key={part.fields[0]?.path} {...part} filling={filling} />
      ))}
      {preview?.(typed)}
      {isConflict && (
        <div className="alert alert-warning">
          <p>{text('ui.settings.conflict')}</p>
          <div className="sp-operations">
            <Button type="button" color="primary" size="sm" onClick={() => goOnWith(changesOnto(stored, begun, typed))}>
              {text('ui.conflict.mine')}
            </Button>
            <Button type="button" outline color="primary" size="sm" onClick={() => goOnWith(stored)}>
              {text('ui.conflict.other')}
            </Button>
          </div>
        </div>
      )}
      {failure !== null && !isConflict && <ErrorNote error={failure} keepsWords />}
      {Object.keys(mistakes).length > 0 && <p className="alert alert-danger">{text('ui.settings.check')}</p>}
      <SaveBar>
        <Button type="submit" color="primary" aria-disabled={isSaving || undefined}>
          {isSaving ? text('ui.wait') : text('ui.settings.save')}
        </Button>
        {isDirty && <span>{text('ui.settings.unsaved')}</span>}
        {saved > 0 && !isDirty && <Done of={saved}>{text('ui.settings.saved')}</Done>}
      </SaveBar>
      <LeaveGuard isDirty={isDirty} fields={[title]} onSave={trySave} onDiscard={() => setTyped(begun)} />
    </form>
  );
};

interface PartOfForm {
  /** The path of a group; absent for fields that stand by themselves. */
  group?: string;
  fields: Field[];
}

/** A group is a part of the page; fields that follow one another are one together. */
const partsOf = (fields: Field[]): PartOfForm[] => {
  const parts: PartOfForm[] = [];
  for (const field of fields) {
    const last = parts.at(-1);
    if (isGroup(field)) parts.push({ group: field.path, fields: [field] });
    else if (last && last.group === undefined) last.fields.push(field);
    else parts.push({ fields: [field] });
  }
  return parts;
};

const Part = ({ group, fields, filling }: PartOfForm & { filling: Filling }) => {
  const id = useId();
  return (
    <Panel {...(group !== undefined && { 'aria-labelledby': id })}>
      {group !== undefined && (
        <h2 id={id} className="h5">
          {filling.label(group)}
        </h2>
      )}
      {fields.map((field) => (
        <SettingsField key={field.path} field={field} {...filling} />
      ))}
    </Panel>
  );
};
