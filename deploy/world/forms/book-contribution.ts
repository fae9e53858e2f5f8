import type { Form } from '@sportello/forms/form';
import { declarations, livesAt, option, reachedAt, samePerson, somebody, whoAsks } from './person.ts';

/** A parent, or a pupil of age, asks for help with the cost of textbooks. */
export const bookContribution: Form = {
  title: { it: 'Contributo per i libri di testo', en: 'Help with textbooks' },
  aim: { it: 'Per le scuole secondarie di primo e di secondo grado', en: 'For lower and upper secondary schools' },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'person',
      title: { it: 'Richiedente', en: 'Applicant' },
      sections: [
        {
          key: 'applicant',
          title: { it: 'I tuoi dati', en: 'Your data' },
          fields: [
            ...whoAsks,
            {
              kind: 'choice',
              key: 'relation',
              label: { it: 'Chiedi il contributo come', en: 'You ask as' },
              required: true,
              options: [
                option('parent', 'Genitore', 'Parent'),
                option('guardian', 'Tutore', 'Guardian'),
                option('pupil', 'Studente maggiorenne', 'Pupil of age'),
              ],
            },
            ...reachedAt,
          ],
        },
        { key: 'home', title: { it: 'Residenza', en: 'Residence' }, fields: livesAt },
      ],
    },
    {
      key: 'pupils',
      title: { it: 'Studenti e spese', en: 'Pupils and expenses' },
      sections: [
        {
          key: 'list',
          fields: [
            {
              kind: 'block',
              key: 'pupils',
              label: { it: 'Studenti per cui chiedi il contributo', en: 'Pupils for whom you ask' },
              itemTitle: { it: 'Studente', en: 'Pupil' },
              addLabel: { it: 'Aggiungi uno studente', en: 'Add a pupil' },
              min: 1,
              max: 6,
              rules: [...samePerson],
              fields: [
                ...somebody,
                { kind: 'text', key: 'school', label: { it: 'Scuola', en: 'School' }, required: true, maxLength: 150 },
                {
                  kind: 'choice',
                  key: 'level',
                  label: { it: 'Grado', en: 'Level' },
                  required: true,
                  options: [
                    option('lower', 'Secondaria di primo grado', 'Lower secondary'),
                    option('upper', 'Secondaria di secondo grado', 'Upper secondary'),
                  ],
                  columns: 6,
                },
                {
                  kind: 'number',
                  key: 'year',
                  label: { it: 'Classe', en: 'Year' },
                  required: true,
                  integer: true,
                  min: 1,
                  max: 5,
                  columns: 6,
                },
                {
                  kind: 'number',
                  key: 'spent',
                  label: { it: 'Spesa sostenuta in euro', en: 'Amount spent in euro' },
                  required: true,
                  min: 1,
                  max: 2_000,
                  decimals: 2,
                  columns: 6,
                },
                {
                  kind: 'file',
                  key: 'receipts',
                  label: { it: 'Scontrini o fatture', en: 'Receipts or invoices' },
                  required: true,
                  types: ['application/pdf', 'image/jpeg', 'image/png'],
                  maxFiles: 5,
                },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'isee',
      title: { it: 'ISEE e accredito', en: 'ISEE and payment' },
      sections: [
        {
          key: 'income',
          title: { it: 'ISEE', en: 'ISEE' },
          fields: [
            {
              kind: 'number',
              key: 'isee',
              label: { it: 'Valore ISEE in euro', en: 'ISEE value in euro' },
              help: {
                it: 'Il bando ammette fino a 15.000,00 euro. L’attestazione deve essere valida oggi.',
                en: 'The call admits up to 15,000.00 euro. The certificate must be valid today.',
              },
              required: true,
              min: 0,
              max: 15_000,
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
            {
              kind: 'yesNo',
              key: 'hasOtherHelp',
              label: { it: 'Hai avuto altri contributi per gli stessi libri?', en: 'Have you had other help for the same books?' },
              required: true,
            },
            {
              kind: 'number',
              key: 'otherHelp',
              label: { it: 'Importo degli altri contributi in euro', en: 'Amount of the other help in euro' },
              showIf: { field: 'hasOtherHelp', equals: true },
              required: true,
              min: 0,
              max: 10_000,
              decimals: 2,
              columns: 6,
            },
          ],
        },
        {
          key: 'account',
          title: { it: 'Conto su cui ricevere il contributo', en: 'Account to which it is paid' },
          fields: [
            { kind: 'iban', key: 'iban', label: { it: 'IBAN', en: 'IBAN' }, required: true, columns: 6 },
            {
              kind: 'iban',
              key: 'ibanAgain',
              label: { it: 'Ripeti l’IBAN', en: 'IBAN again' },
              required: true,
              columns: 6,
            },
            {
              kind: 'text',
              key: 'holder',
              label: { it: 'Intestatario del conto', en: 'Holder of the account' },
              help: { it: 'Deve essere chi chiede il contributo.', en: 'It must be whoever asks for the help.' },
              required: true,
              prefill: 'person.fullName',
              maxLength: 150,
            },
          ],
        },
        declarations,
      ],
    },
  ],
  rules: [{ rule: 'same', first: 'iban', second: 'ibanAgain' }],
};
