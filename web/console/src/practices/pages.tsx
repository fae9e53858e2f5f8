import { QueuePage } from './queue/queue-page.js';

export const pages = { 'pratiche/:id?': QueuePage };
