import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { type ChosenSlot, SlotPicker } from '@sportello/ui/slot-picker';
import { SummaryList } from '@sportello/ui/summary-list';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { type Appointment, changed } from './appointment.js';
import { CalendarFileButton, useApplicantFacts, useFacts, useWhen } from './facts.js';
import { AppointmentStatus } from './status.js';
import { Turn } from './turn.js';

/** One appointment, by the link in the mail or from the personal area: to look at, to move and to cancel (APP-51). */
export const AppointmentPage = () => {
  const text = useText();
  const { code = '' } = useParams();
  const { data, error, refetch } = useAsk('rpc.appointments.get.v1', { code });
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422) && !data) return <NotFound />;
  return (
    <Page title={text('appointments.one')} trail={[{ label: text('appointments.book'), to: '/servizi/prenotazione-appuntamento' }]}>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
      {data && <AppointmentBody appointment={data} code={code} />}
    </Page>
  );
};

const AppointmentBody = ({ appointment, code }: { appointment: Appointment; code: string }) => {
  const text = useText();
  const facts = useFacts();
  const applicantFacts = useApplicantFacts();
  const when = useWhen();
  const [isMoving, setMoving] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  const [done, setDone] = useState<'moved' | 'asked' | 'cancelled' | null>(null);
  const cancel = useCommand('rpc.appointments.cancel.v1', changed);
  const { status, applicant, changeableUntil, movesLeft, cancelDays, message } = appointment;
  const isOpen = status === 'confirmed' || status === 'awaiting_approval';
  const isAhead = new Date(appointment.startsAt) > new Date();
  return (
    <>
      {done && <Done of={appointment.version}>{text(`appointments.done.${done}`)}</Done>}
      <Panel className="sp-now" aria-labelledby="appuntamento">
        <h2 id="appuntamento" className="h5">
          {when(appointment)}
        </h2>
        <p>
          <AppointmentStatus status={status} />
        </p>
        {message && (
          <p className="sp-prose">
            <strong>{text('appointments.message')}</strong> {message}
          </p>
        )}
        <SummaryList items={facts(appointment)} />
        {status === 'confirmed' && <CalendarFileButton code={code} />}
      </Panel>
      {status === 'confirmed' && isAheadOrNow(appointment) && <Turn appointment={appointment} code={code} />}
      {applicant && (
        <Panel aria-labelledby="richiedente">
          <h2 id="richiedente" className="h5">
            {text('appointments.step.applicant')}
          </h2>
          <SummaryList items={applicantFacts(applicant)} />
        </Panel>
      )}
      {isOpen && isAhead && !changeableUntil && (
        <Notice>{text('appointments.tooLate', { days: cancelDays, mail: appointment.contactMail })}</Notice>
      )}
      {isOpen && changeableUntil && (
        <>
          <p>{text('appointments.changeable', { days: cancelDays })}</p>
          {movesLeft === 0 && <p>{text('appointments.noMoves')}</p>}
          <div className="sp-operations">
            {movesLeft > 0 && (
              <Button type="button" color="primary" outline={isMoving} aria-expanded={isMoving} onClick={() => setMoving(!isMoving)}>
                {text('appointments.move')}
              </Button>
            )}
            <Button type="button" outline color="danger" onClick={() => setCancelling(true)}>
              {text('appointments.cancel')}
            </Button>
          </div>
        </>
      )}
      {isMoving && isOpen && (
        <Move
          appointment={appointment}
          code={code}
          onMoved={(moved) => {
            setMoving(false);
            setDone(moved.status === 'awaiting_approval' ? 'asked' : 'moved');
          }}
        />
      )}
      {isOpen && changeableUntil && <Earlier appointment={appointment} code={code} />}
      {isCancelling && (
        <ConfirmDialog
          title={text('appointments.cancel.sure')}
          confirm={text('appointments.cancel')}
          cancel={text('appointments.keep')}
          isDangerous
          isPending={cancel.isPending}
          error={cancel.error}
          onCancel={() => setCancelling(false)}
          onConfirm={() =>
            cancel.mutate(
              { code },
              {
                onSuccess: () => {
                  setCancelling(false);
                  setMoving(false);
                  setDone('cancelled');
                },
              },
            )
          }
        >
          <p>{text('appointments.cancel.detail', { when: when(appointment) })}</p>
        </ConfirmDialog>
      )}
    </>
  );
};

/** Whoever would rather come earlier waits for a place, and keeps the one that she has meanwhile (APP-54). */
const Earlier = ({ appointment: { mayWaitForEarlier, waitingCode }, code }: { appointment: Appointment; code: string }) => {
  const text = useText();
  const wait = useCommand('rpc.appointments.wait-for-earlier.v1', changed);
  if (waitingCode)
    return (
      <Panel className="mt-4" aria-labelledby="prima">
        <h2 id="prima" className="h5">
          {text('waiting.earlier')}
        </h2>
        {wait.isSuccess && <Done>{text('waiting.earlier.done')}</Done>}
        <p className="mb-0">
          {text('waiting.earlier.on')} <LocalLink to={`/appuntamenti/attesa/${waitingCode}`}>{text('waiting.open')}</LocalLink>
        </p>
      </Panel>
    );
  if (!mayWaitForEarlier) return null;
  return (
    <Panel className="mt-4" aria-labelledby="prima">
      <h2 id="prima" className="h5">
        {text('waiting.earlier')}
      </h2>
      <p>{text('waiting.earlier.lead')}</p>
      {wait.error ? <ErrorNote error={wait.error} /> : null}
      <Button
        type="button"
        outline
        color="primary"
        aria-disabled={wait.isPending || undefined}
        onClick={() => !wait.isPending && wait.mutate({ code })}
      >
        {wait.isPending ? text('ui.wait') : text('waiting.join')}
      </Button>
    </Panel>
  );
};

const isAheadOrNow = ({ endsAt }: Appointment) => new Date(endsAt) > new Date();

/** The old place is hers until the new one is. */
const Move = ({ appointment, code, onMoved }: { appointment: Appointment; code: string; onMoved: (moved: Appointment) => void }) => {
  const text = useText();
  const [slot, setSlot] = useState<ChosenSlot | null>(null);
  const move = useCommand('rpc.appointments.move.v1', changed);
  const send = () => {
    if (slot) move.mutate({ code, ...slot }, { onSuccess: onMoved });
  };
  return (
    <Panel className="mt-4" aria-labelledby="sposta">
      <h2 id="sposta" className="h5">
        {text('appointments.move.where')}
      </h2>
      {appointment.isModerated && <Notice>{text('appointments.move.asksAnew')}</Notice>}
      <SlotPicker
        calendarId={appointment.calendarId}
        service={appointment.service?.key}
        horizonDays={appointment.horizonDays}
        value={slot}
        onChange={setSlot}
      />
      {move.error ? <ErrorNote error={move.error} /> : null}
      <Button
        type="button"
        color="primary"
        disabled={!slot}
        aria-disabled={move.isPending || undefined}
        onClick={() => !move.isPending && send()}
      >
        {move.isPending ? text('ui.wait') : text('appointments.move.confirm')}
      </Button>
    </Panel>
  );
};
