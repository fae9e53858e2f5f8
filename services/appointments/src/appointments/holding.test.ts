import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bookAppointment, holdSlot } from '@sportello/contracts/appointments/appointments';
import { listPracticeAppointments } from '@sportello/contracts/appointments/desk';
import { deleteClosing, putClosing } from '@sportello/contracts/appointments/openings';
import { visitor } from '@sportello/messaging/actor';
import { bianchi, giulia } from '@sportello/testing/people';
import { applicantOf, passerBy, refusal, World } from '../../test/world.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentsService } from './appointments.service.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

type SlotOf = Awaited<ReturnType<World['slots']>>[number];
const slotsOf = async (calendarId: string) => (await world.slots(calendarId)) as [SlotOf, SlotOf, SlotOf, ...SlotOf[]];
const wish = (calendarId: string, slot: SlotOf, more: { id?: string; service?: string; practiceId?: string } = {}) => ({
  ...{ id: randomUUID(), calendarId, openingId: slot.openingId, startsAt: slot.startsAt.toISOString(), service: 'carta' },
  ...more,
});

test('APP-37: a place that is taken again without a word of the practice still belongs to it', async () => {
  const { id } = await world.calendar();
  const [nine] = await slotsOf(id);
  const practiceId = randomUUID();
  world.practices.set(practiceId, String(giulia.personId));
  const draft = await world.ask(holdSlot, wish(id, nine, { practiceId }), giulia);
  await world.service.db.query(`update appointments set held_until = now() - interval '1 minute', changed_at = now() where id = $1`, [
    draft.id,
  ]);
  await world.ask(holdSlot, wish(id, nine, { id: draft.id }), giulia);
  await world.ask(bookAppointment, { code: draft.code, ...applicantOf('Giulia', 'ripresa@example.org') }, giulia);
  const { items } = await world.ask(listPracticeAppointments, { practiceId }, bianchi);
  expect(items.map((item) => item.id)).toEqual([draft.id]);
});

test('APP-29: switching the service does not hold a place for longer', async () => {
  const { id } = await world.calendar();
  const [nine] = await slotsOf(id);
  const actor = passerBy();
  const held = await world.ask(holdSlot, wish(id, nine), actor);
  const appointments = world.service.get(AppointmentsService);
  const later = new Date(Number(held.heldUntil) - 1_000);
  const again = { ...wish(id, nine, { id: held.id, service: 'lunga' }), startsAt: nine.startsAt, practiceId: null };
  expect(await appointments.holdAt(again, actor, later)).toMatchObject({ heldUntil: held.heldUntil, service: { key: 'lunga' } });
});

test('APP-29: whoever asks for many places at once is held to the number too, with or without an address', async () => {
  const { id } = await world.calendar({}, { parallel: 40 });
  const slots = await slotsOf(id);
  for (const [actor, most] of [
    [passerBy('203.0.113.77'), 12],
    [visitor('it'), 12],
    [giulia, 3],
  ] as const) {
    const before = await world.service.db.manager.countBy(Appointment, { calendarId: id });
    const many = Array.from({ length: 24 }, (_, at) => world.ask(holdSlot, wish(id, slots[at % 6] as SlotOf), actor));
    await Promise.allSettled(many);
    expect((await world.service.db.manager.countBy(Appointment, { calendarId: id })) - before).toBe(most);
    expect((await refusal(world.ask(holdSlot, wish(id, slots[0]), actor))).type).toBe('too-many-held');
  }
});

test('APP-33: what was held before the calendar closed is not booked in the closed time, and is not lost when it opens again', async () => {
  const { id } = await world.calendar();
  const [nine] = await slotsOf(id);
  const actor = passerBy();
  const draft = await world.ask(holdSlot, wish(id, nine), actor);
  const closing = {
    ...{ id: randomUUID(), calendarId: id, startsAt: nine.startsAt.toISOString(), endsAt: nine.endsAt.toISOString(), reason: 'Sciopero' },
  };
  await world.ask(putClosing, closing, bianchi);
  const book = () => world.ask(bookAppointment, { code: draft.code, ...applicantOf() }, actor);
  expect((await refusal(book())).type).toBe('slot-taken');
  expect((await refusal(world.ask(holdSlot, wish(id, nine, { id: draft.id }), actor))).type).toBe('slot-taken');
  await world.ask(deleteClosing, { id: closing.id }, bianchi);
  expect(await book()).toMatchObject({ status: 'confirmed' });
});

test('APP-33: of all who book while the calendar closes each is refused or named to the officer', async () => {
  const { id } = await world.calendar({}, { parallel: 20 });
  const [nine] = await slotsOf(id);
  const drafts = await Promise.all(Array.from({ length: 12 }, () => world.ask(holdSlot, wish(id, nine), passerBy())));
  const closing = {
    id: randomUUID(),
    calendarId: id,
    startsAt: nine.startsAt.toISOString(),
    endsAt: nine.endsAt.toISOString(),
    reason: 'x',
  };
  const booking = drafts.map(({ code }) => world.ask(bookAppointment, { code, ...applicantOf() }, passerBy()).catch(() => null));
  const { inside } = await world.ask(putClosing, closing, bianchi);
  const booked = (await Promise.all(booking)).flatMap((one) => (one ? [one.id] : []));
  expect(inside.map((one) => one.id).sort()).toEqual(booked.sort());
});
