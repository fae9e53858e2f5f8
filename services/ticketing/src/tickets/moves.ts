/**
 * The machine of a ticket, as one table: refusals and the buttons of portal and console are read from it, and docs/ticketing.md is held against it.
 */
import type { Accessed, Mover } from '@sportello/casework/subject';
import type { Text } from '@sportello/contracts/contract';
import {
  notInChargeOfTicket,
  type TicketMove,
  type TicketStatus,
  ticketMoveRefused,
  ticketStatusLabels,
} from '@sportello/contracts/ticketing/states';
import { Problem } from '@sportello/messaging/problem';

/** What the rules look at. */
export interface Situation {
  status: TicketStatus;
  officerId: string | null;
  officerName: string | null;
  /** Who stands in for her today, as if she were the one in charge. */
  substituteId?: string | null;
  /** Whether others were merged into it: they would have nobody to answer them. */
  holdsOthers?: boolean;
  /** Until when what is closed can be reopened. */
  reopenUntil: Date | null;
  /** Until when a merge can be taken back. */
  unmergeUntil: Date | null;
}

/** Whoever asked; any operator of the desk; only the one in charge; the service itself. */
export type Who = 'author' | 'operator' | 'operator in charge' | 'system';

const guards = {
  'nobody in charge': ({ officerId, officerName }: Situation) =>
    officerId ? () => new Problem(ticketMoveRefused, inCharge(officerName)) : undefined,
  'somebody else in charge': ({ officerId }: Situation, _now: Date, mover: Mover) => {
    if (officerId === null) return () => new Problem(ticketMoveRefused, nobodyInCharge);
    // Who stands in for her takes over as well, where it is to stay.
    return mover.side === 'officer' && mover.id === officerId ? () => new Problem(ticketMoveRefused, inChargeOfYou) : undefined;
  },
  'holds no other': ({ holdsOthers }: Situation) => (holdsOthers ? () => new Problem(ticketMoveRefused, holdsOther) : undefined),
  'can still be reopened': ({ reopenUntil }: Situation, now: Date) =>
    reopenUntil && now < reopenUntil ? undefined : () => new Problem(ticketMoveRefused, termOver),
  'can still be taken back': ({ unmergeUntil }: Situation, now: Date) =>
    unmergeUntil && now < unmergeUntil ? undefined : () => new Problem(ticketMoveRefused, mergedForGood),
};
export type Guard = keyof typeof guards;

export interface Line {
  move: TicketMove;
  from: TicketStatus;
  /** Absent: it stays as it is. */
  to?: TicketStatus;
  who: Who;
  guards?: readonly Guard[];
}

/** What has not ended. */
export const open = ['new', 'accepted', 'in_progress', 'awaiting_user', 'resolved'] as const satisfies readonly TicketStatus[];
/** Where there is still something to do. */
export const unsolved = ['new', 'accepted', 'in_progress', 'awaiting_user'] as const satisfies readonly TicketStatus[];
export const ended = ['closed', 'cancelled', 'merged', 'archived'] as const satisfies readonly TicketStatus[];

const each = (from: readonly TicketStatus[], line: Omit<Line, 'from'>): Line[] => from.map((status) => ({ ...line, from: status }));

export const moves: readonly Line[] = [
  { move: 'accept', from: 'new', to: 'accepted', who: 'operator' },
  { move: 'accept', from: 'new', to: 'accepted', who: 'system' },
  // Of a new one it is accepted first: both passages are written.
  { move: 'take', from: 'accepted', to: 'in_progress', who: 'operator', guards: ['nobody in charge'] },
  { move: 'take', from: 'in_progress', who: 'operator', guards: ['nobody in charge'] },
  { move: 'take', from: 'awaiting_user', who: 'operator', guards: ['nobody in charge'] },
  ...each(['in_progress', 'awaiting_user'], { move: 'take-over', who: 'operator', guards: ['somebody else in charge'] }),
  ...each(open, { move: 'reroute', who: 'operator' }),
  ...each(unsolved, { move: 'prioritise', who: 'operator' }),
  ...each(open, { move: 'merge', to: 'merged', who: 'operator' }),
  // To the state in which it was merged.
  { move: 'unmerge', from: 'merged', who: 'operator', guards: ['can still be taken back'] },
  // In the other ticket.
  ...each(unsolved, { move: 'join', who: 'operator' }),
  ...each(open, { move: 'part', who: 'operator' }),
  ...each(['in_progress', 'awaiting_user', 'resolved'], { move: 'release', who: 'system' }),
  { move: 'ask', from: 'in_progress', to: 'awaiting_user', who: 'operator in charge' },
  { move: 'answer', from: 'awaiting_user', to: 'in_progress', who: 'author' },
  { move: 'solve', from: 'in_progress', to: 'resolved', who: 'operator in charge' },
  { move: 'confirm', from: 'resolved', to: 'closed', who: 'author' },
  { move: 'close-after-silence', from: 'resolved', to: 'closed', who: 'system' },
  { move: 'solve-after-silence', from: 'awaiting_user', to: 'resolved', who: 'system' },
  { move: 'reopen', from: 'resolved', to: 'in_progress', who: 'author' },
  { move: 'reopen', from: 'closed', to: 'in_progress', who: 'author', guards: ['can still be reopened'] },
  ...each(['new', 'accepted', 'awaiting_user'], { move: 'cancel', to: 'cancelled', who: 'author', guards: ['holds no other'] }),
  ...each(['new', 'accepted', 'awaiting_user'], { move: 'cancel', to: 'cancelled', who: 'operator', guards: ['holds no other'] }),
  ...each(open, { move: 'comment', who: 'author' }),
  ...each(open, { move: 'comment', who: 'operator' }),
];

/** What follows in one ticket from what is done with another: nobody is offered it. */
export const followOn: readonly TicketMove[] = ['join', 'part'];

const isSide = (who: Who, { side }: Mover): boolean =>
  who === 'author' ? side === 'applicant' : who === 'system' ? side === 'system' : side === 'officer';

/**
 * The line by which a move is made now. What it is refused for is told in this order: whoever may never do it is told that the state does not
 * allow it, then the state, then whoever is not in charge, then what else must hold.
 * @throws Problem `ticketMoveRefused`, `notInChargeOfTicket`
 */
export function lineOf(move: TicketMove, situation: Situation, mover: Mover, now: Date): Line {
  const [line, refusal] = find(move, situation, mover, now);
  if (refusal) throw refusal();
  return line as Line;
}

type Refusal = () => Problem;

/** Whether somebody is in charge, or stands in for who is (ADM-32). */
const isHeldBy = ({ officerId, substituteId }: Situation, mover: Mover): boolean =>
  mover.side === 'officer' && officerId !== null && (mover.id === officerId || mover.id === substituteId);

function find(move: TicketMove, situation: Situation, mover: Mover, now: Date): [Line, undefined] | [undefined, Refusal] {
  const line = moves.find((one) => one.move === move && one.from === situation.status && isSide(one.who, mover));
  if (!line) return [undefined, () => new Problem(ticketMoveRefused, itIs(situation.status))];
  if (line.who === 'operator in charge' && !isHeldBy(situation, mover))
    return [undefined, () => new Problem(notInChargeOfTicket, situation.officerId ? inCharge(situation.officerName) : undefined)];
  for (const guard of line.guards ?? []) {
    const refusal = guards[guard](situation, now, mover);
    if (refusal) return [undefined, refusal];
  }
  return [line, undefined];
}

/** What somebody can do now. A new ticket can be taken: it is accepted on the way. */
export function movesOf(situation: Situation, mover: Accessed['mover'], now: Date): TicketMove[] {
  const all = [...new Set(moves.map(({ move }) => move))].filter((move) => !followOn.includes(move));
  const can = (move: TicketMove, from: Situation) => find(move, from, mover, now)[0] !== undefined;
  return all.filter(
    (move) => can(move, situation) || (move === 'take' && situation.status === 'new' && can('take', { ...situation, status: 'accepted' })),
  );
}

const itIs = (status: TicketStatus): Text => ({
  it: `La richiesta è nello stato «${ticketStatusLabels[status].it}»`,
  en: `The ticket is in the state “${ticketStatusLabels[status].en}”`,
});
const inCharge = (name: string | null): Text => ({
  it: name ? `È in carico a ${name}` : 'È in carico a un altro operatore',
  en: name ? `${name} is in charge of it` : 'Another operator is in charge of it',
});
const nobodyInCharge: Text = { it: 'Nessuno la ha in carico: prendila in carico', en: 'Nobody is in charge of it: take charge of it' };
const inChargeOfYou: Text = { it: 'La hai già in carico', en: 'You are in charge of it already' };
const holdsOther: Text = {
  it: 'Altre richieste sono unite a questa: prima separale, oppure scrivi che non serve più',
  en: 'Other tickets were merged into this one: take them out first, or write that it is no longer needed',
};
const mergedForGood: Text = {
  it: 'Un’unione si toglie entro un giorno',
  en: 'A merge is taken back within a day',
};
const termOver: Text = {
  it: 'Il termine per riaprirla è passato: invia una nuova richiesta e cita il numero di questa',
  en: 'The term to reopen it is over: send a new request and quote the number of this one',
};
