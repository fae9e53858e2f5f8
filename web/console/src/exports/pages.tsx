import { ExportsPage } from './exports-page.js';
import { NewExportPage } from './new-export-page.js';

export const pages = { esportazioni: ExportsPage, 'esportazioni/nuova': NewExportPage };
