/** The library as its readers see it: nothing that one may not read appears, in counters either (KNB-01, KNB-22). */
import { z } from 'zod';
import { Id, Instant, Language, listOf, paging, rpc, Text } from '../contract.js';
import { Line } from '../typed.js';
import { articleNumber } from './articles.js';
import { articleNotFound, articleWithdrawn, topicNotFound } from './states.js';
import { categoryId, topicSlug } from './topics.js';

const language = Language.describe('The language of the text: the reader’s, or the other where there is no translation');

export const ArticleCard = z.object({
  number: articleNumber,
  language,
  title: z.string().meta({ description: 'Title', examples: ['Verifica aggregazione'] }),
  excerpt: z.string().meta({ description: 'Its first lines', examples: ['I DS possono verificare lo stato di aggregazione…'] }),
  topic: z.object({ slug: topicSlug, name: Text.describe('What it is called') }).describe('Its topic'),
  category: Text.nullable().describe('Its category; null for none'),
  author: z.string().meta({ description: 'A person or a collective name', examples: ['Autore MIM'] }),
  publishedAt: Instant.describe('When it was published'),
  views: z
    .number()
    .int()
    .meta({ description: 'How often it was opened', examples: [611] }),
  stars: z
    .number()
    .nullable()
    .meta({ description: 'The average of its stars, with one decimal; null where nobody gave any', examples: [4.5] }),
});
export type ArticleCard = z.output<typeof ArticleCard>;

export const listArticles = rpc({
  subject: 'rpc.knowledge.list-articles.v1',
  http: 'GET /library/articles',
  permission: 'library:read',
  summary: 'Lists the articles of a topic, the last published first',
  input: z.strictObject({
    ...paging,
    topic: z
      .string()
      .max(200)
      .meta({ description: 'Its name in addresses', examples: ['spid-cie'] }),
    categoryId: categoryId.optional().describe('Those of one category'),
  }),
  output: listOf(ArticleCard),
  problems: [topicNotFound],
});

export const readArticle = rpc({
  subject: 'rpc.knowledge.read-article.v1',
  http: 'GET /library/articles/{number}',
  permission: 'library:read',
  summary: 'Reads an article, in the language of the request or in the other where it is not translated',
  input: z.strictObject({
    number: z
      .string()
      .max(40)
      .meta({ description: 'Its number', examples: ['KB0010078'] }),
  }),
  output: ArticleCard.extend({
    body: z.string().meta({ description: 'Its text, as HTML', examples: ['<p>Il soggetto aggregato è la scuola.</p>'] }),
    languages: z.array(Language).describe('In which it can be read'),
    updatedAt: Instant.describe('When this version was published'),
  }),
  problems: [articleNotFound, articleWithdrawn],
});

/** As one types: the last word may be a beginning. */
export const searchArticles = rpc({
  subject: 'rpc.knowledge.search.v1',
  http: 'GET /library/search',
  permission: 'library:read',
  summary: 'Finds articles by what somebody wrote, the best first; accents and slips are forgiven',
  input: z.strictObject({
    query: Line(300).meta({ description: 'What somebody wrote', examples: ['perche non arriva il pin'] }),
    limit: z.coerce.number().int().min(1).max(50).default(10).describe('How many at most'),
    topic: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'In one topic: its name in addresses', examples: ['spid-cie'] }),
    organizationId: Id.optional().describe('Those of one body'),
    isSent: z
      .literal('true')
      .optional()
      .describe('The reader has written all of it: what finds nothing is noted for those who write articles'),
  }),
  output: z.object({
    items: z.array(ArticleCard).describe('The best first'),
    isCorrected: z
      .boolean()
      .meta({ description: 'Whether words were put right, since nothing has them as they were written', examples: [false] }),
  }),
});
