import { indexedWords, wordsAndNumbersIn } from '@sportello/italy/search-words';
import { beginningWith, vectorOf } from '@sportello/service/full-text';
import type { EntityManager } from 'typeorm';
import type { Instalment } from './instalment.entity.js';
import type { Position } from './position.entity.js';

type Told = Pick<Position, 'debtor' | 'reason'>;

/** By what staff finds a position: who owes it, what for, and each of its notices by both its numbers. */
function vectorFor({ debtor, reason }: Told, noticeNumbers: readonly string[]): string {
  const numbers = noticeNumbers.flatMap((number) => [number, number.slice(1)]);
  return vectorOf([...indexedWords(debtor?.fullName ?? ''), ...indexedWords(reason), (debtor?.code ?? '').toLowerCase(), ...numbers]);
}

/** Writes by what staff finds a position, with those of its notices that are there. */
export async function keepWords(
  tx: EntityManager,
  position: Pick<Position, 'id'> & Told,
  instalments: readonly Pick<Instalment, 'noticeNumber'>[],
): Promise<void> {
  const numbers = instalments.flatMap(({ noticeNumber }) => noticeNumber ?? []);
  await tx.query('update positions set words = $2::tsvector where id = $1', [position.id, vectorFor(position, numbers)]);
}

/** Positions whose words are written at a time. */
const PAGE = 1_000;

/** Writes the words of all positions again, where how they are written has changed. */
export async function keepAllWords(tx: Pick<EntityManager, 'query'>): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const found: (Pick<Position, 'id'> & Told & { numbers: string[] })[] = await tx.query(
      `select p.id, p.debtor, p.reason, array(select i.notice_number from instalments i where i.position_id = p.id and i.notice_number is not null) as numbers
       from positions p where p.reason <> '' and p.id > $1 order by p.id limit ${PAGE}`,
      [after],
    );
    await tx.query('update positions p set words = w.words::tsvector from unnest($1::uuid[], $2::text[]) w (id, words) where p.id = w.id', [
      found.map(({ id }) => id),
      found.map((position) => vectorFor(position, position.numbers)),
    ]);
    const last = found.at(-1);
    if (found.length < PAGE || !last) return;
    after = last.id;
  }
}

/** What is typed of a search; a notice number in fours, as it is printed, is one number. @returns null when there is no word in it */
export const wordsSought = (typed: string): string | null =>
  beginningWith(/^[\d ]+$/.test(typed) ? [typed.replaceAll(' ', '')] : wordsAndNumbersIn(typed));
