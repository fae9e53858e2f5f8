import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { Skeleton } from '@sportello/ui/page-states';
import { useEffect } from 'react';

interface InvitedProps {
  procedureId: string;
  secret: string;
  onOpened: () => void;
}

/** Uses the one-time link by which somebody came to a reserved service (CAT-85). */
export const Invited = ({ procedureId, secret, onOpened }: InvitedProps) => {
  const { mutate, error } = useCommand('rpc.practices.open-access-link.v1', ['rpc.practices.prepare.v1']);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is opened once for each that the address names
  useEffect(() => mutate({ procedureId, secret }, { onSuccess: onOpened }), [procedureId, secret]);
  if (error) return <ErrorNote error={error} onRetry={() => mutate({ procedureId, secret }, { onSuccess: onOpened })} />;
  return <Skeleton lines={4} />;
};
