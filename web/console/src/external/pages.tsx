import { ExternalPage } from './external-page.js';

export const pages = { 'pratiche-esterne': ExternalPage };
