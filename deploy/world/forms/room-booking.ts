import type { Form } from '@sportello/forms/form';
import { declarations, option, reachedAt, whoAsks } from './person.ts';

/** Somebody asks for a room of the comune, for herself or for an association. */
export const roomBooking: Form = {
  title: { it: 'Prenotazione di una sala comunale', en: 'Booking of a municipal room' },
  confirmationMail: 'mail',
  pages: [
    {
      key: 'organiser',
      title: { it: 'Chi organizza', en: 'Organiser' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: [...whoAsks, ...reachedAt] },
        {
          key: 'capacity',
          title: { it: 'Per chi prenoti', en: 'For whom you book' },
          fields: [
            {
              kind: 'choice',
              key: 'capacity',
              label: { it: 'Prenoti la sala', en: 'You book the room' },
              required: true,
              options: [
                option('self', 'Per te', 'For yourself'),
                option('association', 'Per un’associazione', 'For an association'),
                option('company', 'Per un’impresa', 'For a company'),
              ],
            },
            {
              kind: 'text',
              key: 'organisation',
              label: { it: 'Nome dell’associazione o dell’impresa', en: 'Name of the association or company' },
              showIf: { field: 'capacity', in: ['association', 'company'] },
              required: true,
              maxLength: 150,
              columns: 8,
            },
            {
              kind: 'entityFiscalCode',
              key: 'organisationCode',
              label: { it: 'Codice fiscale', en: 'Fiscal code' },
              showIf: { field: 'capacity', in: ['association', 'company'] },
              required: true,
              columns: 4,
            },
            {
              kind: 'yesNo',
              key: 'isThirdSector',
              label: { it: 'È iscritta al registro del Terzo settore (RUNTS)?', en: 'Is it in the register of the third sector (RUNTS)?' },
              help: { it: 'In questo caso la tariffa è ridotta.', en: 'If so, the fee is reduced.' },
              showIf: { field: 'capacity', equals: 'association' },
              required: true,
            },
          ],
        },
      ],
    },
    {
      key: 'event',
      title: { it: 'Sala e giorni', en: 'Room and days' },
      sections: [
        {
          key: 'room',
          title: { it: 'Sala', en: 'Room' },
          fields: [
            {
              kind: 'choice',
              key: 'room',
              label: { it: 'Sala richiesta', en: 'Room asked for' },
              required: true,
              options: [
                option('council', 'Sala consiliare, 90 posti', 'Council room, 90 seats'),
                option('library', 'Sala della biblioteca, 50 posti', 'Library room, 50 seats'),
                option('auditorium', 'Auditorium, 250 posti', 'Auditorium, 250 seats'),
              ],
              columns: 8,
            },
            {
              kind: 'number',
              key: 'people',
              label: { it: 'Persone previste', en: 'People expected' },
              required: true,
              integer: true,
              min: 1,
              max: 250,
              columns: 4,
            },
            {
              kind: 'multiChoice',
              key: 'equipment',
              label: { it: 'Attrezzature', en: 'Equipment' },
              options: [
                option('microphones', 'Microfoni', 'Microphones'),
                option('projector', 'Videoproiettore', 'Projector'),
                option('recording', 'Registrazione audio', 'Audio recording'),
                option('piano', 'Pianoforte (solo auditorium)', 'Piano (auditorium only)'),
              ],
            },
            {
              kind: 'block',
              key: 'days',
              label: { it: 'Giorni', en: 'Days' },
              itemTitle: { it: 'Giorno', en: 'Day' },
              addLabel: { it: 'Aggiungi un giorno', en: 'Add a day' },
              min: 1,
              max: 10,
              rules: [{ rule: 'distinct', field: 'day' }],
              fields: [
                { kind: 'date', key: 'day', label: { it: 'Data', en: 'Date' }, required: true, min: 'today', columns: 6 },
                {
                  kind: 'choice',
                  key: 'slot',
                  label: { it: 'Fascia oraria', en: 'Hours' },
                  required: true,
                  options: [
                    option('morning', 'Mattina, 8:00 – 13:00', 'Morning, 8:00 – 13:00'),
                    option('afternoon', 'Pomeriggio, 14:00 – 19:00', 'Afternoon, 14:00 – 19:00'),
                    option('evening', 'Sera, 20:00 – 24:00', 'Evening, 20:00 – 24:00'),
                    option('whole', 'Tutto il giorno, 8:00 – 24:00', 'The whole day, 8:00 – 24:00'),
                  ],
                  columns: 6,
                },
              ],
            },
          ],
        },
        {
          key: 'what',
          title: { it: 'Iniziativa', en: 'Event' },
          fields: [
            { kind: 'text', key: 'title', label: { it: 'Titolo', en: 'Title' }, required: true, maxLength: 150 },
            {
              kind: 'longText',
              key: 'programme',
              label: { it: 'Programma', en: 'Programme' },
              help: { it: 'Che cosa si fa, chi interviene, a chi è rivolta.', en: 'What is done, who speaks, who it is for.' },
              required: true,
              maxLength: 2_000,
            },
            {
              kind: 'yesNo',
              key: 'hasTickets',
              label: { it: 'L’ingresso è a pagamento?', en: 'Is there an entrance fee?' },
              required: true,
            },
            {
              kind: 'text',
              key: 'authorsRights',
              label: { it: 'Estremi della licenza per la musica o gli spettacoli', en: 'Licence for music or shows' },
              help: { it: 'Facoltativo: solo se si eseguono opere tutelate.', en: 'Optional: only if protected works are performed.' },
              maxLength: 150,
            },
            {
              kind: 'file',
              key: 'poster',
              label: { it: 'Locandina o programma', en: 'Poster or programme' },
              types: ['application/pdf', 'image/jpeg', 'image/png'],
            },
          ],
        },
      ],
    },
    {
      key: 'responsible',
      title: { it: 'Responsabile', en: 'Person in charge' },
      sections: [
        {
          key: 'key',
          title: { it: 'Chi ritira le chiavi', en: 'Who collects the keys' },
          fields: [
            {
              kind: 'text',
              key: 'keyHolder',
              label: { it: 'Nome e cognome', en: 'Name' },
              required: true,
              prefill: 'person.fullName',
              maxLength: 150,
              columns: 8,
            },
            { kind: 'phone', key: 'keyHolderPhone', label: { it: 'Telefono', en: 'Telephone' }, required: true, columns: 4 },
          ],
        },
        {
          ...declarations,
          fields: [
            {
              kind: 'declaration',
              key: 'rules',
              label: {
                it: 'Accetto il regolamento d’uso delle sale e rispondo dei danni a locali e attrezzature',
                en: 'I accept the rules of use of the rooms and answer for damage to rooms and equipment',
              },
            },
            ...declarations.fields,
          ],
        },
      ],
    },
  ],
};
