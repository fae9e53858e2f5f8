import { useText } from '@sportello/ui/i18n';
import { AppointmentStatus } from './appointment.js';

/** What each colour of the grid means, with the shape and the word that go with it (APP-13). */
export const Legend = () => {
  const text = useText();
  return (
    <>
      <ul className="sc-legend">
        {(['confirmed', 'awaiting_approval', 'missed', 'done'] as const).map((status) => (
          <li key={status}>
            <AppointmentStatus status={status} />
          </li>
        ))}
        {(['free', 'past', 'none'] as const).map((state) => (
          <li key={state}>
            <span className={`sc-day-sample is-${state}`} aria-hidden="true" /> {text(`calendars.day.${state}`)}
          </li>
        ))}
      </ul>
      <p className="small mb-0">{text('calendars.legend.more')}</p>
    </>
  );
};
