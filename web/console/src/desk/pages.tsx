import { DeskPage } from './desk-page.js';
import { DeskRequestPage } from './desk-request-page.js';

export const pages = { sportello: DeskPage, 'sportello/:id': DeskRequestPage };
