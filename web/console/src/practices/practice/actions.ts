import type { AnswerOf } from '@sportello/contracts/web';

export type Practice = AnswerOf<'rpc.practices.get.v1'>;

/** What an officer may do to a practice, in the order of the buttons. */
export const actions = [
  'take',
  'approve',
  'reject',
  'accept-amendment',
  'refuse-amendment',
  'request-amendment',
  'announce-refusal',
  'correct',
  'ask-opinion',
  'give-opinion',
  'drop-opinion',
  'close-amendment',
  'reopen-closed',
  'take-over',
  'assign',
  'release',
  'cancel',
] as const satisfies readonly Practice['moves'][number][];
export type Action = (typeof actions)[number];

export interface Offer {
  action: Action;
  /** Why it is shown and does nothing; null when it can be done. */
  off: 'take-first' | 'other' | null;
}

const decisions: readonly Action[] = ['approve', 'reject', 'request-amendment'];
const assessments: readonly Action[] = ['accept-amendment', 'refuse-amendment'];

/** What the officer in charge could do in each state: others see it, off. */
const ofWhoHolds: Partial<Record<Practice['status'], readonly Action[]>> = {
  under_review: decisions,
  amendment_submitted: assessments,
};

type Held = Pick<Practice, 'moves' | 'status' | 'officer'>;

/**
 * The buttons of a practice. They are the moves of the answer; what only lacks the right is shown off, with its
 * reason, and what the state does not allow is not there.
 */
export function offersOf({ moves, status, officer }: Held, personId: string): Offer[] {
  const may = (action: Action) => moves.includes(action);
  const off: Offer['off'] | undefined = may('take') ? 'take-first' : officer && officer.id !== personId ? 'other' : undefined;
  const shown = off ? (ofWhoHolds[status] ?? (off === 'take-first' && !officer ? decisions : [])) : [];
  return actions.flatMap((action): Offer[] => {
    if (may(action)) return [{ action, off: null }];
    return off && shown.includes(action) ? [{ action, off }] : [];
  });
}

/** Whose turn it is, for the help under the state. */
export type Turn = 'office' | 'officer' | 'applicant' | 'registering' | 'nobody';

export function turnOf({ moves, status }: Held): Turn {
  switch (status) {
    case 'draft':
    case 'ready':
    case 'awaiting_payment':
    case 'payment_in_progress':
    case 'awaiting_amendment':
    case 'awaiting_observations':
      return 'applicant';
    case 'submitted':
      return moves.includes('take') ? 'office' : 'registering';
    case 'registered':
      return 'office';
    case 'under_review':
    case 'amendment_submitted':
      return 'officer';
    default:
      return 'nobody';
  }
}

/** Where to go after an action that handed the practice on; the others leave it to be worked. */
export const handsOn = (action: Action): boolean =>
  ![
    'take',
    'take-over',
    'correct',
    'accept-amendment',
    'close-amendment',
    'reopen-closed',
    'ask-opinion',
    'give-opinion',
    'drop-opinion',
  ].includes(action);

/** What waits to be judged stands before the form: the part of the page that a practice opens on. */
export function partToJudge({
  status,
  observations = [],
  opinions = [],
}: Pick<Practice, 'status' | 'observations' | 'opinions'>): 'amendments' | 'observations' | 'opinions' | null {
  if (opinions.some(({ mayGive }) => mayGive)) return 'opinions';
  if (status === 'amendment_submitted') return 'amendments';
  return status === 'under_review' && observations.at(-1)?.status === 'sent' ? 'observations' : null;
}
