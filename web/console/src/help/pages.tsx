import { CataloguePage } from './catalogue-page.js';
import { CategoryPage } from './category-page.js';
import { DeskPage } from './desk-page.js';
import { DesksPage } from './desks-page.js';
import { ServicePage } from './service-page.js';

export const pages = {
  assistenza: DesksPage,
  'assistenza/:id': DeskPage,
  'assistenza/catalogo': CataloguePage,
  'assistenza/categorie/:id': CategoryPage,
  'assistenza/servizi/:id': ServicePage,
};
