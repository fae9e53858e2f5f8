import { useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useText } from '@sportello/ui/i18n';
import { Button, type ButtonProps } from 'design-react-kit';
import { useState } from 'react';
import { ChangedDialog } from './changed-dialog.js';
import { useChangeCheck } from './use-change-check.js';

interface DeleteDraftProps {
  id: string;
  /** What is shown of it. */
  version: number;
  number: string;
  /** Then its notice is withdrawn with it. */
  isAwaitingPayment?: boolean;
  look?: Pick<ButtonProps, 'color' | 'outline' | 'size' | 'className'>;
  /** The button is gone then: whoever shows the page says what was done. */
  onDeleted: () => void;
}

/** Throws away what was not sent, or waits for its payment to be, after asking: its content is erased and its number not used again. */
export const DeleteDraft = ({
  id,
  version,
  number,
  isAwaitingPayment = false,
  look = { color: 'danger', outline: true, size: 'sm' },
  onDeleted,
}: DeleteDraftProps) => {
  const text = useText();
  /** The version that was shown when the person began. */
  const [asked, setAsked] = useState<number | null>(null);
  const [hasChanged, setChanged] = useState(false);
  const check = useChangeCheck(id, () => {
    setAsked(null);
    setChanged(true);
  });
  const remove = useCommand('rpc.practices.delete.v1', ['rpc.practices.list-own.v1', 'rpc.practices.prepare.v1']);
  return (
    <>
      <Button type="button" {...look} aria-label={text('delete.named', { number })} onClick={() => setAsked(version)}>
        {text('delete.label')}
      </Button>
      {hasChanged && <ChangedDialog practice={{ id, version }} onClose={() => setChanged(false)} />}
      {asked !== null && (
        <ConfirmDialog
          title={text(isAwaitingPayment ? 'delete.title.notice' : 'delete.title', { number })}
          confirm={text(isAwaitingPayment ? 'delete.confirm.notice' : 'delete.confirm')}
          isDangerous
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() =>
            remove.mutate(
              { id, version: asked },
              {
                onError: check,
                onSuccess: () => {
                  setAsked(null);
                  onDeleted();
                },
              },
            )
          }
          onCancel={() => setAsked(null)}
        >
          <p>{text(isAwaitingPayment ? 'delete.detail.notice' : 'delete.detail')}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
