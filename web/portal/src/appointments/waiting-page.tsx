import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, formatLongDate, LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { romeDay, romeHour } from '@sportello/ui/rome-hours';
import { SummaryList } from '@sportello/ui/summary-list';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { changed, type WaitingPlace } from './appointment.js';
import { useWhen } from './facts.js';

/** While it is open a page looks whether there is news. Milliseconds. */
const LOOKED_AT_EVERY_MS = 30_000;

/** A place on a waiting list, by the link in the mail or from the personal area: how far one is, what is offered, and the way out (APP-54). */
export const WaitingPage = () => {
  const text = useText();
  const { code = '' } = useParams();
  const { data, error, refetch } = useAsk('rpc.appointments.get-waiting-place.v1', { code }, { everyMs: LOOKED_AT_EVERY_MS });
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422) && !data) return <NotFound />;
  return (
    <Page title={text('waiting.title')} trail={[{ label: text('appointments.book'), to: '/servizi/prenotazione-appuntamento' }]}>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
      {data && <WaitingBody place={data} code={code} />}
    </Page>
  );
};

const useMoment = () => {
  const language = useLanguage();
  return (at: string) => `${formatLongDate(romeDay(at), language)}, ${romeHour(at)}`;
};

const WaitingBody = ({ place, code }: { place: WaitingPlace; code: string }) => {
  const text = useText();
  const say = useSay();
  const moment = useMoment();
  const [isLeaving, setLeaving] = useState(false);
  const [done, setDone] = useState<'taken' | 'left' | null>(null);
  const leave = useCommand('rpc.appointments.leave-waiting-list.v1', changed);
  const { status, offer, appointment } = place;
  const isOn = status === 'waiting' || status === 'offered';
  return (
    <>
      {done && <Done of={place.version}>{text(`waiting.${done}`)}</Done>}
      {offer && <Offer place={place} offer={offer} code={code} onTaken={() => setDone('taken')} />}
      <Panel aria-labelledby="posto">
        <h2 id="posto" className="h5">
          {text(`waiting.state.${status}`)}
        </h2>
        {status === 'waiting' && <p>{text('waiting.waits')}</p>}
        {status === 'passed' && <p>{text('waiting.passed')}</p>}
        <SummaryList
          items={[
            { label: text('appointments.what'), value: say(place.service?.title) || place.calendarTitle },
            {
              label: text('appointments.where'),
              value: `${place.organizationName}, ${place.calendarTitle} – ${place.place.name}, ${place.place.address}`,
            },
            {
              label: text('waiting.days'),
              value: text('waiting.days.of', { from: formatDate(place.fromDay), to: formatDate(place.toDay) }),
            },
            ...(status === 'waiting' ? [{ label: text('waiting.ahead'), value: place.ahead }] : []),
            ...(isOn && appointment
              ? [
                  {
                    label: text('waiting.keeps'),
                    value: <LocalLink to={`/appuntamenti/${appointment.code}`}>{moment(appointment.startsAt)}</LocalLink>,
                  },
                ]
              : []),
            { label: text('appointments.contact'), value: <a href={`mailto:${place.contactMail}`}>{place.contactMail}</a> },
          ]}
        />
      </Panel>
      <div className="sp-operations">
        {status === 'taken' && appointment && (
          <ButtonLink color="primary" to={`/appuntamenti/${appointment.code}`}>
            {text('appointments.open')}
          </ButtonLink>
        )}
        {isOn && (
          <Button type="button" outline color="danger" onClick={() => setLeaving(true)}>
            {text(offer ? 'waiting.leave.offered' : 'waiting.leave')}
          </Button>
        )}
        {(status === 'passed' || status === 'left') && (
          <ButtonLink color="primary" to="/servizi/prenotazione-appuntamento">
            {text('waiting.toBooking')}
          </ButtonLink>
        )}
      </div>
      {isLeaving && (
        <ConfirmDialog
          title={text('waiting.leave.sure')}
          confirm={text('waiting.leave')}
          cancel={text('waiting.stay')}
          isDangerous
          isPending={leave.isPending}
          error={leave.error}
          onCancel={() => setLeaving(false)}
          onConfirm={() =>
            leave.mutate(
              { code },
              {
                onSuccess: () => {
                  setLeaving(false);
                  setDone('left');
                },
              },
            )
          }
        >
          <p>{text('waiting.leave.detail')}</p>
          {appointment && <p>{text('waiting.leave.keeps')}</p>}
        </ConfirmDialog>
      )}
    </>
  );
};

interface OfferProps {
  place: WaitingPlace;
  offer: NonNullable<WaitingPlace['offer']>;
  code: string;
  onTaken: () => void;
}

const Offer = ({ place, offer, code, onTaken }: OfferProps) => {
  const text = useText();
  const when = useWhen();
  const moment = useMoment();
  const take = useCommand('rpc.appointments.take-offer.v1', changed);
  return (
    <Panel className="sp-now" aria-labelledby="proposta">
      <h2 id="proposta" className="h5">
        {text('waiting.offer', { when: when(offer) })}
      </h2>
      <p>{text('waiting.offer.until', { until: moment(offer.until) })}</p>
      {place.appointment && <p>{text('waiting.offer.moves', { when: moment(place.appointment.startsAt) })}</p>}
      {place.isModerated && <p>{text('waiting.offer.moderated')}</p>}
      {take.error ? <ErrorNote error={take.error} /> : null}
      <Button
        type="button"
        color="primary"
        aria-disabled={take.isPending || undefined}
        onClick={() => !take.isPending && take.mutate({ code }, { onSuccess: onTaken })}
      >
        {take.isPending ? text('ui.wait') : text('waiting.take')}
      </Button>
    </Panel>
  );
};
