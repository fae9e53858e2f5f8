import { ServicesPage } from './services-page.js';

export const pages = { servizi: ServicesPage };
