import { NewOfficerPage } from './new-officer-page.js';
import { OfficerPage } from './officer-page.js';
import { OfficersPage } from './officers-page.js';
import { OfficesPage } from './offices-page.js';

export const pages = {
  operatori: OfficersPage,
  'operatori/uffici': OfficesPage,
  'operatori/nuovo': NewOfficerPage,
  'operatori/:id': OfficerPage,
};
