import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  bookAppointment,
  cancelAppointment,
  getAppointment,
  holdSlot,
  moveAppointment,
} from '@sportello/contracts/appointments/appointments';
import { callAgain, callNext, getDisplay, getTurn, listArrivals, noteArrival } from '@sportello/contracts/appointments/arrivals';
import { deleteCalendar, getCalendar, putCalendar } from '@sportello/contracts/appointments/calendars';
import {
  createAppointment,
  decideAppointment,
  exportAppointments,
  findAppointments,
  getDeskAppointment,
  listCalendarAppointments,
  noteOutcome,
} from '@sportello/contracts/appointments/desk';
import { getFeed, readFeed, renewFeed, revokeFeed } from '@sportello/contracts/appointments/feeds';
import { closeOnHolidays, deleteOpening, listOpenings } from '@sportello/contracts/appointments/openings';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { announced } from '@sportello/contracts/notifications/announcements';
import { addDays } from '@sportello/italy/rome-time';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { drift } from '@sportello/service/migration';
import { administrator, bianchi, ferrari, giulia, marco, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import * as ical from 'node-ical';
import { applicantOf, passerBy, refusal, someDay, World } from '../../test/world.js';
import { Appointment } from './appointment.entity.js';
import { Past } from './past.js';
import { Requests } from './requests.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

type SlotOf = Awaited<ReturnType<World['slots']>>[number];
const slotsOf = async (calendarId: string) => (await world.slots(calendarId)) as [SlotOf, SlotOf, SlotOf, ...SlotOf[]];
const news = async (id: string) =>
  (await world.service.published(announced)).filter(({ subject }) => (subject as { id: string }).id === id) as unknown as {
    topic: string;
    messages: { calendar?: string; body: { it: string } }[];
  }[];
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

test('APP-26: only the owner and administrators say whose a calendar is, and it is an officer of the body', async () => {
  const { id } = await world.calendar();
  const settings = await world.ask(getCalendar, { id }, bianchi);
  const give = (ownerId: string | null, version: number, actor: Actor) => world.ask(putCalendar, { ...settings, ownerId, version }, actor);
  const mine = String(bianchi.personId);
  expect((await refusal(give(mine, 1, bianchi))).type).toBe('owner-is-given');
  for (const nobody of [randomUUID(), String(giulia.personId)])
    expect(await refusal(give(nobody, 1, administrator))).toMatchObject({
      type: 'invalid-input',
      errors: [expect.objectContaining({ pointer: '/ownerId' })],
    });
  expect(await give(mine, 1, administrator)).toMatchObject({ ownerId: mine });
  await world.enable(ferrari, id);
  expect((await refusal(give(String(ferrari.personId), 2, ferrari))).type).toBe('owner-is-given');
  expect(await give(String(ferrari.personId), 2, bianchi)).toMatchObject({ ownerId: ferrari.personId });
});

test('APP-30: opening hours that would give a day more than a thousand hours to choose are refused, together with the others of that day', async () => {
  const { id } = await world.calendar({}, { opensAt: '00:00', closesAt: '12:00', minutes: 1 });
  const day = { opensAt: '12:00', closesAt: '24:00', minutes: 1 };
  expect(await refusal(world.opening(id, day))).toMatchObject({
    type: 'invalid-input',
    errors: [expect.objectContaining({ pointer: '/minutes' })],
  });
  expect(await world.opening(id, { ...day, minutes: 3 })).toMatchObject({ minutes: 3 });
  const later = addDays(someDay, 21);
  expect(await world.opening(id, { ...day, fromDay: later, toDay: addDays(later, 7) })).toMatchObject({ minutes: 1 });
});

test('APP-56: holidays are not added beyond the closing periods that the list shows', async () => {
  const { id } = await world.calendar();
  await world.service.db.query(
    `insert into closing_periods (id, organization_id, calendar_id, starts_at, ends_at, reason)
     select gen_random_uuid(), organization_id, id, now() + interval '900 days', now() + interval '901 days', 'x' from calendars, generate_series(1, 495) where id = $1`,
    [id],
  );
  const year = Number(someDay.slice(0, 4)) + 1;
  expect((await refusal(world.ask(closeOnHolidays, { calendarId: id, year, patron: null }, bianchi))).type).toBe('invalid-input');
  expect((await world.ask(listOpenings, { calendarId: id }, bianchi)).closings).toHaveLength(495);
});

test('APP-50: a request that nobody decided before its hour ends, and whoever sent it is told once', async () => {
  const { id } = await world.calendar({ isModerated: true });
  const [nine] = await slotsOf(id);
  const booked = await world.book(id, nine);
  const requests = world.service.get(Requests);
  await requests.run(booked.id, new Date(booked.startsAt.getTime() - 1));
  expect((await world.ask(getAppointment, { code: booked.code }, passerBy())).status).toBe('awaiting_approval');
  await begun(booked.id);
  await eventually(async () => {
    await requests.sweep(new Date());
    expect((await world.ask(getAppointment, { code: booked.code }, passerBy())).status).toBe('expired');
  });
  await requests.run(booked.id, new Date());
  expect((await news(booked.id)).map(({ topic }) => topic)).toEqual(['appointments.requested', 'appointments.undecided']);
  expect((await news(booked.id))[1]?.messages[0]?.body.it).toContain('non ha avuto risposta prima dell’orario');
  const again = { id: booked.id, calendarId: id, openingId: nine.openingId, startsAt: nine.startsAt.toISOString(), service: 'carta' };
  expect((await refusal(world.ask(holdSlot, again, passerBy()))).type).toBe('id-reused');
});

test('APP-50, APP-51: who moves an appointment that was approved asks anew, and has no file for her calendar until it is approved', async () => {
  const { id } = await world.calendar({ isModerated: true });
  const [nine, half, ten] = await slotsOf(id);
  const booked = await world.book(id, nine);
  const decide = (version: number) => world.ask(decideAppointment, { id: booked.id, isApproved: true, version }, bianchi);
  await decide(booked.version);
  const move = (slot: SlotOf, actor: Actor) =>
    world.ask(
      moveAppointment,
      { code: actor === bianchi ? booked.id : booked.code, openingId: slot.openingId, startsAt: slot.startsAt.toISOString() },
      actor,
    );
  const asked = await move(half, passerBy());
  expect(asked.status).toBe('awaiting_approval');
  expect((await move(ten, bianchi)).status).toBe('awaiting_approval');
  expect((await decide(asked.version + 1)).status).toBe('confirmed');
  expect((await move(nine, bianchi)).status).toBe('confirmed');
  const told = (await news(booked.id)).map(({ topic, messages }) => [topic.split('.')[1], messages[0]?.calendar !== undefined]);
  expect(told).toEqual([
    ['requested', false],
    ['approved', true],
    ['request-moved', false],
    ['request-moved', false],
    ['approved', true],
    ['moved', true],
  ]);
});

test('APP-51: the link of a mail opens nothing some days after the appointment; its officers still see it', async () => {
  const { id } = await world.calendar();
  const booked = await world.book(id, (await slotsOf(id))[0]);
  const endedDaysAgo = (days: number) =>
    world.service.db.query(
      `update appointments set starts_at = now() - make_interval(days => $2, hours => 1), ends_at = now() - make_interval(days => $2) where id = $1`,
      [booked.id, days],
    );
  await endedDaysAgo(6);
  expect(await world.ask(getAppointment, { code: booked.code }, passerBy())).toMatchObject({ id: booked.id });
  await endedDaysAgo(8);
  expect((await refusal(world.ask(getAppointment, { code: booked.code }, passerBy()))).type).toBe('appointment-not-found');
  expect(await world.ask(getDeskAppointment, { id: booked.id }, bianchi)).toMatchObject({ id: booked.id });
});

test('APP-29: drafts that came to nothing go after days, appointments with the data of who had them after a year, others stay', async () => {
  const { id } = await world.calendar();
  const [nine, half, ten] = await slotsOf(id);
  const { db } = world.service;
  const [left, fresh, old] = [await world.hold(id, nine), await world.hold(id, half), await world.book(id, ten)];
  const stays = await world.book(id, (await slotsOf(id))[0]);
  for (const draft of [left, fresh]) await world.ask(cancelAppointment, { code: draft.code }, passerBy());
  await db.query(`update appointments set changed_at = now() - interval '3 days' where id = $1`, [left.id]);
  await db.query(`update appointments set starts_at = now() - interval '367 days', ends_at = now() - interval '366 days' where id = $1`, [
    old.id,
  ]);
  const past = world.service.get(Past);
  await eventually(async () => {
    await past.sweep(new Date());
    expect((await db.manager.findBy(Appointment, { calendarId: id })).map((row) => row.id).sort()).toEqual([fresh.id, stays.id].sort());
  });
  await past.run(stays.id, new Date());
  expect(await db.manager.existsBy(Appointment, { id: stays.id })).toBe(true);
});

test('ADM-09: with a calendar its past appointments go', async () => {
  const { id } = await world.calendar();
  const booked = await world.book(id, (await slotsOf(id))[0]);
  await begun(booked.id);
  await world.ask(deleteCalendar, { id, version: 1 }, administrator);
  expect(await world.service.db.manager.existsBy(Appointment, { id: booked.id })).toBe(false);
});

test('APP-11: a file that one answer cannot carry is refused with what to do', async () => {
  const { id } = await world.calendar();
  const booked = await world.book(id, (await slotsOf(id))[0]);
  const { db } = world.service;
  const row = await db.manager.findOneByOrFail(Appointment, { id: booked.id });
  const details = 'è'.repeat(1_000);
  const rows = Array.from({ length: 900 }, () => ({
    ...row,
    ...{ id: randomUUID(), status: 'cancelled' as const, applicant: row.applicant && { ...row.applicant, details } },
  }));
  for (let at = 0; at < rows.length; at += 100) await db.manager.insert(Appointment, rows.slice(at, at + 100));
  const listed = {
    calendarId: id,
    from: new Date().toISOString(),
    to: addDays(someDay, 2).concat('T00:00:00.000Z'),
    format: 'csv' as const,
  };
  expect(await refusal(world.ask(exportAppointments, listed, bianchi))).toMatchObject({
    type: 'too-many-to-export',
    title: expect.stringContaining('periodo più breve'),
  });
  expect(await world.ask(exportAppointments, { ...listed, status: 'confirmed' }, bianchi)).toMatchObject({ type: 'text/csv' });
});

test('APP-14: parts of words are found by an index, and signs are no letters', async () => {
  const { id } = await world.calendar();
  const [nine, half] = await slotsOf(id);
  const booked = await world.book(id, nine, passerBy(), { ...applicantOf('Ottavia'), reason: 'Sconto del 20%_netto' });
  await world.book(id, half, passerBy(), { ...applicantOf('Ottavia'), reason: 'Sconto del 20 per cento' });
  const find = async (search: string) => (await world.ask(findAppointments, { search }, bianchi)).items.map((item) => item.id);
  expect(await find('tavi 20%_netto')).toEqual([booked.id]);
  for (const search of ['%_', '\\\\']) expect(await find(search)).toEqual([]);
  const plan: { 'QUERY PLAN': string }[] = await world.service.db.transaction(async (tx) => {
    await tx.query('set local enable_seqscan = off');
    return tx.query(`explain select id from appointments where applicant is not null and words like '%ottavia%'`);
  });
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('appointments_words');
});

test('the migrations make what the entities say', async () => {
  expect(await drift(world.service.db)).toEqual({ up: [], down: [] });
});

/** As if an appointment were of this very minute, and not of another day. */
const today = (id: string, minutesAgo: number) =>
  world.service.db.query(
    `update appointments set starts_at = now() - $2 * interval '1 minute', ends_at = now() + interval '20 minutes', busy_until = now() + interval '20 minutes',
       day = (now() at time zone 'Europe/Rome')::date where id = $1`,
    [id, minutesAgo],
  );

test('APP-62: who comes gets a number, is called in the order of the hours, and the screen shows number and desk and nothing of anybody', async () => {
  const { id } = await world.calendar({ place: { name: 'Sala APP-62', address: 'Via 1' } }, { parallel: 5 });
  const [nine, half, ten] = await slotsOf(id);
  const booked = [];
  for (const [slot, name] of [
    [nine, 'Prima'],
    [half, 'Seconda'],
    [ten, 'Terza'],
  ] as const)
    booked.push(await world.book(id, slot, passerBy(), applicantOf(name)));
  const [first, second, third] = booked as [(typeof booked)[number], (typeof booked)[number], (typeof booked)[number]];
  expect((await refusal(world.ask(noteArrival, { id: first.id }, bianchi))).type).toBe('not-of-today');
  await today(first.id, 30);
  await today(second.id, 20);
  const late = await world.ask(noteArrival, { id: second.id }, bianchi);
  expect(late).toMatchObject({ number: 1, name: 'Seconda Bianco', calledAt: null });
  expect(await world.ask(noteArrival, { id: first.id }, bianchi)).toMatchObject({ number: 2 });
  expect(await world.ask(noteArrival, { id: second.id }, bianchi)).toEqual(late);
  const turn = await world.ask(getTurn, { code: second.code }, passerBy());
  expect(turn).toMatchObject({ isToday: true, number: 1, ahead: 1, desk: null, checkIn: { modules: expect.any(Number) } });
  expect(turn.delayMinutes).toBeGreaterThanOrEqual(29);

  const call = { calendarId: id, id: randomUUID(), desk: 'Sportello 3' };
  const called = await world.ask(callNext, call, bianchi);
  expect(called).toMatchObject({ number: 2, name: 'Prima Bianco', desk: 'Sportello 3' });
  expect(await world.ask(callNext, call, bianchi)).toEqual(called);
  expect((await refusal(world.ask(callNext, { ...call, desk: 'Sportello 4' }, bianchi))).type).toBe('id-reused');
  const [one, other] = await Promise.allSettled(
    ['Sportello 1', 'Sportello 2'].map((desk) => world.ask(callNext, { calendarId: id, id: randomUUID(), desk }, bianchi)),
  );
  expect([one?.status, other?.status].sort()).toEqual(['fulfilled', 'rejected']);
  await world.ask(callAgain, { id: first.id, desk: 'Sportello 5' }, bianchi);
  const display = await world.ask(getDisplay, { calendarId: id }, visitor('it'));
  expect(display.calls.map(({ number, desk }) => [number, desk])).toEqual([
    [2, 'Sportello 5'],
    [1, expect.stringMatching(/Sportello [12]/)],
  ]);
  expect(display).toMatchObject({ waiting: 0, delayMinutes: 0 });
  expect(JSON.stringify(display)).not.toMatch(/Prima|Seconda|example.org/);
  expect((await world.ask(listArrivals, { calendarId: id }, bianchi)).items.map(({ number }) => number)).toEqual([2, 1]);
  expect((await refusal(world.ask(callNext, { calendarId: id, id: randomUUID(), desk: 'Sportello 1' }, bianchi))).type).toBe(
    'nobody-to-call',
  );
  expect((await refusal(world.ask(callAgain, { id: third.id, desk: 'Sportello 1' }, bianchi))).type).toBe('appointment-closed');

  const noted = await world.ask(noteOutcome, { id: first.id, hasHappened: true, version: first.version }, bianchi);
  expect(noted.status).toBe('done');
  expect((await world.ask(getTurn, { code: first.code }, passerBy())).checkIn).toBeNull();
});

test('APP-62: calendars of one place share numbers and screen, an officer who is not enabled checks in and calls nobody', async () => {
  const place = { name: 'Sala comune APP-62', address: 'Via 2' };
  const [one, other] = [await world.calendar({ place }, { parallel: 5 }), await world.calendar({ place }, { parallel: 5 })];
  const numbers: number[] = [];
  const codes: string[] = [];
  for (const { id } of [one, other]) {
    const { id: appointmentId, code } = await world.book(id, (await slotsOf(id))[0]);
    await today(appointmentId, 0);
    for (const actor of [ferrari, stranger])
      expect((await refusal(world.ask(noteArrival, { id: appointmentId }, actor))).type).toBe('appointment-not-found');
    numbers.push((await world.ask(noteArrival, { id: appointmentId }, bianchi)).number);
    codes.push(code);
  }
  expect(numbers).toEqual([1, 2]);
  for (const actor of [ferrari, stranger]) {
    expect((await refusal(world.ask(listArrivals, { calendarId: one.id }, actor))).type).toBe('calendar-not-found');
    expect((await refusal(world.ask(callNext, { calendarId: one.id, id: randomUUID(), desk: '1' }, actor))).type).toBe(
      'calendar-not-found',
    );
  }
  expect((await refusal(world.ask(getTurn, { code: `${codes[0]?.slice(0, -2)}AA` }, visitor('it')))).type).toBe('appointment-not-found');
  await world.ask(callNext, { calendarId: one.id, id: randomUUID(), desk: 'Sportello 1' }, bianchi);
  expect(await world.ask(getDisplay, { calendarId: other.id }, visitor('it'))).toMatchObject({ calls: [{ number: 1 }], waiting: 1 });
});

test('APP-05, APP-17: somebody on the telephone without a mail address gets her appointment, nothing is sent, and she is counted by her telephone', async () => {
  const { id } = await world.calendar({ personLimit: { count: 1, period: 'week' } }, { parallel: 5 });
  const [nine, half] = await slotsOf(id);
  const create = (slot: SlotOf, phone: string | null) =>
    world.ask(
      createAppointment,
      {
        ...{ id: randomUUID(), calendarId: id, openingId: slot.openingId, startsAt: slot.startsAt.toISOString(), service: 'carta' },
        ...{ ...applicantOf('Rosa'), mail: null, phone },
      },
      bianchi,
    );
  const created = await create(nine, '+393331112223');
  expect(created).toMatchObject({ status: 'confirmed', applicant: { mail: null } });
  expect((await news(created.id)).flatMap(({ messages }) => messages.map(({ calendar }) => calendar))).toEqual([undefined]);
  expect((await refusal(create(half, '+393331112223'))).type).toBe('limit-reached');
  await create(half, null);
  await world.ask(cancelAppointment, { code: created.id }, bianchi);
  expect((await news(created.id)).map(({ topic }) => topic)).toEqual(['appointments.booked', 'appointments.cancelled']);
});

test('APP-12, APP-59: a calendar at a secret address is read without a sign-in, until it is renewed, revoked, or its officer is no longer enabled', async () => {
  const { id } = await world.calendar();
  const [nine, half] = await slotsOf(id);
  const own = await world.book(id, nine, giulia, applicantOf('Giulia', 'feed@example.org'));
  const other = await world.book(id, half, passerBy(), applicantOf('Zoe'));
  const asked = { id: randomUUID(), calendarId: id };
  const first = await world.ask(renewFeed, asked, bianchi);
  expect(await world.ask(renewFeed, asked, bianchi)).toEqual(first);
  const secretOf = ({ address }: { address: string }) => /calendar-feeds\/([\w-]{43})\/calendar\.ics$/.exec(address)?.[1] ?? '';
  const read = async (feed: { address: string }) => {
    const { content } = await world.ask(readFeed, { secret: secretOf(feed) }, visitor('it'));
    return Object.values(ical.sync.parseICS(content)).flatMap((part) => (part?.type === 'VEVENT' ? [part.uid] : []));
  };
  expect((await read(first)).sort()).toEqual([own.id, other.id].map((one) => `${one}@sportello`).sort());
  const stored = await world.service.db.query('select digest from feeds where calendar_id = $1', [id]);
  expect(JSON.stringify(stored)).not.toContain(secretOf(first));
  const citizens = await world.ask(renewFeed, { id: randomUUID() }, giulia);
  expect(await read(citizens)).toContain(`${own.id}@sportello`);
  expect(await read(citizens)).not.toContain(`${other.id}@sportello`);
  expect((await refusal(world.ask(renewFeed, { id: randomUUID(), calendarId: id }, ferrari))).type).toBe('calendar-not-found');
  expect((await refusal(world.ask(renewFeed, { id: randomUUID(), calendarId: id }, giulia))).type).toBe('calendar-not-found');
  expect((await refusal(world.ask(getFeed, {}, bianchi))).type).toBe('calendar-not-found');

  const second = await world.ask(renewFeed, { ...asked, id: randomUUID() }, bianchi);
  expect((await refusal(read(first))).type).toBe('feed-not-found');
  await world.service.db.query(`update officer_copies set subjects = '[]' where officer_id = $1`, [bianchi.personId]);
  expect((await refusal(read(second))).type).toBe('feed-not-found');
  await world.enable(bianchi, id);
  expect(await read(second)).toHaveLength(2);
  expect(await world.ask(revokeFeed, { calendarId: id }, bianchi)).toEqual({ madeAt: null });
  expect(await world.ask(getFeed, { calendarId: id }, bianchi)).toEqual({ madeAt: null });
  expect((await refusal(read(second))).type).toBe('feed-not-found');
  // What was renewed or revoked is never given again, whoever says it once more.
  expect((await refusal(world.ask(renewFeed, asked, bianchi))).type).toBe('id-reused');
  expect((await refusal(read(first))).type).toBe('feed-not-found');
});

test('APP-12: whoever has the address of a citizen sees her appointments and can change none of them', async () => {
  const { id } = await world.calendar();
  const [nine] = await slotsOf(id);
  await world.book(id, nine, marco, applicantOf('Marco', 'marco.feed@example.org'));
  const { address } = await world.ask(renewFeed, { id: randomUUID() }, marco);
  const secret = /calendar-feeds\/([\w-]{43})/.exec(address)?.[1] ?? '';
  const { content } = await world.ask(readFeed, { secret }, visitor('it'));
  const lines = content.replace(/\r\n /g, '');
  expect(lines).toMatch(/URL:.*\/area-personale\/appuntamenti\r\n/);
  expect(lines).not.toMatch(/appuntamenti\/[0-9a-f-]{36}/);
});

test('APP-59: a busy calendar shows what is to come before what is over; its readings are noted once a day, and its officer’s words are nobody else’s', async () => {
  const { id } = await world.calendar();
  const [nine, half] = await slotsOf(id);
  const own = await world.book(id, nine, giulia, { ...applicantOf('Giulia', 'busy@example.org'), reason: 'Visita per invalidità' });
  const later = await world.book(id, half, passerBy(), applicantOf('Zoe'));
  // A thousand that are over fill a file alone.
  await world.service.db.query(
    `insert into appointments select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'status', 'done', 'person_id', null, 'practice_id', null,
       'starts_at', now() - n * interval '10 minutes', 'ends_at', now() - n * interval '10 minutes' + interval '5 minutes', 'busy_until', now() - n * interval '10 minutes' + interval '5 minutes'))).*
     from appointments a, generate_series(1, 1000) n where a.id = $1`,
    [later.id],
  );
  const { address } = await world.ask(renewFeed, { id: randomUUID(), calendarId: id }, bianchi);
  const secret = /calendar-feeds\/([\w-]{43})/.exec(address)?.[1] ?? '';
  const noted = async () =>
    (await world.service.published(accessNoted)).filter(
      ({ action, about }) => action === 'appointment-exported' && (about as { id: string }).id === own.id,
    );
  for (const _ of [1, 2]) {
    const { content } = await world.ask(readFeed, { secret }, visitor('it'));
    expect(content.match(/BEGIN:VEVENT/g)).toHaveLength(1_000);
    for (const shown of [own, later]) expect(content).toContain(`UID:${shown.id}@sportello`);
    expect(content).not.toContain('invalidit');
  }
  expect(await noted()).toHaveLength(1);
});

test('APP-14: signs alone find nothing, rather than everything', async () => {
  const { id } = await world.calendar();
  const [nine] = await slotsOf(id);
  const { startsAt, endsAt } = await world.book(id, nine);
  const asked = { calendarId: id, from: startsAt.toISOString(), to: endsAt.toISOString() };
  expect((await world.ask(listCalendarAppointments, asked, bianchi)).items).toHaveLength(1);
  expect((await world.ask(listCalendarAppointments, { ...asked, search: '--' }, bianchi)).items).toEqual([]);
});

test('APP-60: what was booked meanwhile is not cancelled as the draft that an officer saw', async () => {
  const { id } = await world.calendar();
  const [nine] = await slotsOf(id);
  const actor = passerBy();
  const draft = await world.hold(id, nine, actor);
  const booked = await world.ask(bookAppointment, { code: draft.code, ...applicantOf('Zoe') }, actor);
  expect((await refusal(world.ask(cancelAppointment, { code: draft.id, version: draft.version }, bianchi))).type).toBe('changed-meanwhile');
  expect(await world.ask(cancelAppointment, { code: draft.id, version: booked.version }, bianchi)).toMatchObject({ status: 'cancelled' });
});
