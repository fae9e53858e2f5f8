import { fold, indexedWords } from '@sportello/italy/search-words';
import { vectorOf } from '@sportello/service/full-text';
import type { EntityManager } from 'typeorm';
import type { Practice } from './practice.entity.js';

type Found = Pick<Practice, 'applicantName' | 'applicantFiscalCode' | 'number'>;

/** By what an officer finds a practice (PRA-25): the applicant's name and fiscal code, the number and its last digits. */
const wordsOf = ({ applicantName, applicantFiscalCode, number }: Found): string[] => [
  ...indexedWords(applicantName),
  fold(applicantFiscalCode),
  number.toLowerCase(),
  number.split('.')[1] ?? '',
];

export const practiceWords = (practice: Found): string => vectorOf(wordsOf(practice));

/** Writes them anew, with its tags and its numbers in the protocol, which are found with and without the zeros before them. */
export async function indexPractice(tx: EntityManager, practice: Found & Pick<Practice, 'id' | 'organizationId' | 'tags'>): Promise<void> {
  const { id, organizationId, tags } = practice;
  const entries: { number: string }[] = await tx.query(
    'select number from protocol_entries where practice_id = $1 and organization_id = $2',
    [id, organizationId],
  );
  const numbers = entries.flatMap(({ number }) => [number.toLowerCase(), number.replace(/^0+/, '').toLowerCase()]);
  const words = vectorOf([...wordsOf(practice), ...tags.flatMap(indexedWords), ...numbers]);
  await tx.query('update practices set words = $2::tsvector where id = $1', [id, words]);
}
