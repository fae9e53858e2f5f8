import type { Block, Field } from '@sportello/forms/form';
import { utentiServizi06 } from '../../deploy/world/forms/utenti-servizi-06.js';
import type { Language } from './person.js';

const fields = utentiServizi06.pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
const block = fields.find((field): field is Block => field.kind === 'block');

const labelIn = (list: readonly Field[], key: string, language: Language): string => {
  const field = list.find((it) => it.key === key);
  if (!field || !('label' in field)) throw new Error(`no field is called ${key}`);
  return field.label[language];
};

/** How "Utenti Servizi 06" names its fields and steps. */
export const formWords = (language: Language) => ({
  label: (key: string) => labelIn(fields, key, language),
  userLabel: (key: string) => labelIn(block?.fields ?? [], key, language),
  step: (key: string) => {
    const page = utentiServizi06.pages.find((it) => it.key === key);
    if (!page) throw new Error(`no step is called ${key}`);
    return page.title[language];
  },
  title: utentiServizi06.title?.[language] ?? '',
  addUser: block?.addLabel[language] ?? '',
  user: block?.itemTitle[language] ?? '',
});
