import { ActionDialog } from '@sportello/ui/action-dialog';
import { ProblemError } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useSay } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { Tick } from '@sportello/ui/tick';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { State } from '../state.js';

type Shown = 'action' | 'failed' | 'confirm' | 'danger';

const error = new ProblemError({ type: 'changed-meanwhile', status: 409, title: 'Nel frattempo è cambiato', instance: 'a1b2c3' });

export const Dialogs = () => {
  const say = useSay();
  const [open, setOpen] = useState<Shown | null>(null);
  const [isTicked, setTicked] = useState(false);
  const close = () => setOpen(null);
  const opener = (shown: Shown, words: string) => (
    <Button type="button" outline color="primary" size="sm" data-walk onClick={() => setOpen(shown)}>
      {words}
    </Button>
  );
  const action = {
    title: say({ it: 'Rinnova il prestito', en: 'Renew the loan' }),
    lead: say({ it: 'Il lettore riceve una mail.', en: 'The reader gets a mail.' }),
    send: say({ it: 'Rinnova', en: 'Renew' }),
    isPending: false,
    onSend: close,
    onClose: close,
  };
  return (
    <State name={{ it: 'Si aprono con un pulsante', en: 'They are opened by a button' }}>
      <div className="ct-buttons">
        {opener('action', say({ it: 'Azione', en: 'Action' }))}
        {opener('failed', say({ it: 'Azione non riuscita', en: 'Action that failed' }))}
        {opener('confirm', say({ it: 'Conferma', en: 'Confirmation' }))}
        {opener('danger', say({ it: 'Conferma di ciò che non si annulla', en: 'Confirmation of what cannot be undone' }))}
      </div>
      {(open === 'action' || open === 'failed') && (
        <ActionDialog {...action} error={open === 'failed' ? error : null}>
          <TextField label={say({ it: 'Motivo', en: 'Reason' })} value="" onChange={() => undefined} rows={3} isRequired hasFocus />
          <Tick
            label={say({ it: 'Confermo il rinnovo', en: 'I confirm the renewal' })}
            isChecked={isTicked}
            mistake={open === 'failed' ? say({ it: 'Spunta la conferma.', en: 'Tick the confirmation.' }) : undefined}
            onChange={setTicked}
          />
        </ActionDialog>
      )}
      {(open === 'confirm' || open === 'danger') && (
        <ConfirmDialog title={action.title} isDangerous={open === 'danger'} onConfirm={close} onCancel={close}>
          <p>{action.lead}</p>
        </ConfirmDialog>
      )}
    </State>
  );
};
