import { type Issue, issuesOf, type Validate } from '@sportello/forms/check';
import type { Form } from '@sportello/forms/form';
import { formats } from '@sportello/forms/formats';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Compilation, RemovedItem } from './compilation.js';
import { type SendingByPointer, withSending } from './sending.js';
import { useAfterPress } from './use-after-press.js';
import { dependents, fieldsOf, itemsAt, pointerWithItem, pointerWithoutItem, type Values, valueAt, withValue } from './values.js';

interface ValidatorModule {
  create: (formats: Record<string, (text: string) => boolean>) => Validate;
}

const isValidatorModule = (module: unknown): module is ValidatorModule =>
  typeof module === 'object' && module !== null && 'create' in module && typeof module.create === 'function';

/**
 * The form's own validator, compiled ahead by the server: the security policy of our pages allows no `eval`.
 * @param at below which path of the API the forms of its service are
 */
export const useValidator = (formId: string | undefined, at: 'forms' | 'help/forms' = 'forms') =>
  useQuery({
    queryKey: ['validator', formId],
    queryFn: async () => {
      const module: unknown = await import(/* @vite-ignore */ `/api/v1/${at}/${formId}/validator.js`);
      if (!isValidatorModule(module)) throw new TypeError('The validator of the form cannot be used');
      return module.create(formats);
    },
    enabled: formId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

interface CompilationInput {
  form: Form;
  validate: Validate;
  initial: Values;
  /** Keys of the fields that hold what is known for good (CAT-07). */
  locked?: readonly string[];
  practiceId: () => Promise<string>;
}

export interface UseCompilation {
  compilation: Compilation;
  /** Every issue of the form now, shown or not. */
  issues: readonly Issue[];
  replace: (values: Values) => void;
  /** From now on every issue of the page is shown. */
  attempt: (pageKey: string) => void;
}

/** What a person typed so far, what is wrong with it, and which of that may be said already. */
export const useCompilation = ({ form, validate, initial, locked = [], practiceId }: CompilationInput): UseCompilation => {
  const [values, setValues] = useState(initial);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState<ReadonlySet<string>>(new Set());
  const afterPress = useAfterPress();
  const [sending, setSending] = useState<SendingByPointer>(new Map());
  const issues = useMemo(() => issuesOf(form, validate, values), [form, validate, values]);
  const shown = useMemo(
    () => new Map(issues.filter(({ pointer, page }) => attempted.has(page) || left.has(pointer)).map((issue) => [issue.pointer, issue])),
    [issues, attempted, left],
  );

  const write = (pointer: string, value: unknown) => {
    const base = pointer.slice(0, pointer.lastIndexOf('/'));
    const key = pointer.slice(base.length + 1);
    const block = fieldsOf(form).find((field) => field.kind === 'block' && base.startsWith(`/${field.key}/`));
    const scope = block?.kind === 'block' ? block.fields : fieldsOf(form);
    setValues((current) => {
      const before = valueAt(current, pointer);
      const after: unknown = typeof value === 'function' ? value(before) : value;
      if (before === after) return current;
      const emptied = dependents(scope, base, key);
      return emptied.reduce((next, dependent) => withValue(next, dependent, undefined), withValue(current, pointer, after));
    });
    setChanged((set) => (set.has(pointer) ? set : new Set([...set, pointer])));
  };
  /** What is known of fields goes along with their items when one of these comes or goes. */
  const moveMarks = (movedTo: (pointer: string) => string | null) => {
    const moved = (set: ReadonlySet<string>) => new Set([...set].map(movedTo).filter((pointer) => pointer !== null));
    setChanged(moved);
    setLeft(moved);
    setSending(
      (all) => new Map([...all].flatMap(([pointer, list]) => [movedTo(pointer)].flatMap((to) => (to === null ? [] : [[to, list]])))),
    );
  };
  const compilation: Compilation = {
    form,
    values,
    shown,
    write,
    leave: (pointer) => {
      // An error takes room: it waits until no button can move from under the pointer.
      if (changed.has(pointer)) afterPress(() => setLeft((set) => (set.has(pointer) ? set : new Set([...set, pointer]))));
    },
    addItem: (pointer) => setValues((current) => withValue(current, pointer, [...itemsAt(current, pointer), {}])),
    removeItem: (pointer, index) => {
      const removed: RemovedItem = { pointer, index, item: itemsAt(values, pointer)[index] ?? {} };
      setValues((current) =>
        withValue(
          current,
          pointer,
          itemsAt(current, pointer).filter((_, place) => place !== index),
        ),
      );
      moveMarks((each) => pointerWithoutItem(each, pointer, index));
      return removed;
    },
    restoreItem: ({ pointer, index, item }) => {
      setValues((current) => withValue(current, pointer, itemsAt(current, pointer).toSpliced(index, 0, item)));
      moveMarks((each) => pointerWithItem(each, pointer, index));
    },
    sending,
    changeSending: (pointer, change) => setSending((all) => withSending(all, pointer, change)),
    locked,
    practiceId,
  };
  return {
    compilation,
    issues,
    replace: setValues,
    attempt: (pageKey) => setAttempted((set) => new Set([...set, pageKey])),
  };
};
