import { normalised } from '@sportello/italy/normalised';

/** One name however it is typed (IDE-52): stored, looked for and counted in this form alone. */
export const usernameOf = (typed: string): string => normalised(typed.trim(), 'NFKC').toLowerCase();
