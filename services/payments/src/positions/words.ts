import { indexedWords, wordsAndNumbersIn } from '@sportello/italy/search-words';
import { beginningWith, vectorOf } from '@sportello/service/full-text';
import type { EntityManager } from 'typeorm';
import type { Instalment } from './instalment.entity.js';
import type { Position } from './position.entity.js';

/** Writes by what staff finds a position: who owes it, what for, and each of its notices by both its numbers. */
export async function keepWords(
  tx: EntityManager,
  { id, debtor, reason }: Pick<Position, 'id' | 'debtor' | 'reason'>,
  instalments: readonly Pick<Instalment, 'noticeNumber' | 'iuv'>[],
): Promise<void> {
  const numbers = instalments.flatMap(({ noticeNumber, iuv }) => [noticeNumber ?? '', iuv ?? '']);
  const words = [...indexedWords(debtor?.fullName ?? ''), ...indexedWords(reason), (debtor?.code ?? '').toLowerCase(), ...numbers];
  await tx.query('update positions set words = $2::tsvector where id = $1', [id, vectorOf(words)]);
}

/** What is typed of a search; a notice number in fours, as it is printed, is one number. @returns null when there is no word in it */
export const wordsSought = (typed: string): string | null =>
  beginningWith(/^[\d ]+$/.test(typed) ? [typed.replaceAll(' ', '')] : wordsAndNumbersIn(typed));
