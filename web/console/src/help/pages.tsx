import { DeskPage } from './desk-page.js';
import { DesksPage } from './desks-page.js';

export const pages = { assistenza: DesksPage, 'assistenza/:id': DeskPage };
