import type { Form } from '@sportello/forms/form';
import { whoAsks } from './person.ts';

/** A parent asks for help with the costs of a child's school year. */
export const schoolVoucher: Form = {
  title: { it: 'Voucher scuola 2022/2023', en: 'School voucher 2022/2023' },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'parent',
      title: { it: 'Richiedente', en: 'Applicant' },
      sections: [
        {
          key: 'applicant',
          title: { it: 'I tuoi dati', en: 'Your data' },
          fields: [
            ...whoAsks,
            {
              kind: 'mail',
              key: 'mail',
              label: { it: 'Email per le comunicazioni', en: 'E-mail for communications' },
              required: true,
              prefill: 'person.mail',
              columns: 6,
              autocomplete: 'email',
            },
          ],
        },
      ],
    },
    {
      key: 'pupil',
      title: { it: 'Studente', en: 'Pupil' },
      sections: [
        {
          key: 'child',
          title: { it: 'Dati dello studente', en: 'Data of the pupil' },
          fields: [
            { kind: 'text', key: 'childGivenName', label: { it: 'Nome', en: 'Given name' }, required: true, maxLength: 100, columns: 4 },
            { kind: 'text', key: 'childFamilyName', label: { it: 'Cognome', en: 'Surname' }, required: true, maxLength: 100, columns: 4 },
            { kind: 'fiscalCode', key: 'childFiscalCode', label: { it: 'Codice Fiscale', en: 'Fiscal code' }, required: true, columns: 4 },
            {
              kind: 'choice',
              key: 'schoolLevel',
              label: { it: 'Scuola frequentata', en: 'School attended' },
              required: true,
              options: [
                { value: 'primary', label: { it: 'Primaria', en: 'Primary' } },
                { value: 'lowerSecondary', label: { it: 'Secondaria di primo grado', en: 'Lower secondary' } },
                { value: 'upperSecondary', label: { it: 'Secondaria di secondo grado', en: 'Upper secondary' } },
              ],
              columns: 6,
            },
          ],
        },
        {
          key: 'help',
          title: { it: 'Contributo', en: 'Help' },
          fields: [
            {
              kind: 'multiChoice',
              key: 'expenses',
              label: { it: 'Spese per cui chiedi il voucher', en: 'Expenses for which you ask the voucher' },
              required: true,
              options: [
                { value: 'books', label: { it: 'Libri di testo', en: 'Textbooks' } },
                { value: 'transport', label: { it: 'Trasporti', en: 'Transport' } },
                { value: 'activities', label: { it: 'Attività integrative', en: 'Additional activities' } },
              ],
            },
            {
              kind: 'number',
              key: 'isee',
              label: { it: 'Valore ISEE in euro', en: 'ISEE value in euro' },
              help: {
                it: "L'attestazione ISEE deve essere valida alla data della domanda. Il limite è di 26.000 euro.",
                en: 'The ISEE statement must be valid on the day of the request. The limit is 26,000 euro.',
              },
              required: true,
              min: 0,
              max: 26_000,
              decimals: 2,
              columns: 4,
            },
          ],
        },
      ],
    },
  ],
  rules: [{ rule: 'fiscalCodeMatches', fiscalCode: 'childFiscalCode', givenName: 'childGivenName', familyName: 'childFamilyName' }],
};
