import { ClickDayPage } from './click-day-page.js';
import { ClickDaysPage } from './click-days-page.js';

export const pages = { 'click-day': ClickDaysPage, 'click-day/:id': ClickDayPage };
