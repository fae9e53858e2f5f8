import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getMarkKeys } from '@sportello/contracts/practices/arrival-marks';
import { completePractice, reopenDraft, saveDraft } from '@sportello/contracts/practices/drafts';
import { practiceSubmitted } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { submitPractice, submitPractices } from '@sportello/contracts/practices/submissions';
import type { Actor } from '@sportello/messaging/actor';
import { anna, federica, maria } from '@sportello/testing/people';
import fc from 'fast-check';
import { type MarkKeys, signerOf } from '../../../../deploy/verify-mark.ts';
import { answers } from '../../test/form.js';
import { refusal, World } from '../../test/world.js';
import type { Mark } from './marks.js';
import { SubmissionsService } from './submissions.service.js';

let world: World;
let keys: MarkKeys;
beforeAll(async () => {
  world = await World.start();
  keys = await world.ask(getMarkKeys, {}, federica);
});
afterAll(() => world?.stop());

/** A version of what is ready, as `World.ready` leaves it. */
const READY = 2;
/** What whoever was handed this mark finds out alone. */
const signer = (mark: Mark, published = keys) => signerOf(JSON.parse(JSON.stringify(mark)), published);
const submit = (id: string, by: Actor = federica, version = READY) => world.ask(submitPractice, { id, version }, by);
const positions = (marks: Mark[]) => [...new Map(marks.map((mark) => [mark.practiceId, mark.position])).values()].sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('places are distinct and without gaps however people press, twice, at once or in the place of others', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ times: fc.integer({ min: 0, max: 3 }), byStranger: fc.boolean() }), { minLength: 1, maxLength: 12 }),
      async (presses) => {
        const procedureId = await world.procedure();
        const owner = (index: number) => (index % 2 === 0 ? federica : anna);
        const ids: string[] = [];
        for (const index of presses.keys()) ids.push(await world.ready(procedureId, owner(index)));
        const asked = presses.flatMap(({ times, byStranger }, index) => [
          ...Array.from({ length: times }, () => submit(ids[index] as string, owner(index))),
          ...(byStranger ? [refusal(submit(ids[index] as string, owner(index + 1)))] : []),
        ]);
        const answered = await Promise.all(asked);
        const marks = answered.filter((it): it is Mark => 'signature' in it);
        for (const it of answered) if ('type' in it) expect(it.type).toBe('practice-not-found');
        expect(positions(marks)).toEqual(upTo(presses.filter(({ times }) => times > 0).length));
        for (const mark of marks) {
          expect(signer(mark)).toBe(mark.kid);
          expect(signer({ ...mark, position: mark.position + 1 })).toBeUndefined();
          expect(mark).toEqual(marks.find(({ practiceId }) => practiceId === mark.practiceId));
        }
      },
    ),
    { numRuns: 5 },
  );
});

test('three hundred at once are all taken in, told once each, and those who may not are told so alone', async () => {
  const procedureId = await world.procedure({ settings: { requiresConfirmation: false } });
  const owners = Array.from({ length: 8 }, (_, index): Actor => ({ ...federica, personId: `01890000-0000-7000-8000-00000000b00${index}` }));
  const ids: { id: string; by: Actor }[] = [];
  for (let i = 0; i < 20; i++) ids.push(...(await Promise.all(owners.map(async (by) => ({ id: await world.ready(procedureId, by), by })))));
  const draft = await world.draft(procedureId, federica, { ...answers, street: '' });
  const [bad, ...marks] = await Promise.all([refusal(submit(draft, federica, 1)), ...[...ids, ...ids].map(({ id, by }) => submit(id, by))]);
  expect(bad).toMatchObject({ type: 'incomplete' });
  expect(positions(marks)).toEqual(upTo(ids.length));
  const told = (await world.service.published(practiceSubmitted)).filter((it) => it['procedureId'] === procedureId);
  expect(new Set(told.map(({ practiceId }) => practiceId)).size).toBe(ids.length);
  expect(told).toHaveLength(ids.length);
});

test('the order of places is the order of arrival', async () => {
  const procedureId = await world.procedure();
  const ids: string[] = [];
  for (let i = 0; i < 12; i++) ids.push(await world.ready(procedureId));
  // All press before the first is answered, in an order that is neither that of the ids nor that in which they were made.
  const pressed = [...ids].sort().reverse();
  const marks = await Promise.all(pressed.map((id) => submit(id)));
  expect(marks.map(({ practiceId }) => practiceId)).toEqual(pressed);
  expect(marks.map(({ position }) => position)).toEqual(upTo(12));
  const times = marks.map(({ submittedAt }) => submittedAt.getTime());
  expect(times).toEqual([...times].sort((one, other) => one - other));
});

test('PRA-81: sending what was sent answers the same mark, which the practice shows too', async () => {
  const id = await world.ready(await world.procedure());
  const mark = await submit(id);
  expect(await submit(id)).toEqual(mark);
  expect((await world.ask(getPractice, { id }, federica)).mark).toEqual(mark);
});

test('after a change of keys each mark names its own, and those of before are verified like those of now', async () => {
  const procedureId = await world.procedure();
  const before = await submit(await world.ready(procedureId));
  const id = await world.ready(procedureId);
  const next = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const changed = await world.service.replica({
    SIGNING_KEY: JSON.stringify(next),
    MARK_KEYS: keys.items.map((it) => it.publicKey).join(),
  });
  try {
    const submissions = changed.get(SubmissionsService);
    const now = await submissions.submit({ id, version: READY }, federica);
    const published = await submissions.keys();
    expect(published.items.map(({ kid }) => kid)).toEqual([now.kid, before.kid]);
    expect(now.kid).not.toBe(before.kid);
    for (const mark of [before, now]) expect(signer(mark, published)).toBe(mark.kid);
    expect(signer(now)).toBeUndefined();
    expect(await submissions.submit({ id: before.practiceId, version: READY }, federica)).toEqual(before);
    expect((await world.ask(getPractice, { id }, federica)).mark).toEqual(now);
  } finally {
    await changed.stop();
  }
});

test('in two steps a draft is not sent, in one step it is completed on the way', async () => {
  const twoSteps = await world.draft(await world.procedure());
  expect((await refusal(submit(twoSteps))).type).toBe('move-refused');
  const oneStep = await world.draft(await world.procedure({ settings: {} }));
  expect(await submit(oneStep, federica, 1)).toMatchObject({ position: 1 });
  const { iter } = await world.ask(getPractice, { id: oneStep }, federica);
  expect(iter.map(({ to }) => to)).toEqual(['draft', 'ready', 'submitted']);
});

test('PRA-12: what was sent is not brought back', async () => {
  const id = await world.sent(await world.procedure());
  expect(await refusal(world.move(reopenDraft, { id }, federica))).toMatchObject({
    type: 'already-sent',
    detail: 'Assistenza: 011 0824108',
  });
});

test('what is sent is what was seen: another version is refused, and the answer says which one is in force', async () => {
  const id = await world.ready(await world.procedure());
  await world.ask(reopenDraft, { id, version: READY }, federica);
  await world.ask(saveDraft, { id, version: 3, content: { ...answers, street: 'From the other window' } as never }, federica);
  await world.ask(completePractice, { id, version: 4 }, federica);
  for (const version of [1, READY, 3, 6]) {
    expect(await refusal(submit(id, federica, version))).toMatchObject({ type: 'changed-meanwhile', status: 409, version: 5 });
  }
  const mark = await submit(id, federica, 5);
  expect(await submit(id, federica, 5)).toEqual(mark);
  expect((await refusal(submit(id, federica, READY))).type).toBe('changed-meanwhile');
  expect(await world.move(submitPractice, { id }, federica)).toEqual(mark);
});

test('who was shown the draft of a one-step service sends it, also when the first try stopped after completing it', async () => {
  const id = await world.draft(await world.procedure({ settings: {} }));
  await world.ask(saveDraft, { id, version: 1, content: { ...answers, street: 'Seen' } as never }, federica);
  expect((await refusal(submit(id, federica, 1))).type).toBe('changed-meanwhile');
  await world.ask(completePractice, { id, version: 2 }, federica);
  const mark = await submit(id, federica, 2);
  expect(await submit(id, federica, 2)).toEqual(mark);
});

test('of many sent at once only those go that are as they were shown, and two versions of one never both', async () => {
  const procedureId = await world.procedure();
  const [seen, changed] = [await world.ready(procedureId), await world.ready(procedureId)];
  const items = [
    { id: seen, version: READY },
    { id: changed, version: 7 },
    { id: seen, version: 0 },
  ];
  const { items: told } = await world.ask(submitPractices, { items }, federica);
  expect(told.map(({ mark, problem }) => mark?.position ?? problem?.type)).toEqual([1, 'changed-meanwhile', 'changed-meanwhile']);
});

test('many are sent with one request: each has its own mark or its own reason', async () => {
  const procedureId = await world.procedure();
  const [mine, twoSteps, other] = [await world.ready(procedureId), await world.draft(procedureId), await world.ready(procedureId, anna)];
  const { items } = await world.ask(
    submitPractices,
    { items: [mine, twoSteps, other, mine].map((id) => ({ id, version: READY })) },
    federica,
  );
  expect(items.map(({ mark }) => mark?.position ?? null)).toEqual([1, null, null, 1]);
  expect(items.map(({ problem }) => problem?.type ?? null)).toEqual([null, 'move-refused', 'practice-not-found', null]);
});

test('nobody sends for another person', async () => {
  const id = await world.ready(await world.procedure());
  for (const other of [maria, anna, { ...federica, profileId: maria.profileId }]) {
    expect((await refusal(submit(id, other))).type).toBe('practice-not-found');
  }
});
