import { EnablingsPage } from './enablings-page.js';

export const pages = { abilitazioni: EnablingsPage };
