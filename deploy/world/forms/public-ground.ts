import type { Form } from '@sportello/forms/form';
import { declarations, option, reachedAt, whoAsks } from './person.ts';

/** A firm or a person asks to occupy a part of a street or a square for some days: the request itself bears a revenue stamp. */
export const publicGround: Form = {
  title: { it: 'Occupazione temporanea di suolo pubblico', en: 'Temporary use of public ground' },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'person',
      title: { it: 'Richiedente', en: 'Applicant' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: [...whoAsks, ...reachedAt] },
        {
          key: 'capacity',
          title: { it: 'A che titolo chiedi', en: 'In which capacity you ask' },
          fields: [
            {
              kind: 'choice',
              key: 'capacity',
              label: { it: 'Chiedi l’occupazione', en: 'You ask' },
              required: true,
              options: [
                option('self', 'Per te', 'For yourself'),
                option('company', 'Per un’impresa', 'For a company'),
                option('association', 'Per un’associazione', 'For an association'),
              ],
            },
            {
              kind: 'text',
              key: 'organisation',
              label: { it: 'Denominazione', en: 'Name' },
              showIf: { field: 'capacity', in: ['company', 'association'] },
              required: true,
              maxLength: 150,
            },
            {
              kind: 'vatNumber',
              key: 'vat',
              label: { it: 'Partita IVA', en: 'VAT number' },
              showIf: { field: 'capacity', equals: 'company' },
              required: true,
              columns: 6,
            },
            {
              kind: 'entityFiscalCode',
              key: 'associationCode',
              label: { it: 'Codice fiscale dell’associazione', en: 'Fiscal code of the association' },
              showIf: { field: 'capacity', equals: 'association' },
              required: true,
              columns: 6,
            },
            {
              kind: 'pec',
              key: 'pec',
              label: { it: 'PEC', en: 'Certified email (PEC)' },
              showIf: { field: 'capacity', in: ['company', 'association'] },
              required: true,
              columns: 6,
            },
          ],
        },
      ],
    },
    {
      key: 'ground',
      title: { it: 'Occupazione', en: 'Use' },
      sections: [
        {
          key: 'what',
          title: { it: 'Che cosa', en: 'What' },
          fields: [
            {
              kind: 'choice',
              key: 'use',
              label: { it: 'Motivo', en: 'Purpose' },
              required: true,
              options: [
                option('scaffold', 'Ponteggio o cantiere', 'Scaffolding or building site'),
                option('removal', 'Trasloco', 'Removal'),
                option('tables', 'Tavolini e dehors', 'Tables outside'),
                option('event', 'Manifestazione', 'Event'),
                option('stall', 'Raccolta firme o banchetto informativo', 'Collection of signatures or information stall'),
              ],
              columns: 6,
            },
            {
              kind: 'text',
              key: 'buildingTitle',
              label: { it: 'Numero della CILA, della SCIA o del permesso', en: 'Number of the building notice or permit' },
              showIf: { field: 'use', equals: 'scaffold' },
              required: true,
              maxLength: 60,
              columns: 6,
            },
            {
              kind: 'text',
              key: 'street',
              label: { it: 'Via o piazza', en: 'Street or square' },
              required: true,
              maxLength: 150,
              columns: 8,
            },
            { kind: 'text', key: 'number', label: { it: 'All’altezza del numero', en: 'At number' }, maxLength: 20, columns: 4 },
            {
              kind: 'number',
              key: 'length',
              label: { it: 'Lunghezza in metri', en: 'Length in metres' },
              required: true,
              min: 0.5,
              max: 500,
              decimals: 2,
              columns: 6,
            },
            {
              kind: 'number',
              key: 'width',
              label: { it: 'Larghezza in metri', en: 'Width in metres' },
              required: true,
              min: 0.5,
              max: 100,
              decimals: 2,
              columns: 6,
            },
          ],
        },
        {
          key: 'when',
          title: { it: 'Quando', en: 'When' },
          fields: [
            { kind: 'date', key: 'from', label: { it: 'Dal', en: 'From' }, required: true, min: 'today', columns: 6 },
            { kind: 'date', key: 'to', label: { it: 'Al', en: 'To' }, required: true, min: 'today', columns: 6 },
            {
              kind: 'yesNo',
              key: 'stopsTraffic',
              label: { it: 'Serve modificare la viabilità?', en: 'Does traffic have to be changed?' },
              required: true,
            },
            {
              kind: 'longText',
              key: 'traffic',
              label: { it: 'Modifiche richieste', en: 'Changes asked for' },
              help: { it: 'Divieti di sosta, sensi unici, chiusure, con gli orari.', en: 'No parking, one way, closures, with the hours.' },
              showIf: { field: 'stopsTraffic', equals: true },
              required: true,
              maxLength: 1_000,
            },
            {
              kind: 'file',
              key: 'plan',
              label: { it: 'Planimetria', en: 'Plan' },
              help: {
                it: 'Con le misure e la distanza da passaggi e accessi.',
                en: 'With measures and distance from passages and entrances.',
              },
              required: true,
              types: ['application/pdf', 'image/jpeg', 'image/png'],
              maxFiles: 3,
            },
          ],
        },
        {
          ...declarations,
          fields: [
            {
              kind: 'declaration',
              key: 'rules',
              label: {
                it: 'Mi impegno a ripristinare il suolo e a rispettare il regolamento del canone unico (legge 160/2019, articolo 1, commi 816 e seguenti)',
                en: 'I undertake to restore the ground and to follow the rules of the single fee (law 160/2019, article 1, paragraph 816 and following)',
              },
            },
            ...declarations.fields,
          ],
        },
      ],
    },
  ],
  rules: [{ rule: 'dateOrder', first: 'from', second: 'to' }],
};
