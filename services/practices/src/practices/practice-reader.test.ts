import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { getPractice, starPractice } from '@sportello/contracts/practices/practices';
import type { Actor } from '@sportello/messaging/actor';
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

test('D15: what an officer reads is noted for the applicant before she has it, and who reads her own leaves no note', async () => {
  const noted = async () => (await world.service.published(accessNoted)).length;
  const before = await noted();
  await world.ask(getPractice, { id: practices.sent }, federica);
  await refusal(world.ask(getPractice, { id: practices.sent }, stranger));
  await refusal(world.ask(getPractice, { id: practices.draft }, bianchi));
  expect(await noted()).toBe(before);
  for (const reader of [bianchi, manager]) await world.ask(getPractice, { id: practices.sent }, reader);
  const notes = (await world.service.published(accessNoted)).slice(before);
  expect(notes).toEqual(
    [bianchi, manager].map(({ personId, roles, organizationId }) => ({
      id: expect.any(String),
      at: expect.any(String),
      subjectId: federica.personId,
      actorId: personId,
      capacity: roles.join(' '),
      organizationId,
      action: 'practice-read',
      about: { kind: 'practices', id: practices.sent },
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
    })),
  );
});
