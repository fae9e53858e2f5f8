/** Articles as those who write them see them: drafts, review, publication, versions (KNB-21, KNB-23). */
import { z } from 'zod';
import { passageOf } from '../casework/passages.js';
import { CivilDate, event, Id, Instant, Language, listOf, paging, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { Line, Prose } from '../typed.js';
import { ArticleMove, ArticleStatus, articleMoveRefused, articleNotFound, topicNotFound } from './states.js';
import { audience, categoryId, Keyword, topicId } from './topics.js';

const id = Id.describe('The article');

/** KB and seven digits; who types it may leave out zeros and write spaces. */
export const articleNumber = z
  .string()
  .regex(/^KB\d{7,9}$/)
  .meta({ description: 'Its number for people: KB and seven digits', examples: ['KB0010078'] });

/** Characters of the HTML of a text: far more than anybody reads. */
const MOST_CHARACTERS = 200_000;

export const ArticleText = z.strictObject({
  title: Line(200)
    .min(1)
    .meta({ description: 'Title', examples: ['eIDAS - Chi è il soggetto aggregato'] }),
  body: z
    .string()
    .min(1)
    .max(MOST_CHARACTERS)
    .meta({
      description: 'HTML of a short list of elements: whatever else is written is left out',
      examples: ['<p>Il soggetto aggregato è la scuola.</p>'],
    }),
});
export type ArticleText = z.infer<typeof ArticleText>;

/** A text that is not translated is read in the other language. */
export const ArticleTexts = z
  .strictObject({
    it: ArticleText.nullable().describe('In Italian; null where it is not written'),
    en: ArticleText.nullable().describe('In English; null where it is not written'),
  })
  .refine(({ it, en }) => it !== null || en !== null)
  .describe('Its texts, one at least; null for a language into which nobody has translated it');
export type ArticleTexts = z.infer<typeof ArticleTexts>;

const settings = {
  topicId,
  categoryId: categoryId.nullable().describe('The category within its topic; null for none'),
  audience,
  collectiveAuthor: Line(100)
    .min(1)
    .nullable()
    .meta({
      description: 'The name under which it appears, where that is not a person (KNB-13); null for its author',
      examples: ['Autore MIM'],
    }),
  reviewOn: CivilDate.nullable().meta({ description: 'The day on which somebody looks whether it still holds', examples: ['2027-06-30'] }),
  keywords: z.array(Keyword).max(30).describe('Other words by which it is found'),
  texts: ArticleTexts,
};
const person = (description: string) => z.string().meta({ description, examples: ['Maria Rossi'] });
const revision = z
  .number()
  .int()
  .min(1)
  .meta({ description: 'Which version of its text it is, from 1', examples: [2] });
const reason = Prose(2_000)
  .min(1)
  .meta({ description: 'Why', examples: ['Manca il caso delle scuole paritarie'] });

export const ArticleRow = z.object({
  id,
  number: articleNumber,
  topicId,
  categoryId: categoryId.nullable().describe('The category; null for none'),
  title: z.string().meta({ description: 'Title of its latest version, in Italian where there is one', examples: ['Modulo adesione'] }),
  languages: z.array(Language).describe('Into which it is written'),
  status: ArticleStatus,
  isPublished: z.boolean().meta({ description: 'Whether readers see it, in this version or in an earlier one', examples: [true] }),
  authorName: person('Who began it'),
  ownerName: person('Who answers for it'),
  publishAt: Instant.nullable().describe('When it is published by itself; null where that is not set'),
  reviewOn: settings.reviewOn,
  isHighlighted: z.boolean().meta({ description: 'Whether it is in evidence (KNB-03)', examples: [false] }),
  changedAt: Instant.describe('When it last changed'),
  version: Version,
});

export const Article = ArticleRow.extend({
  organizationId: Id.describe('The body'),
  ...settings,
  revision: revision.describe('Its latest version'),
  publishedRevision: revision.nullable().describe('The version that readers see; null for none'),
  publishedAt: Instant.nullable().describe('When it was first published'),
  replacedBy: articleNumber.nullable().describe('What holds in its place, once it is withdrawn'),
  moves: z.array(ArticleMove).describe('What the reader can do with it now'),
  history: z.array(passageOf(ArticleStatus, 'draft')).describe('What was done with it, the last first'),
  revisions: z
    .array(z.object({ revision, at: Instant.describe('When'), authorName: person('Who wrote it') }))
    .describe('Its versions, the last first, at most a hundred'),
});

const shown = { id, version: SeenVersion };
const moved = { output: Article, permission: 'library:work', problems: [articleNotFound, articleMoveRefused, changedMeanwhile] } as const;

/** Saved again what is published has a new version, which readers see once it is published too. */
export const putArticle = rpc({
  subject: 'rpc.knowledge.put-article.v1',
  http: 'PUT /library/articles/{id}',
  permission: 'library:work',
  summary: 'Creates an article as a draft, or saves it',
  input: z.strictObject({ ...shown, ...settings }),
  output: Article,
  problems: [articleNotFound, topicNotFound, articleMoveRefused, changedMeanwhile, idReused],
});

export const proposeArticle = rpc({
  subject: 'rpc.knowledge.propose-article.v1',
  http: 'POST /library/articles/{id}/proposal',
  summary: 'Asks the library manager to publish a draft',
  input: z.strictObject(shown),
  ...moved,
});

export const returnArticle = rpc({
  subject: 'rpc.knowledge.return-article.v1',
  http: 'POST /library/articles/{id}/return',
  summary: 'Makes an article in review a draft again',
  input: z.strictObject({ ...shown, reason: reason.nullable().describe('What is to be changed; null for whoever takes back her own') }),
  ...moved,
});

export const publishArticle = rpc({
  subject: 'rpc.knowledge.publish-article.v1',
  http: 'POST /library/articles/{id}/publication',
  summary: 'Publishes an article in review, at once or at an hour to come',
  input: z.strictObject({ ...shown, at: Instant.nullable().describe('When; null at once') }),
  ...moved,
  permission: 'library:organise',
});

export const discardChanges = rpc({
  subject: 'rpc.knowledge.discard-changes.v1',
  http: 'POST /library/articles/{id}/discarded-changes',
  summary: 'Goes back to what readers see',
  input: z.strictObject(shown),
  ...moved,
});

export const archiveArticle = rpc({
  subject: 'rpc.knowledge.archive-article.v1',
  http: 'POST /library/articles/{id}/withdrawal',
  summary: 'Withdraws an article: its address says so, and what holds in its place',
  input: z.strictObject({
    ...shown,
    reason,
    replacedBy: articleNumber.nullable().describe('The number of what holds in its place; null for nothing'),
  }),
  ...moved,
  permission: 'library:organise',
});

export const restoreArticle = rpc({
  subject: 'rpc.knowledge.restore-article.v1',
  http: 'POST /library/articles/{id}/restoration',
  summary: 'Begins a new draft from an earlier version; one that was withdrawn is a draft again',
  input: z.strictObject({ ...shown, revision }),
  ...moved,
});

export const getOwnArticle = rpc({
  subject: 'rpc.knowledge.get-own-article.v1',
  http: 'GET /library/desk/articles/{id}',
  permission: 'library:work',
  summary: 'Reads an article as those who write it see it',
  input: z.strictObject({ id }),
  output: Article,
  problems: [articleNotFound],
});

export const getRevision = rpc({
  subject: 'rpc.knowledge.get-revision.v1',
  http: 'GET /library/desk/articles/{id}/revisions/{revision}',
  permission: 'library:work',
  summary: 'Reads an earlier version of an article',
  input: z.strictObject({
    id,
    revision: z.coerce
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .meta({ description: 'Which version', examples: [1] }),
  }),
  output: z.object({ revision, texts: ArticleTexts, at: Instant.describe('When'), authorName: person('Who wrote it') }),
  problems: [articleNotFound],
});

export const ArticleView = z
  .enum(['all', 'drafts', 'in_review', 'scheduled', 'published', 'to_review', 'archived'])
  .meta({ description: 'Which articles', examples: ['in_review'] });
export type ArticleView = z.infer<typeof ArticleView>;

export const listOwnArticles = rpc({
  subject: 'rpc.knowledge.list-own-articles.v1',
  http: 'GET /library/desk/articles',
  permission: 'library:work',
  summary: 'Lists the articles that the reader may write, the last changed first',
  input: z.strictObject({
    ...paging,
    view: ArticleView.default('all').describe('Which articles'),
    topicId: topicId.optional().describe('Those of one topic'),
    search: Line(100)
      .optional()
      .meta({ description: 'A number, or words of the title or their beginnings', examples: ['adesione'] }),
  }),
  output: listOf(ArticleRow),
});

/** The library before this one: number, author and day stay what they were. */
export const bringArticle = rpc({
  subject: 'rpc.knowledge.bring-article.v1',
  http: 'PUT /library/brought-articles/{id}',
  permission: 'library:bring',
  summary: 'Takes over a published article of an earlier library, with its number, its author and its day',
  input: z.strictObject({
    id,
    number: articleNumber,
    authorName: Line(200)
      .min(1)
      .meta({ description: 'Who wrote it', examples: ['Maria Rossi'] }),
    publishedAt: Instant.describe('When it was published there'),
    ...settings,
  }),
  output: z.object({ id, number: articleNumber, version: Version }),
  problems: [topicNotFound, idReused],
});

/** Tells an article whole, for services that name it beside something of theirs. */
export const articleChanged = event(
  'events.knowledge.article-changed.v1',
  'An article changed, or its state did',
  z.object({
    articleId: id,
    organizationId: Id.describe('The body'),
    number: articleNumber,
    title: z.string().meta({ description: 'Title of what readers see, or of its draft', examples: ['Modulo adesione'] }),
    status: ArticleStatus,
    isPublished: z.boolean().meta({ description: 'Whether readers see it', examples: [true] }),
    version: Version,
  }),
  { key: 'articleId' },
);
