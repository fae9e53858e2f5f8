import { CallPage } from './call-page.js';
import { TicketPage } from './ticket-page.js';
import { TicketsPage } from './tickets-page.js';

export const pages = { ticket: TicketsPage, 'ticket/nuovo': CallPage, 'ticket/:id': TicketPage };
