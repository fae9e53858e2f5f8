import { keyOf, ProblemError } from '@sportello/ui/api';
import { useQueryClient } from '@tanstack/react-query';

/** Reads a practice again, with its form, when a command was refused because it is no more what was shown. */
export const useChangeCheck = (practiceId: string, onChanged: () => void) => {
  const client = useQueryClient();
  return (error: unknown): void => {
    if (!(error instanceof ProblemError) || error.status !== 409) return;
    for (const subject of ['rpc.practices.get.v1', 'rpc.practices.get-content.v1'] as const)
      void client.invalidateQueries({ queryKey: keyOf(subject, { id: practiceId }) });
    void client.invalidateQueries({ queryKey: keyOf('rpc.practices.list-own.v1') });
    if (error.kind === 'changed-meanwhile') onChanged();
  };
};
