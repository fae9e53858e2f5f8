import type { Condition, Field, Form, FormFault } from './form.js';

/** Questions that a form may ask, those of its blocks counted once. */
const MOST_FIELDS = 400;
/**
 * What is looked at when a whole form is checked: each field with the conditions before it, once for each item of its block. The largest
 * form takes some forty milliseconds, in which nobody else is served.
 */
const MOST_WORK = 6_000;

/** Whether a form is small enough to be checked in the time of a request. */
export function sizeFaults(form: Form): FormFault[] {
  const all = form.pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  const count = all.reduce((sum, field) => sum + (field.kind === 'block' ? field.fields.length : 1), 0);
  const sections = form.pages.flatMap((page) => page.sections);
  const work = sections.reduce(
    (sum, { showIf, fields }) => sum + fields.reduce((own, field) => own + workOf(field) + partsOf(showIf), 0),
    0,
  );
  const faults: FormFault[] = [];
  if (count > MOST_FIELDS)
    faults.push({
      path: 'pages',
      message: {
        it: `un modulo ha al massimo ${MOST_FIELDS} campi, non ${count}`,
        en: `a form has at most ${MOST_FIELDS} fields, not ${count}`,
      },
    });
  if (work > MOST_WORK)
    faults.push({
      path: 'pages',
      message: {
        it: `campi, condizioni ed elementi dei blocchi sono ${work}, più di ${MOST_WORK}`,
        en: `fields, conditions and items of blocks come to ${work}, more than ${MOST_WORK}`,
      },
    });
  return faults;
}

const workOf = (field: Field): number =>
  1 + partsOf(field.showIf) + (field.kind === 'block' ? field.max * field.fields.reduce((sum, leaf) => sum + workOf(leaf), 0) : 0);

function partsOf(condition: Condition | undefined): number {
  if (condition === undefined) return 0;
  if ('and' in condition) return condition.and.reduce((sum, part) => sum + partsOf(part), 0);
  if ('or' in condition) return condition.or.reduce((sum, part) => sum + partsOf(part), 0);
  return 'not' in condition ? partsOf(condition.not) : 1;
}
