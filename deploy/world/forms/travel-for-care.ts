import type { Form } from '@sportello/forms/form';
import { whoAsks } from './person.ts';

/** A patient asks for the refund of what she spent to reach the place of her care. */
export const travelForCare: Form = {
  title: { it: 'Rimborso delle spese di viaggio per cure', en: 'Refund of travel expenses for care' },
  pages: [
    {
      key: 'patient',
      title: { it: 'Richiedente', en: 'Applicant' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: whoAsks },
        {
          key: 'refund',
          title: { it: 'Accredito', en: 'Refund' },
          fields: [
            { kind: 'iban', key: 'iban', label: { it: 'IBAN', en: 'IBAN' }, required: true, columns: 8 },
            { kind: 'phone', key: 'phone', label: { it: 'Telefono', en: 'Phone' }, columns: 4, autocomplete: 'tel' },
          ],
        },
      ],
    },
    {
      key: 'care',
      title: { it: 'Cure e viaggi', en: 'Care and journeys' },
      sections: [
        {
          key: 'journeys',
          title: { it: 'Viaggi', en: 'Journeys' },
          fields: [
            {
              kind: 'text',
              key: 'facility',
              label: { it: 'Struttura sanitaria', en: 'Health facility' },
              required: true,
              maxLength: 150,
            },
            {
              kind: 'date',
              key: 'from',
              label: { it: 'Dal', en: 'From' },
              required: true,
              max: 'today',
              columns: 4,
            },
            { kind: 'date', key: 'to', label: { it: 'Al', en: 'To' }, required: true, max: 'today', columns: 4 },
            {
              kind: 'choice',
              key: 'means',
              label: { it: 'Mezzo usato', en: 'Means of transport' },
              required: true,
              options: [
                { value: 'public', label: { it: 'Trasporto pubblico', en: 'Public transport' } },
                { value: 'car', label: { it: 'Automobile', en: 'Car' } },
              ],
              columns: 4,
            },
            {
              kind: 'number',
              key: 'kilometres',
              label: { it: 'Chilometri percorsi', en: 'Kilometres travelled' },
              showIf: { field: 'means', equals: 'car' },
              required: true,
              integer: true,
              min: 1,
              max: 100_000,
              columns: 4,
            },
            {
              kind: 'file',
              key: 'tickets',
              label: { it: 'Biglietti', en: 'Tickets' },
              showIf: { field: 'means', equals: 'public' },
              required: true,
              types: ['application/pdf', 'image/jpeg', 'image/png'],
              maxFiles: 10,
            },
          ],
        },
      ],
    },
  ],
  rules: [{ rule: 'dateOrder', first: 'from', second: 'to' }],
};
