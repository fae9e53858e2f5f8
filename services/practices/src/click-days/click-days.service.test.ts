import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deleteClickDay, getClickDay, listClickDays, putClickDay } from '@sportello/contracts/practices/click-days';
import { reopenDraft } from '@sportello/contracts/practices/drafts';
import { getPractice } from '@sportello/contracts/practices/practices';
import { getProcedure, putProcedure } from '@sportello/contracts/practices/procedures';
import { rehearseSubmissions, submitPractice, submitPractices } from '@sportello/contracts/practices/submissions';
import { visitor } from '@sportello/messaging/actor';
import { administrator, anna, dimostrativo, federica } from '@sportello/testing/people';
import { procedureInput, refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const title = { it: 'Lavoro domestico', en: 'Domestic work' };
const notice = { it: 'Rinviato per la festa del patrono', en: 'Postponed for the feast of the patron' };
const day = (procedureIds: string[], more: object = {}) => ({
  ...{ id: randomUUID(), title, opensAt: inHours(24), closesAt: inHours(48), procedureIds, notice: null, version: 0, ...more },
});
const put = (asked: ReturnType<typeof day>, actor = administrator) => world.ask(putClickDay, asked as never, actor);
const early = () => world.procedure({ opensAt: inHours(1) as never });

/** As if the hour had come. */
async function open(id: string): Promise<void> {
  await world.service.db.query("update click_days set opens_at = now() - interval '1 second' where id = $1", [id]);
  await world.service.db.query("update procedures set sending_opens_at = now() - interval '1 second' where click_day_id = $1", [id]);
}

test('ADM-16, CLK-10: several services are sent from one hour on, which their pages and everybody can read', async () => {
  const [domestic, other] = [await early(), await early()];
  const asked = day([domestic, other]);
  const made = await put(asked);
  expect(made).toMatchObject({ state: 'planned', version: 1, notices: [] });
  expect(made.services.map(({ id }) => id).sort()).toEqual([domestic, other].sort());
  // Said again it is the same; and whoever has no account reads it with the hour of the server.
  expect(await put(asked)).toMatchObject({ version: 1 });
  const read = await world.ask(getClickDay, { id: asked.id }, visitor('it'));
  expect(read).toMatchObject({ id: asked.id, title });
  expect(Math.abs(read.serverTime.getTime() - Date.now())).toBeLessThan(HOUR_MS);
  expect(await world.ask(getProcedure, { id: domestic }, federica)).toMatchObject({
    clickDayId: asked.id,
    sendingOpensAt: new Date(asked.opensAt),
  });
  const { items } = await world.ask(listClickDays, { limit: 50 }, visitor('it'));
  expect(items.map(({ id }) => id)).toContain(asked.id);
});

test('CLK-12, CLK-32: nothing is taken before the hour, and from then on in order with marks that repeat', async () => {
  const service = await world.procedure();
  const ready = [await world.ready(service), await world.ready(service)];
  const asked = day([service]);
  await put({ ...asked, notice: null });
  const [first] = ready as [string, string];
  const early = await refusal(world.move(submitPractice, { id: first }, federica));
  expect(early).toMatchObject({ type: 'procedure-closed', status: 409 });
  const { retryAfterMs, retryAfterSeconds } = early as unknown as { retryAfterMs: number; retryAfterSeconds: number };
  expect(retryAfterMs).toBeGreaterThan(23 * HOUR_MS);
  expect(retryAfterSeconds).toBe(Math.ceil(retryAfterMs / 1_000));
  const items = await Promise.all(ready.map(async (id) => ({ id, version: (await world.ask(getPractice, { id }, federica)).version })));
  const lot = await world.ask(submitPractices, { items }, federica);
  expect(lot.items.map(({ problem }) => problem?.type)).toEqual(['procedure-closed', 'procedure-closed']);
  expect(lot.items[0]?.problem?.retryAfterMs).toBeGreaterThan(23 * HOUR_MS);
  await open(asked.id);
  const taken = await world.ask(submitPractices, { items }, federica);
  expect(taken.items.map(({ mark }) => mark?.position)).toEqual([1, 2]);
  expect((await world.ask(submitPractices, { items }, federica)).items).toEqual(taken.items);
});

test('CLK-33: a rehearsal says what would be refused at the hour, and sends nothing', async () => {
  const service = await world.procedure();
  const [ready, draft] = [await world.ready(service), await world.draft(service)];
  await put(day([service]));
  const { version } = await world.ask(getPractice, { id: ready }, federica);
  const items = [
    { id: ready, version },
    { id: ready, version: version - 2 },
    { id: draft, version: 1 },
    { id: randomUUID(), version: 1 },
  ];
  const rehearsed = await world.ask(rehearseSubmissions, { items }, federica);
  expect(rehearsed.items.map(({ problem }) => problem?.type)).toEqual([
    ...[undefined, 'changed-meanwhile', 'move-refused', 'practice-not-found'],
  ]);
  expect(await world.ask(getPractice, { id: ready }, federica)).toMatchObject({ status: 'ready', version });
  // Not hers and not there are one answer.
  const others = await world.ask(rehearseSubmissions, { items: items.slice(0, 1) }, anna);
  expect(others.items.map(({ problem }) => problem?.type)).toEqual(['practice-not-found']);
});

test('CLK-04: what is ready stays ready when filling in is over, and nobody opens it again by mistake', async () => {
  const service = await world.procedure();
  const id = await world.ready(service);
  await put(day([service]));
  await world.service.db.query("update procedures set closes_at = now() - interval '1 hour' where id = $1", [service]);
  expect(await refusal(world.move(reopenDraft, { id }, federica))).toMatchObject({ type: 'procedure-closed' });
  const { moves, sendReason } = await world.ask(getPractice, { id }, federica);
  expect(moves).toEqual(['delete']);
  expect(sendReason?.it).toMatch(/^L’invio apre il /);
});

test('once filling in has begun it changes only with a public notice, which stays', async () => {
  const [service, other] = [await world.procedure(), await world.procedure()];
  const asked = day([service]);
  // Who fills in already learns by the notice from when it is sent.
  expect(await put(asked)).toMatchObject({ state: 'compiling' });
  const later = { ...asked, version: 1, opensAt: inHours(30) };
  expect((await refusal(put(later))).type).toBe('public-notice-needed');
  expect((await refusal(put({ ...asked, version: 1, procedureIds: [service, other] }))).type).toBe('public-notice-needed');
  expect((await refusal(world.ask(deleteClickDay, { id: asked.id, version: 1 }, administrator))).type).toBe('public-notice-needed');
  const moved = await put({ ...later, notice: notice as never });
  expect(moved).toMatchObject({ version: 2, notices: [{ text: notice }] });
  expect((await world.ask(getProcedure, { id: service }, federica)).sendingOpensAt).toEqual(new Date(later.opensAt));
  expect((await refusal(put({ ...later, version: 1, opensAt: inHours(31), notice: notice as never }))).type).toBe('changed-meanwhile');
  // A notice that is put right in one language is another notice.
  const corrected = { ...notice, en: 'Postponed for the patron’s feast' };
  expect((await put({ ...later, version: 2, notice: corrected as never })).notices.map(({ text }) => text)).toEqual([corrected, notice]);
  // Suspended for a while, it was filled in all the same.
  await world.service.db.query("update procedures set status = 'suspended' where id = $1", [service]);
  expect((await refusal(put({ ...later, version: 3, opensAt: inHours(32) }))).type).toBe('public-notice-needed');
  expect((await refusal(world.ask(deleteClickDay, { id: asked.id, version: 3 }, administrator))).type).toBe('public-notice-needed');
  const fresh = day([await early()]);
  await put(fresh);
  expect((await refusal(put({ ...fresh, version: 1, procedureIds: [...fresh.procedureIds, other] }))).type).toBe('public-notice-needed');
});

test('an open day is postponed, what was taken keeps its place; its services do not change, and a closed one is over', async () => {
  const [service, other] = [await world.procedure(), await early()];
  const [before, after] = [await world.ready(service), await world.ready(service)];
  const asked = day([service]);
  await put(asked);
  await open(asked.id);
  const mark = await world.move(submitPractice, { id: before }, federica);
  const changed = { ...asked, version: 1, opensAt: inHours(12), notice: notice as never };
  expect((await refusal(put({ ...changed, procedureIds: [service, other] }))).type).toBe('click-day-begun');
  // The closing alone is put off while it goes on.
  const [{ at: opensAt }] = await world.service.db.query('select opens_at at from click_days where id = $1', [asked.id]);
  const longer = { ...asked, version: 1, opensAt: opensAt.toISOString(), closesAt: inHours(60) };
  expect((await refusal(put(longer))).type).toBe('public-notice-needed');
  expect(await put({ ...longer, notice: notice as never })).toMatchObject({ state: 'open', version: 2 });
  expect((await refusal(put({ ...longer, version: 2, closesAt: inHours(-0.0001), notice: notice as never }))).type).toBe('invalid-input');
  // Whoever counts on the closing hour sends until then.
  expect((await refusal(put({ ...longer, version: 2, closesAt: inHours(1), notice: notice as never }))).type).toBe('click-day-begun');
  expect(await put({ ...changed, version: 2 })).toMatchObject({ state: 'compiling' });
  expect((await refusal(world.move(submitPractice, { id: after }, federica))).type).toBe('procedure-closed');
  expect(await world.move(submitPractice, { id: before }, federica)).toEqual(mark);
  await world.service.db.query(
    "update click_days set opens_at = now() - interval '2 hours', closes_at = now() - interval '1 hour' where id = $1",
    [asked.id],
  );
  expect((await refusal(put({ ...changed, version: 3, opensAt: inHours(13) }))).type).toBe('click-day-begun');
  expect((await refusal(world.ask(deleteClickDay, { id: asked.id, version: 3 }, administrator))).type).toBe('click-day-begun');
});

test('a service of one step, paid first, on another day or of another body does not fit; nor does an hour that is past', async () => {
  const oneStep = await world.procedure({ settings: {} });
  const paidFirst = await early();
  await world.service.db.query(`update procedures set settings = settings || '{"payment": "request"}' where id = $1`, [paidFirst]);
  const taken = await early();
  await put(day([taken]));
  for (const id of [oneStep, paidFirst, taken]) expect((await refusal(put(day([id])))).type).toBe('unfit-for-click-day');
  // What is on a day keeps what makes it fit; once that day is over it may go on another.
  expect((await refusal(world.ask(putProcedure, { ...procedureInput(taken), settings: {} }, administrator))).type).toBe('invalid-input');
  await world.service.db.query("update procedures set sending_closes_at = now() - interval '1 second' where id = $1", [taken]);
  expect((await put(day([taken]))).services.map(({ id }) => id)).toEqual([taken]);
  const service = await early();
  expect((await refusal(put(day([randomUUID()])))).type).toBe('procedure-not-found');
  expect((await refusal(put(day([service]), { ...administrator, organizationId: dimostrativo }))).type).toBe('procedure-not-found');
  for (const wrong of [{ opensAt: inHours(-1) }, { closesAt: inHours(1), opensAt: inHours(2) }])
    expect((await refusal(put(day([service], wrong)))).type).toBe('invalid-input');
});

test('a day that nobody began is deleted, and its services are sent while they are open', async () => {
  const service = await early();
  const { id } = await put(day([service]));
  expect((await refusal(world.ask(deleteClickDay, { id, version: 1 }, { ...administrator, organizationId: dimostrativo }))).type).toBe(
    'click-day-not-found',
  );
  expect((await refusal(world.ask(deleteClickDay, { id, version: 7 }, administrator))).type).toBe('changed-meanwhile');
  await world.ask(deleteClickDay, { id, version: 1 }, administrator);
  expect(await world.ask(getProcedure, { id: service }, federica)).toMatchObject({ clickDayId: null, sendingOpensAt: null });
  expect((await refusal(world.ask(getClickDay, { id }, federica))).type).toBe('click-day-not-found');
});
