import { useAsk } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { formatDateTime, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import type { Practice } from './practice.js';

const ended = ['cancelled', 'refused', 'expired', 'done', 'missed'];

/** The appointments of a practice, and where one is booked, if its service takes appointments (APP-37, PRA-18, PRA-44). */
export const Appointments = ({ practice: { id: practiceId, procedureId } }: { practice: Practice }) => {
  const text = useText();
  const { data: own } = useAsk('rpc.appointments.list-own.v1', { practiceId, limit: 25 });
  const { data: bookable } = useAsk('rpc.appointments.list-bookable.v1', { procedureId, limit: 1 });
  const items = own?.items ?? [];
  const mayBook = bookable !== undefined && bookable.items.length > 0 && items.every(({ status }) => ended.includes(status));
  if (items.length === 0 && !mayBook) return null;
  return (
    <Panel aria-labelledby="appuntamenti">
      <h2 id="appuntamenti" className="h5">
        {text('practice.appointments')}
      </h2>
      {items.length > 0 && (
        <ul>
          {items.map(({ id, startsAt, place, status }) => (
            <li key={id}>
              <LocalLink to={`/appuntamenti/${id}`}>{formatDateTime(startsAt, rome)}</LocalLink>, {place.name} (
              {text(`practice.appointments.${status}`)})
            </li>
          ))}
        </ul>
      )}
      {mayBook && (
        <ButtonLink
          outline
          color="primary"
          size="sm"
          className="sp-no-print"
          to={`/servizi/prenotazione-appuntamento?${new URLSearchParams({ servizio: procedureId, pratica: practiceId })}`}
        >
          {text('practice.appointments.book')}
        </ButtonLink>
      )}
    </Panel>
  );
};
