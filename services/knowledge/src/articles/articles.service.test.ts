import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organizationNamed } from '@sportello/contracts/identity/organizations';
import {
  archiveArticle,
  articleChanged,
  bringArticle,
  discardChanges,
  getOwnArticle,
  getRevision,
  listOwnArticles,
  proposeArticle,
  publishArticle,
  putArticle,
  restoreArticle,
  returnArticle,
} from '@sportello/contracts/knowledge/articles';
import { listArticles, readArticle } from '@sportello/contracts/knowledge/reading';
import { getTopic, libraryChanged, listOwnTopics, listTopics, putTopic } from '@sportello/contracts/knowledge/topics';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { administrator, bianchi, dimostrativo, ferrari, giulia, manager, maria, piedmont, stranger } from '@sportello/testing/people';
import { refusal, text, World } from '../../test/world.js';
import { OfficerCopies } from '../topics/directory-copies.js';
import { Schedule } from './schedule.js';
import { presentArticles } from './writing.js';

let world: World;
let topicId: string;
let slug: string;
const inEnglish: Actor = { ...giulia, language: 'en' };

beforeAll(async () => {
  world = await World.start();
  ({ id: topicId, slug } = await world.topic());
});
afterAll(() => world?.stop());

const read = (number: string, actor: Actor = giulia) => world.ask(readArticle, { number }, actor);

test('KNB-21: an article is drafted, proposed, given back with a reason, and published; readers see it from then on', async () => {
  const draft = await world.draft(topicId, { texts: { it: text('Il PIN non arriva'), en: null } });
  expect(draft).toMatchObject({ status: 'draft', isPublished: false, revision: 1, moves: ['save', 'propose', 'restore'] });
  expect(draft.number).toMatch(/^KB\d{7}$/);
  expect((await refusal(read(draft.number))).status).toBe(404);
  const proposed = await world.ask(proposeArticle, { id: draft.id, version: draft.version }, bianchi);
  const returned = await world.ask(returnArticle, { id: draft.id, version: proposed.version, reason: 'Manca il PUK' }, manager);
  expect(returned.history[0]).toMatchObject({ move: 'return', reason: 'Manca il PUK', to: 'draft' });
  const published = await world.publish(draft.id, returned.version);
  expect(published).toMatchObject({ status: 'published', isPublished: true, publishedRevision: 1 });
  expect(await read(draft.number)).toMatchObject({
    title: 'Il PIN non arriva',
    author: 'Elena Bianchi',
    language: 'it',
    views: 0,
    stars: null,
  });
  expect((await world.service.published(articleChanged)).at(-1)).toMatchObject({
    articleId: draft.id,
    status: 'published',
    isPublished: true,
  });
});

test('KNB-21: what readers see stays while it is changed; the change can be dropped, and an earlier version comes back as a new one', async () => {
  const first = await world.published(topicId, { texts: { it: text('Prima'), en: null } });
  const settings = world.settings(topicId, { id: first.id, texts: { it: text('Seconda'), en: null } });
  const changed = await world.ask(putArticle, { ...settings, version: first.version }, bianchi);
  expect(changed).toMatchObject({ status: 'draft', isPublished: true, revision: 2, publishedRevision: 1 });
  expect((await read(first.number)).title).toBe('Prima');
  const dropped = await world.ask(discardChanges, { id: first.id, version: changed.version }, bianchi);
  expect(dropped).toMatchObject({ status: 'published', revision: 1, title: 'Prima' });
  const again = await world.ask(putArticle, { ...settings, version: dropped.version }, bianchi);
  const second = await world.publish(first.id, again.version);
  expect((await read(first.number)).title).toBe('Seconda');
  const restored = await world.ask(restoreArticle, { id: first.id, version: second.version, revision: 1 }, bianchi);
  const third = await world.publish(first.id, restored.version);
  expect(third).toMatchObject({ revision: 3, publishedRevision: 3, number: first.number });
  expect((await read(first.number)).title).toBe('Prima');
  const asked = { id: first.id, revision: 2 };
  expect((await world.ask(getRevision, asked, bianchi)).texts.it?.title).toBe('Seconda');
  expect((await refusal(world.ask(getRevision, { ...asked, revision: 9 }, bianchi))).status).toBe(404);
});

test('KNB-21: an earlier version that comes back leaves the draft that was open; said again for another one it is refused', async () => {
  const { id, version } = await world.published(topicId, { texts: { it: text('Prima'), en: null } });
  const settings = world.settings(topicId, { id, texts: { it: text('In lavorazione'), en: null } });
  const draft = await world.ask(putArticle, { ...settings, version }, bianchi);
  const asked = { id, version: draft.version, revision: 1 };
  const restored = await world.ask(restoreArticle, asked, bianchi);
  expect(restored).toMatchObject({ status: 'draft', revision: 3, title: 'Prima' });
  expect((await world.ask(getRevision, { id, revision: 2 }, bianchi)).texts.it?.title).toBe('In lavorazione');
  expect((await world.ask(restoreArticle, asked, bianchi)).version).toBe(restored.version);
  expect((await refusal(world.ask(restoreArticle, { ...asked, revision: 2 }, bianchi))).type).toBe('changed-meanwhile');
});

test('KNB-21: who plans another hour from a page of before is told that it was planned already', async () => {
  const { id, version } = await world.draft(topicId);
  const proposed = await world.ask(proposeArticle, { id, version }, bianchi);
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const [ten, twelve] = [hour(10), hour(12)];
  const planned = await world.ask(publishArticle, { id, version: proposed.version, at: ten }, manager);
  expect((await world.ask(publishArticle, { id, version: proposed.version, at: ten }, manager)).version).toBe(planned.version);
  expect((await refusal(world.ask(publishArticle, { id, version: proposed.version, at: twelve }, manager))).type).toBe('changed-meanwhile');
});

test('KNB-21: at its hour it is published by itself, once, and not before', async () => {
  const { id, version, number } = await world.draft(topicId);
  const proposed = await world.ask(proposeArticle, { id, version }, bianchi);
  const at = new Date(Date.now() + 3_600_000);
  const planned = await world.ask(publishArticle, { id, version: proposed.version, at: at.toISOString() }, manager);
  expect(planned).toMatchObject({ status: 'in_review', publishAt: at, isPublished: false });
  const schedule = world.service.get(Schedule);
  await schedule.run(id, new Date(at.getTime() - 1));
  expect((await refusal(read(number))).status).toBe(404);
  await schedule.run(id, at);
  await schedule.run(id, at);
  expect((await read(number)).number).toBe(number);
  const { history } = await world.ask(getOwnArticle, { id }, bianchi);
  expect(history.filter(({ move }) => move === 'publish')).toHaveLength(1);
});

test('KNB-21: what is pressed twice is done once, and nobody writes over what they have not seen', async () => {
  const settings = world.settings(topicId);
  const draft = await world.ask(putArticle, settings, bianchi);
  expect(await world.ask(putArticle, settings, bianchi)).toMatchObject({ number: draft.number, version: draft.version });
  const other = { ...settings, texts: { it: text('Altro'), en: null } };
  expect((await refusal(world.ask(putArticle, other, bianchi))).type).toBe('id-reused');
  const proposed = await world.ask(proposeArticle, { id: draft.id, version: draft.version }, bianchi);
  expect(await world.ask(proposeArticle, { id: draft.id, version: draft.version }, bianchi)).toMatchObject({ version: proposed.version });
  expect((await refusal(world.ask(returnArticle, { id: draft.id, version: draft.version, reason: null }, bianchi))).type).toBe(
    'changed-meanwhile',
  );
  expect((await refusal(world.ask(putArticle, { ...other, version: proposed.version }, bianchi))).type).toBe('article-move-refused');
});

test('KNB-21: an officer of another body or topic finds nothing, and nobody but the library manager publishes', async () => {
  const { id, version } = await world.draft(topicId);
  await world.enable(ferrari, randomUUID());
  await world.enable(stranger, topicId);
  for (const actor of [ferrari, stranger, { ...manager, organizationId: dimostrativo }]) {
    expect((await refusal(world.ask(getOwnArticle, { id }, actor))).type).toBe('article-not-found');
    expect((await refusal(world.ask(proposeArticle, { id, version }, actor))).type).toBe('article-not-found');
    expect((await refusal(world.draft(topicId, {}, actor))).type).toBe('topic-not-found');
  }
  expect((await world.ask(listOwnArticles, { search: 'modulo' }, ferrari)).items).toEqual([]);
  const proposed = await world.ask(proposeArticle, { id, version }, bianchi);
  expect((await refusal(world.ask(publishArticle, { id, version: proposed.version, at: null }, bianchi))).status).toBe(403);
  expect((await refusal(world.ask(getOwnArticle, { id }, giulia))).status).toBe(403);
  const foreign = { ...(await world.ask(listOwnTopics, {}, administrator)).items[0], organizationId: dimostrativo, version: 0 };
  const { mayEdit: _, ...asked } = foreign;
  expect((await refusal(world.ask(putTopic, asked as never, administrator))).type).toBe('topic-not-found');
});

test('KNB-09: the address of an article survives another title, topic and category; a topic’s former address leads to it', async () => {
  const { number, id, version } = await world.published(topicId, { texts: { it: text('Come pagare la mensa'), en: null } });
  const other = await world.topic({ name: { it: 'Pago In Rete', en: 'Pago In Rete' } });
  const moved = world.settings(other.id, {
    id,
    categoryId: other.categories[0]?.id ?? null,
    texts: { it: text('Pagare i pasti'), en: null },
  });
  const changed = await world.ask(putArticle, { ...moved, version }, bianchi);
  // Until it is published it stands where it stood.
  expect((await read(number)).topic.slug).toBe(slug);
  await world.publish(id, changed.version);
  await world.published(topicId, { texts: { it: text('Come pagare la mensa'), en: null } });
  expect(await read(number)).toMatchObject({ title: 'Pagare i pasti', topic: { slug: other.slug }, category: { it: 'eIDAS' } });
  const { version: topicVersion, ...topic } = other;
  const renamed = { ...topic, slug: `${other.slug}-nuovo`, name: { it: 'PagoPA', en: 'PagoPA' }, version: topicVersion };
  delete (renamed as { formerSlugs?: unknown }).formerSlugs;
  await world.ask(putTopic, renamed, administrator);
  expect(await world.ask(getTopic, { slug: other.slug }, giulia)).toMatchObject({ slug: renamed.slug, name: { it: 'PagoPA' } });
  const thief = {
    id: randomUUID(),
    organizationId: piedmont,
    slug: other.slug,
    name: topic.name,
    audience: [],
    position: 1,
    categories: [],
  };
  expect((await refusal(world.ask(putTopic, { ...thief, version: 0 }, administrator))).type).toBe('topic-slug-taken');
  const emptied = { ...renamed, categories: [], version: topicVersion + 1 };
  expect((await refusal(world.ask(putTopic, emptied, administrator))).type).toBe('category-in-use');
});

test('KNB-09: what was withdrawn says so, and what holds in its place; it comes back as a draft', async () => {
  const better = await world.published(topicId);
  const { id, number, version } = await world.published(topicId);
  const asked = { id, version, reason: 'Non vale più', replacedBy: better.number };
  const itself = await refusal(world.ask(archiveArticle, { ...asked, replacedBy: number }, manager));
  expect(itself.type).toBe('article-move-refused');
  const archived = await world.ask(archiveArticle, asked, manager);
  expect(await refusal(read(number))).toMatchObject({ status: 410, type: 'article-withdrawn', replacedBy: better.number });
  const restored = await world.ask(restoreArticle, { id, version: archived.version, revision: 1 }, manager);
  expect(restored).toMatchObject({ status: 'draft', isPublished: false });
  expect((await refusal(read(number))).status).toBe(410);
  await world.publish(id, restored.version);
  expect((await read(number)).number).toBe(number);
  const never = await world.draft(topicId);
  await world.ask(archiveArticle, { id: never.id, version: never.version, reason: 'Doppio', replacedBy: null }, manager);
  expect((await refusal(read(never.number))).status).toBe(404);
});

test('KNB-23: without a translation the other language is read, and said', async () => {
  const both = { it: text('Ricevute'), en: text('Receipts') };
  const { number } = await world.published(topicId, { texts: both });
  expect(await read(number, inEnglish)).toMatchObject({ title: 'Receipts', language: 'en', languages: ['it', 'en'] });
  const onlyItalian = await world.published(topicId, { texts: { it: text('Solleciti'), en: null } });
  expect(await read(onlyItalian.number, inEnglish)).toMatchObject({ title: 'Solleciti', language: 'it', languages: ['it'] });
  const onlyEnglish = await world.published(topicId, { texts: { it: null, en: text('Reminders') } });
  expect(await read(onlyEnglish.number)).toMatchObject({ title: 'Reminders', language: 'en' });
});

test('KNB-01, KNB-22: who may not read an article finds it nowhere, not even counted; whoever works for a body reads it', async () => {
  const shared = await world.topic();
  const forHeads = await world.published(shared.id, { audience: ['school_head'] });
  const count = async (actor: Actor) => (await world.ask(listTopics, {}, actor)).items.find(({ id }) => id === shared.id)?.articles ?? 0;
  for (const actor of [giulia, visitor('it')]) {
    expect(await refusal(read(forHeads.number, actor))).toMatchObject({ status: 404, type: 'article-not-found' });
    expect(await count(actor)).toBe(0);
    expect((await refusal(world.ask(getTopic, { slug: shared.slug }, actor))).type).toBe('topic-not-found');
    expect((await world.ask(listArticles, { topic: shared.slug }, actor)).items).toEqual([]);
  }
  for (const actor of [maria, bianchi, stranger]) {
    expect((await read(forHeads.number, actor)).number).toBe(forHeads.number);
    expect(await count(actor)).toBe(1);
  }
  const secret = await world.topic({ audience: ['mayor'] });
  const inside = await world.published(secret.id);
  expect((await refusal(read(inside.number, maria))).status).toBe(404);
  await world.ask(archiveArticle, { id: inside.id, version: inside.version, reason: 'x', replacedBy: null }, manager);
  expect((await refusal(read(inside.number, maria))).status).toBe(404);
});

test('KNB-02, KNB-06, KNB-07: a topic shows its categories with their counters, and its articles by category', async () => {
  const topic = await world.topic();
  const categoryId = topic.categories[0]?.id ?? null;
  await world.published(topic.id, {
    categoryId,
    texts: { it: text('Primo', 'parola '.repeat(100)), en: null },
    collectiveAuthor: 'Autore MIM',
  });
  await world.published(topic.id);
  expect(await world.ask(getTopic, { slug: topic.slug }, giulia)).toMatchObject({
    articles: 2,
    categories: [{ id: categoryId, articles: 1 }],
  });
  const { items } = await world.ask(listArticles, { topic: topic.slug, categoryId: String(categoryId) }, giulia);
  expect(items).toMatchObject([{ title: 'Primo', author: 'Autore MIM', category: { it: 'eIDAS' }, topic: { slug: topic.slug } }]);
  expect(items[0]?.excerpt).toMatch(/parola\.\.\.$/);
  const pages = [await world.ask(listArticles, { topic: topic.slug, limit: 1 }, giulia)];
  pages.push(await world.ask(listArticles, { topic: topic.slug, limit: 1, after: pages[0]?.next ?? '' }, giulia));
  expect(new Set(pages.flatMap((page) => page.items.map(({ number }) => number))).size).toBe(2);
});

test('KNB-08: an article of an earlier library keeps number, author and day; new numbers come after it', async () => {
  const publishedAt = new Date('2026-11-01T10:00:00Z');
  const { version: _, ...settings } = world.settings(topicId);
  const brought = { ...settings, number: 'KB0010078', authorName: 'Maria Rossi', publishedAt: publishedAt.toISOString() };
  await world.ask(bringArticle, brought, administrator);
  expect(await world.ask(bringArticle, brought, administrator)).toMatchObject({ number: 'KB0010078', version: 1 });
  expect(await read('KB0010078')).toMatchObject({ author: 'Maria Rossi', publishedAt });
  expect((await refusal(world.ask(bringArticle, { ...brought, id: randomUUID() }, administrator))).type).toBe('id-reused');
  expect((await refusal(world.ask(bringArticle, brought, manager))).status).toBe(403);
  expect(Number((await world.draft(topicId)).number.slice(2))).toBeGreaterThan(10_078);
});

test('what is written is kept with allowed elements alone, and a text that says nothing is refused', async () => {
  const body =
    '<script>alert(1)</script><p onclick="x()" style="color:red">Testo <a href="javascript:x()">qui</a><img src=x onerror=x></p>';
  const { number } = await world.published(topicId, { texts: { it: { title: 'Pulito', body }, en: null } });
  const shown = (await read(number)).body;
  expect(shown).toContain('Testo');
  expect(shown).not.toMatch(/script|onclick|style|img|onerror/);
  const empty = { it: { title: 'Vuoto', body: '<script>x</script>' }, en: null };
  expect(await refusal(world.draft(topicId, { texts: empty }))).toMatchObject({ status: 422, errors: [{ pointer: '/texts/it/body' }] });
  expect((await refusal(world.draft(topicId, { texts: { it: null, en: null } }))).status).toBe(422);
});

test('KNB-21: the list of those who write has a view for each thing to do', async () => {
  const { id: ownTopic } = await world.topic();
  const draft = await world.draft(ownTopic, { texts: { it: text('Elenco 100% è sicuro'), en: null } });
  const due = await world.published(ownTopic, { reviewOn: '2020-01-01' });
  const list = async (asked: object) =>
    (await world.ask(listOwnArticles, { topicId: ownTopic, ...asked }, bianchi)).items.map(({ id }) => id);
  expect(await list({ view: 'drafts' })).toEqual([draft.id]);
  expect(await list({ view: 'to_review' })).toEqual([due.id]);
  expect(await list({ view: 'published' })).toEqual([due.id]);
  expect(await list({ view: 'archived' })).toEqual([]);
  expect(await list({ search: 'ELENCO E 100%' })).toEqual([draft.id]);
  expect(await list({ search: draft.number })).toEqual([draft.id]);
  const { items } = await world.ask(listOwnTopics, { limit: 100 }, bianchi);
  expect(items.find(({ id }) => id === ownTopic)?.mayEdit).toBe(true);
});

test('a topic is put twice and told twice as once; names of bodies come with events, late and doubled', async () => {
  const { id } = await world.topic();
  const before = await world.service.published(libraryChanged);
  const { items } = await world.ask(listOwnTopics, { limit: 100 }, administrator);
  const { mayEdit: _, ...known } = items.find((topic) => topic.id === id) as (typeof items)[number];
  await world.ask(putTopic, { ...known, version: known.version - 1 }, administrator);
  expect(await world.service.published(libraryChanged)).toHaveLength(before.length);
  await world.published(id);
  const copies = world.service.get(OfficerCopies);
  const named = (name: string, version: number) =>
    world.service.db.transaction((tx) => copies.keepName({ organizationId: piedmont, name, version } as never, tx));
  await named('Regione Piemonte', 2);
  await named('Vecchio nome', 1);
  await named('Regione Piemonte', 2);
  expect(organizationNamed.subject).toContain('identity');
  expect((await world.ask(listTopics, { organizationId: piedmont }, giulia)).items.find((topic) => topic.id === id)).toMatchObject({
    organizationName: 'Regione Piemonte',
    articles: 1,
  });
});

test('present articles are told again, page after page', async () => {
  const { manager: db } = world.service.db;
  const [first, second] = await presentArticles.read(db, null, 2);
  expect(await presentArticles.read(db, String((first as { articleId: string }).articleId), 1)).toEqual([second]);
});
