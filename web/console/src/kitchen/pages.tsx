import { InvoicingPage } from './invoicing-page.js';
import { KitchenPage } from './kitchen-page.js';
import { SecondHoldersPage } from './second-holders-page.js';

export const pages = { mensa: KitchenPage, 'mensa/fatturazione': InvoicingPage, 'mensa/delegati': SecondHoldersPage };
