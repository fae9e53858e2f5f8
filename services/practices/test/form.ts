import type { Form } from '@sportello/forms/form';

const text = (it: string, en: string) => ({ it, en });

/** The form of "Utenti Servizi 06", as far as the rules of practices need it. */
export const usersForm: Form = {
  title: text('Utenti Servizi 06', 'Users of Services 06'),
  pages: [
    {
      key: 'privacy',
      title: text('Informativa privacy', 'Privacy notice'),
      sections: [
        {
          key: 'notice',
          fields: [{ kind: 'declaration', key: 'privacyRead', label: text('Dichiaro di aver preso visione', 'I have read the notice') }],
        },
      ],
    },
    {
      key: 'comune',
      title: text('Dati del Comune', 'Data of the comune'),
      sections: [
        {
          key: 'mayor',
          title: text('Dati anagrafici del Sindaco', 'Data of the mayor'),
          fields: [
            {
              kind: 'text',
              key: 'givenName',
              label: text('Nome', 'Given name'),
              required: true,
              readOnly: true,
              prefill: 'person.givenName',
            },
            { kind: 'text', key: 'familyName', label: text('Cognome', 'Family name'), required: true, prefill: 'person.familyName' },
            { kind: 'text', key: 'street', label: text('Indirizzo sede legale', 'Address'), required: true, maxLength: 150 },
            { kind: 'mail', key: 'rupMail', label: text('Indirizzo email del RUP', 'Mail of the RUP'), required: true },
            { kind: 'yesNo', key: 'isDelegate', label: text('Agisci su delega?', 'Do you act by delegation?') },
            {
              kind: 'file',
              key: 'delegation',
              label: text('Delega', 'Delegation'),
              required: true,
              showIf: { field: 'isDelegate', equals: true },
              types: ['application/pdf'],
              maxBytes: 1_000_000,
            },
          ],
        },
      ],
    },
    {
      key: 'users',
      title: text('Elenco utenti', 'List of users'),
      sections: [
        {
          key: 'list',
          fields: [
            {
              kind: 'block',
              key: 'users',
              label: text('Dati anagrafici utente', 'Data of the user'),
              itemTitle: text('Utente', 'User'),
              addLabel: text('Aggiungi utente', 'Add a user'),
              min: 1,
              max: 50,
              fields: [
                { kind: 'text', key: 'givenName', label: text('Nome', 'Given name'), required: true },
                { kind: 'text', key: 'familyName', label: text('Cognome', 'Family name'), required: true },
              ],
            },
          ],
        },
      ],
    },
  ],
  confirmationMail: 'rupMail',
};

/** Answers with which the form is complete. */
export const answers = {
  privacyRead: true,
  familyName: 'NERI',
  street: 'Corso Giacomo Matteotti, 10',
  rupMail: 'rup@comune.example',
  isDelegate: false,
  users: [
    { givenName: 'GIUSEPPE', familyName: 'VERDI' },
    { givenName: 'GIOACCHINO', familyName: 'ROSSINI' },
  ],
};
