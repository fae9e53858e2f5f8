import { z } from 'zod';
import { CivilDate, Id, rpc } from '../contract.js';
import { Prose } from '../typed.js';
import { procedureNotFound } from './procedures.js';
import { isPositive, ratingAnswers } from './rating-answers.js';

/** What is rated: the page of a service, at its end, or the service as it was used, after sending. */
export const RatedPart = z.enum(['page', 'request']).meta({
  description: '`page`: how clear its page is; `request`: how easy it was to use',
  examples: ['page'],
});
export type RatedPart = z.infer<typeof RatedPart>;

const Stars = z
  .int()
  .min(1)
  .max(5)
  .meta({ description: 'From one star to five', examples: [4] });

export const RatingAnswer = z
  .enum([...ratingAnswers.negative, ...ratingAnswers.positive])
  .meta({ description: 'What was difficult, or what was liked', examples: ['clear'] });
export type RatingAnswer = z.infer<typeof RatingAnswer>;

const words = Prose(200).meta({ description: 'What somebody added', examples: ['Il modulo era semplice.'] });

export const rateProcedure = rpc({
  subject: 'rpc.practices.rate-procedure.v1',
  http: 'PUT /procedures/{id}/ratings/{ratingId}',
  permission: 'procedures:rate',
  beforePolicy: true,
  perMinute: 10,
  summary: 'Rates a service; nobody knows who did',
  input: z
    .strictObject({
      id: Id.describe('The service'),
      ratingId: Id.describe('The rating, with an id that the caller chose'),
      part: RatedPart,
      stars: Stars,
      answers: z.array(RatingAnswer).max(5).default([]).describe('What was difficult (one to three stars), or liked (four or five)'),
      words: words.default(''),
    })
    .refine(
      ({ stars, answers }) => {
        const fitting: readonly string[] = ratingAnswers[isPositive(stars) ? 'positive' : 'negative'];
        return answers.every((answer) => fitting.includes(answer));
      },
      { path: ['answers'] },
    ),
  output: z.object({ stars: Stars }),
  problems: [procedureNotFound],
});

const Count = z.int().meta({ description: 'How many', examples: [12] });

export const getRatings = rpc({
  subject: 'rpc.practices.get-ratings.v1',
  http: 'GET /procedures/{id}/ratings',
  permission: 'ratings:read',
  summary: 'Counts the ratings of a service of the own body, the last two thousand of each part',
  input: z.strictObject({ id: Id.describe('The service') }),
  output: z.object({
    parts: z
      .array(
        z.object({
          part: RatedPart,
          stars: z
            .array(Count)
            .length(5)
            .meta({ description: 'How many gave one star, two, up to five', examples: [[0, 1, 2, 6, 12]] }),
          answers: z.array(z.object({ answer: RatingAnswer, count: Count })).describe('What was said, the most frequent first'),
        }),
      )
      .describe('Those that were rated'),
    words: z
      .array(z.object({ part: RatedPart, stars: Stars, words, givenOn: CivilDate.describe('On which day') }))
      .describe('What people added, the last fifty'),
  }),
  problems: [procedureNotFound],
});
