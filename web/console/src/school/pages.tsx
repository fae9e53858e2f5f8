import { ImportPage } from './import-page.js';

export const pages = { scuola: ImportPage };
