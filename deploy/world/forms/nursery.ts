import type { Form } from '@sportello/forms/form';
import { declarations, livesAt, option, reachedAt, samePerson, somebody, whoAsks } from './person.ts';

const certificates = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** A parent enrols one child or more, as twins are, in the day nurseries of the comune. */
export const nursery: Form = {
  title: { it: "Iscrizione al nido d'infanzia", en: 'Enrolment in a day nursery' },
  aim: { it: 'Per bambine e bambini da 3 a 36 mesi', en: 'For children from 3 to 36 months' },
  questions: [
    {
      question: { it: 'Posso iscrivere due figli con una sola domanda?', en: 'Can I enrol two children with one request?' },
      answer: {
        it: 'Sì. Nella pagina dei bambini premi «Aggiungi un bambino»: ciascuno ha le sue preferenze e il suo posto nella graduatoria.',
        en: 'Yes. On the page of the children press “Add a child”: each has preferences and a place in the ranking of its own.',
      },
    },
    {
      question: { it: 'Che cosa succede se non presento l’ISEE?', en: 'What happens if I do not state the ISEE?' },
      answer: {
        it: 'La domanda vale lo stesso. Se il posto viene assegnato si paga la retta più alta.',
        en: 'The request counts all the same. If a place is assigned, the highest fee is paid.',
      },
    },
  ],
  confirmationMail: 'mail',
  pages: [
    {
      key: 'parent',
      title: { it: 'Genitore', en: 'Parent' },
      sections: [
        {
          key: 'applicant',
          title: { it: 'I tuoi dati', en: 'Your data' },
          fields: [
            ...whoAsks,
            {
              kind: 'choice',
              key: 'relation',
              label: { it: 'Chiedi l’iscrizione come', en: 'You ask as' },
              required: true,
              options: [
                option('parent', 'Genitore', 'Parent'),
                option('guardian', 'Tutore', 'Guardian'),
                option('foster', 'Affidatario', 'Foster parent'),
              ],
            },
            {
              kind: 'file',
              key: 'guardianship',
              label: { it: 'Provvedimento di tutela o di affido', en: 'Order of guardianship or foster care' },
              showIf: { field: 'relation', in: ['guardian', 'foster'] },
              required: true,
              types: ['application/pdf'],
            },
            ...reachedAt,
          ],
        },
        { key: 'home', title: { it: 'Residenza della famiglia', en: 'Where the family lives' }, fields: livesAt },
        {
          key: 'work',
          title: { it: 'Lavoro e altro genitore', en: 'Work and other parent' },
          fields: [
            {
              kind: 'choice',
              key: 'work',
              label: { it: 'La tua condizione lavorativa', en: 'Your employment' },
              help: { it: 'Serve per il punteggio della graduatoria.', en: 'It counts for the ranking.' },
              required: true,
              options: [
                option('fullTime', 'Lavoro a tempo pieno', 'I work full time'),
                option('partTime', 'Lavoro a tempo parziale', 'I work part time'),
                option('seeking', 'Cerco lavoro', 'I am looking for work'),
                option('other', 'Altro', 'Other'),
              ],
            },
            {
              kind: 'yesNo',
              key: 'hasOtherParent',
              label: { it: 'C’è un altro genitore nel nucleo familiare?', en: 'Is there another parent in the household?' },
              required: true,
            },
            {
              kind: 'text',
              key: 'otherParent',
              label: { it: 'Nome e cognome dell’altro genitore', en: 'Name of the other parent' },
              showIf: { field: 'hasOtherParent', equals: true },
              required: true,
              maxLength: 150,
              columns: 8,
            },
            {
              kind: 'fiscalCode',
              key: 'otherParentCode',
              label: { it: 'Codice Fiscale dell’altro genitore', en: 'Fiscal code of the other parent' },
              showIf: { field: 'hasOtherParent', equals: true },
              required: true,
              columns: 4,
            },
            {
              kind: 'yesNo',
              key: 'otherParentWorks',
              label: { it: 'L’altro genitore lavora?', en: 'Does the other parent work?' },
              showIf: { field: 'hasOtherParent', equals: true },
              required: true,
            },
          ],
        },
      ],
    },
    {
      key: 'children',
      title: { it: 'Bambini', en: 'Children' },
      sections: [
        {
          key: 'list',
          intro: [
            {
              it: 'Puoi iscrivere più figli con una sola domanda: aggiungi un riquadro per ciascuno.',
              en: 'You can enrol several children with one request: add a box for each of them.',
            },
          ],
          fields: [
            {
              kind: 'block',
              key: 'children',
              label: { it: 'Bambini da iscrivere', en: 'Children to enrol' },
              itemTitle: { it: 'Bambino', en: 'Child' },
              addLabel: { it: 'Aggiungi un bambino', en: 'Add a child' },
              min: 1,
              max: 4,
              rules: [...samePerson],
              fields: [
                ...somebody,
                {
                  kind: 'choice',
                  key: 'attendance',
                  label: { it: 'Orario', en: 'Hours' },
                  required: true,
                  options: [
                    option('full', 'Tempo pieno, 7:30 – 17:30', 'Full day, 7:30 – 17:30'),
                    option('part', 'Tempo parziale, 7:30 – 13:30', 'Half day, 7:30 – 13:30'),
                  ],
                },
                {
                  kind: 'choice',
                  key: 'vaccinations',
                  label: { it: 'Vaccinazioni obbligatorie', en: 'Compulsory vaccinations' },
                  help: {
                    it: 'Sono requisito di accesso ai nidi (decreto-legge 73/2017, convertito dalla legge 119/2017).',
                    en: 'They are required for admission to nurseries (decree-law 73/2017, converted by law 119/2017).',
                  },
                  required: true,
                  options: [
                    option('done', 'Fatte', 'Done'),
                    option('booked', 'Prenotate presso l’ASL', 'Booked with the health authority'),
                    option('exempt', 'Esonero o differimento per motivi di salute', 'Exempt or postponed for reasons of health'),
                  ],
                },
                {
                  kind: 'yesNo',
                  key: 'hasDisability',
                  label: { it: 'Ha una disabilità riconosciuta (legge 104/1992)?', en: 'Has a recognised disability (law 104/1992)?' },
                  required: true,
                },
                {
                  kind: 'file',
                  key: 'disabilityReport',
                  label: { it: 'Verbale di accertamento', en: 'Report of recognition' },
                  showIf: { field: 'hasDisability', equals: true },
                  required: true,
                  types: ['application/pdf'],
                },
                {
                  kind: 'yesNo',
                  key: 'needsDiet',
                  label: { it: 'Serve una dieta speciale?', en: 'Is a special diet needed?' },
                  required: true,
                },
                {
                  kind: 'choice',
                  key: 'diet',
                  label: { it: 'Motivo della dieta', en: 'Reason for the diet' },
                  showIf: { field: 'needsDiet', equals: true },
                  required: true,
                  options: [
                    option('health', 'Salute: allergia o intolleranza', 'Health: allergy or intolerance'),
                    option('choice', 'Scelta etica o religiosa', 'Ethical or religious choice'),
                  ],
                },
                {
                  kind: 'file',
                  key: 'dietCertificate',
                  label: { it: 'Certificato del medico', en: 'Doctor’s certificate' },
                  showIf: { field: 'diet', equals: 'health' },
                  required: true,
                  types: [...certificates],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'choices',
      title: { it: 'Preferenze e ISEE', en: 'Preferences and ISEE' },
      sections: [
        {
          key: 'nurseries',
          title: { it: 'Nidi scelti', en: 'Nurseries chosen' },
          fields: [
            {
              kind: 'block',
              key: 'preferences',
              label: { it: 'In ordine di preferenza', en: 'In order of preference' },
              itemTitle: { it: 'Scelta', en: 'Choice' },
              addLabel: { it: 'Aggiungi una scelta', en: 'Add a choice' },
              min: 1,
              max: 3,
              rules: [{ rule: 'distinct', field: 'nursery' }],
              fields: [
                {
                  kind: 'choice',
                  key: 'nursery',
                  label: { it: 'Nido', en: 'Nursery' },
                  required: true,
                  options: [
                    option('girasole', 'Nido Il Girasole, via dei Tigli 4', 'Il Girasole, via dei Tigli 4'),
                    option('aquilone', 'Nido L’Aquilone, via Verdi 18', 'L’Aquilone, via Verdi 18'),
                    option('arcobaleno', 'Nido Arcobaleno, piazza della Pace 2', 'Arcobaleno, piazza della Pace 2'),
                  ],
                },
              ],
            },
            {
              kind: 'date',
              key: 'startsOn',
              label: { it: 'Inserimento dal', en: 'Starting from' },
              help: { it: 'Il primo giorno in cui puoi accompagnare il bambino.', en: 'The first day on which you can bring the child.' },
              required: true,
              min: 'today',
              columns: 6,
            },
            {
              kind: 'yesNo',
              key: 'hasSiblings',
              label: { it: 'Un fratello o una sorella frequenta già uno dei nidi?', en: 'Does a brother or sister attend one already?' },
              required: true,
            },
          ],
        },
        {
          key: 'fee',
          title: { it: 'Retta', en: 'Fee' },
          intro: [
            {
              it: 'La retta dipende dall’ISEE. Senza attestazione si applica la tariffa massima.',
              en: 'The fee depends on the ISEE. Without a certificate the highest fee applies.',
            },
          ],
          fields: [
            {
              kind: 'yesNo',
              key: 'hasIsee',
              label: { it: 'Presenti l’ISEE per prestazioni rivolte a minorenni?', en: 'Do you state your ISEE for services to minors?' },
              required: true,
            },
            {
              kind: 'number',
              key: 'isee',
              label: { it: 'Valore ISEE in euro', en: 'ISEE value in euro' },
              showIf: { field: 'hasIsee', equals: true },
              required: true,
              min: 0,
              max: 1_000_000,
              decimals: 2,
              columns: 6,
            },
            {
              kind: 'date',
              key: 'iseeOn',
              label: { it: 'Data di presentazione della DSU', en: 'Day on which the DSU was submitted' },
              showIf: { field: 'hasIsee', equals: true },
              required: true,
              max: 'today',
              columns: 6,
            },
          ],
        },
        declarations,
      ],
    },
  ],
};
