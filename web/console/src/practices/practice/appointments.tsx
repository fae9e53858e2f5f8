import { useAsk } from '@sportello/ui/api';
import { formatDateTime, LocalLink, rome, useText } from '@sportello/ui/i18n';
import type { Practice } from './actions.js';

/** The appointments that the applicant booked for a practice, in the calendars that one works (APP-37). */
export const usePracticeAppointments = ({ id: practiceId }: Practice) =>
  useAsk('rpc.appointments.list-of-practice.v1', { practiceId }).data?.items ?? [];

export const Appointments = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const items = usePracticeAppointments(practice);
  return (
    <ul>
      {items.map(({ id, calendarId, calendarTitle, startsAt, status }) => (
        <li key={id}>
          <LocalLink to={`/calendari/${calendarId}/appuntamenti/${id}`}>{formatDateTime(startsAt, rome)}</LocalLink>, {calendarTitle} (
          {text(`appointments.state.${status}`)})
        </li>
      ))}
    </ul>
  );
};
