import type { Form } from '@sportello/forms/form';
import { declarations, option, whoAsks } from './person.ts';

/** Somebody who does not know where to turn asks the comune. */
export const information: Form = {
  title: { it: 'Richiesta di informazioni e assistenza', en: 'Information and assistance' },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'question',
      title: { it: 'La tua domanda', en: 'Your question' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: whoAsks },
        {
          key: 'subject',
          title: { it: 'Di che cosa hai bisogno', en: 'What you need' },
          fields: [
            {
              kind: 'choice',
              key: 'topic',
              label: { it: 'Argomento', en: 'Topic' },
              required: true,
              options: [
                option('registry', 'Anagrafe, stato civile, elezioni', 'Registry, civil status, elections'),
                option('taxes', 'Tributi', 'Local taxes'),
                option('education', 'Scuola e nidi', 'Schools and nurseries'),
                option('building', 'Edilizia e lavori', 'Building and works'),
                option('mobility', 'Mobilità e sosta', 'Mobility and parking'),
                option('social', 'Servizi sociali', 'Social services'),
                option('other', 'Altro', 'Something else'),
              ],
              columns: 6,
            },
            {
              kind: 'text',
              key: 'otherTopic',
              label: { it: 'Quale', en: 'Which' },
              showIf: { field: 'topic', equals: 'other' },
              required: true,
              maxLength: 100,
              columns: 6,
            },
            {
              kind: 'longText',
              key: 'question',
              label: { it: 'Domanda', en: 'Question' },
              help: { it: 'Non scrivere dati sulla salute tuoi o di altri.', en: 'Do not write data on your health or that of others.' },
              required: true,
              maxLength: 2_000,
            },
            {
              kind: 'yesNo',
              key: 'isAboutPractice',
              label: { it: 'Riguarda una pratica già inviata?', en: 'Is it about a practice that you have sent?' },
              required: true,
            },
            {
              kind: 'text',
              key: 'practiceNumber',
              label: { it: 'Numero della pratica', en: 'Number of the practice' },
              showIf: { field: 'isAboutPractice', equals: true },
              required: true,
              maxLength: 60,
              columns: 6,
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
        {
          key: 'answer',
          title: { it: 'Come vuoi la risposta', en: 'How you want the answer' },
          fields: [
            {
              kind: 'choice',
              key: 'way',
              label: { it: 'Rispondi', en: 'Answer' },
              required: true,
              options: [
                option('mail', 'Per email e nell’Area personale', 'By email and in my personal area'),
                option('phone', 'Anche per telefono', 'By telephone as well'),
              ],
            },
            {
              kind: 'mail',
              key: 'mail',
              label: { it: 'Email', en: 'Email' },
              required: true,
              prefill: 'person.mail',
              columns: 6,
              autocomplete: 'email',
            },
            { kind: 'mail', key: 'mailAgain', label: { it: 'Ripeti l’email', en: 'Email again' }, required: true, columns: 6 },
            {
              kind: 'phone',
              key: 'phone',
              label: { it: 'Telefono', en: 'Telephone' },
              showIf: { field: 'way', equals: 'phone' },
              required: true,
              columns: 6,
              autocomplete: 'tel',
            },
            {
              kind: 'multiChoice',
              key: 'hours',
              label: { it: 'Quando possiamo chiamarti', en: 'When we can call you' },
              showIf: { field: 'way', equals: 'phone' },
              required: true,
              options: [
                option('morning', 'Mattina, 9:00 – 12:00', 'Morning, 9:00 – 12:00'),
                option('afternoon', 'Pomeriggio, 14:00 – 16:00', 'Afternoon, 14:00 – 16:00'),
              ],
            },
          ],
        },
        { ...declarations, fields: declarations.fields.filter(({ key }) => key === 'noticeRead') },
      ],
    },
  ],
  rules: [{ rule: 'same', first: 'mail', second: 'mailAgain' }],
};
