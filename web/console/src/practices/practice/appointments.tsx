import { useAsk } from '@sportello/ui/api';
import { formatDateTime, LocalLink, rome, useText } from '@sportello/ui/i18n';
import type { Practice } from './actions.js';

/** The appointments that the applicant booked for a practice, with a way to those of the calendars that one works (APP-37). */
export const Appointments = ({ practice: { id: practiceId, appointments = [] } }: { practice: Practice }) => {
  const text = useText();
  const worked = useAsk('rpc.appointments.list-of-practice.v1', { practiceId }).data?.items ?? [];
  return (
    <ul>
      {appointments.map(({ id, calendarId, startsAt, status }) => {
        const known = worked.find((one) => one.id === id);
        const when = formatDateTime(startsAt, rome);
        return (
          <li key={id}>
            {known ? <LocalLink to={`/calendari/${calendarId}/appuntamenti/${id}`}>{when}</LocalLink> : when}
            {known && `, ${known.calendarTitle}`} ({text(`appointments.state.${status}`)})
          </li>
        );
      })}
    </ul>
  );
};
