import type { Form } from '@sportello/forms/form';

const text = (it: string, en: string) => ({ it, en });

/** The form by which a broken street lamp is reported: a subject that no service has. */
export const lampForm: Form = {
  title: text('Lampione spento', 'Street lamp out of order'),
  pages: [
    {
      key: 'report',
      title: text('Segnalazione', 'Report'),
      sections: [
        {
          key: 'who',
          fields: [
            {
              kind: 'text',
              key: 'givenName',
              label: text('Nome', 'Given name'),
              required: true,
              readOnly: true,
              prefill: 'person.givenName',
            },
            { kind: 'mail', key: 'mail', label: text('E-mail', 'E-mail'), required: true, prefill: 'person.mail' },
          ],
        },
        {
          key: 'where',
          fields: [
            { kind: 'text', key: 'street', label: text('Via', 'Street'), required: true },
            { kind: 'yesNo', key: 'isDangerous', label: text('È pericoloso?', 'Is it dangerous?') },
            {
              kind: 'file',
              key: 'picture',
              label: text('Fotografia', 'Picture'),
              required: true,
              showIf: { field: 'isDangerous', equals: true },
              types: ['image/jpeg'],
              maxBytes: 1_000_000,
            },
            {
              kind: 'block',
              key: 'lamps',
              label: text('Lampioni', 'Lamps'),
              itemTitle: text('Lampione', 'Lamp'),
              addLabel: text('Aggiungi un lampione', 'Add a lamp'),
              min: 1,
              max: 10,
              fields: [
                { kind: 'text', key: 'plate', label: text('Targhetta', 'Plate'), required: true },
                { kind: 'file', key: 'detail', label: text('Dettaglio', 'Detail') },
              ],
            },
          ],
        },
      ],
    },
  ],
  confirmationMail: 'mail',
};

/** Answers with which the form is complete. */
export const answers = {
  givenName: 'GIULIA',
  mail: 'giulia.conti@example.org',
  street: 'Via Roma 1',
  isDangerous: false,
  lamps: [{ plate: 'A 12' }, { plate: 'A 13' }],
};
