import { keyOf, ProblemError } from '@sportello/ui/api';
import { useQueryClient } from '@tanstack/react-query';

/** What an action on a practice changes elsewhere on the screen. */
export const changedByAction = [
  'rpc.practices.get.v1',
  'rpc.practices.list-queue.v1',
  'rpc.practices.get-queue-filters.v1',
  'rpc.practices.list-messages.v1',
] as const;

/** True when the server says that the practice is no longer as it was seen. */
export const isConflict = (error: unknown) => error instanceof ProblemError && (error.status === 409 || error.kind === 'not-in-charge');

/** Reads the practice again when the server says that it is not any more as it was seen. */
export const useConflictCheck = (practiceId: string) => {
  const client = useQueryClient();
  return (error: unknown) => {
    if (isConflict(error)) void client.invalidateQueries({ queryKey: keyOf('rpc.practices.get.v1', { id: practiceId }) });
  };
};
