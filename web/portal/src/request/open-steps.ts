import type { Issue } from '@sportello/forms/check';
import type { Form, Page } from '@sportello/forms/form';
import { type Language, summaryOf } from '@sportello/forms/summary';
import { isOnItsWay, type SendingByPointer } from '@sportello/ui/form/sending';
import { fieldsOf, type Values } from '@sportello/ui/form/values';

/** The page of a field, by the pointer of it or of something in it. */
export const placeOf = (form: Form, pointer: string): { page: string; fieldKey: string } => {
  const [, key = ''] = pointer.split('/');
  const page = form.pages.find(({ sections }) => sections.some(({ fields }) => fields.some((field) => field.key === key)));
  return { page: page?.key ?? '', fieldKey: key };
};

/** Files that were refused, as what is to be put right. */
export const unattached = (form: Form, sending: SendingByPointer, say: (name: string) => string): Issue[] =>
  [...sending].flatMap(([pointer, list]) => {
    const refused = list.find((item) => !isOnItsWay(item));
    if (!refused) return [];
    const message = say(refused.file.name);
    const words = { it: message, en: message };
    return [{ ...placeOf(form, pointer), pointer, severity: 'error' as const, missing: false, label: words, message: words }];
  });

/** The first page on which something is missing or wrong; the summary when nothing is. */
export const firstOpenStep = (pages: readonly Page[], errors: readonly Issue[]): number => {
  const open = pages.findIndex(({ key }) => errors.some(({ page }) => page === key));
  return open < 0 ? pages.length : open;
};

/** Kinds by whose answers somebody knows one draft from another. */
const distinctive = ['text', 'choice', 'comune', 'school', 'fiscalCode', 'date'];

/** The first answers that the person gave herself: of whom and of what a draft is. */
export const aboutOf = (form: Form, values: Values, language: Language, comune: (code: string) => string | undefined): string[] => {
  const kinds = new Map<string, string>();
  for (const field of fieldsOf(form)) {
    if ('prefill' in field && field.prefill) continue;
    kinds.set(`/${field.key}`, field.kind);
    if (field.kind === 'block') for (const leaf of field.fields) kinds.set(`/${field.key}/0/${leaf.key}`, leaf.kind);
  }
  return summaryOf(form, values, language, { comune })
    .flatMap(({ sections }) => sections.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows)))
    .filter(({ pointer, value }) => value !== '' && distinctive.includes(kinds.get(pointer) ?? ''))
    .slice(0, 3)
    .map(({ label, value }) => `${label}: ${value}`);
};
