/** How many requests a service takes, and which of them only once. */
import { z } from 'zod';
import { problem, Text } from '../contract.js';

const key = '[a-z][A-Za-z0-9]{0,39}';

const uniqueBy = z.strictObject({
  fields: z
    .array(
      z
        .string()
        .regex(new RegExp(`^${key}(\\.${key})?$`))
        .max(81)
        .meta({
          description: 'Key of a field of the form; of a field inside a block, after the key of the block and a point',
          examples: ['children.fiscalCode'],
        }),
    )
    .max(10)
    .default([])
    .meta({
      description: 'The fields that together are given once only',
      'x-label': { it: 'Campi del modulo che insieme non si ripetono', en: 'Fields of the form that together are given once only' },
      'x-help': {
        it: 'La chiave di un campo per riga; dentro un blocco ripetuto, la chiave del blocco, un punto e la chiave del campo: «children.fiscalCode».',
        en: 'The key of a field on each line; inside a repeated block, the key of the block, a point and the key of the field: “children.fiscalCode”.',
      },
    }),
  applicant: z
    .boolean()
    .default(false)
    .meta({
      description: 'Whether the fiscal code of the applicant belongs to what is given once only',
      'x-label': { it: 'Insieme al codice fiscale di chi presenta', en: 'Together with the fiscal code of the applicant' },
    }),
  message: Text.optional().meta({
    description: 'What is said to whoever asks again; left out, a sentence of ours',
    'x-label': { it: 'Che cosa si dice a chi presenta di nuovo', en: 'What is said to whoever asks again' },
  }),
});

export const LimitSettings = z
  .strictObject({
    maxSubmissions: z
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta({
        description: 'How many requests, or places, it takes; left out, as many as come',
        examples: [30],
        'x-label': { it: 'Numero massimo di istanze', en: 'The most requests that are taken' },
        'x-help': {
          it: 'Raggiunto il numero, il servizio non si può iniziare né inviare. Il conto è separato dalle statistiche e si può azzerare. Un’istanza ritirata o annullata libera il suo posto.',
          en: 'When it is reached, nothing can be begun or sent. The count is separate from the statistics and can be reset. A request that is withdrawn or cancelled gives its place back.',
        },
      }),
    countedBy: z
      .string()
      .regex(new RegExp(`^${key}$`))
      .optional()
      .meta({
        description: 'Key of the field that says how many places a request takes; left out, each takes one',
        examples: ['children'],
        'x-label': { it: 'Campo che dice quanti posti occupa un’istanza', en: 'Field that says how many places a request takes' },
        'x-help': {
          it: 'La chiave di un numero, di una scelta multipla o di un blocco ripetuto: due figli occupano due posti. Vuoto: ogni istanza occupa un posto.',
          en: 'The key of a number, a multiple choice or a repeated block: two children take two places. Empty: each request takes one place.',
        },
      }),
    fullMessage: Text.optional().meta({
      description: 'What its page says when nothing is left; left out, a sentence of ours',
      'x-label': { it: 'Che cosa si dice quando i posti sono finiti', en: 'What is said when no places are left' },
    }),
    uniqueBy: uniqueBy.optional().meta({
      description: 'What is asked for once only; left out, one may ask as often as one likes',
      'x-label': { it: 'Istanza che si presenta una volta sola', en: 'Request that is made once only' },
      'x-help': {
        it: 'Vale per ciò che si invia da quando è impostata. Dopo un ritiro, un annullamento o un rifiuto si può presentare di nuovo.',
        en: 'It holds for what is sent from when it is set. After a withdrawal, a cancellation or a refusal one may ask again.',
      },
    }),
  })
  .describe('How many requests it takes, and which of them only once');
export type LimitSettings = z.infer<typeof LimitSettings>;

export const alreadyRequested = problem(
  409,
  'already-requested',
  'Questa istanza è già stata presentata',
  'This request has been made already',
  {
    it: "L'ente accetta questa istanza una volta sola: ce n'è già una con gli stessi dati, che non è stata ritirata, annullata o rifiutata.",
    en: 'The body takes this request once only: there is one with the same data that was not withdrawn, cancelled or refused.',
  },
);

export const noPlacesLeft = problem(409, 'no-places-left', 'I posti sono finiti', 'No places are left', {
  it: "L'ente ha indicato quante istanze accetta, e il numero è raggiunto. La bozza resta conservata.",
  en: 'The body has said how many requests it takes, and the number is reached. The draft is kept.',
});
