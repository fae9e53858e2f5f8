import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bookAppointment, cancelAppointment, getAppointment, holdSlot } from '@sportello/contracts/appointments/appointments';
import { getCalendar, putCalendar } from '@sportello/contracts/appointments/calendars';
import { listPracticeAppointments } from '@sportello/contracts/appointments/desk';
import { deleteClosing, putClosing } from '@sportello/contracts/appointments/openings';
import {
  getWaitingPlace,
  joinWaitingList,
  leaveWaitingList,
  listOwnWaiting,
  listWaiting,
  takeOffer,
  waitForEarlier,
} from '@sportello/contracts/appointments/waiting';
import { announced } from '@sportello/contracts/notifications/announcements';
import { addDays } from '@sportello/italy/rome-time';
import { visitor } from '@sportello/messaging/actor';
import { CONFIG } from '@sportello/service/config';
import { bianchi, federica, ferrari, giulia, marco, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { applicantOf, passerBy, refusal, someDay, World } from '../../test/world.js';
import type { Config } from '../config.js';
import { WaitingLists } from '../waiting/waiting-lists.js';
import { offeredUntil } from '../waiting/waiting-place.entity.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentsService } from './appointments.service.js';
import { codeOf } from './codes.js';

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
    [() => passerBy('203.0.113.77'), 12],
    // One connection has a whole network of IPv6 addresses.
    [() => passerBy(`2001:db8:77:1::${randomUUID().slice(0, 4)}`), 12],
    // As a socket that takes both kinds tells them: each is one sender.
    [() => passerBy('::ffff:203.0.113.88'), 12],
    [() => passerBy('::ffff:203.0.113.89'), 12],
    [() => passerBy('fe80::1%eth0'), 12],
    [() => visitor('it'), 12],
    [() => giulia, 3],
  ] as const) {
    const before = await world.service.db.manager.countBy(Appointment, { calendarId: id });
    const many = Array.from({ length: 24 }, (_, at) => world.ask(holdSlot, wish(id, slots[at % 6] as SlotOf), actor()));
    await Promise.allSettled(many);
    expect((await world.service.db.manager.countBy(Appointment, { calendarId: id })) - before).toBe(most);
    expect((await refusal(world.ask(holdSlot, wish(id, slots[0]), actor()))).type).toBe('too-many-held');
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

type WaitingNews = {
  topic: string;
  subject: { id: string };
  messages: { path: string; audience: { address?: string }[]; body: { it: string } }[];
};
const waitingNews = async (mail: string) =>
  ((await world.service.published(announced)) as unknown as WaitingNews[]).filter(
    ({ topic, messages }) => topic.startsWith('waiting.') && messages.at(-1)?.audience[0]?.address === mail,
  );
/** The code of the link that was mailed to somebody who waits. */
const codeMailedTo = async (mail: string) => (await waitingNews(mail))[0]?.messages.at(-1)?.path.split('/').at(-1) ?? '';
const oneADay = { fromDay: someDay, opensAt: '09:00', closesAt: '09:30' };
const joining = (calendarId: string, name: string, mail: string) => ({
  ...{ id: randomUUID(), calendarId, service: 'carta', fromDay: someDay, toDay: someDay },
  ...applicantOf(name, mail),
});
const placeOf = (code: string) => world.ask(getWaitingPlace, { code }, visitor('it'));

test('APP-54: a place that becomes free is offered in the order of entry, held meanwhile, and goes to the next when nobody takes it in time', async () => {
  const { id } = await world.calendar({}, oneADay);
  const [nine] = await slotsOf(id);
  const booked = await world.book(id, nine);
  const mails = ['prima@example.org', 'seconda@example.org'] as const;
  for (const mail of [...mails, mails[0]]) await world.ask(joinWaitingList, joining(id, 'Anna', mail), passerBy());
  const listed = () => world.ask(listWaiting, { calendarId: id }, bianchi).then(({ items }) => items);
  expect((await listed()).map(({ applicant, status }) => [applicant.mail, status])).toEqual(mails.map((mail) => [mail, 'waiting']));
  const [one, two] = [await codeMailedTo(mails[0]), await codeMailedTo(mails[1])];
  expect([(await placeOf(one)).ahead, (await placeOf(two)).ahead]).toEqual([0, 1]);

  await world.ask(cancelAppointment, { code: booked.code }, passerBy());
  const offer = await eventually(async () => {
    const { offer: offered } = await placeOf(one);
    expect(offered).toMatchObject({ startsAt: nine.startsAt });
    return offered as NonNullable<typeof offered>;
  });
  expect(await placeOf(two)).toMatchObject({ status: 'waiting', offer: null });
  expect(await world.slots(id)).toEqual([]);
  expect((await refusal(world.hold(id, nine))).type).toBe('slot-taken');
  expect((await waitingNews(mails[0])).map(({ topic }) => topic)).toEqual(['waiting.joined', 'waiting.offered']);

  const lists = world.service.get(WaitingLists);
  const over = new Date(offer.until.getTime() + 1);
  await lists.run(id, over);
  expect(await placeOf(one)).toMatchObject({ status: 'passed', offer: null });
  expect((await refusal(world.ask(takeOffer, { code: one }, passerBy()))).type).toBe('offer-over');
  const taken = await world.ask(takeOffer, { code: two }, passerBy());
  expect(await world.ask(takeOffer, { code: two }, passerBy())).toEqual(taken);
  const appointment = await world.ask(getAppointment, { code: taken.appointment?.code ?? '' }, passerBy());
  expect(appointment).toMatchObject({ status: 'confirmed', startsAt: nine.startsAt, applicant: { mail: mails[1] } });
  expect((await waitingNews(mails[0])).map(({ topic }) => topic).at(-1)).toBe('waiting.passed');
  expect(await listed()).toEqual([]);
});

test('APP-54: who keeps an appointment moves to the earlier place in one step, and her own goes to the next', async () => {
  const { id } = await world.calendar({}, { ...oneADay, closesAt: '10:00' });
  const [nine, half] = await slotsOf(id);
  const first = await world.book(id, nine);
  const hers = await world.book(id, half, federica, applicantOf('Giulia', 'giulia.prima@example.org'));
  const waiting = await world.ask(waitForEarlier, { code: hers.code }, federica);
  expect(await world.ask(waitForEarlier, { code: hers.id }, federica)).toMatchObject({ id: waiting.id });
  expect((await world.ask(getAppointment, { code: hers.id }, federica)).waitingCode).toBe(waiting.code);
  expect((await world.ask(listOwnWaiting, {}, federica)).items.map((place) => place.id)).toEqual([waiting.id]);
  await world.ask(joinWaitingList, joining(id, 'Marta', 'marta@example.org'), passerBy());
  await world.ask(cancelAppointment, { code: first.code }, passerBy());
  await eventually(async () => expect((await placeOf(waiting.code)).status).toBe('offered'));
  const taken = await world.ask(takeOffer, { code: waiting.id }, federica);
  expect(taken).toMatchObject({ status: 'taken', appointment: { code: hers.code, startsAt: nine.startsAt } });
  expect(await world.ask(getAppointment, { code: hers.id }, federica)).toMatchObject({
    startsAt: nine.startsAt,
    movesLeft: 3,
    waitingCode: null,
  });
  const next = await codeMailedTo('marta@example.org');
  await eventually(async () => expect(await placeOf(next)).toMatchObject({ offer: { startsAt: half.startsAt } }));
});

test('APP-54: what became free while nobody rang is found by the sweep, and whoever gives up her appointment waits for nothing', async () => {
  const { id } = await world.calendar({}, oneADay);
  const [nine] = await slotsOf(id);
  const booked = await world.book(id, nine);
  await world.ask(joinWaitingList, joining(id, 'Ada', 'ada@example.org'), passerBy());
  const code = await codeMailedTo('ada@example.org');
  // As if the process had died between the commit and the alarm.
  await world.service.db.query(`update appointments set status = 'cancelled', changed_at = now(), version = version + 1 where id = $1`, [
    booked.id,
  ]);
  const lists = world.service.get(WaitingLists);
  await lists.sweep(new Date());
  await eventually(async () => expect((await placeOf(code)).status).toBe('offered'));
  await world.ask(leaveWaitingList, { code }, passerBy());
  await eventually(async () => expect(await world.slots(id)).toHaveLength(1));

  const hers = await world.book(id, nine, federica, applicantOf('Giulia', 'rinuncia@example.org'));
  const kept = await world.ask(waitForEarlier, { code: hers.id }, federica);
  await world.ask(cancelAppointment, { code: hers.id }, federica);
  await lists.run(id, new Date());
  await eventually(async () => expect((await placeOf(kept.code)).status).toBe('left'));
});

test('APP-54: two replicas at once make one offer of one place', async () => {
  const { id } = await world.calendar({}, oneADay);
  const booked = await world.book(id, (await slotsOf(id))[0]);
  for (const mail of ['uno@example.org', 'due@example.org', 'tre@example.org'])
    await world.ask(joinWaitingList, joining(id, 'Ugo', mail), passerBy());
  await world.service.db.query(`update appointments set status = 'cancelled', changed_at = now(), version = version + 1 where id = $1`, [
    booked.id,
  ]);
  const lists = world.service.get(WaitingLists);
  await Promise.all([lists.run(id, new Date()), lists.run(id, new Date()), lists.run(id, new Date())]);
  const { items } = await world.ask(listWaiting, { calendarId: id }, bianchi);
  expect(items.filter(({ status }) => status === 'offered')).toHaveLength(1);
});

test('APP-54: nobody sees or takes what somebody else waits for, days and calendars that make no sense are refused', async () => {
  const { id } = await world.calendar({}, oneADay);
  await world.book(id, (await slotsOf(id))[0]);
  const { id: placeId } = await world.ask(joinWaitingList, joining(id, 'Giulia', 'sola@example.org'), giulia);
  expect(await world.ask(joinWaitingList, joining(id, 'Giulia', 'altra@example.org'), giulia)).toEqual({ id: placeId });
  const code = await codeMailedTo('sola@example.org');
  const altered = `${code.slice(0, -2)}AA`;
  const appointmentCode = codeOf('appointment', placeId, world.service.get<Config>(CONFIG).FILES_SECRET);
  for (const [asked, actor] of [
    [placeId, marco],
    [placeId, visitor('it')],
    [placeId, ferrari],
    [placeId, stranger],
    [altered, visitor('it')],
    [appointmentCode, visitor('it')],
  ] as const)
    for (const contract of [getWaitingPlace, takeOffer, leaveWaitingList])
      expect((await refusal(world.ask(contract, { code: asked }, actor))).type).toBe('waiting-place-not-found');
  for (const actor of [ferrari, stranger])
    expect((await refusal(world.ask(listWaiting, { calendarId: id }, actor))).type).toBe('calendar-not-found');
  const sameMail = await world.book(
    id,
    (await world.slots(id, addDays(someDay, 1)))[0] as SlotOf,
    passerBy(),
    applicantOf('Ugo', 'sola@example.org'),
  );
  expect((await world.ask(waitForEarlier, { code: sameMail.code }, passerBy())).id).not.toBe(placeId);
  expect((await refusal(world.ask(takeOffer, { code: placeId }, bianchi))).type).toBe('waiting-place-not-found');
  expect(await world.ask(leaveWaitingList, { code: placeId }, bianchi)).toMatchObject({ status: 'left' });

  const asked = joining(id, 'Eva', 'eva@example.org');
  for (const [change, pointer] of [
    [{ toDay: '2020-01-01', fromDay: '2020-01-01' }, '/toDay'],
    [{ fromDay: addDays(someDay, 2), toDay: someDay }, '/toDay'],
    [{ fromDay: addDays(someDay, 300), toDay: addDays(someDay, 301) }, '/fromDay'],
    [{ service: 'altro' }, '/service'],
  ] as const)
    expect(await refusal(world.ask(joinWaitingList, { ...asked, ...change }, passerBy()))).toMatchObject({ errors: [{ pointer }] });
  const { version, ...settings } = await world.ask(getCalendar, { id }, bianchi);
  await world.ask(putCalendar, { ...settings, version, offerMinutes: null }, bianchi);
  expect((await refusal(world.ask(joinWaitingList, asked, passerBy()))).type).toBe('waiting-list-closed');
});

test('APP-54: whoever is offered a place in the night has her minutes in the morning', () => {
  const until = (at: string) => offeredUntil(new Date(at), 120).toISOString();
  expect(until('2026-12-14T10:00:00Z')).toBe('2026-12-14T12:00:00.000Z');
  expect(until('2026-12-14T22:00:00Z')).toBe('2026-12-15T09:00:00.000Z');
  expect(until('2026-12-15T03:00:00Z')).toBe('2026-12-15T09:00:00.000Z');
  // To the minute, and by the clock of Rome in summer too, also in the night in which it changes.
  expect(until('2026-12-14T19:59:59Z')).toBe('2026-12-14T21:59:59.000Z');
  expect(until('2026-12-14T20:00:00Z')).toBe('2026-12-15T09:00:00.000Z');
  expect(until('2026-12-15T06:59:59Z')).toBe('2026-12-15T09:00:00.000Z');
  expect(until('2026-12-15T07:00:00Z')).toBe('2026-12-15T09:00:00.000Z');
  expect(until('2026-07-14T19:00:00Z')).toBe('2026-07-15T08:00:00.000Z');
  expect(until('2026-10-24T20:00:00Z')).toBe('2026-10-25T09:00:00.000Z');
});
