import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { putArticle } from '@sportello/contracts/knowledge/articles';
import {
  closeRemark,
  getLibraryHome,
  getOwnOpinion,
  giveOpinion,
  highlightArticle,
  leaveRemark,
  listRemarks,
  listUnanswered,
  noteVisit,
} from '@sportello/contracts/knowledge/readers';
import { readArticle, searchArticles } from '@sportello/contracts/knowledge/reading';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { bianchi, ferrari, giulia, manager, marco, maria, stranger } from '@sportello/testing/people';
import { refusal, text, World } from '../../test/world.js';
import { ReaderSweeps } from './sweeps.js';

let world: World;
let topicId: string;

beforeAll(async () => {
  world = await World.start();
  ({ id: topicId } = await world.topic());
});
afterAll(() => world?.stop());

const say = (number: string, isUseful: boolean | null, stars: number | null, actor: Actor = giulia) =>
  world.ask(giveOpinion, { number, isUseful, stars }, actor);
const home = (actor: Actor = giulia) => world.ask(getLibraryHome, {}, actor);

test('KNB-05: a view counts once a visit, also when it is told twice at once', async () => {
  const { number } = await world.published(topicId);
  const visit = { number, visitId: randomUUID() };
  await Promise.all([world.ask(noteVisit, visit, giulia), world.ask(noteVisit, visit, giulia)]);
  expect(await world.ask(noteVisit, visit, giulia)).toEqual({ views: 1 });
  expect(await world.ask(noteVisit, { number, visitId: randomUUID() }, visitor('it'))).toEqual({ views: 2 });
  expect((await home()).mostViewed[0]).toMatchObject({ number, views: 2 });
});

test('KNB-10, KNB-11: each person says once what she thinks, and may change it', async () => {
  const { number } = await world.published(topicId);
  expect(await world.ask(getOwnOpinion, { number }, giulia)).toEqual({ isUseful: null, stars: null, average: null });
  await say(number, true, 5);
  await say(number, true, 2);
  expect(await say(number, null, 4, marco)).toMatchObject({ average: 3 });
  await Promise.all(Array.from({ length: 5 }, () => say(number, true, 5)));
  expect(await world.ask(getOwnOpinion, { number }, giulia)).toEqual({ isUseful: true, stars: 5, average: 4.5 });
  expect((await say(number, false, null)).average).toBe(4);
  expect((await world.ask(readArticle, { number }, visitor('it'))).stars).toBe(4);
  expect((await refusal(say(number, true, 6))).status).toBe(422);
  expect((await refusal(say(number, true, 5, visitor('it')))).status).toBe(403);
});

test('KNB-04, KNB-12: one enthusiast does not win over several who agree; what is useful goes first in searches, and stays so in a new version', async () => {
  const many = await world.published(topicId, { texts: { it: text('Duplicato alfa', 'Zibibbo'), en: null } });
  const single = await world.published(topicId, { texts: { it: text('Duplicato beta', 'Zibibbo'), en: null } });
  await say(single.number, true, 5);
  for (const actor of [giulia, marco, maria, bianchi]) await say(many.number, true, 5, actor);
  const useful = (await home()).mostUseful.map(({ number }) => number);
  expect(useful.indexOf(many.number)).toBeLessThan(useful.indexOf(single.number));
  const find = async () => (await world.ask(searchArticles, { query: 'zibibbo' }, giulia)).items.map(({ number }) => number);
  expect((await find())[0]).toBe(many.number);
  const settings = world.settings(topicId, { id: many.id, texts: { it: text('Duplicato alfa', 'Zibibbo nuovo'), en: null } });
  const { version } = await world.ask(putArticle, { ...settings, version: many.version }, bianchi);
  await world.publish(many.id, version);
  expect((await find())[0]).toBe(many.number);
});

test('KNB-03: the library manager puts what is published in evidence, and takes it out again', async () => {
  const { id, number, version } = await world.published(topicId);
  const draft = await world.draft(topicId);
  const put = (asked: { id: string; version: number; isHighlighted: boolean }, actor: Actor = manager) =>
    world.ask(highlightArticle, asked, actor);
  expect((await refusal(put({ id: draft.id, version: draft.version, isHighlighted: true }))).type).toBe('article-move-refused');
  expect((await refusal(put({ id, version, isHighlighted: true }, bianchi))).status).toBe(403);
  const shown = await put({ id, version, isHighlighted: true });
  await put({ id, version, isHighlighted: true });
  expect((await home()).highlighted.map((card) => card.number)).toEqual([number]);
  await put({ id, version: shown.version, isHighlighted: false });
  expect((await home()).highlighted).toEqual([]);
});

test('KNB-20: what is missing reaches those who write on the topic, without who wrote it, until somebody has dealt with it', async () => {
  const { number } = await world.published(topicId);
  const remark = { number, id: randomUUID(), words: 'Non dice dove si trova il modulo' };
  await world.ask(leaveRemark, remark, giulia);
  await world.ask(leaveRemark, remark, giulia);
  expect((await refusal(world.ask(leaveRemark, { ...remark, words: 'Altro' }, giulia))).type).toBe('id-reused');
  const { items } = await world.ask(listRemarks, {}, bianchi);
  expect(items).toMatchObject([{ id: remark.id, number, words: remark.words, closedBy: null }]);
  expect(JSON.stringify(items)).not.toContain(String(giulia.personId));
  await world.enable(ferrari, randomUUID());
  for (const actor of [ferrari, stranger]) {
    expect((await world.ask(listRemarks, {}, actor)).items).toEqual([]);
    expect((await refusal(world.ask(closeRemark, { id: remark.id }, actor))).type).toBe('article-not-found');
  }
  await world.ask(closeRemark, { id: remark.id }, bianchi);
  expect((await world.ask(closeRemark, { id: remark.id }, manager)).closedBy).toBe('Elena Bianchi');
  expect((await world.ask(listRemarks, {}, bianchi)).items).toEqual([]);
  expect((await world.ask(listRemarks, { isOpen: 'false' }, bianchi)).items).toHaveLength(1);
});

test('KNB-22: nobody visits, judges or remarks upon what she may not read, and no list shows it', async () => {
  const { number, id, version } = await world.published(topicId, { audience: ['mayor'] });
  await world.ask(highlightArticle, { id, version, isHighlighted: true }, manager);
  await world.ask(noteVisit, { number, visitId: randomUUID() }, bianchi);
  await say(number, true, 5, bianchi);
  expect((await refusal(world.ask(noteVisit, { number, visitId: randomUUID() }, giulia))).type).toBe('article-not-found');
  expect((await refusal(say(number, true, 5))).type).toBe('article-not-found');
  expect((await refusal(world.ask(getOwnOpinion, { number }, giulia))).type).toBe('article-not-found');
  expect((await refusal(world.ask(leaveRemark, { number, id: randomUUID(), words: 'Niente' }, giulia))).type).toBe('article-not-found');
  const lists = await home();
  expect([...lists.highlighted, ...lists.mostUseful, ...lists.mostViewed].map((card) => card.number)).not.toContain(number);
});

test('KNB-12: what was looked for in vain is counted once it was sent, without codes of people, and forgotten after ninety days', async () => {
  const look = (query: string, isSent?: 'true') => world.ask(searchArticles, { query, ...(isSent && { isSent }) }, giulia);
  await look('Bonus psicòlogo');
  await look('Bonus psicòlogo RSSMRA80A41L219Q', 'true');
  await look('bonus psicologo', 'true');
  const list = async () => (await world.ask(listUnanswered, {}, bianchi)).items;
  expect(await list()).toMatchObject([{ words: 'bonus psicologo', times: 2 }]);
  const sweeps = world.service.get(ReaderSweeps);
  await sweeps.run('readers', new Date(Date.now() + 80 * 86_400_000));
  expect(await list()).toHaveLength(1);
  await sweeps.run('readers', new Date(Date.now() + 91 * 86_400_000));
  expect(await list()).toEqual([]);
});
