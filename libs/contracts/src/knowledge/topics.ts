/** By what readers of the library find their way: topics, with the categories inside each (KNB-02, KNB-06). */
import { z } from 'zod';
import { event, Id, Instant, listOf, paging, problem, rpc, SeenVersion, Text, Version } from '../contract.js';
import { ProfileKind } from '../identity/people.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { Line } from '../typed.js';
import { topicNotFound } from './states.js';

export const topicId = Id.describe('The topic');
export const categoryId = Id.describe('The category');
const bodyName = z.string().meta({ description: 'What the body is called', examples: ["Ministero dell'Istruzione e del Merito"] });
const name = Text.describe('What it is called');

export const audience = z
  .array(ProfileKind)
  .max(20)
  .meta({ description: 'The profiles that may read it; none for everybody', examples: [['school_head']] });

export const topicSlug = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .meta({ description: 'Its name in addresses', examples: ['spid-cie'] });

const count = z
  .number()
  .int()
  .meta({ description: 'How many articles the reader finds in it', examples: [37] });

const settings = {
  slug: topicSlug,
  name,
  audience,
  position: z
    .number()
    .int()
    .min(0)
    .max(1_000)
    .meta({ description: 'Where it stands among the others', examples: [1] }),
  categories: z
    .array(z.strictObject({ id: categoryId, name }))
    .max(50)
    .describe('What it is divided into, in their order'),
};

export const LibraryTopic = z.object({
  id: topicId,
  organizationId: Id.describe('The body'),
  ...settings,
  version: Version,
});

export const slugTaken = problem(409, 'topic-slug-taken', "L'indirizzo è già di un altro argomento", 'Another topic has this address', {
  it: 'Il nome negli indirizzi deve essere unico, anche rispetto a quelli di prima di altri argomenti: scegline un altro.',
  en: 'The name in addresses is unique, also among former ones of other topics: choose another one.',
});
export const categoryInUse = problem(409, 'category-in-use', 'La categoria contiene articoli', 'The category contains articles', {
  it: 'Sposta gli articoli in un’altra categoria, poi elimina questa.',
  en: 'Move its articles to another category, then take it away.',
});

export const putTopic = rpc({
  subject: 'rpc.knowledge.put-topic.v1',
  http: 'PUT /library/topics/{id}',
  permission: 'library:organise',
  summary: 'Creates a topic of the library with its categories, or changes them; its former addresses lead to it',
  input: z.strictObject({ id: topicId, organizationId: Id.describe('The body'), ...settings, version: SeenVersion }),
  output: LibraryTopic,
  problems: [topicNotFound, slugTaken, categoryInUse, changedMeanwhile, idReused],
});

export const listOwnTopics = rpc({
  subject: 'rpc.knowledge.list-own-topics.v1',
  http: 'GET /library/desk/topics',
  permission: 'library:work',
  summary: 'Lists the topics of the body',
  input: z.strictObject(paging),
  output: listOf(
    LibraryTopic.extend({
      mayEdit: z.boolean().meta({ description: 'Whether the reader may write articles of it', examples: [true] }),
    }),
  ),
});

const ShownCategory = z.object({ id: categoryId, name, articles: count });
export const ShownTopic = z.object({ id: topicId, slug: topicSlug, name, organizationName: bodyName, articles: count });

/** What nobody may read is not counted. */
export const listTopics = rpc({
  subject: 'rpc.knowledge.list-topics.v1',
  http: 'GET /library/topics',
  permission: 'library:read',
  summary: 'Lists the topics in which the reader finds articles, with how many',
  input: z.strictObject({ organizationId: Id.optional().describe('Those of one body') }),
  output: z.object({ items: z.array(ShownTopic).describe('In their order, at most two hundred') }),
});

export const getTopic = rpc({
  subject: 'rpc.knowledge.get-topic.v1',
  http: 'GET /library/topics/{slug}',
  permission: 'library:read',
  summary: 'Reads a topic with its categories, by its name in addresses or a former one',
  input: z.strictObject({
    slug: z
      .string()
      .max(200)
      .meta({ description: 'Its name in addresses, or a former one', examples: ['spid-cie'] }),
  }),
  output: ShownTopic.extend({ categories: z.array(ShownCategory).describe('Those in which the reader finds articles') }),
  problems: [topicNotFound],
});

/** For our own services only. */
export const describeTopics = rpc({
  subject: 'rpc.knowledge.describe-topics.v1',
  permission: 'library:describe',
  summary: 'Tells of which body topics are',
  input: z.strictObject({ ids: z.array(Id).max(1_000).describe('The topics') }),
  output: z.object({
    items: z.array(z.object({ id: topicId, organizationId: Id.describe('The body') })).describe('Those that there are'),
  }),
});

/** For whoever keeps pages that show it. */
export const libraryChanged = event(
  'events.knowledge.library-changed.v1',
  'A topic or a published article changed',
  z.object({ organizationId: Id.describe('The body'), at: Instant.describe('When') }),
);

export const Keyword = Line(60)
  .min(1)
  .meta({ description: 'A word by which it is found too', examples: ['refezione'] });
