import type { Text } from '@sportello/contracts/contract';
import { indexedWords } from '@sportello/italy/search-words';
import { vectorOf } from '@sportello/service/full-text';
import type { Content } from '@sportello/stored-forms/content';

/** Words of what was written that are looked at. */
const MOST_WORDS = 400;

interface Worded {
  number: string;
  applicantName: string;
  subject: string | null;
  onBehalfOf?: string | null;
  content: Content;
}

/** The words by which a ticket is found: its number, who asked, what for, and what was written when it was sent. */
export function ticketWords(
  { number, applicantName, subject, onBehalfOf = null, content }: Worded,
  service: { group: Text; name: Text } | null,
): string {
  const titles = [service?.group, service?.name].flatMap((text) => (text ? [text.it, text.en] : []));
  const written = textsIn(content).flatMap(indexedWords).slice(0, MOST_WORDS);
  const words = [number, applicantName, subject ?? '', onBehalfOf ?? '', ...titles].flatMap(indexedWords);
  return vectorOf([...new Set([...words, ...written])]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
