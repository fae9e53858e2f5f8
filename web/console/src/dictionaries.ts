import type { Dictionaries } from '@sportello/ui/i18n';

const joined = async (parts: Promise<{ default: Record<string, string> }>[]): Promise<Record<string, string>> =>
  Object.assign({}, ...(await Promise.all(parts)).map((part) => part.default));

/** The texts of the console and of what both front ends share. */
export const dictionaries: Dictionaries = {
  it: () => joined([import('@sportello/ui/it.json'), import('./it.json')]),
  en: () => joined([import('@sportello/ui/en.json'), import('./en.json')]),
};
