import { TicketPage } from './ticket-page.js';
import { TicketsPage } from './tickets-page.js';

export const pages = { ticket: TicketsPage, 'ticket/:id': TicketPage };
