import type { Form } from '@sportello/forms/form';
import { declarations, livesAt, option, reachedAt, whoAsks } from './person.ts';

/** Somebody applies for a post of the comune. */
export const publicCompetition: Form = {
  title: { it: 'Concorso pubblico: due istruttori amministrativi', en: 'Public competition: two administrative officers' },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'person',
      title: { it: 'Candidato', en: 'Candidate' },
      sections: [
        {
          key: 'applicant',
          title: { it: 'I tuoi dati', en: 'Your data' },
          fields: [
            ...whoAsks,
            ...reachedAt,
            {
              kind: 'pec',
              key: 'pec',
              label: { it: 'PEC', en: 'Certified email (PEC)' },
              help: { it: 'Se ne hai una, le comunicazioni arrivano qui.', en: 'If you have one, communications are sent there.' },
              columns: 6,
            },
          ],
        },
        { key: 'home', title: { it: 'Residenza', en: 'Residence' }, fields: livesAt },
        {
          key: 'citizenship',
          title: { it: 'Cittadinanza', en: 'Citizenship' },
          fields: [
            {
              kind: 'choice',
              key: 'citizenship',
              label: { it: 'La tua cittadinanza', en: 'Your citizenship' },
              help: {
                it: 'Chi non è cittadino dell’Unione europea può partecipare nei casi dell’articolo 38 del decreto legislativo 165/2001.',
                en: 'Those who are not citizens of the European Union may apply in the cases of article 38 of legislative decree 165/2001.',
              },
              required: true,
              options: [
                option('italian', 'Italiana', 'Italian'),
                option('union', 'Di un altro Stato dell’Unione europea', 'Of another country of the European Union'),
                option('other', 'Di un altro Stato, con titolo di soggiorno', 'Of another country, with a residence permit'),
              ],
            },
            {
              kind: 'file',
              key: 'permit',
              label: { it: 'Titolo di soggiorno', en: 'Residence permit' },
              showIf: { field: 'citizenship', equals: 'other' },
              required: true,
              types: ['application/pdf', 'image/jpeg', 'image/png'],
              maxFiles: 2,
            },
          ],
        },
      ],
    },
    {
      key: 'titles',
      title: { it: 'Titoli', en: 'Qualifications' },
      sections: [
        {
          key: 'degree',
          title: { it: 'Titolo di studio', en: 'Education' },
          fields: [
            {
              kind: 'choice',
              key: 'degree',
              label: { it: 'Titolo più alto', en: 'Highest qualification' },
              required: true,
              options: [
                option('diploma', 'Diploma di scuola superiore', 'Upper secondary diploma'),
                option('bachelor', 'Laurea', 'Bachelor’s degree'),
                option('master', 'Laurea magistrale', 'Master’s degree'),
              ],
              columns: 6,
            },
            {
              kind: 'number',
              key: 'degreeYear',
              label: { it: 'Anno di conseguimento', en: 'Year' },
              required: true,
              integer: true,
              min: 1950,
              max: 2100,
              columns: 6,
            },
            {
              kind: 'text',
              key: 'degreeFrom',
              label: { it: 'Scuola o università', en: 'School or university' },
              required: true,
              maxLength: 200,
            },
            {
              kind: 'yesNo',
              key: 'isForeignDegree',
              label: { it: 'Il titolo è stato conseguito all’estero?', en: 'Was it obtained abroad?' },
              required: true,
            },
            {
              kind: 'file',
              key: 'equivalence',
              label: { it: 'Provvedimento di equivalenza, o ricevuta della richiesta', en: 'Recognition, or receipt of its request' },
              showIf: { field: 'isForeignDegree', equals: true },
              required: true,
              types: ['application/pdf'],
            },
          ],
        },
        {
          key: 'service',
          title: { it: 'Servizi presso amministrazioni pubbliche', en: 'Work for public bodies' },
          fields: [
            {
              kind: 'block',
              key: 'services',
              label: { it: 'Periodi di servizio', en: 'Periods of work' },
              itemTitle: { it: 'Servizio', en: 'Period' },
              addLabel: { it: 'Aggiungi un servizio', en: 'Add a period' },
              min: 0,
              max: 10,
              rules: [{ rule: 'dateOrder', first: 'from', second: 'to' }],
              fields: [
                { kind: 'text', key: 'body', label: { it: 'Amministrazione', en: 'Public body' }, required: true, maxLength: 150 },
                { kind: 'text', key: 'post', label: { it: 'Profilo professionale', en: 'Post' }, required: true, maxLength: 150 },
                { kind: 'date', key: 'from', label: { it: 'Dal', en: 'From' }, required: true, max: 'today', columns: 6 },
                {
                  kind: 'date',
                  key: 'to',
                  label: { it: 'Al', en: 'To' },
                  help: { it: 'Se il servizio è in corso, indica la data di oggi.', en: 'If you still work there, give today’s date.' },
                  required: true,
                  max: 'today',
                  columns: 6,
                },
              ],
            },
            {
              kind: 'file',
              key: 'curriculum',
              label: { it: 'Curriculum', en: 'Curriculum vitae' },
              required: true,
              types: ['application/pdf'],
            },
          ],
        },
      ],
    },
    {
      key: 'tests',
      title: { it: 'Prove e dichiarazioni', en: 'Tests and declarations' },
      sections: [
        {
          key: 'exam',
          title: { it: 'Prove', en: 'Tests' },
          fields: [
            {
              kind: 'choice',
              key: 'language',
              label: { it: 'Lingua straniera per la prova orale', en: 'Foreign language for the oral test' },
              required: true,
              options: [option('english', 'Inglese', 'English'), option('french', 'Francese', 'French')],
            },
            {
              kind: 'yesNo',
              key: 'needsAids',
              label: { it: 'Chiedi ausili o tempi aggiuntivi?', en: 'Do you ask for aids or additional time?' },
              help: {
                it: 'Per le persone con disabilità (articolo 20 della legge 104/1992).',
                en: 'For people with disabilities (article 20 of law 104/1992).',
              },
              required: true,
            },
            {
              kind: 'longText',
              key: 'aids',
              label: { it: 'Ausili e tempi richiesti', en: 'Aids and time asked for' },
              showIf: { field: 'needsAids', equals: true },
              required: true,
              maxLength: 500,
            },
            {
              kind: 'file',
              key: 'aidsReport',
              label: { it: 'Certificazione', en: 'Certificate' },
              showIf: { field: 'needsAids', equals: true },
              required: true,
              types: ['application/pdf'],
            },
          ],
        },
        {
          key: 'preference',
          title: { it: 'Riserva e preferenze', en: 'Reserved posts and preferences' },
          fields: [
            {
              kind: 'yesNo',
              key: 'hasReserve',
              label: {
                it: 'Hai diritto alla riserva per i volontari delle Forze armate?',
                en: 'Are you entitled to a post reserved for volunteers of the armed forces?',
              },
              help: { it: 'Articolo 1014 del decreto legislativo 66/2010.', en: 'Article 1014 of legislative decree 66/2010.' },
              required: true,
            },
            {
              kind: 'text',
              key: 'preferences',
              label: { it: 'Titoli di preferenza a parità di punteggio', en: 'Grounds of preference with equal marks' },
              help: { it: 'Facoltativo: contano solo se indicati qui.', en: 'Optional: they count only if you name them here.' },
              maxLength: 300,
            },
          ],
        },
        {
          ...declarations,
          fields: [
            {
              kind: 'declaration',
              key: 'politicalRights',
              label: { it: 'Godo dei diritti civili e politici', en: 'I enjoy civil and political rights' },
            },
            {
              kind: 'declaration',
              key: 'noConvictions',
              label: {
                it: 'Non ho riportato condanne penali che impediscono di lavorare per una pubblica amministrazione',
                en: 'I have no criminal convictions that prevent me from working for a public body',
              },
            },
            {
              kind: 'declaration',
              key: 'noDismissal',
              label: {
                it: 'Non sono stato destituito, dispensato o licenziato per motivi disciplinari da una pubblica amministrazione',
                en: 'I have not been removed or dismissed for disciplinary reasons by a public body',
              },
            },
            ...declarations.fields,
          ],
        },
      ],
    },
  ],
};
