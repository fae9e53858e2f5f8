import type { Form } from '@sportello/forms/form';
import { declarations, option, reachedAt, whoAsks } from './person.ts';

/** A parent has found something wrong in what the school services show. `pupil` and `card` are filled in by the page where it was found. */
export const schoolReport: Form = {
  title: { it: 'Segnalazione di un errore nei dati scolastici', en: 'Report of an error in school data' },
  pages: [
    {
      key: 'report',
      title: { it: 'La tua segnalazione', en: 'Your report' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: [...whoAsks, ...reachedAt] },
        {
          key: 'error',
          title: { it: 'Che cosa non va', en: 'What is wrong' },
          fields: [
            {
              kind: 'text',
              key: 'pupil',
              label: { it: 'Cognome e nome dell’alunno', en: 'Family name and given name of the pupil' },
              required: true,
              maxLength: 200,
              columns: 6,
            },
            {
              kind: 'choice',
              key: 'card',
              label: { it: 'Dove hai trovato l’errore', en: 'Where you have found the error' },
              required: true,
              options: [
                option('general', 'Scheda anagrafica: Dati Generali', 'Registry record: General data'),
                option('other', 'Scheda anagrafica: Altre Informazioni', 'Registry record: Other information'),
                option('services', 'Scheda anagrafica: Servizi', 'Registry record: Services'),
                option('documents', 'Scheda anagrafica: Fascicolo', 'Registry record: File'),
                option('meals', 'Refezione scolastica', 'School meals'),
                option('accounting', 'Documenti contabili e pagamenti', 'Accounting documents and payments'),
                option('account', 'Conto corrente virtuale e ricariche', 'Virtual account and top-ups'),
                option('absences', 'Comunicazioni assenze', 'Absence reports'),
              ],
              columns: 6,
            },
            {
              kind: 'longText',
              key: 'error',
              label: { it: 'Che cosa è sbagliato, e come dovrebbe essere', en: 'What is wrong, and what it should be' },
              help: { it: 'Non scrivere dati sulla salute tuoi o di altri.', en: 'Do not write data on your health or that of others.' },
              required: true,
              maxLength: 2_000,
            },
            {
              kind: 'file',
              key: 'papers',
              label: { it: 'Documenti', en: 'Documents' },
              types: ['application/pdf', 'image/jpeg', 'image/png'],
              maxFiles: 3,
            },
          ],
        },
        { ...declarations, fields: declarations.fields.filter(({ key }) => key === 'noticeRead') },
      ],
    },
  ],
};
