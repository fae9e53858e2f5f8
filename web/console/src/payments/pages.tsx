import { PaymentsPage } from './payments-page.js';
import { PositionPage } from './position-page.js';

export const pages = { pagamenti: PaymentsPage, 'pagamenti/:id': PositionPage };
