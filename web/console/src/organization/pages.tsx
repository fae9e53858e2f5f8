import { ThemePage } from './theme-page.js';

export const pages = { ente: ThemePage };
