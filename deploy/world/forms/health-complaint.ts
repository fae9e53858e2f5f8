import type { Form } from '@sportello/forms/form';
import { option, reachedAt, whoAsks } from './person.ts';

/** What a citizen has to say of a hospital or a surgery: the health authority, not the Region, looks into it. */
export const healthComplaint: Form = {
  title: { it: "Segnalazione all'Azienda sanitaria", en: 'Complaint to the health authority' },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'person',
      title: { it: 'Chi segnala', en: 'Who complains' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: [...whoAsks, ...reachedAt] },
        {
          key: 'patient',
          title: { it: 'Chi era assistito', en: 'Who was cared for' },
          fields: [
            {
              kind: 'yesNo',
              key: 'isForMe',
              label: { it: 'La segnalazione riguarda te?', en: 'Is the complaint about your own care?' },
              required: true,
            },
            {
              kind: 'text',
              key: 'patient',
              label: { it: 'Nome e cognome della persona assistita', en: 'Name of the person cared for' },
              showIf: { field: 'isForMe', equals: false },
              required: true,
              maxLength: 150,
              columns: 8,
            },
            {
              kind: 'choice',
              key: 'relation',
              label: { it: 'Sei', en: 'You are' },
              showIf: { field: 'isForMe', equals: false },
              required: true,
              options: [
                option('relative', 'Un familiare', 'A relative'),
                option('guardian', 'Tutore o amministratore di sostegno', 'Guardian or support administrator'),
                option('other', 'Altro', 'Other'),
              ],
              columns: 4,
            },
            {
              kind: 'file',
              key: 'delegation',
              label: { it: 'Delega della persona assistita, o nomina', en: 'Authorisation of the person cared for, or appointment' },
              showIf: { field: 'isForMe', equals: false },
              required: true,
              types: ['application/pdf', 'image/jpeg', 'image/png'],
            },
          ],
        },
      ],
    },
    {
      key: 'facts',
      title: { it: 'Che cosa è accaduto', en: 'What happened' },
      sections: [
        {
          key: 'place',
          title: { it: 'Dove e quando', en: 'Where and when' },
          fields: [
            {
              kind: 'choice',
              key: 'authority',
              label: { it: 'Azienda sanitaria', en: 'Health authority' },
              required: true,
              options: [
                { value: 'torino', label: { it: 'ASL Città di Torino', en: 'ASL Città di Torino' } },
                { value: 'cn1', label: { it: 'ASL CN1', en: 'ASL CN1' } },
                { value: 'novara', label: { it: 'ASL Novara', en: 'ASL Novara' } },
              ],
            },
            {
              kind: 'text',
              key: 'facility',
              label: { it: 'Struttura o reparto', en: 'Hospital, surgery or ward' },
              required: true,
              maxLength: 150,
            },
            { kind: 'date', key: 'day', label: { it: 'Giorno', en: 'Day' }, required: true, max: 'today', columns: 4 },
          ],
        },
        {
          key: 'account',
          title: { it: 'La segnalazione', en: 'The complaint' },
          fields: [
            {
              kind: 'choice',
              key: 'about',
              label: { it: 'Riguarda', en: 'It is about' },
              required: true,
              options: [
                { value: 'waiting', label: { it: 'Tempi di attesa', en: 'Waiting times' } },
                { value: 'care', label: { it: 'Assistenza ricevuta', en: 'The care received' } },
                { value: 'information', label: { it: 'Informazioni', en: 'Information' } },
                { value: 'premises', label: { it: 'Ambienti e accessibilità', en: 'Premises and accessibility' } },
              ],
            },
            {
              kind: 'longText',
              key: 'facts',
              label: { it: 'Descrizione dei fatti', en: 'What happened' },
              required: true,
              maxLength: 3_000,
            },
            {
              kind: 'yesNo',
              key: 'hasWritten',
              label: { it: 'Ti sei già rivolto alla struttura?', en: 'Have you turned to the place already?' },
              required: true,
            },
            {
              kind: 'date',
              key: 'writtenOn',
              label: { it: 'Quando', en: 'When' },
              showIf: { field: 'hasWritten', equals: true },
              required: true,
              max: 'today',
              columns: 4,
            },
            {
              kind: 'text',
              key: 'wish',
              label: { it: 'Che cosa chiedi', en: 'What you ask for' },
              help: {
                it: 'Per esempio: spiegazioni, un nuovo appuntamento, una modifica.',
                en: 'For example: an explanation, another appointment, a change.',
              },
              required: true,
              maxLength: 300,
            },
            {
              kind: 'file',
              key: 'papers',
              label: { it: 'Documenti', en: 'Documents' },
              help: { it: 'Facoltativi. Non allegare documentazione clinica.', en: 'Optional. Do not attach clinical records.' },
              types: ['application/pdf', 'image/jpeg', 'image/png'],
              maxFiles: 3,
            },
            {
              kind: 'declaration',
              key: 'mayForward',
              label: {
                it: "Ho letto l'informativa e accetto che la segnalazione sia inoltrata all'Azienda sanitaria indicata",
                en: 'I have read the privacy notice and agree that this is forwarded to the health authority named above',
              },
            },
          ],
        },
      ],
    },
  ],
  rules: [{ rule: 'dateOrder', first: 'day', second: 'writtenOn' }],
};
