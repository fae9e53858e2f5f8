import { ask } from '@sportello/ui/api';
import { Dialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import type { Values } from '@sportello/ui/form/values';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import type { UnusedFile } from '@sportello/ui/unused-files';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';

export interface OtherVersion {
  version: number;
  savedAt: string;
  content: Values;
  unusedFiles: readonly UnusedFile[];
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
            <Button type="button" color="primary" onClick={() => onKeepMine(data)}>
              {text('ui.conflict.mine')}
            </Button>
            <Button type="button" outline color="primary" onClick={() => onTakeOther(data)}>
              {text('ui.conflict.other')}
            </Button>
          </>
        )
      }
    >
      <p>{data ? text('conflict.detail', { at: formatDateTime(data.savedAt) }) : text('ui.wait')}</p>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
    </Dialog>
  );
};
