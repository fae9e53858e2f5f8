import { AccessesPage } from './accesses-page.js';

export const pages = { registro: AccessesPage };
