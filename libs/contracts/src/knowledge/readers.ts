/** What readers leave: visits, opinions, what is missing; and what those who look after the library make of it (KNB-03 to 05, 10 to 12, 20). */
import { z } from 'zod';
import { Id, Instant, listOf, paging, rpc, SeenVersion } from '../contract.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { Prose } from '../typed.js';
import { Article, articleNumber } from './articles.js';
import { ArticleCard } from './reading.js';
import { articleMoveRefused, articleNotFound } from './states.js';

const number = z
  .string()
  .max(40)
  .meta({ description: 'The number of the article', examples: ['KB0010078'] });

/** Each list at most five; empty where there is nothing to show. */
export const getLibraryHome = rpc({
  subject: 'rpc.knowledge.get-home.v1',
  http: 'GET /library/home',
  permission: 'library:read',
  summary: 'Lists what is in evidence, what readers found most useful, and what they opened most',
  input: z.strictObject({ organizationId: Id.optional().describe('That of one body') }),
  output: z.object({
    highlighted: z.array(ArticleCard).describe('In evidence, chosen by the library manager ("In evidenza")'),
    mostUseful: z.array(ArticleCard).describe('By what readers said of them ("Più utili")'),
    mostViewed: z.array(ArticleCard).describe('By how often they were opened ("Più visualizzato")'),
  }),
});

/** Said again for the same visit it counts once. */
export const noteVisit = rpc({
  subject: 'rpc.knowledge.note-visit.v1',
  http: 'PUT /library/articles/{number}/visits/{visitId}',
  permission: 'library:read',
  perMinute: 60,
  summary: 'Counts that an article was opened, once a visit',
  input: z.strictObject({ number, visitId: Id.describe('The visit, with an id that the page chose') }),
  output: z.object({
    views: z
      .number()
      .int()
      .meta({ description: 'How often it was opened', examples: [612] }),
  }),
  problems: [articleNotFound],
});

export const ArticleOpinion = z.object({
  isUseful: z
    .boolean()
    .nullable()
    .meta({ description: 'Whether it was of use ("Utile?"); null for no answer', examples: [true] }),
  stars: z
    .number()
    .int()
    .min(1)
    .max(5)
    .nullable()
    .meta({ description: 'From one to five; null for none', examples: [4] }),
});

const opinionOf = ArticleOpinion.extend({ average: ArticleCard.shape.stars });

export const getOwnOpinion = rpc({
  subject: 'rpc.knowledge.get-own-opinion.v1',
  http: 'GET /library/articles/{number}/opinion',
  permission: 'library:rate',
  summary: 'Reads what one said of an article',
  input: z.strictObject({ number }),
  output: opinionOf,
  problems: [articleNotFound],
});

export const giveOpinion = rpc({
  subject: 'rpc.knowledge.give-opinion.v1',
  http: 'PUT /library/articles/{number}/opinion',
  permission: 'library:rate',
  summary: 'Says of an article whether it was of use, and gives it stars: once a person, and changed as often as she likes',
  input: z.strictObject({ number, ...ArticleOpinion.shape }),
  output: opinionOf,
  problems: [articleNotFound],
});

const words = Prose(1_000)
  .min(3)
  .meta({ description: 'What is missing', examples: ['Non dice che cosa fare se la lettera si è persa'] });

export const leaveRemark = rpc({
  subject: 'rpc.knowledge.leave-remark.v1',
  http: 'PUT /library/articles/{number}/remarks/{id}',
  permission: 'library:rate',
  perMinute: 10,
  summary: 'Says what an article is missing, for those who look after it',
  input: z.strictObject({ number, id: Id.describe('The remark, with an id that the caller chose'), words }),
  output: z.object({ id: Id.describe('The remark') }),
  problems: [articleNotFound, idReused],
});

const Remark = z.object({
  id: Id.describe('The remark'),
  articleId: Id.describe('The article'),
  number: articleNumber,
  title: z.string().meta({ description: 'Title of the article', examples: ['Modulo adesione'] }),
  words,
  at: Instant.describe('When'),
  closedBy: z
    .string()
    .nullable()
    .meta({ description: 'Who has dealt with it; null for nobody', examples: [null] }),
});

/** Who wrote it is told to nobody. */
export const listRemarks = rpc({
  subject: 'rpc.knowledge.list-remarks.v1',
  http: 'GET /library/desk/remarks',
  permission: 'library:work',
  summary: 'Lists what readers are missing in the articles that one may write, the first first',
  input: z.strictObject({
    ...paging,
    isOpen: z.enum(['true', 'false']).default('true').describe('Those that nobody has dealt with, or the others'),
  }),
  output: listOf(Remark),
});

export const closeRemark = rpc({
  subject: 'rpc.knowledge.close-remark.v1',
  http: 'PUT /library/desk/remarks/{id}/closure',
  permission: 'library:work',
  summary: 'Says that a remark was dealt with; said again it changes nothing',
  input: z.strictObject({ id: Id.describe('The remark') }),
  output: Remark,
  problems: [articleNotFound],
});

const shown = { id: Id.describe('The article'), version: SeenVersion };
const highlighting = {
  permission: 'library:organise',
  output: Article,
  problems: [articleNotFound, articleMoveRefused, changedMeanwhile],
} as const;

export const highlightArticle = rpc({
  subject: 'rpc.knowledge.highlight-article.v1',
  http: 'POST /library/articles/{id}/highlight',
  summary: 'Puts a published article in evidence, or no longer',
  input: z.strictObject({
    ...shown,
    isHighlighted: z.boolean().meta({ description: 'Whether it is to be in evidence', examples: [true] }),
  }),
  ...highlighting,
});

/** What was looked for without finding anything, for those who write: numbers that may be somebody's are left out. */
export const listUnanswered = rpc({
  subject: 'rpc.knowledge.list-unanswered.v1',
  http: 'GET /library/desk/unanswered-searches',
  permission: 'library:work',
  summary: 'Lists what readers looked for and did not find in the last ninety days, the most frequent first',
  input: z.strictObject({}),
  output: z.object({
    items: z
      .array(
        z.object({
          words: z.string().meta({ description: 'What was looked for, as searches compare it', examples: ['bonus psicologo'] }),
          times: z
            .number()
            .int()
            .meta({ description: 'How often', examples: [12] }),
          lastAt: Instant.describe('When last'),
        }),
      )
      .describe('At most a hundred'),
  }),
});
