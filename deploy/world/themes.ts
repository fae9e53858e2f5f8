import { readFileSync } from 'node:fs';
import type { Asked } from '@sportello/contracts/contract';
import type { putTheme } from '@sportello/contracts/identity/themes';
import { organizations } from './ids.ts';

const logoOf = (file: string) => readFileSync(new URL(`logos/${file}`, import.meta.url)).toString('base64');

/** How the two bodies with services show themselves. */
export const themes: Omit<Asked<typeof putTheme>, 'version'>[] = [
  {
    organizationId: organizations.piedmont,
    name: { it: 'Regione Piemonte', en: 'Piedmont Region' },
    logo: { png: logoOf('piedmont.png'), alternative: { it: 'Stemma della Regione Piemonte', en: 'Coat of arms of the Piedmont Region' } },
    primaryColour: '#8a1538',
    footer: {
      address: 'Piazza Dimostrativa 1, 10127 Torino',
      phone: '+390115550100',
      mail: 'urp@regione.example.it',
      pec: 'protocollo@cert.regione.example.it',
      vatNumber: null,
      fiscalCode: '80012345015',
      privacyPolicy: 'https://regione.example.it/privacy',
      accessibilityStatement: 'https://regione.example.it/accessibilita',
      transparency: 'https://trasparenza.regione.example.it',
    },
  },
  {
    organizationId: organizations.dimostrativo,
    name: { it: 'Comune Dimostrativo', en: 'Municipality of Dimostrativo' },
    logo: {
      png: logoOf('dimostrativo.png'),
      alternative: { it: 'Stemma del Comune Dimostrativo', en: 'Coat of arms of the Municipality of Dimostrativo' },
    },
    primaryColour: '#1b5e3a',
    footer: {
      address: 'Via della Prova 2, 10100 Dimostrativo (TO)',
      phone: '+390115550200',
      mail: 'urp@comune.example.it',
      pec: 'protocollo@cert.comune.example.it',
      vatNumber: '01234560017',
      fiscalCode: '01234560017',
      privacyPolicy: 'https://comune.example.it/privacy',
      accessibilityStatement: 'https://comune.example.it/accessibilita',
      transparency: 'https://trasparenza.comune.example.it',
    },
  },
];
