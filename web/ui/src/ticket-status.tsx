import { useLanguage } from './i18n.js';
import { Icon } from './icon.js';
import { type TicketStatus, ticketStatusTable } from './ticket-statuses.js';

export { type TicketStatus, ticketPriority, ticketStatuses, ticketStatusLabel } from './ticket-statuses.js';

/** State of a ticket by word, shape and colour, the same for whoever asked and for the desk. */
export const TicketStatusChip = ({ status }: { status: TicketStatus }) => {
  const language = useLanguage();
  const { label, colour, icon } = ticketStatusTable[status];
  return (
    <span className={`sp-status sp-status-${colour}`}>
      <Icon name={icon} className="icon-sm" />
      {label[language]}
    </span>
  );
};
