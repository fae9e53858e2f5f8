import type { Mover } from '@sportello/casework/subject';
import type { Text } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import { notEntitled, procedureClosed, type WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { alreadySent, type Move, moveRefused, notInCharge, type PracticeStatus, statusLabels } from '@sportello/contracts/practices/states';
import { Problem } from '@sportello/messaging/problem';
import { type Window, windowFacts, windowReason } from '../procedures/window.js';
import { insteadOf } from './advice.js';
import type { MoveName } from './move-name.js';

/** The applicant; any officer enabled to the procedure; only the one in charge; the service itself. */
export type Who = 'applicant' | 'officer' | 'officer in charge' | 'system';

/** Settings of the procedure under which a line of the table exists at all. */
const conditions = {
  'one step': ({ requiresConfirmation }: WorkflowSettings) => !requiresConfirmation,
  approval: ({ workflow }: WorkflowSettings) => workflow === 'approval',
  forward: ({ workflow }: WorkflowSettings) => workflow === 'forward',
  registers: ({ registers }: WorkflowSettings) => registers,
  'does not register': ({ registers }: WorkflowSettings) => !registers,
};
export type Condition = keyof typeof conditions;

/** What must hold at this moment; each answers with how to make the problem that it raises, since most only ask whether there is one. */
const guards = {
  'procedure published': ({ procedure }: Situation) =>
    procedure.status === 'published' ? undefined : () => new Problem(procedureClosed, suspended),
  'still entitled': ({ procedure, profileKind }: Situation) =>
    procedure.audience.includes(profileKind) ? undefined : () => new Problem(notEntitled),
  'window open': ({ procedure }: Situation, now: Date) => {
    const reason = windowReason(procedure, now);
    return reason ? () => new Problem(procedureClosed, reason, windowFacts(procedure, now)) : undefined;
  },
  'nobody in charge': ({ officerId, officerName }: Situation) =>
    officerId ? () => new Problem(moveRefused, inCharge(officerName)) : undefined,
};
export type Guard = keyof typeof guards;

export interface Line {
  move: MoveName;
  from: PracticeStatus;
  to: PracticeStatus;
  who: Who;
  if?: readonly Condition[];
  guards?: readonly Guard[];
}

const openNow = ['procedure published', 'still entitled', 'window open'] as const;

/**
 * The machine of a practice. Refusals, the buttons of portal and console, the filters of the queue and the picture in `docs/states.md`
 * are all read from here.
 */
export const moves: readonly Line[] = [
  { move: 'save', from: 'draft', to: 'draft', who: 'applicant', guards: openNow },
  { move: 'complete', from: 'draft', to: 'ready', who: 'applicant', guards: openNow },
  { move: 'reopen', from: 'ready', to: 'draft', who: 'applicant' },
  { move: 'delete', from: 'draft', to: 'deleted', who: 'applicant' },
  { move: 'delete', from: 'ready', to: 'deleted', who: 'applicant' },
  { move: 'submit', from: 'draft', to: 'submitted', who: 'applicant', if: ['one step'], guards: openNow },
  { move: 'submit', from: 'ready', to: 'submitted', who: 'applicant', guards: openNow },
  { move: 'register', from: 'submitted', to: 'registered', who: 'system', if: ['registers'] },
  { move: 'acquire', from: 'submitted', to: 'acquired', who: 'system', if: ['forward', 'does not register'] },
  { move: 'acquire', from: 'registered', to: 'acquired', who: 'system', if: ['forward', 'registers'] },
  {
    move: 'take',
    from: 'submitted',
    to: 'under_review',
    who: 'officer',
    if: ['approval', 'does not register'],
    guards: ['nobody in charge'],
  },
  { move: 'take', from: 'registered', to: 'under_review', who: 'officer', if: ['approval', 'registers'], guards: ['nobody in charge'] },
  { move: 'take', from: 'under_review', to: 'under_review', who: 'officer', if: ['approval'], guards: ['nobody in charge'] },
  { move: 'take', from: 'awaiting_amendment', to: 'awaiting_amendment', who: 'officer', if: ['approval'], guards: ['nobody in charge'] },
  { move: 'take', from: 'amendment_submitted', to: 'amendment_submitted', who: 'officer', if: ['approval'], guards: ['nobody in charge'] },
  { move: 'give-back', from: 'under_review', to: 'submitted', who: 'system', if: ['approval', 'does not register'] },
  { move: 'give-back', from: 'under_review', to: 'registered', who: 'system', if: ['approval', 'registers'] },
  { move: 'give-back', from: 'awaiting_amendment', to: 'awaiting_amendment', who: 'system', if: ['approval'] },
  { move: 'give-back', from: 'amendment_submitted', to: 'amendment_submitted', who: 'system', if: ['approval'] },
  { move: 'request-amendment', from: 'under_review', to: 'awaiting_amendment', who: 'officer in charge', if: ['approval'] },
  { move: 'answer-amendment', from: 'awaiting_amendment', to: 'amendment_submitted', who: 'applicant' },
  { move: 'accept-amendment', from: 'amendment_submitted', to: 'under_review', who: 'officer in charge' },
  { move: 'refuse-amendment', from: 'amendment_submitted', to: 'awaiting_amendment', who: 'officer in charge' },
  { move: 'approve', from: 'under_review', to: 'approved', who: 'officer in charge', if: ['approval'] },
  { move: 'reject', from: 'under_review', to: 'rejected', who: 'officer in charge', if: ['approval'] },
];

/** States before presentation: what stands here does not count, and no officer sees it (PRA-04). */
export const unsent: readonly PracticeStatus[] = ['draft', 'ready'];

/** What the rules look at in a procedure. */
export interface ProcedureRules extends Window {
  status: string;
  audience: readonly ProfileKind[];
  settings: WorkflowSettings;
  contacts: Text | null;
}

/** What the rules look at in a practice. */
export interface Situation {
  status: PracticeStatus;
  /** The profile that the applicant wore when she began. */
  profileKind: ProfileKind;
  officerId: string | null;
  officerName: string | null;
  procedure: ProcedureRules;
}

/** The line by which a move is made now, or the problem that tells why not and what to do instead. */
export function findLine(move: MoveName, situation: Situation, mover: Mover, now: Date): Line | Problem {
  const found = lineOrRefusal(move, situation, mover, now);
  return typeof found === 'function' ? found() : found;
}

function lineOrRefusal(move: MoveName, situation: Situation, mover: Mover, now: Date): Line | (() => Problem) {
  const { status, procedure, officerId, officerName } = situation;
  const side = mover.side;
  const line = moves.find((it) => it.move === move && it.from === status && sideOf(it) === side && exists(it, procedure.settings));
  if (!line) return () => refusal(move, situation, side);
  if (line.who === 'officer in charge' && (side !== 'officer' || officerId !== mover.id)) {
    return () => new Problem(notInCharge, officerId ? inCharge(officerName) : undefined);
  }
  for (const guard of line.guards ?? []) {
    const broken = guards[guard](situation, now);
    if (broken) return broken;
  }
  return line;
}

/** The commands that would succeed now: what is shown as a button. */
export function movesNow(situation: Situation, mover: Mover, now: Date): Move[] {
  const names = new Set(moves.filter(({ from, who }) => from === situation.status && who !== 'system').map(({ move }) => move as Move));
  return [...names].filter((move) => typeof lineOrRefusal(move, situation, mover, now) !== 'function');
}

/** The states that practices of a procedure can reach, in the order of the table (PRA-27). */
export function reachable(settings: WorkflowSettings): Set<PracticeStatus> {
  const reached = new Set<PracticeStatus>(['draft']);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const line of moves) if (reached.has(line.from) && exists(line, settings)) reached.add(line.to);
  }
  return reached;
}

const exists = (line: Line, settings: WorkflowSettings) => (line.if ?? []).every((condition) => conditions[condition](settings));
const sideOf = ({ who }: Line) => (who === 'officer in charge' ? 'officer' : who);

/** A sent request is never changed by its author (PRA-12); everything else is told with what to do instead. */
function refusal(move: MoveName, { status, procedure }: Situation, side: Mover['side']): Problem {
  const isSent = !unsent.includes(status) && status !== 'deleted';
  if (side === 'applicant' && isSent && ['save', 'complete', 'reopen', 'delete'].includes(move)) {
    return new Problem(alreadySent, procedure.contacts ?? undefined);
  }
  const { it, en } = statusLabels[status];
  const advice = insteadOf(move, status, procedure.settings);
  return new Problem(moveRefused, { it: `Stato attuale: ${it}. ${advice.it}`, en: `Current state: ${en}. ${advice.en}` });
}

const inCharge = (officerName: string | null): Text => ({
  it: `La pratica è in carico a ${officerName ?? 'un altro operatore'}`,
  en: `The practice is assigned to ${officerName ?? 'another officer'}`,
});
const suspended: Text = { it: 'Il servizio è sospeso', en: 'The service is suspended' };
