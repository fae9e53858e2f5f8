import { OfficersPage } from './officers-page.js';

export const pages = { operatori: OfficersPage };
