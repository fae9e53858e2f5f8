import type { Move } from '@sportello/contracts/practices/states';

/** The commands of people, and what the service does by itself. */
export type MoveName = Move | 'register' | 'acquire' | 'give-back';
