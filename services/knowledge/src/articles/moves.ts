/** The machine of an article, as one table: refusals, the buttons of the console and the table in docs/knowledge.md are read from it. */
import type { Mover } from '@sportello/casework/subject';
import type { Text } from '@sportello/contracts/contract';
import { type ArticleMove, type ArticleStatus, articleMoveRefused, articleStatusLabels } from '@sportello/contracts/knowledge/states';
import { Problem } from '@sportello/messaging/problem';

/** What the rules look at. */
export interface Situation {
  status: ArticleStatus;
  publishedRevision: number | null;
  publishAt: Date | null;
}

/** Whoever may write on its topic; the library manager, who is a manager or administrator of the body; the service itself. */
export type Who = 'editor' | 'library manager' | 'system';

const guards = {
  'readers see a version': ({ publishedRevision }: Situation) =>
    publishedRevision === null ? () => new Problem(articleMoveRefused, neverPublished) : undefined,
  'its hour has come': ({ publishAt }: Situation, now: Date) =>
    publishAt && publishAt <= now ? undefined : () => new Problem(articleMoveRefused, notYet),
};
export type Guard = keyof typeof guards;

export interface Line {
  move: ArticleMove;
  from: ArticleStatus;
  to: ArticleStatus;
  who: Who;
  guards?: readonly Guard[];
}

export const moves: readonly Line[] = [
  { move: 'save', from: 'draft', to: 'draft', who: 'editor' },
  // What readers see stays until the new version is published too.
  { move: 'save', from: 'published', to: 'draft', who: 'editor' },
  { move: 'propose', from: 'draft', to: 'in_review', who: 'editor' },
  { move: 'return', from: 'in_review', to: 'draft', who: 'editor' },
  { move: 'schedule', from: 'in_review', to: 'in_review', who: 'library manager' },
  { move: 'publish', from: 'in_review', to: 'published', who: 'library manager' },
  { move: 'publish', from: 'in_review', to: 'published', who: 'system', guards: ['its hour has come'] },
  { move: 'discard', from: 'draft', to: 'published', who: 'editor', guards: ['readers see a version'] },
  { move: 'archive', from: 'draft', to: 'archived', who: 'library manager' },
  { move: 'archive', from: 'published', to: 'archived', who: 'library manager' },
  { move: 'restore', from: 'draft', to: 'draft', who: 'editor' },
  { move: 'restore', from: 'published', to: 'draft', who: 'editor' },
  { move: 'restore', from: 'archived', to: 'draft', who: 'library manager' },
];

const isWho = (who: Who, mover: Mover): boolean =>
  who === 'system' ? mover.side === 'system' : mover.side === 'officer' && (who === 'editor' || mover.isManager === true);

type Refusal = () => Problem;

function find(move: ArticleMove, situation: Situation, mover: Mover, now: Date): [Line, undefined] | [undefined, Refusal] {
  const line = moves.find((one) => one.move === move && one.from === situation.status && isWho(one.who, mover));
  if (!line) return [undefined, () => new Problem(articleMoveRefused, itIs(situation.status))];
  for (const guard of line.guards ?? []) {
    const refusal = guards[guard](situation, now);
    if (refusal) return [undefined, refusal];
  }
  return [line, undefined];
}

/** The line by which a move is made now. @throws Problem `articleMoveRefused` */
export function lineOf(move: ArticleMove, situation: Situation, mover: Mover, now: Date): Line {
  const [line, refusal] = find(move, situation, mover, now);
  if (refusal) throw refusal();
  return line as Line;
}

/** What somebody can do now. */
export const movesOf = (situation: Situation, mover: Mover, now: Date): ArticleMove[] =>
  [...new Set(moves.map(({ move }) => move))].filter((move) => find(move, situation, mover, now)[0] !== undefined);

const itIs = (status: ArticleStatus): Text => ({
  it: `L’articolo è nello stato «${articleStatusLabels[status].it}»`,
  en: `The article is in the state “${articleStatusLabels[status].en}”`,
});
const neverPublished: Text = { it: 'Non è mai stato pubblicato', en: 'It was never published' };
const notYet: Text = { it: 'Non è ancora l’ora di pubblicarlo', en: 'The hour to publish it has not come' };
