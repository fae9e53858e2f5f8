import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import type { Appointment } from './appointment.js';

const looks = {
  draft: ['grey', 'it-pencil'],
  awaiting_approval: ['amber', 'it-clock'],
  confirmed: ['blue', 'it-check-circle'],
  done: ['grey', 'it-check'],
  missed: ['red', 'it-close-circle'],
  cancelled: ['grey', 'it-minus-circle'],
  refused: ['red', 'it-close-circle'],
  expired: ['grey', 'it-minus-circle'],
} as const satisfies Record<Appointment['status'], readonly [string, string]>;

/** State of an appointment by word, shape and colour. */
export const AppointmentStatus = ({ status }: { status: Appointment['status'] }) => {
  const text = useText();
  const [colour, icon] = looks[status];
  return (
    <span className={`sp-status sp-status-${colour}`}>
      <Icon name={icon} className="icon-sm" />
      {text(`appointments.state.${status}`)}
    </span>
  );
};
