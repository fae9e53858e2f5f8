import type { Asked } from '@sportello/contracts/contract';
import type { putCreditor } from '@sportello/contracts/payments/creditors';
import { organizations } from './ids.ts';

type Creditor = Omit<Asked<typeof putCreditor>, 'version'>;

/** Whoever connects the bodies of the world with pagoPA, by one station: a code that nobody has. */
const broker = {
  brokerCode: '77777777777',
  stationId: '77777777777_01',
  segregationCode: '01',
  officeName: null,
  contacts: null,
  cbillCode: null,
  postal: null,
  namesBeneficiary: false,
};

/** The bodies of the world as pagoPA knows them: the Comune has a postal account and its permission to print slips. */
export const creditors: Creditor[] = [
  {
    ...broker,
    organizationId: organizations.piedmont,
    fiscalCode: '77777777771',
    name: 'Regione Piemonte',
    iban: 'IT41P0200801600000104455667',
    category: '9/0301126TS/',
    cbillCode: 'RP001',
  },
  {
    ...broker,
    organizationId: organizations.dimostrativo,
    fiscalCode: '77777777772',
    name: 'Comune Dimostrativo',
    contacts: 'Tel. 0123 456789, tributi@comune-dimostrativo.example.it',
    iban: 'IT31R0306909606100000046985',
    category: '9/0103100TS/',
    cbillCode: 'CD002',
    postal: {
      iban: 'IT48F0760101000000012345678',
      holder: 'COMUNE DIMOSTRATIVO - SERVIZIO TESORERIA',
      authorisation: 'AUT. DB/SSIC/E 12345 DEL 01/02/2026',
    },
  },
  {
    ...broker,
    organizationId: organizations.ministry,
    fiscalCode: '77777777773',
    name: "Ministero dell'Istruzione e del Merito",
    iban: 'IT60X0538703202000001122334',
    category: '9/0701100AP/',
  },
  {
    ...broker,
    organizationId: organizations.school,
    fiscalCode: '77777777774',
    name: 'Istituto Comprensivo Dimostrativo',
    iban: 'IT60X0542811101000000123456',
    category: '9/0601134AP/',
  },
];
