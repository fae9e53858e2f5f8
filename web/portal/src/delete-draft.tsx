import { announce } from '@sportello/ui/announcer';
import { useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useText } from '@sportello/ui/i18n';
import { Button, type ButtonProps } from 'design-react-kit';
import { useState } from 'react';

interface DeleteDraftProps {
  id: string;
  number: string;
  look?: Pick<ButtonProps, 'color' | 'outline' | 'size' | 'className'>;
  onDeleted?: () => void;
}

/** Throws a draft away, after asking: its content is erased and its number not used again. */
export const DeleteDraft = ({ id, number, look = { color: 'danger', outline: true, size: 'sm' }, onDeleted }: DeleteDraftProps) => {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const remove = useCommand('rpc.practices.delete.v1', ['rpc.practices.list-own.v1', 'rpc.practices.prepare.v1']);
  return (
    <>
      <Button type="button" {...look} aria-label={text('delete.named', { number })} onClick={() => setAsking(true)}>
        {text('delete.label')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={text('delete.title', { number })}
          confirm={text('delete.confirm')}
          isDangerous
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() =>
            remove.mutate(
              { id },
              {
                onSuccess: () => {
                  setAsking(false);
                  announce(text('delete.done', { number }));
                  onDeleted?.();
                },
              },
            )
          }
          onCancel={() => setAsking(false)}
        >
          <p>{text('delete.detail')}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
