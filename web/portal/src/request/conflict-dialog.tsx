import { ask } from '@sportello/ui/api';
import { Dialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import type { Values } from '@sportello/ui/form/values';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { useQuery } from '@tanstack/react-query';

export interface OtherVersion {
  version: number;
  savedAt: string;
  content: Values;
}

interface ConflictDialogProps {
  practiceId: string;
  onKeepMine: (other: OtherVersion) => void;
  onTakeOther: (other: OtherVersion) => void;
  onClose: () => void;
}

/** The draft was saved from somewhere else meanwhile: mine or theirs, nothing is decided for the person. */
export const ConflictDialog = ({ practiceId, onKeepMine, onTakeOther, onClose }: ConflictDialogProps) => {
  const text = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['conflict', practiceId],
    queryFn: ({ signal }) => ask('rpc.practices.get-content.v1', { id: practiceId }, signal),
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <Dialog
      title={text('conflict.title')}
      onClose={onClose}
      actions={
        data && (
          <>
            <button type="button" className="btn btn-primary" onClick={() => onKeepMine(data)}>
              {text('conflict.mine')}
            </button>
            <button type="button" className="btn btn-outline-primary" onClick={() => onTakeOther(data)}>
              {text('conflict.other')}
            </button>
          </>
        )
      }
    >
      <p>{data ? text('conflict.detail', { at: formatDateTime(data.savedAt) }) : text('ui.wait')}</p>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
    </Dialog>
  );
};
