import type { Text } from '@sportello/contracts/contract';
import type { ComponentType } from 'react';
import { Columns } from './parts/columns.js';
import { Dialogs } from './parts/dialogs.js';
import { Fields } from './parts/fields.js';
import { Files } from './parts/files.js';
import { Filters } from './parts/filters.js';
import { Jobs } from './parts/jobs.js';
import { Navigation } from './parts/navigation.js';
import { Notices } from './parts/notices.js';
import { PageStates } from './parts/page-states.js';
import { Records } from './parts/records.js';
import { SettingsForms } from './parts/settings.js';
import { Tables } from './parts/tables.js';
import { Values } from './parts/values.js';
import { Wizards } from './parts/wizards.js';

interface Part {
  title: Text;
  Show: ComponentType;
  /** True for a part that is a page itself, with its heading. */
  isPage?: boolean;
}

/** A page for each shared part, by its address. */
export const parts: Readonly<Record<string, Part>> = {
  tabella: { title: { it: 'Tabella', en: 'Table' }, Show: Tables },
  colonne: { title: { it: 'Scelta delle colonne', en: 'Choice of columns' }, Show: Columns },
  filtri: { title: { it: 'Filtri e viste salvate', en: 'Filters and saved views' }, Show: Filters },
  scheda: { title: { it: 'Scheda accanto all’elenco', en: 'Record beside its list' }, Show: Records, isPage: true },
  dialoghi: { title: { it: 'Dialoghi e conferme', en: 'Dialogs and confirmations' }, Show: Dialogs },
  campi: { title: { it: 'Campi', en: 'Fields' }, Show: Fields },
  passi: { title: { it: 'Modulo a passi', en: 'Form in steps' }, Show: Wizards },
  impostazioni: { title: { it: 'Impostazioni', en: 'Settings' }, Show: SettingsForms },
  file: { title: { it: 'File', en: 'Files' }, Show: Files },
  stati: { title: { it: 'Stati della pagina', en: 'States of a page' }, Show: PageStates },
  avvisi: { title: { it: 'Avvisi', en: 'Notices' }, Show: Notices },
  lavori: { title: { it: 'Lavori in corso', en: 'Jobs' }, Show: Jobs },
  valori: { title: { it: 'Valori', en: 'Values' }, Show: Values },
  navigazione: { title: { it: 'Navigazione', en: 'Navigation' }, Show: Navigation },
};
