import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createAppointment, noteOutcome } from '@sportello/contracts/appointments/desk';
import { deleteOpening } from '@sportello/contracts/appointments/openings';
import { administrator, bianchi } from '@sportello/testing/people';
import { applicantOf, refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

type SlotOf = Awaited<ReturnType<World['slots']>>[number];
const slotsOf = async (calendarId: string) => (await world.slots(calendarId)) as [SlotOf, SlotOf, SlotOf, ...SlotOf[]];
const begun = (id: string) =>
  world.service.db.query(
    `update appointments set starts_at = now() - interval '1 hour', ends_at = now(), busy_until = now() where id = $1`,
    [id],
  );

test('APP-20, APP-21: the outcome is noted also when the opening hours were deleted or cut meanwhile', async () => {
  const { id, openingId } = await world.calendar({}, { parallel: 2 });
  const [nine] = await slotsOf(id);
  const [one, two] = [await world.book(id, nine), await world.book(id, nine)];
  for (const booked of [one, two]) await begun(booked.id);
  await world.service.db.query('update openings set parallel = 1 where id = $1', [openingId]);
  const done = await world.ask(noteOutcome, { id: one.id, hasHappened: true, version: one.version }, bianchi);
  expect(done.status).toBe('done');
  await world.ask(deleteOpening, { id: openingId, version: 1 }, administrator);
  expect(await world.ask(noteOutcome, { id: two.id, hasHappened: false, version: two.version }, bianchi)).toMatchObject({
    status: 'missed',
  });
  expect(await world.ask(noteOutcome, { id: one.id, hasHappened: false, version: done.version }, bianchi)).toMatchObject({
    status: 'missed',
  });
});

test('APP-17: under one id another hour or service is not the same appointment, and only what the calendar offers is booked', async () => {
  const { id } = await world.calendar();
  const [nine, half] = await slotsOf(id);
  const asked = {
    ...{ id: randomUUID(), calendarId: id, openingId: nine.openingId, startsAt: nine.startsAt.toISOString(), service: 'carta' },
    ...applicantOf(),
  };
  const created = await world.ask(createAppointment, asked, bianchi);
  expect(await world.ask(createAppointment, asked, bianchi)).toMatchObject({ version: created.version });
  for (const other of [{ startsAt: half.startsAt.toISOString() }, { service: 'lunga' }, { openingId: randomUUID() }])
    expect((await refusal(world.ask(createAppointment, { ...asked, ...other }, bianchi))).type).toBe('id-reused');
  const unknown = { ...asked, id: randomUUID(), startsAt: half.startsAt.toISOString(), service: 'giardino' };
  expect(await refusal(world.ask(createAppointment, unknown, bianchi))).toMatchObject({
    type: 'invalid-input',
    errors: [expect.objectContaining({ pointer: '/service' })],
  });
});
