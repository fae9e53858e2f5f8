import { ActionDialog } from '@sportello/ui/action-dialog';
import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { Dialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { romeHour } from '@sportello/ui/rome-hours';
import { SummaryList } from '@sportello/ui/summary-list';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { ApplicantFields, applicantOf, isComplete, typedOf } from './applicant-fields.js';
import { type Appointment, AppointmentStatus, changed, hasBegun, nameOf, untold, useServiceName, useWhen } from './appointment.js';
import { MessageField } from './message-field.js';

interface AppointmentDialogProps {
  id: string;
  onMove: (appointment: Appointment) => void;
  onClose: () => void;
  /** It is cancelled or refused: where it stood it stands no longer. */
  onEnded: () => void;
}

type Part = 'edit' | 'cancel' | 'refuse' | 'drop';

/** One appointment: what the citizen typed, and what can be done with it (APP-15, APP-16, APP-19 to APP-22). */
export const AppointmentDialog = ({ id, onMove, onClose, onEnded }: AppointmentDialogProps) => {
  const text = useText();
  const { data, error, refetch } = useAsk('rpc.appointments.get-desk.v1', { id });
  const [part, setPart] = useState<Part | 'look'>('look');
  // What is being typed stays, whatever comes of reading it again: what is sent then is refused with its reason.
  const isGone = part === 'look' && error instanceof ProblemError && [403, 404].includes(error.status);
  if (!data || isGone)
    return (
      <Dialog title={text('calendars.appointment')} onClose={onClose}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={5} />}
      </Dialog>
    );
  const back = () => setPart('look');
  if (part === 'edit') return <Edit appointment={data} onClose={back} />;
  if (part !== 'look') return <End appointment={data} kind={part} onClose={back} onDone={onEnded} />;
  return <Look appointment={data} error={error} onPart={setPart} onMove={() => onMove(data)} onClose={onClose} />;
};

interface LookProps {
  appointment: Appointment;
  /** It could not be read again. */
  error: unknown;
  onPart: (part: Part) => void;
  onMove: () => void;
  onClose: () => void;
}

const Look = ({ appointment, error, onPart, onMove, onClose }: LookProps) => {
  const text = useText();
  const when = useWhen();
  const serviceName = useServiceName();
  const outcome = useCommand('rpc.appointments.note-outcome.v1', changed);
  const decision = useCommand('rpc.appointments.decide.v1', changed);
  const { id, status, version, applicant, heldUntil, videoLink, message, bookedByOfficer } = appointment;
  const isOpen = status === 'confirmed' || status === 'awaiting_approval';
  const isPast = hasBegun(appointment);
  const isBusy = outcome.isPending || decision.isPending;
  const note = (hasHappened: boolean) => {
    if (!isBusy)
      outcome.mutate(
        { id, hasHappened, version },
        { onSuccess: () => toast({ words: text(hasHappened ? 'calendars.noted.done' : 'calendars.noted.missed') }) },
      );
  };
  const button = (words: string, onClick: () => void, color = 'primary') => (
    <Button type="button" outline color={color} size="sm" aria-disabled={isBusy || undefined} onClick={onClick}>
      {words}
    </Button>
  );
  return (
    <Dialog
      title={nameOf(appointment) || text(status === 'draft' ? 'calendars.draft' : 'calendars.appointment')}
      onClose={onClose}
      actions={
        <>
          {status === 'awaiting_approval' &&
            !isPast &&
            button(text('calendars.approve'), () => {
              if (!isBusy)
                decision.mutate({ id, isApproved: true, version }, { onSuccess: () => toast({ words: text('calendars.approved') }) });
            })}
          {status === 'awaiting_approval' && !isPast && button(text('calendars.refuse'), () => onPart('refuse'), 'danger')}
          {isPast && (status === 'confirmed' || status === 'missed') && button(text('calendars.happened'), () => note(true))}
          {isPast && (status === 'confirmed' || status === 'done') && button(text('calendars.notHappened'), () => note(false), 'danger')}
          {isOpen && button(text('calendars.change'), () => onPart('edit'))}
          {isOpen && !isPast && button(text('calendars.move'), onMove)}
          {isOpen && !isPast && button(text('calendars.cancel'), () => onPart('cancel'), 'danger')}
          {status === 'draft' && button(text('calendars.end.drop.send'), () => onPart('drop'), 'danger')}
        </>
      }
    >
      <p>
        <AppointmentStatus status={status} />
      </p>
      <SummaryList
        items={[
          { label: text('calendars.when'), value: when(appointment) },
          { label: text('calendars.service'), value: serviceName(appointment) },
          ...(status === 'draft' && heldUntil ? [{ label: text('calendars.draft.held'), value: romeHour(heldUntil) }] : []),
          ...(applicant
            ? [
                { label: text('calendars.field.reason'), value: applicant.reason },
                { label: text('calendars.field.details'), value: applicant.details },
                {
                  label: text('calendars.field.mail'),
                  value: applicant.mail ? <a href={`mailto:${applicant.mail}`}>{applicant.mail}</a> : text('calendars.noMail'),
                },
                {
                  label: text('calendars.field.phone'),
                  value: applicant.phone && <a href={`tel:${applicant.phone}`}>{applicant.phone}</a>,
                },
                { label: text('calendars.field.fiscalCode'), value: applicant.fiscalCode },
              ]
            : []),
          {
            label: text('calendars.videoLink'),
            value: videoLink && (
              <a href={videoLink} rel="noreferrer">
                {videoLink}
              </a>
            ),
          },
          { label: text('calendars.bookedBy'), value: text(bookedByOfficer ? 'calendars.bookedBy.office' : 'calendars.bookedBy.citizen') },
          ...(message ? [{ label: text('calendars.message.last'), value: message }] : []),
        ]}
      />
      {error ? <ErrorNote error={error} /> : null}
      {outcome.error ? <ErrorNote error={outcome.error} /> : null}
      {decision.error ? <ErrorNote error={decision.error} /> : null}
    </Dialog>
  );
};

/** What the citizen typed, and the video link, which is told to her when it is saved. */
const Edit = ({ appointment, onClose }: { appointment: Appointment; onClose: () => void }) => {
  const text = useText();
  const [typed, setTyped] = useState(() => typedOf(appointment.applicant));
  const [videoLink, setVideoLink] = useState(appointment.videoLink ?? '');
  // What was shown counts: a colleague's change meanwhile is refused, and not written over.
  const [{ id, version }] = useState(appointment);
  const change = useCommand('rpc.appointments.change.v1', changed);
  return (
    <ActionDialog
      title={text('calendars.change.of', { name: nameOf(appointment) })}
      lead={text('calendars.change.lead')}
      send={text('calendars.save')}
      isPending={change.isPending}
      isOff={!isComplete(typed)}
      error={change.error}
      onClose={onClose}
      onSend={() =>
        change.mutate(
          { id, version, ...applicantOf(typed), videoLink: videoLink.trim() || null },
          {
            onSuccess: () => {
              toast({ words: text('calendars.saved') });
              onClose();
            },
          },
        )
      }
    >
      <ApplicantFields typed={typed} error={change.error} onChange={setTyped} />
      <TextField
        label={text('calendars.videoLink')}
        help={untold(appointment) ? undefined : text('calendars.videoLink.help')}
        value={videoLink}
        onChange={setVideoLink}
        input={{ maxLength: 500, type: 'url' }}
      />
    </ActionDialog>
  );
};

interface EndProps {
  appointment: Appointment;
  kind: Exclude<Part, 'edit'>;
  onClose: () => void;
  onDone: () => void;
}

/** With an optional message for whoever has it (APP-19, NOT-12). */
const End = ({ appointment, kind, onClose, onDone }: EndProps) => {
  const text = useText();
  const when = useWhen();
  const [message, setMessage] = useState('');
  const [{ id, version }] = useState(appointment);
  const cancel = useCommand('rpc.appointments.cancel.v1', changed);
  const decide = useCommand('rpc.appointments.decide.v1', changed);
  const words = message.trim() || null;
  const isDraft = kind === 'drop';
  const done = {
    onSuccess: () => {
      toast({ words: text(`calendars.ended.${kind}`) });
      onDone();
    },
  };
  return (
    <ActionDialog
      title={text(`calendars.end.${kind}`, { name: nameOf(appointment) })}
      lead={`${text(`calendars.end.${kind}.lead`, { when: when(appointment) })}${isDraft || untold(appointment) ? '' : ` ${text(`calendars.end.${kind}.told`)}`}`}
      send={text(`calendars.end.${kind}.send`)}
      color="danger"
      isPending={cancel.isPending || decide.isPending}
      error={cancel.error ?? decide.error}
      onClose={onClose}
      onSend={() => {
        if (kind === 'refuse') decide.mutate({ id, isApproved: false, message: words, version }, done);
        else cancel.mutate({ code: id, message: words, version }, done);
      }}
    >
      {!isDraft && <MessageField appointment={appointment} value={message} onChange={setMessage} hasFocus />}
    </ActionDialog>
  );
};
