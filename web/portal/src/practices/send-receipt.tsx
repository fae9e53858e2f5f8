import { newId } from '@sportello/contracts/id';
import { asMail, isMail } from '@sportello/italy/typed-text';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';

/** Has the receipt sent by mail once more, for who had none or had given a wrong address (NOT-24). */
export const SendReceipt = ({ id, number }: { id: string; number: string }) => {
  const text = useText();
  /** Of the mail that is asked for: said again because the answer was lost, it is the same one. */
  const [mailId, setMailId] = useState<string | null>(null);
  return (
    <>
      <Button type="button" color="link" className="p-0 sp-no-print" onClick={() => setMailId(newId())}>
        {text('practice.receipt.again')}
      </Button>
      {mailId && <ReceiptDialog id={id} number={number} mailId={mailId} onClose={() => setMailId(null)} />}
    </>
  );
};

const ReceiptDialog = ({ id, number, mailId, onClose }: { id: string; number: string; mailId: string; onClose: () => void }) => {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const command = useCommand('rpc.practices.send-receipt.v1');
  const address = asMail(typed);
  const mistake = address !== '' && !isMail(address);
  const send = () => {
    setChecked(true);
    if (mistake) return;
    const onSuccess = () => {
      onClose();
      toast({ words: text('practice.receipt.sent', { number }) });
    };
    command.mutate({ id, mailId, address: address || null }, { onSuccess });
  };
  return (
    <ActionDialog
      title={text('practice.receipt.again')}
      lead={text('practice.receipt.lead')}
      send={text('practice.receipt.send')}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label={text('practice.receipt.address')}
        value={typed}
        onChange={setTyped}
        help={text('practice.receipt.help')}
        {...(isChecked && mistake && { error: text('practice.receipt.mistake') })}
        input={{ type: 'email', autoComplete: 'email', maxLength: 254 }}
        hasFocus
      />
    </ActionDialog>
  );
};
