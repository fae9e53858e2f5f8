import { LocalNavigate } from '@sportello/ui/i18n';
import { PaymentsPage } from './payments-page.js';
import { PositionPage } from './position-page.js';

/** Notices lead to paths alone. */
const ToExports = () => <LocalNavigate to="/pagamenti?scheda=esportazioni" replace />;

export const pages = { pagamenti: PaymentsPage, 'pagamenti/esportazioni': ToExports, 'pagamenti/:id': PositionPage };
