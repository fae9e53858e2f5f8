import { BulkPage } from './bulk/bulk-page.js';
import { OpinionsPage } from './opinions/opinions-page.js';
import { QueuePage } from './queue/queue-page.js';

export const pages = { 'pratiche/:id?': QueuePage, 'operazioni/:id?': BulkPage, pareri: OpinionsPage };
