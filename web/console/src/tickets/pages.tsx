import { CallPage } from './call-page.js';
import { TicketsPage } from './tickets-page.js';

export const pages = { 'ticket/:id?': TicketsPage, 'ticket/nuovo': CallPage };
