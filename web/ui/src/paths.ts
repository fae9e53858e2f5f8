import type { Language } from '@sportello/contracts/contract';

const english = /^\/en(?=\/|$)/;

/** The language that an address says: English under `/en`, else Italian. */
export const languageOf = (pathname: string): Language => (english.test(pathname) ? 'en' : 'it');

/** The same address without the language: `/en/servizi` → `/servizi`. */
export const plainPath = (pathname: string): string => pathname.replace(english, '') || '/';

/** The address of a page in a language; query and fragment stay. */
export const localPath = (path: string, language: Language): string => {
  const plain = plainPath(path);
  if (language === 'it') return plain;
  return /^\/(?=[?#]|$)/.test(plain) ? `/en${plain.slice(1)}` : `/en${plain}`;
};
