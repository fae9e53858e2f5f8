import type { Dictionaries, Messages } from '@sportello/ui/i18n';

const joined = async (...parts: Promise<{ default: Messages }>[]): Promise<Messages> =>
  Object.assign({}, ...(await Promise.all(parts)).map((part) => part.default));

/** The texts that more than one feature says, and those of what both front ends share. */
export const dictionaries: Dictionaries = {
  it: () => joined(import('@sportello/ui/it.json'), import('./it.json')),
  en: () => joined(import('@sportello/ui/en.json'), import('./en.json')),
};

/** What only one feature says travels with its pages. */
export const featureTexts = {
  appointments: {
    it: () => joined(import('./appointments/it.json')),
    en: () => joined(import('./appointments/en.json')),
  },
  account: { it: () => joined(import('./account/it.json')), en: () => joined(import('./account/en.json')) },
  catalogue: { it: () => joined(import('./catalogue/it.json')), en: () => joined(import('./catalogue/en.json')) },
  help: { it: () => joined(import('./help/it.json')), en: () => joined(import('./help/en.json')) },
  clickDays: { it: () => joined(import('./click-days/it.json')), en: () => joined(import('./click-days/en.json')) },
  home: { it: () => joined(import('./home/it.json')), en: () => joined(import('./home/en.json')) },
  library: { it: () => joined(import('./library/it.json')), en: () => joined(import('./library/en.json')) },
  notices: { it: () => joined(import('./notices/it.json')), en: () => joined(import('./notices/en.json')) },
  payments: { it: () => joined(import('./payments/it.json')), en: () => joined(import('./payments/en.json')) },
  practices: { it: () => joined(import('./practices/it.json')), en: () => joined(import('./practices/en.json')) },
  request: { it: () => joined(import('./request/it.json')), en: () => joined(import('./request/en.json')) },
  school: { it: () => joined(import('./school/it.json')), en: () => joined(import('./school/en.json')) },
  texts: { it: () => joined(import('./texts/it.json')), en: () => joined(import('./texts/en.json')) },
  verify: { it: () => joined(import('./verify/it.json')), en: () => joined(import('./verify/en.json')) },
} satisfies Record<string, Dictionaries>;
