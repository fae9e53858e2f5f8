import { GroupsPage } from './groups-page.js';
import { ModelsPage } from './models-page.js';
import { ServicePage } from './service/service-page.js';
import { ServicesPage } from './services-page.js';

export const pages = { servizi: ServicesPage, 'servizi/catalogo': GroupsPage, 'servizi/modelli': ModelsPage, 'servizi/:id': ServicePage };
