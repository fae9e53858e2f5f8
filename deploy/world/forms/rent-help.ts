import type { Form } from '@sportello/forms/form';
import { declarations, livesAt, option, reachedAt, samePerson, somebody, whoAsks } from './person.ts';

/** A tenant asks for help with her rent (law 431/1998, article 11). */
export const rentHelp: Form = {
  title: { it: 'Contributo per l’affitto', en: 'Help with rent' },
  aim: {
    it: 'Fondo per il sostegno all’accesso alle abitazioni in locazione (legge 431/1998, articolo 11)',
    en: 'Fund for access to rented homes (law 431/1998, article 11)',
  },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'person',
      title: { it: 'Richiedente', en: 'Applicant' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: [...whoAsks, ...reachedAt] },
        { key: 'home', title: { it: 'Abitazione in affitto', en: 'The rented home' }, fields: livesAt },
      ],
    },
    {
      key: 'household',
      title: { it: 'Nucleo familiare', en: 'Household' },
      sections: [
        {
          key: 'members',
          fields: [
            {
              kind: 'yesNo',
              key: 'livesAlone',
              label: { it: 'Vivi da solo?', en: 'Do you live alone?' },
              required: true,
            },
            {
              kind: 'block',
              key: 'members',
              label: { it: 'Altre persone del nucleo', en: 'Other people of the household' },
              itemTitle: { it: 'Persona', en: 'Person' },
              addLabel: { it: 'Aggiungi una persona', en: 'Add a person' },
              showIf: { field: 'livesAlone', equals: false },
              min: 1,
              max: 12,
              rules: [...samePerson],
              fields: [
                ...somebody,
                {
                  kind: 'choice',
                  key: 'relation',
                  label: { it: 'Rapporto con te', en: 'Relation to you' },
                  required: true,
                  options: [
                    option('partner', 'Coniuge, unito civilmente o convivente', 'Spouse, civil or cohabiting partner'),
                    option('child', 'Figlio', 'Child'),
                    option('parent', 'Genitore', 'Parent'),
                    option('other', 'Altro', 'Other'),
                  ],
                },
              ],
            },
            {
              kind: 'number',
              key: 'isee',
              label: { it: 'Valore ISEE in euro', en: 'ISEE value in euro' },
              required: true,
              min: 0,
              max: 1_000_000,
              decimals: 2,
              columns: 6,
            },
            {
              kind: 'text',
              key: 'dsu',
              label: { it: 'Protocollo della DSU', en: 'Protocol number of the DSU' },
              help: {
                it: 'È scritto sull’attestazione, e comincia con INPS-ISEE.',
                en: 'It is on the certificate, and begins with INPS-ISEE.',
              },
              required: true,
              maxLength: 40,
              columns: 6,
            },
          ],
        },
      ],
    },
    {
      key: 'lease',
      title: { it: 'Contratto', en: 'Lease' },
      sections: [
        {
          key: 'contract',
          title: { it: 'Contratto di locazione', en: 'Lease' },
          fields: [
            { kind: 'text', key: 'landlord', label: { it: 'Proprietario', en: 'Landlord' }, required: true, maxLength: 150, columns: 8 },
            {
              kind: 'choice',
              key: 'leaseKind',
              label: { it: 'Tipo di contratto', en: 'Kind of lease' },
              required: true,
              options: [
                option('free', 'Canone libero (4+4)', 'Free rent (4+4)'),
                option('agreed', 'Canone concordato (3+2)', 'Agreed rent (3+2)'),
                option('students', 'Per studenti universitari', 'For university students'),
              ],
              columns: 4,
            },
            {
              kind: 'text',
              key: 'registration',
              label: { it: 'Estremi di registrazione', en: 'Registration' },
              help: {
                it: 'Ufficio, serie e numero dell’Agenzia delle Entrate.',
                en: 'Office, series and number of the Agenzia delle Entrate.',
              },
              required: true,
              maxLength: 60,
            },
            { kind: 'date', key: 'from', label: { it: 'Decorrenza', en: 'From' }, required: true, max: 'today', columns: 6 },
            { kind: 'date', key: 'to', label: { it: 'Scadenza', en: 'To' }, required: true, columns: 6 },
            {
              kind: 'number',
              key: 'rent',
              label: { it: 'Canone mensile in euro', en: 'Monthly rent in euro' },
              help: { it: 'Senza le spese condominiali.', en: 'Without service charges.' },
              required: true,
              min: 1,
              max: 10_000,
              decimals: 2,
              columns: 6,
            },
            {
              kind: 'number',
              key: 'months',
              label: { it: 'Mesi pagati quest’anno', en: 'Months paid this year' },
              required: true,
              integer: true,
              min: 1,
              max: 12,
              columns: 6,
            },
            {
              kind: 'yesNo',
              key: 'isEvicted',
              label: { it: 'È in corso uno sfratto?', en: 'Is an eviction under way?' },
              required: true,
            },
            {
              kind: 'file',
              key: 'eviction',
              label: { it: 'Atto di sfratto', en: 'Eviction order' },
              showIf: { field: 'isEvicted', equals: true },
              required: true,
              types: ['application/pdf'],
            },
            {
              kind: 'file',
              key: 'contract',
              label: { it: 'Contratto registrato', en: 'Registered lease' },
              required: true,
              types: ['application/pdf'],
              maxFiles: 2,
            },
            {
              kind: 'file',
              key: 'receipts',
              label: { it: 'Ricevute del canone', en: 'Receipts of the rent' },
              required: true,
              types: ['application/pdf', 'image/jpeg', 'image/png'],
              maxFiles: 12,
            },
            { kind: 'iban', key: 'iban', label: { it: 'IBAN', en: 'IBAN' }, required: true, columns: 6 },
            { kind: 'iban', key: 'ibanAgain', label: { it: 'Ripeti l’IBAN', en: 'IBAN again' }, required: true, columns: 6 },
          ],
        },
        declarations,
      ],
    },
  ],
  rules: [
    { rule: 'dateOrder', first: 'from', second: 'to' },
    { rule: 'same', first: 'iban', second: 'ibanAgain' },
  ],
};
