import { WorkPage } from './work-page.js';

export const pages = { lavori: WorkPage };
