import type { AskedOf, Subject } from '@sportello/contracts/web';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { ticketPriority } from '@sportello/ui/ticket-status';
import { toast } from '@sportello/ui/toasts';
import { useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { AfterChoice } from '../after-choice.js';
import { useDraft } from '../drafts.js';
import { useCommands } from '../keys/commands.js';
import type { Ticket } from './ticket.js';

const reads = [
  'rpc.ticketing.get.v1',
  'rpc.ticketing.list-queue.v1',
  'rpc.ticketing.count-queue.v1',
  'rpc.ticketing.list-messages.v1',
] as const satisfies readonly Subject[];

/** Moves with words of their own; each opens a dialog. */
const worded = ['ask', 'solve', 'reroute', 'prioritise', 'merge', 'cancel'] as const;
type Worded = (typeof worded)[number];
const plain = ['take', 'accept', 'unmerge'] as const;
export type Done = Worded | (typeof plain)[number];

/** After them there is nothing left for her to do here. */
const offHands: readonly Done[] = ['ask', 'solve', 'reroute', 'merge', 'cancel'];

interface MovesProps {
  ticket: Ticket;
  /** What was done, and whether that took it off her hands. */
  onDone: (move: Done, isOffHands: boolean) => void;
}

/** What an operator can do now with a ticket, and where to go then. */
export const Moves = ({ ticket, onDone }: MovesProps) => {
  const text = useText();
  const { id, version, moves } = ticket;
  /** With the ticket as it was shown when the dialog opened: what came meanwhile is read before it is answered. */
  const [asking, setAsking] = useState<{ move: Worded; seen: Ticket } | null>(null);
  const accept = useCommand('rpc.ticketing.accept.v1', reads);
  const take = useCommand('rpc.ticketing.take.v1', reads);
  const unmerge = useCommand('rpc.ticketing.unmerge.v1', reads);
  const commands = { accept, take, unmerge };
  const isPending = plain.some((move) => commands[move].isPending);
  const press = (move: keyof typeof commands) => {
    if (isPending) return;
    // What another button failed at is told no longer.
    for (const one of plain) commands[one].reset();
    commands[move].mutate({ id, version }, { onSuccess: () => onDone(move, false) });
  };
  const isTakeOver = moves.includes('take-over');
  const can = { accept: moves.includes('accept'), take: moves.includes('take') || isTakeOver, unmerge: moves.includes('unmerge') };
  useCommands({ take: () => can.take && press('take') });
  const offered = plain.filter((move) => can[move]);
  const opening = worded.filter((move) => moves.includes(move));
  const failed = plain.find((move) => commands[move].error);
  // It outlives the buttons: when the ticket has moved on, what was sent is still to be told.
  const dialog = asking && (
    <MoveDialog
      move={asking.move}
      ticket={asking.seen}
      onClose={() => setAsking(null)}
      onDone={() => {
        setAsking(null);
        onDone(asking.move, offHands.includes(asking.move));
      }}
    />
  );
  if (offered.length + opening.length === 0) return dialog;
  return (
    <>
      <section className="sc-action-bar sp-no-print" aria-label={text('tickets.actions')}>
        <div className="sc-buttons">
          {offered.map((move) => (
            <Button
              key={move}
              type="button"
              color="primary"
              outline={move !== 'take' || isTakeOver}
              size="sm"
              aria-disabled={isPending || undefined}
              onClick={() => press(move)}
            >
              {commands[move].isPending
                ? text('ui.wait')
                : text(move === 'take' && isTakeOver ? 'tickets.do.take-over' : `tickets.do.${move}`, { name: ticket.officerName ?? '' })}
            </Button>
          ))}
          {opening.map((move) => (
            <Button
              key={move}
              type="button"
              outline={move !== 'solve'}
              color={move === 'cancel' ? 'danger' : 'primary'}
              size="sm"
              onClick={() => setAsking({ move, seen: ticket })}
            >
              {text(`tickets.do.${move}`)}
            </Button>
          ))}
          <AfterChoice />
        </div>
        {failed && <ErrorNote error={commands[failed].error} onRetry={can[failed] ? () => press(failed) : undefined} />}
      </section>
      {dialog}
    </>
  );
};

interface MoveDialogProps {
  move: Worded;
  ticket: Ticket;
  onClose: () => void;
  onDone: () => void;
}

const MoveDialog = (props: MoveDialogProps) => {
  const { move } = props;
  if (move === 'reroute') return <RerouteDialog {...props} />;
  if (move === 'prioritise') return <PriorityDialog {...props} />;
  if (move === 'merge') return <MergeDialog {...props} />;
  return <WordsDialog {...props} move={move} />;
};

const commands = { ask: 'rpc.ticketing.ask-author.v1', solve: 'rpc.ticketing.solve.v1', cancel: 'rpc.ticketing.cancel.v1' } as const;

const WordsDialog = ({ move, ticket, onClose, onDone }: MoveDialogProps & { move: keyof typeof commands }) => {
  const text = useText();
  const { id, version, number, applicantName } = ticket;
  const [words, setWords] = useDraft(id, `ticket-${move}`);
  const [isMissing, setMissing] = useState(false);
  const ask = useCommand(commands.ask, reads);
  const solve = useCommand(commands.solve, reads);
  const cancel = useCommand(commands.cancel, reads);
  const command = { ask, solve, cancel }[move];
  const send = () => {
    if (command.isPending) return;
    setMissing(words.trim() === '');
    if (words.trim() === '') return;
    const seen = { id, version };
    const onSuccess = () => {
      setWords('');
      onDone();
    };
    if (move === 'ask') ask.mutate({ ...seen, question: words }, { onSuccess });
    else if (move === 'solve') solve.mutate({ ...seen, solution: words }, { onSuccess });
    else cancel.mutate({ ...seen, reason: words }, { onSuccess });
  };
  return (
    <ActionDialog
      title={`${text(`tickets.do.${move}`)} - ${number}`}
      lead={text(`tickets.lead.${move}`, { name: applicantName })}
      send={text(`tickets.do.${move}`)}
      color={move === 'cancel' ? 'danger' : 'primary'}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label={text(`tickets.words.${move}`)}
        value={words}
        rows={5}
        isRequired
        hasFocus
        input={{ maxLength: move === 'cancel' ? 1_000 : 5_000 }}
        error={isMissing ? text('tickets.write.missing') : undefined}
        onChange={setWords}
      />
    </ActionDialog>
  );
};

/** After it the ticket may be of a desk to which she is not enabled: then there is nothing to go back to. */
const RerouteDialog = ({ ticket, onClose, onDone }: MoveDialogProps) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const { id, version, number, deskId } = ticket;
  const desks = useAll('rpc.ticketing.list-desks.v1', {});
  const [to, setTo] = useDraft(id, 'ticket-reroute-to');
  const [reason, setReason] = useDraft(id, 'ticket-reroute');
  const [isTried, setTried] = useState(false);
  const reroute = useCommand('rpc.ticketing.reroute.v1', reads);
  const others = (desks.data ?? []).filter((desk) => desk.id !== deskId);
  const chosen = others.find((desk) => desk.id === to);
  const send = () => {
    if (reroute.isPending) return;
    setTried(true);
    if (!chosen || reason.trim() === '') return;
    reroute.mutate(
      { id, version, deskId: chosen.id, reason },
      {
        onSuccess: () => {
          setTo('');
          setReason('');
          if (chosen.mayWork) return onDone();
          toast({ words: text('tickets.rerouted', { number, desk: say(chosen.name) }) });
          go('/ticket');
        },
      },
    );
  };
  return (
    <ActionDialog
      title={`${text('tickets.do.reroute')} - ${number}`}
      lead={text('tickets.lead.reroute')}
      send={text('tickets.do.reroute')}
      isPending={reroute.isPending}
      error={reroute.error}
      onSend={send}
      onClose={onClose}
    >
      <Loaded query={desks} skeleton={<Skeleton lines={2} />}>
        {() => (
          <SelectField
            label={text('tickets.desk')}
            value={to}
            options={[{ value: '', label: text('tickets.choose') }, ...others.map((desk) => ({ value: desk.id, label: say(desk.name) }))]}
            isRequired
            error={isTried && !chosen ? text('tickets.desk.missing') : undefined}
            onChange={setTo}
          />
        )}
      </Loaded>
      <TextField
        label={text('tickets.words.reroute')}
        value={reason}
        rows={3}
        isRequired
        input={{ maxLength: 1_000 }}
        error={isTried && reason.trim() === '' ? text('tickets.write.missing') : undefined}
        onChange={setReason}
      />
    </ActionDialog>
  );
};

const MergeDialog = ({ ticket: { id, version, number }, onClose, onDone }: MoveDialogProps) => {
  const text = useText();
  const [into, setInto] = useDraft(id, 'ticket-merge');
  const [isTried, setTried] = useState(false);
  const merge = useCommand('rpc.ticketing.merge.v1', reads);
  const intoNumber = into.trim().toUpperCase();
  const isNumber = /^CS\d{7}$/.test(intoNumber);
  const send = () => {
    if (merge.isPending) return;
    setTried(true);
    const onSuccess = () => {
      setInto('');
      onDone();
    };
    if (isNumber) merge.mutate({ id, version, intoNumber }, { onSuccess });
  };
  return (
    <ActionDialog
      title={`${text('tickets.do.merge')} - ${number}`}
      lead={text('tickets.lead.merge')}
      send={text('tickets.do.merge')}
      isPending={merge.isPending}
      error={merge.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label={text('tickets.words.merge')}
        value={into}
        isRequired
        hasFocus
        input={{ maxLength: 20, autoComplete: 'off', spellCheck: false }}
        error={isTried && !isNumber ? text('tickets.merge.wrong') : undefined}
        onChange={setInto}
      />
    </ActionDialog>
  );
};

const priorities = [1, 2, 3, 4] as const;

const PriorityDialog = ({ ticket, onClose, onDone }: MoveDialogProps) => {
  const text = useText();
  const { id, version, number } = ticket;
  const [priority, setPriority] = useState(ticket.priority);
  const prioritise = useCommand('rpc.ticketing.prioritise.v1', reads);
  const send = () => {
    const asked: AskedOf<'rpc.ticketing.prioritise.v1'> = { id, version, priority };
    if (!prioritise.isPending) prioritise.mutate(asked, { onSuccess: onDone });
  };
  return (
    <ActionDialog
      title={`${text('tickets.do.prioritise')} - ${number}`}
      lead={text('tickets.lead.prioritise')}
      send={text('tickets.do.prioritise')}
      isPending={prioritise.isPending}
      error={prioritise.error}
      onSend={send}
      onClose={onClose}
    >
      <SelectField
        label={text('tickets.column.priority')}
        value={String(priority)}
        options={priorities.map((value) => ({ value: String(value), label: ticketPriority(value) }))}
        onChange={(value) => setPriority(Number(value))}
      />
    </ActionDialog>
  );
};
