import { StatisticsPage } from './statistics-page.js';

export const pages = { statistiche: StatisticsPage };
