import { TodayPage } from './today-page.js';

export const pages = { '': TodayPage };
