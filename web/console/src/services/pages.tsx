import { GroupsPage } from './groups-page.js';
import { ServicePage } from './service/service-page.js';
import { ServicesPage } from './services-page.js';

export const pages = { servizi: ServicesPage, 'servizi/catalogo': GroupsPage, 'servizi/:id': ServicePage };
