import { InvoicingPage } from './invoicing-page.js';
import { KitchenPage } from './kitchen-page.js';

export const pages = { mensa: KitchenPage, 'mensa/fatturazione': InvoicingPage };
