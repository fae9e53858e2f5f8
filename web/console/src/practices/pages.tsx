import { BulkPage } from './bulk/bulk-page.js';
import { CorrectPage } from './corrections/correct-page.js';
import { OpinionsPage } from './opinions/opinions-page.js';
import { QueuePage } from './queue/queue-page.js';

export const pages = {
  'pratiche/:id?': QueuePage,
  'pratiche/:id/modifica': CorrectPage,
  'operazioni/:id?': BulkPage,
  pareri: OpinionsPage,
};
