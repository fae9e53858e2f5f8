import { ServicePage } from './service/service-page.js';
import { ServicesPage } from './services-page.js';

export const pages = { servizi: ServicesPage, 'servizi/:id': ServicePage };
