import { CallPage } from './call-page.js';
import { ReportPage } from './report-page.js';
import { TicketsPage } from './tickets-page.js';

export const pages = { 'ticket/:id?': TicketsPage, 'ticket/nuovo': CallPage, 'ticket/rapporto': ReportPage };
