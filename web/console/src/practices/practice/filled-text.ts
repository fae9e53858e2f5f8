import type { Practice } from './actions.js';

type Named = Pick<Practice, 'number' | 'procedureTitle' | 'organizationName'> &
  Partial<Pick<Practice, 'applicant' | 'officeName' | 'language'>>;

/** A text at hand in the language in which the applicant applied, with what the words in braces stand for. */
export function filledText(text: { it: string; en: string }, practice: Named): string {
  const language = practice.language ?? 'it';
  const values: Record<string, string> = {
    numero: practice.number,
    richiedente: practice.applicant?.name ?? '',
    servizio: practice.procedureTitle[language],
    ufficio: practice.officeName ?? practice.organizationName,
  };
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What is written stays, and the text at hand follows it. */
export const withText = (words: string, text: string): string => (words.trim() === '' ? text : `${words.trimEnd()}\n\n${text}`);
