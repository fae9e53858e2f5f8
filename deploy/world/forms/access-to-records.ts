import type { Form } from '@sportello/forms/form';
import { declarations, option, reachedAt, whoAsks } from './person.ts';

/** A citizen asks to see documents of the body, or to have copies (law 241/1990, articles 22 to 25). */
export const accessToRecords: Form = {
  title: { it: 'Accesso agli atti', en: 'Access to records' },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'person',
      title: { it: 'Chi chiede', en: 'Who asks' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: [...whoAsks, ...reachedAt] },
        {
          key: 'capacity',
          title: { it: 'A che titolo chiedi', en: 'In which capacity you ask' },
          fields: [
            {
              kind: 'choice',
              key: 'capacity',
              label: { it: 'Chiedi i documenti', en: 'You ask for the documents' },
              required: true,
              options: [
                option('self', 'Per te', 'For yourself'),
                option('person', 'Per una persona che ti ha delegato', 'For a person who has authorised you'),
                option('company', 'Per un ente o una società', 'For an organisation or a company'),
              ],
            },
            {
              kind: 'text',
              key: 'companyName',
              label: { it: "Nome dell'ente o della società", en: 'Name of the organisation or company' },
              showIf: { field: 'capacity', equals: 'company' },
              required: true,
              maxLength: 150,
              columns: 8,
            },
            {
              kind: 'entityFiscalCode',
              key: 'companyCode',
              label: { it: 'Codice fiscale', en: 'Fiscal code' },
              showIf: { field: 'capacity', equals: 'company' },
              required: true,
              columns: 4,
            },
            {
              kind: 'file',
              key: 'powers',
              label: { it: 'Documento che attesta i poteri', en: 'Document that shows your powers' },
              showIf: { field: 'capacity', equals: 'company' },
              required: true,
              types: ['application/pdf'],
            },
            {
              kind: 'text',
              key: 'delegatorName',
              label: { it: 'Nome e cognome di chi ti ha delegato', en: 'Name of the person who has authorised you' },
              showIf: { field: 'capacity', equals: 'person' },
              required: true,
              maxLength: 150,
              columns: 8,
            },
            {
              kind: 'fiscalCode',
              key: 'delegatorCode',
              label: { it: 'Codice Fiscale di chi delega', en: 'Fiscal code of that person' },
              showIf: { field: 'capacity', equals: 'person' },
              required: true,
              columns: 4,
            },
            {
              kind: 'file',
              key: 'delegation',
              label: { it: 'Delega firmata', en: 'Signed authorisation' },
              help: {
                it: "Con la copia del documento d'identità di chi delega.",
                en: 'With a copy of the identity document of the person who authorises you.',
              },
              showIf: { field: 'capacity', equals: 'person' },
              required: true,
              types: ['application/pdf', 'image/jpeg', 'image/png'],
              maxFiles: 2,
            },
          ],
        },
      ],
    },
    {
      key: 'documents',
      title: { it: 'Documenti', en: 'Documents' },
      sections: [
        {
          key: 'which',
          title: { it: 'Quali documenti', en: 'Which documents' },
          fields: [
            {
              kind: 'block',
              key: 'documents',
              label: { it: 'Documenti richiesti', en: 'Documents asked for' },
              itemTitle: { it: 'Documento', en: 'Document' },
              addLabel: { it: 'Aggiungi un documento', en: 'Add a document' },
              min: 1,
              max: 10,
              fields: [
                {
                  kind: 'text',
                  key: 'subject',
                  label: { it: 'Che cosa cerchi', en: 'What you look for' },
                  help: {
                    it: 'Per esempio: determina di assegnazione di un contributo.',
                    en: 'For example: decision by which a contribution was given.',
                  },
                  required: true,
                  maxLength: 300,
                },
                {
                  kind: 'text',
                  key: 'number',
                  label: { it: 'Numero, se lo conosci', en: 'Number, if you know it' },
                  maxLength: 60,
                  columns: 6,
                },
                { kind: 'date', key: 'day', label: { it: 'Data, se la conosci', en: 'Date, if you know it' }, max: 'today', columns: 6 },
              ],
            },
          ],
        },
        {
          key: 'why',
          title: { it: 'Motivo', en: 'Reason' },
          fields: [
            {
              kind: 'longText',
              key: 'reason',
              label: { it: 'Motivo della richiesta', en: 'Reason of the request' },
              help: {
                it: "L'interesse diretto, concreto e attuale per cui chiedi i documenti (articolo 22 della legge 241/1990).",
                en: 'The direct, concrete and present interest for which you ask (article 22 of law 241/1990).',
              },
              required: true,
              maxLength: 1_000,
            },
            {
              kind: 'file',
              key: 'proof',
              label: { it: "Documenti che provano l'interesse", en: 'Documents that show the interest' },
              types: ['application/pdf'],
              maxFiles: 3,
            },
          ],
        },
        {
          key: 'how',
          title: { it: 'Come vuoi riceverli', en: 'How you want to have them' },
          fields: [
            {
              kind: 'choice',
              key: 'way',
              label: { it: 'Modalità', en: 'Way' },
              required: true,
              options: [
                option('look', "Visione presso l'ufficio", 'By looking at them at the office'),
                option('copy', 'Copia informatica', 'As a digital copy'),
                option('certified', 'Copia conforme', 'As a certified copy'),
              ],
            },
            {
              kind: 'text',
              key: 'use',
              label: { it: 'Uso della copia conforme', en: 'What the certified copy is for' },
              showIf: { field: 'way', equals: 'certified' },
              required: true,
              maxLength: 200,
            },
            {
              kind: 'choice',
              key: 'sentTo',
              label: { it: 'Dove inviare la copia', en: 'Where the copy is sent' },
              showIf: { field: 'way', in: ['copy', 'certified'] },
              required: true,
              options: [
                option('area', "Nell'Area personale", 'To my personal area'),
                option('pec', 'Alla mia PEC', 'To my certified email'),
              ],
            },
            {
              kind: 'pec',
              key: 'pec',
              label: { it: 'PEC', en: 'Certified email (PEC)' },
              showIf: { field: 'sentTo', equals: 'pec' },
              required: true,
              columns: 8,
            },
          ],
        },
        declarations,
      ],
    },
  ],
};
