import { ArrivalsPage } from './arrivals-page.js';
import { CalendarPage } from './calendar-page.js';
import { CalendarsPage } from './calendars-page.js';
import { FindPage } from './find-page.js';
import { SettingsPage } from './settings-page.js';

export const pages = {
  calendari: CalendarsPage,
  'calendari/:id': CalendarPage,
  'calendari/:id/appuntamenti/:appointment': CalendarPage,
  'calendari/:id/configurazione': SettingsPage,
  'calendari/:id/arrivi': ArrivalsPage,
  appuntamenti: FindPage,
};
