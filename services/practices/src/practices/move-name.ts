import type { Move } from '@sportello/contracts/practices/states';

/** The commands of people, and what the service does by itself. */
export type MoveName =
  | Move
  | 'register'
  | 'acquire'
  | 'auto-assign'
  | 'auto-assign-officer'
  | 'auto-assign-failed'
  | 'give-back'
  | 'payment-started'
  | 'payment-failed'
  | 'settle'
  | 'present'
  | 'conclude'
  | 'end-observations'
  | 'tacit-approve'
  | 'tacit-reject';
