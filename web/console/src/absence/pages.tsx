import { AbsencePage } from './absence-page.js';

export const pages = { assenza: AbsencePage };
