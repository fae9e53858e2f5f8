import { SecurityPage } from './security-page.js';

export const pages = { sicurezza: SecurityPage };
