import type { Mover } from '@sportello/casework/subject';
import type { Text } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import type { DuePhase } from '@sportello/contracts/practices/dues';
import { notAsked } from '@sportello/contracts/practices/opinions';
import { notEntitled, procedureClosed, type WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { alreadySent, type Move, moveRefused, notInCharge, type PracticeStatus, statusLabels } from '@sportello/contracts/practices/states';
import { forbidden } from '@sportello/contracts/problems';
import { displayDate, romeDate } from '@sportello/italy/rome-time';
import { Problem } from '@sportello/messaging/problem';
import { sendingReason, sendingWindow, type Windows, windowFacts, windowReason } from '../procedures/window.js';
import { insteadOf } from './advice.js';
import type { MoveName } from './move-name.js';
import { withdrawalGuards, withdrawalRefusal } from './withdrawal.js';

/** The applicant; any officer enabled to the procedure; only the one in charge; managers of the body; the service itself. */
export type Who = 'applicant' | 'officer' | 'asked office' | 'officer in charge' | 'officer in charge or manager' | 'manager' | 'system';

/** Settings of the procedure under which a line of the table exists at all. */
const conditions = {
  'one step': ({ requiresConfirmation }: WorkflowSettings) => !requiresConfirmation,
  approval: ({ workflow }: WorkflowSettings) => workflow === 'approval',
  forward: ({ workflow }: WorkflowSettings) => workflow === 'forward',
  registers: ({ registers }: WorkflowSettings) => registers,
  'does not register': ({ registers }: WorkflowSettings) => !registers,
  'can be withdrawn': ({ canBeWithdrawn }: WorkflowSettings) => canBeWithdrawn === true,
  'paid first': ({ payment }: WorkflowSettings) => payment === 'request',
  'not paid first': ({ payment }: WorkflowSettings) => payment !== 'request',
  'dues at release': ({ payment, stamps }: WorkflowSettings) => payment === 'release' || stamps === 'release',
  'partial approval': ({ allowsPartialApproval }: WorkflowSettings) => allowsPartialApproval === true,
  'can be reopened': ({ canBeReopened }: WorkflowSettings) => canBeReopened === true,
  'silence approves': ({ tacit }: WorkflowSettings) => tacit === 'approved',
  'silence rejects': ({ tacit }: WorkflowSettings) => tacit === 'rejected',
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
  'sending open': ({ procedure }: Situation, now: Date) => {
    const reason = sendingReason(procedure, now);
    return reason ? () => new Problem(procedureClosed, reason, windowFacts(sendingWindow(procedure), now)) : undefined;
  },
  // What nobody could complete again is not opened again.
  'filled in again': ({ procedure }: Situation, now: Date) => {
    const reason = procedure.sendingOpensAt && windowReason(procedure, now);
    return reason ? () => new Problem(procedureClosed, reason, windowFacts(procedure, now)) : undefined;
  },
  'nobody in charge': ({ officerId, officerName }: Situation) =>
    officerId ? () => new Problem(moveRefused, inCharge(officerName)) : undefined,
  'not sent': (situation: Situation) => (situation.phase === 'request' ? undefined : () => sentAlready(situation)),
  'before presentation': ({ phase }: Situation) => (phase === 'request' ? undefined : () => new Problem(moveRefused, presentedAlready)),
  'was presented': ({ phase }: Situation) => (phase === 'request' ? () => new Problem(moveRefused, neverPresented) : undefined),
  'opinion awaited': ({ opinionBy }: Situation) => (opinionBy ? undefined : () => new Problem(moveRefused, noOpinionAwaited)),
  'no opinion waited for': ({ opinionBy, procedure }: Situation, now: Date) =>
    procedure.settings.waitsForOpinions && opinionBy && romeDate(now) <= opinionBy
      ? () => new Problem(moveRefused, opinionIsAwaited(opinionBy))
      : undefined,
  'outcome decided': ({ phase }: Situation) => (phase === 'release' ? undefined : () => new Problem(moveRefused, notDecided)),
  'of the office': ({ officeOnly, officeId, officeName }: Situation, _now: Date, mover: Mover) => {
    if (!officeOnly || !officeId || mover.side !== 'officer' || mover.isManager || mover.officeId === officeId) return undefined;
    return () => new Problem(moveRefused, ofOffice(officeName ?? null));
  },
  'somebody else in charge': ({ officerId }: Situation, _now: Date, mover: Mover) => {
    if (officerId === null) return () => new Problem(moveRefused, nobodyInCharge);
    return mover.side === 'officer' && mover.id === officerId ? () => new Problem(moveRefused, inChargeOfYou) : undefined;
  },
  ...withdrawalGuards,
  'term over': ({ answerBy }: Situation, now: Date) => (answerBy && romeDate(now) > answerBy ? undefined : () => new Problem(moveRefused)),
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

/** In the order in which they are told (PRA-21). */
const withdrawable = { to: 'withdrawn', who: 'applicant', if: ['can be withdrawn'], guards: ['no payment', 'no number awaited'] } as const;

/** What came in and was given to nobody yet. What has its number keeps it, also where the service no longer registers. */
const arrived = [
  { from: 'submitted', if: ['approval', 'does not register'] },
  { from: 'registered', if: ['approval'] },
] as const;
const reopenable = ['approved', 'partially_approved', 'rejected', 'withdrawn', 'cancelled'] as const;
/** Also where additions have come and nobody has looked at them: the term runs again from the answer, not from its assessment. */
export const running = ['submitted', 'registered', 'under_review', 'amendment_submitted'] as const;
/** Looked at once, and waiting for the applicant or for what she answered to be looked at. */
const waiting = ['awaiting_amendment', 'amendment_submitted', 'awaiting_observations'] as const;
/** Where somebody is in charge and there is still something to do. */
export const worked = ['under_review', ...waiting] as const;
/** Sent, and not ended. */
const underWay = ['submitted', 'registered', ...worked] as const;
/** What is under review and has nobody in charge any more is again as it came in. */
const givenBack = [
  { from: 'under_review', to: 'submitted', if: ['approval', 'does not register'] },
  { from: 'under_review', to: 'registered', if: ['approval', 'registers'] },
] as const;
const byOffice = { who: 'officer', if: ['approval'], guards: ['of the office'] } as const;
/** What an outcome may have to wait for. */
const decidable = ['no opinion waited for'] as const;
const openNow = ['procedure published', 'still entitled', 'window open'] as const;
const sendingNow = ['procedure published', 'still entitled', 'sending open'] as const;

/**
 * The machine of a practice. Refusals, the buttons of portal and console, the filters of the queue and the picture in `docs/states.md`
 * are all read from here.
 */
export const moves: readonly Line[] = [
  { move: 'save', from: 'draft', to: 'draft', who: 'applicant', guards: openNow },
  { move: 'complete', from: 'draft', to: 'ready', who: 'applicant', guards: openNow },
  { move: 'reopen', from: 'ready', to: 'draft', who: 'applicant', guards: ['filled in again'] },
  { move: 'delete', from: 'draft', to: 'deleted', who: 'applicant' },
  { move: 'delete', from: 'ready', to: 'deleted', who: 'applicant' },
  { move: 'delete', from: 'awaiting_payment', to: 'deleted', who: 'applicant', guards: ['not sent'] },
  { move: 'submit', from: 'draft', to: 'submitted', who: 'applicant', if: ['one step', 'not paid first'], guards: sendingNow },
  { move: 'submit', from: 'ready', to: 'submitted', who: 'applicant', if: ['not paid first'], guards: sendingNow },
  { move: 'proceed-to-payment', from: 'ready', to: 'awaiting_payment', who: 'applicant', if: ['paid first'], guards: sendingNow },
  { move: 'payment-started', from: 'awaiting_payment', to: 'payment_in_progress', who: 'system' },
  { move: 'payment-failed', from: 'payment_in_progress', to: 'awaiting_payment', who: 'system' },
  { move: 'settle', from: 'awaiting_payment', to: 'paid', who: 'system' },
  { move: 'settle', from: 'payment_in_progress', to: 'paid', who: 'system' },
  { move: 'register-payment', from: 'awaiting_payment', to: 'paid', who: 'officer' },
  { move: 'register-payment', from: 'payment_in_progress', to: 'paid', who: 'officer' },
  { move: 'exempt', from: 'awaiting_payment', to: 'submitted', who: 'officer', guards: ['before presentation'] },
  { move: 'present', from: 'paid', to: 'submitted', who: 'system', guards: ['before presentation'] },
  { move: 'conclude', from: 'paid', to: 'approved', who: 'system', guards: ['outcome decided'] },
  { move: 'register', from: 'submitted', to: 'registered', who: 'system', if: ['registers'] },
  { move: 'acquire', from: 'submitted', to: 'acquired', who: 'system', if: ['forward', 'does not register'] },
  { move: 'acquire', from: 'registered', to: 'acquired', who: 'system', if: ['forward', 'registers'] },
  ...arrived.flatMap((line): Line[] => [
    { move: 'auto-assign', ...line, to: line.from, who: 'system' },
    { move: 'auto-assign-officer', ...line, to: 'under_review', who: 'system' },
    { move: 'auto-assign-failed', ...line, to: line.from, who: 'system' },
  ]),
  ...arrived.map(
    (line): Line => ({ move: 'take', ...line, to: 'under_review', who: 'officer', guards: ['nobody in charge', 'of the office'] }),
  ),
  ...worked.map((from): Line => ({ move: 'take', from, to: from, ...byOffice, guards: ['nobody in charge', 'of the office'] })),
  ...worked.map((from): Line => ({ move: 'take-over', from, to: from, ...byOffice, guards: ['somebody else in charge', 'of the office'] })),
  ...arrived.map((line): Line => ({ move: 'assign', ...line, to: 'under_review', who: 'officer', guards: ['of the office'] })),
  ...worked.map((from): Line => ({ move: 'assign', from, to: from, ...byOffice })),
  ...arrived.map((line): Line => ({ move: 'assign-office', ...line, to: line.from, who: 'officer', guards: ['of the office'] })),
  ...givenBack.map((line): Line => ({ move: 'assign-office', ...line, who: 'officer', guards: ['of the office'] })),
  ...waiting.map((from): Line => ({ move: 'assign-office', from, to: from, ...byOffice })),
  ...givenBack.map((line): Line => ({ move: 'release', ...line, who: 'officer in charge' })),
  ...waiting.map((from): Line => ({ move: 'release', from, to: from, who: 'officer in charge', if: ['approval'] })),
  ...givenBack.map((line): Line => ({ move: 'give-back', ...line, who: 'system' })),
  ...waiting.map((from): Line => ({ move: 'give-back', from, to: from, who: 'system', if: ['approval'] })),
  { move: 'request-amendment', from: 'under_review', to: 'awaiting_amendment', who: 'officer in charge', if: ['approval'] },
  { move: 'answer-amendment', from: 'awaiting_amendment', to: 'amendment_submitted', who: 'applicant' },
  { move: 'accept-amendment', from: 'amendment_submitted', to: 'under_review', who: 'officer in charge' },
  { move: 'refuse-amendment', from: 'amendment_submitted', to: 'awaiting_amendment', who: 'officer in charge' },
  { move: 'correct', from: 'under_review', to: 'under_review', who: 'officer in charge', if: ['approval'] },
  ...underWay.map((from): Line => ({ move: 'withdraw', from, ...withdrawable })),
  { move: 'close-amendment', from: 'awaiting_amendment', to: 'under_review', who: 'officer in charge' },
  { move: 'announce-refusal', from: 'under_review', to: 'awaiting_observations', who: 'officer in charge', if: ['approval'] },
  { move: 'send-observations', from: 'awaiting_observations', to: 'under_review', who: 'applicant' },
  { move: 'end-observations', from: 'awaiting_observations', to: 'under_review', who: 'system' },
  ...worked.map((from): Line => ({ move: 'ask-opinion', from, to: from, who: 'officer in charge', if: ['approval'] })),
  // Also where nobody is in charge any more: what was asked is answered.
  ...underWay.map(
    (from): Line => ({ move: 'give-opinion', from, to: from, who: 'asked office', if: ['approval'], guards: ['opinion awaited'] }),
  ),
  ...worked.map(
    (from): Line => ({ move: 'drop-opinion', from, to: from, who: 'officer in charge', if: ['approval'], guards: ['opinion awaited'] }),
  ),
  { move: 'approve', from: 'under_review', to: 'approved', who: 'officer in charge', if: ['approval'], guards: decidable },
  {
    move: 'approve-with-dues',
    from: 'under_review',
    to: 'awaiting_payment',
    who: 'officer in charge',
    if: ['approval', 'dues at release'],
    guards: decidable,
  },
  {
    move: 'approve-partially',
    from: 'under_review',
    to: 'partially_approved',
    who: 'officer in charge',
    if: ['approval', 'partial approval'],
    guards: decidable,
  },
  { move: 'reject', from: 'under_review', to: 'rejected', who: 'officer in charge', if: ['approval'], guards: decidable },
  ...underWay.map((from): Line => ({ move: 'cancel', from, to: 'cancelled', who: 'officer in charge or manager', if: ['approval'] })),
  { move: 'cancel', from: 'awaiting_payment', to: 'cancelled', who: 'officer in charge or manager' },
  ...reopenable.map(
    (from): Line => ({
      move: 'reopen-closed',
      from,
      to: 'under_review',
      who: 'manager',
      if: ['approval', 'can be reopened'],
      guards: ['was presented'],
    }),
  ),
  ...running.map(
    (from): Line => ({
      move: 'tacit-approve',
      from,
      to: 'approved',
      who: 'system',
      if: ['approval', 'silence approves'],
      guards: ['term over'],
    }),
  ),
  ...running.map(
    (from): Line => ({
      move: 'tacit-reject',
      from,
      to: 'rejected',
      who: 'system',
      if: ['approval', 'silence rejects'],
      guards: ['term over'],
    }),
  ),
];

/** States before presentation: what stands here does not count, and no officer sees it (PRA-04). */
export const unsent: readonly PracticeStatus[] = ['draft', 'ready'];

/** What the rules look at in a procedure. */
export interface ProcedureRules extends Windows {
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
  /** Who stands in for the officer in charge at this moment: she works in her place. */
  substituteId?: string | null;
  /** Whether only officers of its office work it. */
  officeOnly?: boolean;
  officeId?: string | null;
  officeName?: string | null;
  /** What waits for stamps and payments: the presentation of a request, or an outcome that was decided. Neither, as long as nothing waits. */
  phase?: DuePhase | null;
  /** Whether a payment was asked for, begun or made, or a stamp asked for or declared, whatever became of it. */
  hasPayment?: boolean;
  /** Last day for the answer, for what depends on it. */
  answerBy?: string | null;
  /** Last day of the opinions that are awaited; null when none is. */
  opinionBy?: string | null;
  procedure: ProcedureRules;
}

/** The line by which a move is made now, or the problem that tells why not and what to do instead. */
export function findLine(move: MoveName, situation: Situation, mover: Mover, now: Date): Line | Problem {
  const found = lineOrRefusal(move, situation, mover, now);
  return typeof found === 'function' ? found() : found;
}

function lineOrRefusal(move: MoveName, situation: Situation, mover: Mover, now: Date): Line | (() => Problem) {
  const { status, procedure, officerName } = situation;
  const side = mover.side;
  const line = moves.find((it) => it.move === move && it.from === status && sideOf(it) === side && exists(it, procedure.settings));
  if (!line) return () => refusal(move, situation, side);
  const isManager = side === 'officer' && mover.isManager === true;
  if (line.who === 'manager' && !isManager) return () => new Problem(forbidden);
  if (line.who === 'asked office' && !(side === 'officer' && mover.isAsked)) return () => new Problem(notAsked);
  const isEnough = line.who === 'officer in charge or manager' && isManager;
  if (isHolders(line) && !isEnough && !(side === 'officer' && isHeldBy(situation, mover.id))) {
    return () => new Problem(notInCharge, situation.officerId ? inCharge(officerName) : undefined);
  }
  for (const guard of line.guards ?? []) {
    const broken = guards[guard](situation, now, mover);
    if (broken) return broken;
  }
  return line;
}

/** Whether somebody is in charge, or stands in for who is. */
export const isHeldBy = ({ officerId, substituteId }: Pick<Situation, 'officerId' | 'substituteId'>, id: string): boolean =>
  officerId !== null && (officerId === id || substituteId === id);

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
const isHolders = ({ who }: Line) => who === 'officer in charge' || who === 'officer in charge or manager';
const sideOf = ({ who }: Line) => (who === 'applicant' || who === 'system' ? who : 'officer');

/** A sent request is never changed by its author (PRA-12); everything else is told with what to do instead. */
function refusal(move: MoveName, situation: Situation, side: Mover['side']): Problem {
  const { status, procedure } = situation;
  if (move === 'withdraw') return withdrawalRefusal(situation, side);
  const isSent = !unsent.includes(status) && status !== 'deleted';
  const isBeingPaid = move === 'delete' && status === 'payment_in_progress' && situation.phase === 'request';
  if (side === 'applicant' && isSent && !isBeingPaid && ['save', 'complete', 'reopen', 'delete'].includes(move)) {
    return sentAlready(situation);
  }
  const { it, en } = statusLabels[status];
  const advice = insteadOf(move, status, procedure.settings);
  return new Problem(moveRefused, { it: `Stato attuale: ${it}. ${advice.it}`, en: `Current state: ${en}. ${advice.en}` });
}

const sentAlready = ({ procedure }: Situation) => new Problem(alreadySent, procedure.contacts ?? undefined);
const inCharge = (officerName: string | null): Text => ({
  it: `La pratica è in carico a ${officerName ?? 'un altro operatore'}`,
  en: `The practice is assigned to ${officerName ?? 'another officer'}`,
});
const ofOffice = (office: string | null): Text => ({
  it: `La pratica è riservata all’ufficio ${office ?? 'a cui è assegnata'}`,
  en: `Only ${office ?? 'the office that it is assigned to'} may work the practice`,
});
const nobodyInCharge: Text = {
  it: 'Nessuno ha in carico la pratica: prendila in carico',
  en: 'Nobody is in charge of the practice: take charge of it',
};
const inChargeOfYou: Text = { it: 'La pratica è già in carico a te', en: 'You are in charge of the practice already' };
const noOpinionAwaited: Text = { it: 'Nessun parere è in attesa', en: 'No opinion is awaited' };
const opinionIsAwaited = (by: string): Text => ({
  it: `È atteso il parere di un altro ufficio: si può decidere quando arriva, o dal giorno dopo il ${displayDate(by)}`,
  en: `The opinion of another office is awaited: it can be decided when it comes, or from the day after ${displayDate(by)}`,
});
const presentedAlready: Text = { it: "L'istanza è già stata presentata", en: 'The request has been presented already' };
const neverPresented: Text = {
  it: "L'istanza non è mai stata presentata: il richiedente ne invia una nuova",
  en: 'The request was never presented: the applicant sends a new one',
};
const notDecided: Text = { it: "Non c'è un esito da rilasciare", en: 'There is no outcome to release' };
const suspended: Text = { it: 'Il servizio è sospeso', en: 'The service is suspended' };
