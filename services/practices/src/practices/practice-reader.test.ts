import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { getPractice, starPractice } from '@sportello/contracts/practices/practices';
import type { Actor } from '@sportello/messaging/actor';
import { noteReadings } from '@sportello/records/accesses';
import { administrator, anna, bianchi, federica, manager, stranger } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
const seen = new Map<string, { draft: boolean; sent: boolean; ofOther: boolean }>();
let practices: { draft: string; sent: string; ofOther: string };
const readers: Record<string, Actor> = {
  author: federica,
  'author with another profile': { ...federica, profileId: anna.profileId },
  'another citizen': anna,
  officer: bianchi,
  'officer without the procedure': { ...bianchi, personId: '01890000-0000-7000-8000-00000000bb01' },
  'officer of another body': stranger,
  manager,
  'manager of another body': { ...manager, organizationId: stranger.organizationId },
  administrator,
};

beforeAll(async () => {
  world = await World.start();
  const procedureId = await world.procedure();
  practices = {
    draft: await world.draft(procedureId),
    sent: await world.sent(procedureId),
    ofOther: await world.sent(procedureId, anna),
  };
  const nothing = { draft: false, sent: false, ofOther: false };
  for (const name of Object.keys(readers)) seen.set(name, { ...nothing });
  const office = { ...nothing, sent: true, ofOther: true };
  seen.set('author', { ...nothing, draft: true, sent: true }).set('another citizen', { ...nothing, ofOther: true });
  for (const name of ['officer', 'manager', 'administrator']) seen.set(name, office);
});
afterAll(() => world?.stop());

test('D7: of many who look at once, each finds what is hers, as she would alone', async () => {
  const looks = Object.entries(readers).flatMap(([name, actor]) =>
    Object.entries(practices).map(([which, id]) => ({ which, name, actor, id })),
  );
  // Several times over: more than one statement takes.
  const many = Array.from({ length: 4 }, () => looks).flat();
  const found = await Promise.all(
    many.map(async ({ actor, id }) => {
      const practice = await world.ask(getPractice, { id }, actor).catch(() => undefined);
      expect(practice?.id ?? id).toBe(id);
      return practice !== undefined;
    }),
  );
  for (const [index, { name, which }] of many.entries())
    expect({ name, which, found: found[index] }).toEqual({ name, which, found: seen.get(name)?.[which as 'draft'] });
  expect((await refusal(world.ask(getPractice, { id: practices.sent }, stranger))).type).toBe('practice-not-found');
});

test('PRA-13: a star is the reader’s own, whoever looks at the same moment', async () => {
  await world.ask(starPractice, { id: practices.sent }, federica);
  const [author, officer] = await Promise.all([
    world.ask(getPractice, { id: practices.sent }, federica),
    world.ask(getPractice, { id: practices.sent }, bianchi),
  ]);
  expect([author.isImportant, officer.isImportant]).toEqual([true, false]);
  expect([author.applicant, officer.applicant?.name]).toEqual([null, expect.any(String)]);
});

test('D15, BKO-27: what an officer reads is noted for the applicant before she has it, and who reads her own leaves no note', async () => {
  await world.ask(getPractice, { id: practices.sent }, federica);
  await refusal(world.ask(getPractice, { id: practices.sent }, stranger));
  await refusal(world.ask(getPractice, { id: practices.draft }, bianchi));
  for (const reader of [bianchi, manager]) await world.ask(getPractice, { id: practices.sent }, reader);
  const noted = await world.service.published(accessNoted);
  for (const { personId, roles, organizationId } of [bianchi, manager])
    expect(noted).toContainEqual({
      id: expect.any(String),
      at: expect.any(String),
      subjectId: federica.personId,
      actorId: personId,
      capacity: roles.join(' '),
      organizationId,
      action: 'practice-read',
      about: { kind: 'practices', id: practices.sent },
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  expect(noted.filter(({ actorId }) => [federica.personId, stranger.personId].includes(actorId as string))).toEqual([]);
  expect(noted.filter(({ about }) => isDeepStrictEqual(about, { kind: 'practices', id: practices.draft }))).toEqual([]);
});

test('BKO-27: what one reads again within a quarter of an hour is one access, for who reads beside her another', async () => {
  const about = { kind: 'practices', id: randomUUID() };
  const note = (actor: Actor, time: string, fails = false) =>
    world.service.db.transaction(async (tx) => {
      const reading = {
        actor,
        subjectId: federica.personId ?? '',
        action: 'practice-read',
        about,
        traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
      };
      await noteReadings(tx, [reading, reading], new Date(`2030-01-07T${time}Z`));
      if (fails) throw new Error('rolled back');
    });
  await expect(note(bianchi, '09:00:00', true)).rejects.toThrow('rolled back');
  for (const time of ['09:00:01', '09:07:00', '09:14:59', '09:15:00', '09:20:00']) await note(bianchi, time);
  await note(manager, '09:21:00');
  const noted = (await world.service.published(accessNoted)).filter((it) => isDeepStrictEqual(it['about'], about));
  expect(noted.map(({ actorId, at }) => [actorId, at])).toEqual([
    [bianchi.personId, '2030-01-07T09:00:01.000Z'],
    [bianchi.personId, '2030-01-07T09:15:00.000Z'],
    [manager.personId, '2030-01-07T09:21:00.000Z'],
  ]);
  expect(new Set(noted.map(({ id }) => id)).size).toBe(3);
});
