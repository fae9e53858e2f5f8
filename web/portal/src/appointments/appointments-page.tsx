import { useAsk, useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { FeedPanel } from '@sportello/ui/feed-panel';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Table } from 'design-react-kit';
import { AreaTabs } from '../area-tabs.js';
import { SignedIn } from '../signed-in.js';
import type { Appointment } from './appointment.js';
import { useWhen } from './facts.js';
import { AppointmentStatus } from './status.js';

/** "Appuntamenti": one's own, those to come first. */
export const AppointmentsPage = () => {
  const text = useText();
  const title = text('area.appointments');
  return (
    <SignedIn title={title} trail={[{ label: text('area.title'), to: '/area-personale' }]}>
      <Page title={title} trail={[{ label: text('area.title'), to: '/area-personale' }]}>
        <AreaTabs active="appointments" />
        <Waiting />
        <List />
        <FeedPanel />
      </Page>
    </SignedIn>
  );
};

/** Where one waits for a place; nothing where one does not. */
const Waiting = () => {
  const text = useText();
  const say = useSay();
  const { data, error, refetch } = useAsk('rpc.appointments.list-own-waiting.v1', {});
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null;
  if (data.items.length === 0) return null;
  return (
    <section aria-labelledby="attesa">
      <h2 id="attesa" className="h5">
        {text('waiting.title')}
      </h2>
      <ul>
        {data.items.map((place) => (
          <li key={place.id}>
            <LocalLink to={`/appuntamenti/attesa/${place.id}`}>{say(place.service?.title) || place.calendarTitle}</LocalLink>
            {', '}
            {place.calendarTitle}: {text(`waiting.state.${place.status}`)}
          </li>
        ))}
      </ul>
    </section>
  );
};

const List = () => {
  const text = useText();
  const list = useAskPages('rpc.appointments.list-own.v1', { limit: 25 });
  const { data, error, refetch } = list;
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const now = Date.now();
  const ahead = rows.filter(({ startsAt }) => new Date(startsAt).getTime() >= now).toReversed();
  const past = rows.filter(({ startsAt }) => new Date(startsAt).getTime() < now);
  const book = (
    <ButtonLink color="primary" to="/servizi/prenotazione-appuntamento">
      {text('appointments.book')}
    </ButtonLink>
  );
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton isTable />;
  if (rows.length === 0)
    return (
      <Empty icon="it-calendar" action={book}>
        {text('appointments.empty')}
      </Empty>
    );
  return (
    <>
      <p>{book}</p>
      <Rows title={text('appointments.ahead')} rows={ahead} />
      <Rows title={text('appointments.past')} rows={past} />
      <More {...list} />
    </>
  );
};

const Rows = ({ title, rows }: { title: string; rows: readonly Appointment[] }) => {
  const text = useText();
  const say = useSay();
  const when = useWhen();
  if (rows.length === 0) return null;
  return (
    <section>
      <h2 className="h5">{title}</h2>
      <Table className="sp-table align-middle">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text('appointments.when')}</th>
            <th scope="col">{text('appointments.what')}</th>
            <th scope="col">{text('appointments.where')}</th>
            <th scope="col">{text('appointments.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((appointment) => (
            <tr key={appointment.id}>
              <th scope="row" data-label={text('appointments.when')}>
                <LocalLink to={`/appuntamenti/${appointment.id}`}>{when(appointment)}</LocalLink>
              </th>
              <td data-label={text('appointments.what')}>{say(appointment.service?.title) || appointment.calendarTitle}</td>
              <td data-label={text('appointments.where')}>
                {appointment.place.name}, {appointment.place.address}
              </td>
              <td data-label={text('appointments.state')}>
                <AppointmentStatus status={appointment.status} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
};
