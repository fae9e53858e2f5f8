import type { Text } from '@sportello/contracts/contract';
import { invalidInput } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';

/** What the schema of a contract cannot know: a value that contradicts the rows. */
export const invalidField = (pointer: string, detail: Text) => new Problem(invalidInput, detail, { errors: [{ pointer, detail }] });
