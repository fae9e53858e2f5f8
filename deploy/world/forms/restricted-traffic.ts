import type { Form } from '@sportello/forms/form';
import { declarations, livesAt, option, reachedAt, whoAsks } from './person.ts';

/** A permit to drive in the restricted traffic zone (ZTL): its release bears a revenue stamp. */
export const restrictedTraffic: Form = {
  title: { it: 'Permesso di accesso alla ZTL', en: 'Permit for the restricted traffic zone' },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'person',
      title: { it: 'Richiedente', en: 'Applicant' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: [...whoAsks, ...reachedAt] },
        { key: 'home', title: { it: 'Residenza', en: 'Residence' }, fields: livesAt },
      ],
    },
    {
      key: 'permit',
      title: { it: 'Permesso', en: 'Permit' },
      sections: [
        {
          key: 'ground',
          title: { it: 'Motivo', en: 'Ground' },
          fields: [
            {
              kind: 'choice',
              key: 'ground',
              label: { it: 'Chiedi il permesso come', en: 'You ask for the permit as' },
              required: true,
              options: [
                option('resident', 'Residente nella ZTL', 'Resident in the zone'),
                option('garage', 'Titolare di un posto auto nella ZTL', 'Holder of a parking space in the zone'),
                option('works', 'Impresa che lavora nella ZTL', 'Firm that works in the zone'),
                option('care', 'Chi assiste una persona che vive nella ZTL', 'Somebody who cares for a resident'),
              ],
            },
            {
              kind: 'text',
              key: 'garage',
              label: { it: 'Indirizzo del posto auto', en: 'Address of the parking space' },
              showIf: { field: 'ground', equals: 'garage' },
              required: true,
              maxLength: 150,
            },
            {
              kind: 'file',
              key: 'garageTitle',
              label: { it: 'Atto di proprietà o contratto di locazione del posto auto', en: 'Deed or lease of the parking space' },
              showIf: { field: 'ground', equals: 'garage' },
              required: true,
              types: ['application/pdf'],
            },
            {
              kind: 'text',
              key: 'firm',
              label: { it: 'Nome dell’impresa', en: 'Name of the firm' },
              showIf: { field: 'ground', equals: 'works' },
              required: true,
              maxLength: 150,
              columns: 8,
            },
            {
              kind: 'vatNumber',
              key: 'firmVat',
              label: { it: 'Partita IVA', en: 'VAT number' },
              showIf: { field: 'ground', equals: 'works' },
              required: true,
              columns: 4,
            },
            {
              kind: 'longText',
              key: 'why',
              label: { it: 'Luogo e motivo dell’accesso', en: 'Place and reason of the access' },
              showIf: { field: 'ground', in: ['works', 'care'] },
              required: true,
              maxLength: 500,
            },
          ],
        },
        {
          key: 'period',
          title: { it: 'Periodo', en: 'Period' },
          fields: [
            { kind: 'date', key: 'from', label: { it: 'Dal', en: 'From' }, required: true, min: 'today', columns: 6 },
            {
              kind: 'date',
              key: 'to',
              label: { it: 'Al', en: 'To' },
              help: {
                it: 'Il permesso vale al massimo cinque anni per i residenti, uno per gli altri.',
                en: 'Five years at most for residents, one for others.',
              },
              required: true,
              min: 'today',
              columns: 6,
            },
          ],
        },
        {
          key: 'cars',
          title: { it: 'Veicoli', en: 'Vehicles' },
          fields: [
            {
              kind: 'block',
              key: 'vehicles',
              label: { it: 'Veicoli autorizzati', en: 'Vehicles' },
              itemTitle: { it: 'Veicolo', en: 'Vehicle' },
              addLabel: { it: 'Aggiungi un veicolo', en: 'Add a vehicle' },
              min: 1,
              max: 3,
              rules: [{ rule: 'distinct', field: 'plate' }],
              fields: [
                {
                  kind: 'text',
                  key: 'plate',
                  label: { it: 'Targa', en: 'Number plate' },
                  placeholder: { it: 'es. AB123CD', en: 'e.g. AB123CD' },
                  required: true,
                  maxLength: 10,
                  columns: 4,
                },
                {
                  kind: 'choice',
                  key: 'engine',
                  label: { it: 'Alimentazione', en: 'Engine' },
                  required: true,
                  options: [
                    option('petrol', 'Benzina, GPL o metano', 'Petrol, LPG or methane'),
                    option('diesel', 'Diesel', 'Diesel'),
                    option('hybrid', 'Ibrida', 'Hybrid'),
                    option('electric', 'Elettrica', 'Electric'),
                  ],
                  columns: 4,
                },
                {
                  kind: 'choice',
                  key: 'title',
                  label: { it: 'Il veicolo è', en: 'The vehicle is' },
                  required: true,
                  options: [
                    option('own', 'Di proprietà', 'Yours'),
                    option('lease', 'In leasing o a noleggio', 'Leased or rented'),
                    option('loan', 'In uso da un familiare o dall’impresa', 'Lent by a relative or the firm'),
                  ],
                  columns: 4,
                },
                {
                  kind: 'file',
                  key: 'use',
                  label: { it: 'Contratto o dichiarazione d’uso', en: 'Contract or declaration of use' },
                  showIf: { field: 'title', in: ['lease', 'loan'] },
                  required: true,
                  types: ['application/pdf'],
                },
              ],
            },
          ],
        },
        declarations,
      ],
    },
  ],
  rules: [{ rule: 'dateOrder', first: 'from', second: 'to' }],
};
