import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { type Ticket, ticketReads } from './ticket-facts.js';

interface TicketMovesProps {
  ticket: Ticket;
  /** Said when something was done. */
  onDone: (words: string) => void;
}

/** What whoever asked can do now: confirm the solution, reopen, cancel. */
export const TicketMoves = ({ ticket, onDone }: TicketMovesProps) => {
  const text = useText();
  const { id, version, moves } = ticket;
  const [asking, setAsking] = useState<'reopen' | 'cancel' | null>(null);
  const confirm = useCommand('rpc.ticketing.confirm.v1', ticketReads);
  const press = () => {
    if (!confirm.isPending) confirm.mutate({ id, version }, { onSuccess: () => onDone(text('help.confirm.done')) });
  };
  const offered = (['reopen', 'cancel'] as const).filter((move) => moves.includes(move));
  if (offered.length === 0 && !moves.includes('confirm')) return null;
  return (
    <div className="sp-operations sp-no-print">
      {moves.includes('confirm') && (
        <Button type="button" color="primary" size="sm" aria-disabled={confirm.isPending || undefined} onClick={press}>
          {text(confirm.isPending ? 'ui.wait' : 'help.confirm')}
        </Button>
      )}
      {offered.map((move) => (
        <Button key={move} type="button" outline color={move === 'cancel' ? 'danger' : 'primary'} size="sm" onClick={() => setAsking(move)}>
          {text(`help.${move}`)}
        </Button>
      ))}
      {confirm.error ? <ErrorNote error={confirm.error} onRetry={press} /> : null}
      {asking && (
        <WithReason
          move={asking}
          ticket={ticket}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            onDone(text(`help.${asking}.done`));
          }}
        />
      )}
    </div>
  );
};

interface WithReasonProps {
  move: 'reopen' | 'cancel';
  ticket: Ticket;
  /** What was written already. */
  words?: string;
  onClose: () => void;
  onDone: () => void;
}

/** How long a reason may be. */
const LONGEST = 1_000;

export const WithReason = ({ move, ticket: { id, version, number }, words = '', onClose, onDone }: WithReasonProps) => {
  const text = useText();
  const [reason, setReason] = useState(words.slice(0, LONGEST));
  const [isMissing, setMissing] = useState(false);
  const reopen = useCommand('rpc.ticketing.reopen.v1', ticketReads);
  const cancel = useCommand('rpc.ticketing.cancel.v1', ticketReads);
  const command = move === 'reopen' ? reopen : cancel;
  const send = () => {
    if (command.isPending) return;
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') command.mutate({ id, version, reason }, { onSuccess: onDone });
  };
  return (
    <ActionDialog
      title={text(`help.${move}.title`, { number })}
      lead={text(`help.${move}.lead`)}
      send={text(`help.${move}`)}
      color={move === 'cancel' ? 'danger' : 'primary'}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label={text('help.reason')}
        value={reason}
        rows={3}
        isRequired
        hasFocus
        input={{ maxLength: LONGEST }}
        error={isMissing ? text('help.reason.missing') : undefined}
        onChange={setReason}
      />
    </ActionDialog>
  );
};
