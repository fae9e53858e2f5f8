import type { AnswerOf } from '@sportello/contracts/web';
import { formatDate, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { romeDay, romeHour, timeOfTwo } from '@sportello/ui/rome-hours';

export type Appointment = AnswerOf<'rpc.appointments.get-desk.v1'>;
export type Calendar = AnswerOf<'rpc.appointments.get-calendar.v1'>;

/** What is read again after any change of an appointment. */
export const changed = [
  'rpc.appointments.list-desk.v1',
  'rpc.appointments.list-desk-days.v1',
  'rpc.appointments.get-desk.v1',
  'rpc.appointments.find.v1',
  'rpc.appointments.list-days.v1',
  'rpc.appointments.list-slots.v1',
  'rpc.appointments.list-waiting.v1',
] as const;

/** Each state has a colour, a shape and a word (APP-13): the colour alone says nothing. */
export const looks = {
  confirmed: ['blue', 'it-check-circle'],
  awaiting_approval: ['amber', 'it-clock'],
  done: ['grey', 'it-check'],
  missed: ['red', 'it-close-circle'],
  cancelled: ['white', 'it-minus-circle'],
  refused: ['white', 'it-close-circle'],
  draft: ['white', 'it-pencil'],
  expired: ['white', 'it-minus-circle'],
} as const satisfies Record<Appointment['status'], readonly [string, string]>;

export const AppointmentStatus = ({ status }: { status: Appointment['status'] }) => {
  const text = useText();
  const [colour, icon] = looks[status];
  return (
    <span className={`sc-slot-state is-${colour}`}>
      <Icon name={icon} className="icon-xs" />
      {text(`calendars.state.${status}`)}
    </span>
  );
};

/** `14/12/2026 09:00–09:20`, by the clock of Italy. */
export const useWhen = () => {
  const text = useText();
  return ({ startsAt, endsAt }: Pick<Appointment, 'startsAt' | 'endsAt'>) => {
    const twice = timeOfTwo(startsAt);
    return `${formatDate(romeDay(startsAt))} ${romeHour(startsAt)}–${romeHour(endsAt)}${twice ? ` (${text(`ui.slots.twice.${twice}`)})` : ''}`;
  };
};

export const nameOf = ({ applicant }: Appointment): string => (applicant ? `${applicant.givenName} ${applicant.familyName}` : '');

/** Why nobody but the office tells whoever has it: she left no mail address, or the owner of the calendar has switched that off; null: she is told. */
export const untold = ({ applicant, isTold }: Appointment): 'noMail' | 'silent' | null =>
  !isTold ? 'silent' : applicant !== null && applicant.mail === null ? 'noMail' : null;

export const useServiceName = () => {
  const say = useSay();
  return ({ service, calendarTitle }: Appointment) => say(service?.title) || calendarTitle;
};

/** Whether its begin is past: only then can be said whether it took place. */
export const hasBegun = ({ startsAt }: Appointment): boolean => new Date(startsAt) <= new Date();
