import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  bookAppointment,
  cancelAppointment,
  getAppointment,
  getCalendarFile,
  holdSlot,
  listOwnAppointments,
  moveAppointment,
} from '@sportello/contracts/appointments/appointments';
import { deleteCalendar, getCalendar, listBookable, listCalendars, putCalendar } from '@sportello/contracts/appointments/calendars';
import {
  appointmentChanged,
  changeAppointment,
  createAppointment,
  decideAppointment,
  exportAppointments,
  findAppointments,
  getDeskAppointment,
  listCalendarAppointments,
  listPracticeAppointments,
  noteOutcome,
} from '@sportello/contracts/appointments/desk';
import { closeOnHolidays, deleteClosing, deleteOpening, listOpenings, putClosing } from '@sportello/contracts/appointments/openings';
import { listDays, listSlots } from '@sportello/contracts/appointments/slots';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { announced } from '@sportello/contracts/notifications/announcements';
import { timeout, unavailable } from '@sportello/contracts/problems';
import { addDays, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { ForeignProblem, Problem } from '@sportello/messaging/problem';
import { administrator, bianchi, ferrari, giulia, marco, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import * as ical from 'node-ical';
import { applicantOf, passerBy, refusal, settingsOf, someDay, World } from '../../test/world.js';
import { SlotsService } from '../slots/slots.service.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentsService } from './appointments.service.js';
import { Drafts } from './drafts.js';
import { Reminders } from './reminders.js';

type SlotOf = Awaited<ReturnType<World['slots']>>[number];

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const first = async (calendarId: string, day = someDay) =>
  (await world.slots(calendarId, day))[0] as Awaited<ReturnType<World['slots']>>[number];
const news = async (id: string) => {
  const all = await world.service.published(announced);
  return all.filter(({ subject }) => (subject as { id: string }).id === id) as unknown as {
    topic: string;
    messages: {
      audience: { kind: string }[];
      quote?: string;
      calendar?: string;
      path: string;
      by: string[];
      title: { it: string };
      body: { it: string };
    }[];
  }[];
};

test('APP-53: a thousand people want a hundred places at once: a hundred are booked, nine hundred are told, and no place stays empty', async () => {
  const { id, openingId } = await world.calendar({}, { parallel: 100, opensAt: '09:00', closesAt: '09:30' });
  const slot = await first(id);
  const people = Array.from({ length: 1_000 }, (_, at) => passerBy(`10.0.${at >> 8}.${at & 255}`));
  // Whoever got no answer in time asks the same again, as a browser does.
  const wish = (one: Actor, at: number, appointmentId: string = randomUUID()): Promise<string> =>
    world.book(id, slot, one, applicantOf('Giulia', `g${at}@example.org`), appointmentId).then(
      ({ status }) => status,
      (error: unknown) => {
        const type = error instanceof ForeignProblem ? error.received.type : error instanceof Problem ? error.problem.type : String(error);
        return type === timeout.type || type === unavailable.type ? wish(one, at, appointmentId) : type;
      },
    );
  // As many at a time as one process takes: the bus refuses who is more, and they come again.
  const waiting = [...people.entries()];
  const answers: string[] = [];
  const press = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) answers.push(await wish(next[1], next[0]));
  };
  await Promise.all(Array.from({ length: 100 }, press));
  const count = (answer: string) => answers.filter((one) => one === answer).length;
  expect({ confirmed: count('confirmed'), taken: count('slot-taken') }).toEqual({ confirmed: 100, taken: 900 });
  expect(await world.service.db.manager.countBy(Appointment, { openingId, status: 'confirmed' })).toBe(100);
  const { days } = await world.ask(listDays, { calendarId: id, month: someDay.slice(0, 7) }, visitor('it'));
  expect(days.find(({ day }) => day === someDay)).toEqual({ day: someDay, state: 'full', free: 0 });
});

test('APP-53: two replicas give each place once, and each shows at once what the other has given', async () => {
  const { id, openingId } = await world.calendar({}, { parallel: 5 });
  const { startsAt } = await first(id);
  const other = await world.service.replica({});
  try {
    const replicas = [world.service.get(AppointmentsService), other.get(AppointmentsService)];
    const wish = { calendarId: id, openingId, startsAt, service: 'carta', practiceId: null };
    const answers = await Promise.allSettled(
      Array.from({ length: 30 }, (_, at) => replicas[at % 2]?.holdAt({ ...wish, id: randomUUID() }, passerBy(`10.9.0.${at}`), new Date())),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    for (const replica of [world.service, other]) {
      const { slots } = await replica.get(SlotsService).listSlots({ calendarId: id, day: someDay }, visitor('it'));
      expect(slots.map((slot) => slot.startsAt)).not.toContainEqual(startsAt);
    }
  } finally {
    await other.stop();
  }
});

test('APP-53: the database refuses a place that is given, whoever writes the row', async () => {
  const { id } = await world.calendar();
  const booked = await world.book(id, await first(id));
  const { manager } = world.service.db;
  const row = await manager.findOneByOrFail(Appointment, { id: booked.id });
  await expect(manager.insert(Appointment, { ...row, id: randomUUID() })).rejects.toMatchObject({ code: 'SP001' });
  await manager.insert(Appointment, {
    ...row,
    id: randomUUID(),
    startsAt: row.busyUntil,
    endsAt: new Date(row.busyUntil.getTime() + 60_000),
    busyUntil: new Date(row.busyUntil.getTime() + 60_000),
  });
});

test('APP-58: longer meetings take the places that they run through, and no more', async () => {
  const { id } = await world.calendar({}, { parallel: 2 });
  const [nine, half] = (await world.slots(id)) as [SlotOf, SlotOf, ...SlotOf[]];
  const long = (slot: { openingId: string; startsAt: Date }) =>
    world.ask(
      holdSlot,
      { id: randomUUID(), calendarId: id, openingId: slot.openingId, startsAt: slot.startsAt.toISOString(), service: 'lunga' },
      passerBy(),
    );
  await long(nine);
  await long(half);
  expect((await refusal(world.hold(id, half))).type).toBe('slot-taken');
  expect((await world.slots(id)).map(({ free }) => free).slice(0, 4)).toEqual([1, 1, 2, 2]);
  expect((await world.slots(id, someDay, 'lunga')).map(({ startsAt }) => startsAt.getTime())).not.toContain(half.startsAt.getTime());
});

test('APP-02, APP-03, APP-04: somebody without SPID holds a place, books it, and is mailed the confirmation with its file and her link', async () => {
  const { id } = await world.calendar();
  const slot = await first(id);
  const actor = passerBy();
  const draft = await world.hold(id, slot, actor);
  expect(draft).toMatchObject({ status: 'draft', applicant: null });
  const booked = await world.ask(bookAppointment, { code: draft.code, ...applicantOf() }, actor);
  expect(booked).toMatchObject({ status: 'confirmed', heldUntil: null, applicant: { givenName: 'Giulia' }, movesLeft: 3 });
  expect(await world.ask(bookAppointment, { code: draft.code, ...applicantOf() }, actor)).toMatchObject({ version: booked.version });
  expect((await refusal(world.ask(bookAppointment, { code: draft.code, ...applicantOf('Marco') }, actor))).type).toBe('appointment-closed');
  const [{ messages } = { messages: [] }] = await news(booked.id);
  expect(messages[0]).toMatchObject({
    by: ['mail'],
    path: `/appuntamenti/${booked.code}`,
    calendar: expect.stringContaining('BEGIN:VEVENT'),
  });
  expect(messages[0]?.body.it).toMatch(/^L’appuntamento è confermato per .*, 09:00–09:30, presso Palazzo civico/);
  expect(messages[1]?.audience).toEqual([expect.objectContaining({ kind: 'officers', subject: { kind: 'calendar', id } })]);
});

test('APP-29: a place is held for its minutes to the millisecond, whether or not anybody clears away, and what was typed is not lost', async () => {
  const { id } = await world.calendar();
  const { startsAt, openingId } = await first(id);
  const appointments = world.service.get(AppointmentsService);
  const ten = new Date(Math.floor(Date.now() / 1000) * 1000);
  const at = (milliseconds: number) => new Date(ten.getTime() + milliseconds);
  const wish = (draftId: string = randomUUID()) => ({
    id: draftId,
    calendarId: id,
    openingId,
    startsAt,
    service: 'carta',
    practiceId: null,
  });
  const a = await appointments.holdAt(wish(), passerBy(), ten);
  await expect(appointments.holdAt(wish(), passerBy(), at(599_999))).rejects.toMatchObject({ problem: { type: 'slot-taken' } });
  const late = { code: a.code, ...applicantOf(), language: 'it' as const };
  await expect(appointments.bookAt(late, passerBy(), at(600_001))).rejects.toMatchObject({
    problem: { type: 'draft-expired' },
    extra: { isFree: true },
  });
  const again = await appointments.holdAt(wish(a.id), passerBy(), at(600_002));
  expect(again).toMatchObject({ id: a.id, status: 'draft' });
  await expect(appointments.holdAt(wish(), passerBy(), at(1_200_001))).rejects.toMatchObject({ problem: { type: 'slot-taken' } });
  const b = await appointments.holdAt(wish(), passerBy(), at(1_200_002));
  await expect(appointments.holdAt(wish(a.id), passerBy(), at(1_200_003))).rejects.toMatchObject({ problem: { type: 'slot-taken' } });
  await world.service.get(Drafts).run(a.id, at(1_200_004));
  await world.service.get(Drafts).run(b.id, at(1_200_004));
  const rows = await world.service.db.manager.findBy(Appointment, { calendarId: id });
  expect(new Map(rows.map((row) => [row.id, row.status]))).toEqual(
    new Map([
      [a.id, 'expired'],
      [b.id, 'draft'],
    ]),
  );
});

test('APP-29: from one connection few places are held at a time, and a cancelled draft frees its place at once', async () => {
  const { id } = await world.calendar({}, { parallel: 20 });
  const slot = await first(id);
  const actor = passerBy('203.0.113.200');
  const drafts = [];
  for (let at = 0; at < 12; at++) drafts.push(await world.hold(id, slot, actor));
  expect((await refusal(world.hold(id, slot, actor))).type).toBe('too-many-held');
  await world.ask(cancelAppointment, { code: String(drafts[0]?.code) }, actor);
  await world.hold(id, slot, actor);
  expect((await world.slots(id))[0]?.free).toBe(8);
});

test('APP-50: a moderated booking is a request until an officer approves it, holds its place, and has no file before', async () => {
  const { id } = await world.calendar({ isModerated: true });
  const slot = await first(id);
  const booked = await world.book(id, slot);
  expect(booked.status).toBe('awaiting_approval');
  expect((await refusal(world.hold(id, slot))).type).toBe('slot-taken');
  expect((await refusal(world.ask(getCalendarFile, { code: booked.code }, passerBy()))).type).toBe('appointment-closed');
  const [asked] = await news(booked.id);
  expect(asked?.messages[0]?.title.it).toBe('Richiesta inviata: Carta d’identità');
  expect(asked?.messages[0]).not.toHaveProperty('calendar');
  const decision = { id: booked.id, isApproved: true, message: null, version: booked.version };
  expect((await refusal(world.ask(decideAppointment, { ...decision, version: 99 }, bianchi))).type).toBe('changed-meanwhile');
  expect(await world.ask(decideAppointment, decision, bianchi)).toMatchObject({ status: 'confirmed' });
  expect((await news(booked.id)).map(({ topic }) => topic)).toEqual(['appointments.requested', 'appointments.approved']);
  const other = await world.book(id, (await world.slots(id))[0] as typeof slot);
  await world.ask(decideAppointment, { id: other.id, isApproved: false, message: 'Serve la denuncia', version: other.version }, bianchi);
  expect((await news(other.id)).at(-1)?.messages[0]).toMatchObject({ quote: 'Serve la denuncia' });
});

test('APP-51, APP-52: by her link she moves and cancels within the notice and the number of moves; an old place is free at once', async () => {
  const { id } = await world.calendar({ cancelDays: 2, mostMoves: 1 });
  const [nine, half, ten] = (await world.slots(id)) as [SlotOf, SlotOf, SlotOf, ...SlotOf[]];
  const booked = await world.book(id, nine);
  const to = (slot: { openingId: string; startsAt: Date }) => ({
    code: booked.code,
    openingId: slot.openingId,
    startsAt: slot.startsAt.toISOString(),
  });
  const moved = await world.ask(moveAppointment, to(half), passerBy());
  expect(moved).toMatchObject({ movesLeft: 0, code: booked.code });
  expect(await world.ask(moveAppointment, to(half), passerBy())).toMatchObject({ version: moved.version });
  expect((await world.slots(id))[0]?.startsAt).toEqual(nine.startsAt);
  expect((await refusal(world.ask(moveAppointment, to(ten), passerBy()))).type).toBe('change-too-late');
  const appointments = world.service.get(AppointmentsService);
  const late = new Date(moved.startsAt.getTime() - 2 * 86_400_000 + 1);
  await expect(appointments.cancelAt({ code: booked.code, message: null }, passerBy(), late)).rejects.toMatchObject({
    problem: { type: 'change-too-late' },
  });
  await world.ask(cancelAppointment, { code: booked.code }, passerBy());
  expect(await world.ask(cancelAppointment, { code: booked.code }, passerBy())).toMatchObject({
    status: 'cancelled',
    changeableUntil: null,
  });
  expect((await refusal(world.ask(moveAppointment, to(ten), passerBy()))).type).toBe('appointment-closed');
  expect((await news(booked.id)).map(({ topic }) => topic)).toEqual([
    'appointments.booked',
    'appointments.moved',
    'appointments.cancelled',
  ]);
});

test('APP-12, APP-51: three files are one event of a calendar, which the last takes away, as another library reads them', async () => {
  const { id } = await world.calendar();
  const [nine, half] = (await world.slots(id)) as [SlotOf, SlotOf, ...SlotOf[]];
  const booked = await world.book(id, nine);
  await world.ask(moveAppointment, { code: booked.code, openingId: half.openingId, startsAt: half.startsAt.toISOString() }, bianchi);
  await world.ask(cancelAppointment, { code: booked.code, message: 'Chiuso' }, bianchi);
  const files = (await news(booked.id)).map(({ messages }) => String(messages.find(({ calendar }) => calendar)?.calendar));
  const events = files.map((file) => Object.values(ical.sync.parseICS(file)).find((part) => part?.type === 'VEVENT') as ical.VEvent);
  expect(events.map(({ uid, sequence, status, start }) => [uid, Number(sequence), status, start.getTime()])).toEqual([
    [`${booked.id}@sportello`, 0, 'CONFIRMED', nine.startsAt.getTime()],
    [`${booked.id}@sportello`, 1, 'CONFIRMED', half.startsAt.getTime()],
    [`${booked.id}@sportello`, 2, 'CANCELLED', half.startsAt.getTime()],
  ]);
  expect(files.map((file) => /METHOD:(\w+)/.exec(file)?.[1])).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL']);
  expect(files[0]).toMatch(/DTSTART:\d{8}T\d{6}Z/);
});

test('APP-55: one person has so many in a period, whatever the calendar; her own place is not counted in a move, and a refusal names hers', async () => {
  const hers = applicantOf('Giulia', 'una.sola@example.org');
  const limit = { personLimit: { count: 1, period: 'day' as const } };
  const { id } = await world.calendar(limit);
  const other = await world.calendar(limit);
  const [nine, half] = (await world.slots(id)) as [SlotOf, SlotOf, ...SlotOf[]];
  const booked = await world.book(id, nine, giulia, hers);
  const refused = await refusal(world.hold(other.id, await first(other.id), giulia));
  expect(refused).toMatchObject({ type: 'limit-reached', held: [{ id: booked.id }] });
  await world.ask(moveAppointment, { code: booked.id, openingId: half.openingId, startsAt: half.startsAt.toISOString() }, giulia);
  const visitorToo = await refusal(world.book(other.id, await first(other.id), passerBy(), hers));
  expect(visitorToo).toMatchObject({ type: 'limit-reached', held: [] });
  await world.ask(cancelAppointment, { code: booked.id }, giulia);
  await world.book(other.id, await first(other.id), passerBy(), hers);
});

test('APP-55: whoever gives her fiscal code once and only her mail the other time is one person; two with their own codes are two', async () => {
  const limit = { personLimit: { count: 1, period: 'day' as const } };
  const mail = 'famiglia@example.org';
  const [anna, bruno] = ['NREFRC80A41L219T', 'BNCGLI80A41L219U'].map((fiscalCode) => ({ ...applicantOf('Anna', mail), fiscalCode }));
  const mailAlone = applicantOf('Anna', mail.toUpperCase());
  const { id } = await world.calendar(limit, { parallel: 9 });
  const slot = await first(id);
  const book = (who: object) =>
    world.book(id, slot, passerBy(), who as never).then(
      ({ id: booked }) => booked,
      (error) => String(error.received.type),
    );
  const one = await book(anna as object);
  expect(await book(mailAlone)).toBe('limit-reached');
  const two = await book(bruno as object);
  for (const booked of [one, two]) await world.ask(cancelAppointment, { code: booked }, bianchi);
  // The other way round, and both in the same moment.
  const answers = await Promise.all([book(mailAlone), book(anna as object)]);
  expect(answers.filter((answer) => answer === 'limit-reached')).toHaveLength(1);
});

test('APP-35, APP-61: a calendar that has its number for the period shows its days as full, and takes no more', async () => {
  const { id } = await world.calendar({ limit: { count: 2, period: 'day' } });
  const slots = (await world.slots(id)) as { openingId: string; startsAt: Date }[];
  const answers = await Promise.allSettled(slots.slice(0, 5).map((slot) => world.book(id, slot)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  expect(await world.slots(id)).toEqual([]);
  const { days, nextFree } = await world.ask(listDays, { calendarId: id, month: someDay.slice(0, 7) }, visitor('it'));
  expect(days.find(({ day }) => day === someDay)?.state).toBe('full');
  expect(nextFree && nextFree !== someDay).toBe(true);
});

test('APP-17: an officer books on the telephone with name, reason and mail, beyond the horizon too; the citizen is told, she is not', async () => {
  const { id } = await world.calendar({ horizonDays: 1 });
  const [slot] = (await world.ask(listSlots, { calendarId: id, day: someDay }, bianchi)).slots;
  expect(await world.slots(id)).toEqual([]);
  const asked = {
    id: randomUUID(),
    calendarId: id,
    openingId: String(slot?.openingId),
    startsAt: String(slot?.startsAt.toISOString()),
    service: 'carta',
    ...applicantOf(),
  };
  const created = await world.ask(createAppointment, asked, bianchi);
  expect(created).toMatchObject({ status: 'confirmed', bookedByOfficer: true });
  expect(await world.ask(createAppointment, asked, bianchi)).toMatchObject({ version: created.version });
  expect((await refusal(world.ask(createAppointment, { ...asked, givenName: 'Marco' }, bianchi))).type).toBe('id-reused');
  const empty = await refusal(world.ask(createAppointment, { ...asked, id: randomUUID(), reason: '', familyName: '' }, bianchi));
  expect((empty['errors'] as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual(['/familyName', '/reason']);
  const [told] = await news(created.id);
  expect(told?.messages[1]?.audience[0]).toMatchObject({ except: [bianchi.personId] });
  expect((await refusal(world.ask(createAppointment, { ...asked, id: randomUUID() }, ferrari))).type).toBe('calendar-not-found');
});

test('APP-16, APP-18, APP-19, APP-22: an officer corrects data, tells a video link once, moves and cancels with a message', async () => {
  const { id } = await world.calendar({ cancelDays: 60 });
  const [nine, half] = (await world.slots(id)) as [SlotOf, SlotOf, ...SlotOf[]];
  const { id: appointmentId, version } = await world.book(id, nine);
  const data = { id: appointmentId, ...applicantOf('Giulia'), familyName: 'Bianchi', videoLink: 'https://video.example.org/1', version };
  const changed = await world.ask(changeAppointment, data, bianchi);
  expect(changed).toMatchObject({ applicant: { familyName: 'Bianchi' }, videoLink: 'https://video.example.org/1' });
  await world.ask(changeAppointment, { ...data, version: changed.version }, bianchi);
  await world.ask(
    moveAppointment,
    { code: appointmentId, openingId: half.openingId, startsAt: half.startsAt.toISOString(), message: 'Sciopero' },
    bianchi,
  );
  await world.ask(cancelAppointment, { code: appointmentId, message: 'Chiuso' }, bianchi);
  const told = await news(appointmentId);
  expect(told.map(({ topic, messages }) => [topic, messages[0]?.quote])).toEqual([
    ['appointments.booked', undefined],
    ['appointments.video', undefined],
    ['appointments.moved', 'Sciopero'],
    ['appointments.cancelled', 'Chiuso'],
  ]);
  const script = await refusal(world.ask(changeAppointment, { ...data, videoLink: 'javascript:alert(1)' }, bianchi));
  expect(script.type).toBe('invalid-input');
});

test('APP-20, APP-21: what took place is said once it has begun, and can be corrected', async () => {
  const { id } = await world.calendar();
  const booked = await world.book(id, await first(id));
  const said = (hasHappened: boolean, version: number) => world.ask(noteOutcome, { id: booked.id, hasHappened, version }, bianchi);
  expect((await refusal(said(true, booked.version))).type).toBe('appointment-closed');
  await world.service.db.query(
    `update appointments set starts_at = now() - interval '1 hour', ends_at = now(), busy_until = now() where id = $1`,
    [booked.id],
  );
  const done = await said(true, booked.version);
  expect(done.status).toBe('done');
  expect((await said(false, done.version)).status).toBe('missed');
});

test('APP-14: an appointment is found by name, surname or fiscal code from a day on, in the calendars that one works', async () => {
  const { id } = await world.calendar();
  const booked = await world.book(id, await first(id), passerBy(), { ...applicantOf('Zenobia'), fiscalCode: 'RSSMRA80A01H501U' as never });
  const find = async (search: string, from?: Date, actor = bianchi) =>
    (await world.ask(findAppointments, { search, ...(from && { from: from.toISOString() }) }, actor)).items.map((item) => item.id);
  expect(await find('bianco ZENOBIA')).toEqual([booked.id]);
  expect(await find('rssmra80a01')).toEqual([booked.id]);
  expect(await find('zenobia', romeInstant(addDays(someDay, 1)))).toEqual([]);
  expect(await find('zenobia', undefined, stranger)).toEqual([]);
  // One letter alone is in everybody's name, and what a database takes for any letter is none.
  for (const search of ['%%', '__', 'z b', 'o o']) expect(await find(search)).toEqual([]);
  const accented = await world.book(id, (await world.slots(id))[0] as SlotOf, passerBy(), {
    ...applicantOf('Niccolò', 'niccolo@example.org'),
    familyName: 'D’Èlia',
  });
  for (const search of ['niccolo', 'NICCOLÒ', "d'elia", 'D’ELIA niccolò']) expect(await find(search)).toEqual([accented.id]);
});

test('ADM-09, APP-24: administrators create and delete calendars, an officer changes hers, and a stranger sees none', async () => {
  const settings = settingsOf();
  for (const actor of [bianchi, stranger])
    expect((await refusal(world.ask(putCalendar, settings, actor))).type).toMatch(/calendars-are-for-administrators|calendar-not-found/);
  await world.ask(putCalendar, settings, administrator);
  expect(await world.ask(putCalendar, settings, administrator)).toMatchObject({ version: 1 });
  expect((await refusal(world.ask(putCalendar, { ...settings, version: 1, title: 'Anagrafe' }, ferrari))).type).toBe('calendar-not-found');
  await world.enable(bianchi, settings.id);
  expect(await world.ask(putCalendar, { ...settings, version: 1, title: 'Anagrafe centrale' }, bianchi)).toMatchObject({ version: 2 });
  expect((await refusal(world.ask(getCalendar, { id: settings.id }, stranger))).type).toBe('calendar-not-found');
  expect((await refusal(world.ask(deleteCalendar, { id: settings.id, version: 2 }, bianchi))).type).toBe(
    'calendars-are-for-administrators',
  );
  const listed = (await world.ask(listCalendars, { search: 'CENTRALE' }, ferrari)).items;
  expect(listed).toEqual([expect.objectContaining({ id: settings.id, mayWork: false })]);
  await world.ask(deleteCalendar, { id: settings.id, version: 2 }, administrator);
  expect((await refusal(world.ask(deleteCalendar, { id: settings.id, version: 2 }, administrator))).type).toBe('calendar-not-found');
});

test('NOT-08: notices are switched by the owner alone, and then nobody is told and nobody is said to be', async () => {
  const { id } = await world.calendar({ ownerId: bianchi.personId, tellsCitizens: true });
  const { version, ...settings } = await world.ask(getCalendar, { id }, bianchi);
  const silent = { ...settings, version, tellsCitizens: false, tellsOfficers: false };
  expect((await refusal(world.ask(putCalendar, silent, administrator))).type).toBe('owner-only');
  const told = await world.book(id, await first(id));
  expect([told.isTold, (await news(told.id)).length]).toEqual([true, 1]);
  await world.ask(putCalendar, silent, bianchi);
  const untold = await world.book(id, (await world.slots(id))[0] as SlotOf);
  expect(untold.isTold).toBe(false);
  expect(await news(untold.id)).toEqual([]);
  expect(await world.ask(getDeskAppointment, { id: untold.id }, bianchi)).toMatchObject({ isTold: false });
});

test('APP-04, APP-51: the mails offer no change that is no longer allowed', async () => {
  const words = async (settings: object) => {
    const { id } = await world.calendar(settings);
    const booked = await world.book(id, await first(id));
    await world.service.get(Reminders).run(booked.id, new Date(booked.startsAt.getTime() - 23 * 3_600_000));
    return (await news(booked.id)).map(({ messages }) => messages[0]?.body.it.replace(/^.*Piazza del Municipio 1\. /, ''));
  };
  const office = 'scrivi all’ufficio: anagrafe@example.org.';
  expect(await words({ cancelDays: 0 })).toEqual([
    'Dal collegamento puoi spostarlo o annullarlo.',
    'Se non puoi venire, spostalo o annullalo dal collegamento: il posto servirà ad altri.',
  ]);
  expect(await words({ cancelDays: 0, mostMoves: 0 })).toEqual([
    'Dal collegamento puoi annullarlo.',
    'Se non puoi venire, annullalo dal collegamento: il posto servirà ad altri.',
  ]);
  expect(await words({ cancelDays: 3 })).toEqual([
    'Dal collegamento puoi spostarlo o annullarlo.',
    `Se non puoi venire, ${office} Il posto servirà ad altri.`,
  ]);
  expect((await words({ cancelDays: 30 }))[0]).toBe(`Per spostarlo o annullarlo ${office}`);
});

test('APP-33: a closing period that is over, longer than a year or further away than anybody books is refused', async () => {
  const { id } = await world.calendar();
  const now = Date.now();
  const at = (days: number) => new Date(now + days * 86_400_000).toISOString();
  const close = (from: number, to: number) =>
    refusal(
      world.ask(putClosing, { id: randomUUID(), calendarId: id, startsAt: at(from), endsAt: at(to), reason: 'Chiuso' }, bianchi),
    ).then(({ errors }) => (errors as { pointer: string }[]).map(({ pointer }) => pointer));
  expect(await close(-3, -1)).toEqual(['/endsAt']);
  expect(await close(1, 400)).toEqual(['/endsAt']);
  expect(await close(800, 801)).toEqual(['/startsAt']);
  const year = Number(romeDate(new Date()).slice(0, 4));
  for (const wrong of [year - 1, year + 4])
    expect(await refusal(world.ask(closeOnHolidays, { calendarId: id, year: wrong, patron: null }, bianchi))).toMatchObject({
      errors: [{ pointer: '/year' }],
    });
  await world.ask(putClosing, { id: randomUUID(), calendarId: id, startsAt: at(-1), endsAt: at(1), reason: 'Trasloco' }, bianchi);
});

test('BKO-27: whoever was signed in can see which officers read her appointment, in a list or a file too, and reads of her own are not noted', async () => {
  const { id } = await world.calendar();
  const slots = (await world.slots(id)) as [SlotOf, SlotOf, ...SlotOf[]];
  const hers = await world.book(id, slots[0], giulia, applicantOf('Giulia', 'letta@example.org'));
  await world.book(id, slots[1]);
  const noted = async () =>
    (await world.service.published(accessNoted))
      .filter(({ about }) => (about as { id: string } | null)?.id === hers.id)
      .map(({ subjectId, actorId, action }) => [subjectId, actorId, action]);
  const listed = { calendarId: id, from: romeInstant(someDay).toISOString(), to: romeInstant(addDays(someDay, 1)).toISOString() };
  await world.ask(getAppointment, { code: hers.id }, giulia);
  expect(await noted()).toEqual([]);
  await world.ask(listCalendarAppointments, listed, bianchi);
  await world.ask(getDeskAppointment, { id: hers.id }, bianchi);
  await world.ask(exportAppointments, { ...listed, format: 'csv' }, bianchi);
  expect(await noted()).toEqual([
    [giulia.personId, bianchi.personId, 'appointment-read'],
    [giulia.personId, bianchi.personId, 'appointment-exported'],
  ]);
});

test('APP-30, APP-53: whoever books while the opening hours change waits, and is not left outside of them', async () => {
  const { id, openingId } = await world.calendar();
  const nine = await first(id);
  const { db } = world.service;
  const changing = db.createQueryRunner();
  await changing.startTransaction();
  await changing.query(`update openings set opens_at = '10:00', version = version + 1 where id = $1`, [openingId]);
  const held = refusal(world.hold(id, nine));
  try {
    await eventually(async () => {
      const [waiting]: { count: number }[] = await db.query(
        `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(waiting?.count).toBe(1);
    });
  } finally {
    await changing.commitTransaction();
    await changing.release();
  }
  expect((await held).type).toBe('slot-taken');
  expect(await db.manager.countBy(Appointment, { openingId })).toBe(0);
});

test('APP-30, APP-32: hours that make no sense are refused, and hours with appointments cannot be deleted, moved away or made too small', async () => {
  const { id, openingId } = await world.calendar({}, { parallel: 2 });
  const pointers = async (changes: object) => {
    const refused = await refusal(world.opening(id, changes));
    return (refused['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
  };
  expect(await pointers({ minutes: 0 })).toEqual(['/minutes']);
  expect(await pointers({ gapMinutes: 721 })).toEqual(['/gapMinutes']);
  expect(await pointers({ gapMinutes: 181 })).toEqual(['/gapMinutes']);
  expect(await pointers({ closesAt: '09:00' })).toEqual(['/closesAt']);
  expect(await pointers({ toDay: addDays(romeDate(new Date()), -1) })).toEqual(['/toDay']);
  expect(await pointers({ toDay: '2999-12-31' })).toEqual(['/toDay']);
  expect(await pointers({ weekdays: [] })).toEqual(['/weekdays']);
  const slot = await first(id);
  const booked = await world.book(id, slot);
  await world.book(id, slot);
  const opening = (await world.ask(listOpenings, { calendarId: id }, bianchi)).openings[0] as Record<string, unknown>;
  const { isExpired, ...hours } = opening as never as Parameters<World['opening']>[1] & { isExpired: boolean };
  for (const changes of [{ opensAt: '10:00' }, { parallel: 1 }, { weekdays: [weekdayOther()] }])
    expect((await refusal(world.opening(id, { ...hours, ...changes }))).type).toBe('opening-in-use');
  const refused = await refusal(world.ask(deleteOpening, { id: openingId, version: 1 }, bianchi));
  expect(refused).toMatchObject({
    type: 'opening-in-use',
    count: 2,
    appointments: expect.arrayContaining([expect.objectContaining({ id: booked.id, applicant: 'Giulia Bianco' })]),
  });
  expect((await refusal(world.ask(deleteOpening, { id: openingId, version: 1 }, stranger))).type).toBe('opening-not-found');
  expect(await world.opening(id, { ...hours, name: 'Mattina presto' })).toMatchObject({ name: 'Mattina presto', version: 2 });
});

test('APP-33, APP-34: a closing period has no free slots, names the appointments inside and leaves them; without it they are free again', async () => {
  const { id } = await world.calendar();
  const slot = await first(id);
  const booked = await world.book(id, slot);
  const closing = {
    id: randomUUID(),
    calendarId: id,
    startsAt: romeInstant(someDay).toISOString(),
    endsAt: romeInstant(addDays(someDay, 1)).toISOString(),
    reason: 'Festa patronale',
  };
  const { inside } = await world.ask(putClosing, closing, bianchi);
  expect(inside.map((one) => one.id)).toEqual([booked.id]);
  expect(await world.slots(id)).toEqual([]);
  expect((await refusal(world.hold(id, { ...slot, startsAt: new Date(slot.startsAt.getTime() + 1_800_000) }))).type).toBe('slot-taken');
  expect(await world.ask(getAppointment, { code: booked.code }, passerBy())).toMatchObject({ status: 'confirmed' });
  await world.ask(deleteClosing, { id: closing.id }, bianchi);
  expect(await world.slots(id)).toHaveLength(5);
  expect((await refusal(world.ask(putClosing, { ...closing, endsAt: closing.startsAt }, bianchi))).type).toBe('invalid-input');
});

test('APP-56: the holidays of a year are closed at once, Easter and the patron saint among them, and said again add nothing', async () => {
  const { id } = await world.calendar();
  const asked = { calendarId: id, year: Number(romeDate(new Date()).slice(0, 4)) + 1, patron: '06-24' };
  expect(await world.ask(closeOnHolidays, asked, bianchi)).toMatchObject({ added: 14 });
  expect(await world.ask(closeOnHolidays, asked, bianchi)).toMatchObject({ added: 0 });
  expect((await refusal(world.ask(closeOnHolidays, { ...asked, patron: '02-30' }, bianchi))).type).toBe('invalid-input');
});

test('APP-06: calendars that can be booked are found by the digital service; hidden ones and those without hours are not', async () => {
  const procedureId = randomUUID();
  const services = [{ key: 'a', title: { it: 'Nido', en: 'Nursery' }, procedureId, minutes: null, bring: null }];
  const { id } = await world.calendar({ services });
  await world.calendar({ services, isHidden: true });
  await world.ask(putCalendar, settingsOf({ services }), administrator);
  const { items } = await world.ask(listBookable, { procedureId }, visitor('it'));
  expect(items.map((item) => item.id)).toEqual([id]);
});

test('APP-36, APP-51: somebody else, another officer and a code that was altered find nothing', async () => {
  const { id } = await world.calendar();
  const booked = await world.book(id, await first(id), giulia);
  const altered = `${booked.code.slice(0, -2)}AA`;
  const outsiders = [
    [booked.id, marco],
    [booked.id, ferrari],
    [booked.id, stranger],
    [booked.id, visitor('it')],
    [altered, visitor('it')],
    [randomUUID(), giulia],
  ] as const;
  for (const [code, actor] of outsiders) {
    expect((await refusal(world.ask(getAppointment, { code }, actor))).type).toBe('appointment-not-found');
    expect((await refusal(world.ask(cancelAppointment, { code }, actor))).type).toBe('appointment-not-found');
  }
  for (const actor of [ferrari, stranger]) {
    expect((await refusal(world.ask(getDeskAppointment, { id: booked.id }, actor))).type).toBe('appointment-not-found');
    const list = { calendarId: id, from: new Date().toISOString(), to: romeInstant(addDays(someDay, 2)).toISOString() };
    expect((await refusal(world.ask(listCalendarAppointments, list, actor))).type).toBe('calendar-not-found');
  }
  expect((await world.ask(listOwnAppointments, {}, giulia)).items.map((item) => item.id)).toContain(booked.id);
  expect((await world.ask(listOwnAppointments, {}, marco)).items).toEqual([]);
});

test('APP-03: where the calendar asks for it, only somebody signed in holds a place', async () => {
  const { id } = await world.calendar({ needsSignIn: true });
  const slot = await first(id);
  expect((await refusal(world.hold(id, slot))).type).toBe('booking-needs-sign-in');
  await world.hold(id, slot, giulia);
});

test('APP-11, APP-12, BKO-08: the table as a file: what people typed is no formula, and hours are those of Rome', async () => {
  const { id } = await world.calendar();
  const slot = await first(id);
  await world.book(id, slot, passerBy(), { ...applicantOf('=1+1', 'formula@example.org'), reason: 'Motivo; con punto e virgola' });
  const listed = { calendarId: id, from: romeInstant(someDay).toISOString(), to: romeInstant(addDays(someDay, 1)).toISOString() };
  const file = async (format: 'csv' | 'xlsx' | 'pdf' | 'ics') => {
    const { name, content } = await world.ask(exportAppointments, { ...listed, format }, bianchi);
    expect(name).toBe(`appuntamenti-${someDay}.${format}`);
    return Buffer.from(content, 'base64');
  };
  const csv = String(await file('csv'));
  expect(csv).toContain('09:00');
  expect(csv).toContain('"Motivo; con punto e virgola"');
  expect(csv).not.toMatch(/[;"]=1\+1/);
  expect((await file('xlsx')).subarray(0, 2).toString()).toBe('PK');
  expect((await file('pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const events = Object.values(ical.sync.parseICS(String(await file('ics')))).filter((part) => part?.type === 'VEVENT');
  expect(events).toEqual([expect.objectContaining({ summary: expect.anything(), location: 'Palazzo civico, Piazza del Municipio 1' })]);
  expect((await refusal(world.ask(exportAppointments, { ...listed, format: 'csv' }, ferrari))).type).toBe('calendar-not-found');
});

test('APP-37, APP-53: a practice has one appointment at a time, which its officers see and a stranger does not', async () => {
  const { id } = await world.calendar();
  const [nine, half] = (await world.slots(id)) as [SlotOf, SlotOf, ...SlotOf[]];
  const practiceId = randomUUID();
  world.practices.set(practiceId, String(giulia.personId));
  const hold = (slot: SlotOf, actor = giulia) =>
    world.ask(
      holdSlot,
      { id: randomUUID(), calendarId: id, openingId: slot.openingId, startsAt: slot.startsAt.toISOString(), service: 'carta', practiceId },
      actor,
    );
  expect((await refusal(hold(nine, passerBy()))).type).toBe('booking-needs-sign-in');
  expect((await refusal(hold(nine, marco))).type).toBe('practice-not-found');
  const { code } = await hold(nine);
  await world.ask(bookAppointment, { code, ...applicantOf('Giulia', 'pratica@example.org') }, giulia);
  expect((await refusal(hold(half))).type).toBe('practice-has-appointment');
  const own = await world.ask(listOwnAppointments, { practiceId }, giulia);
  expect(own.items).toHaveLength(1);
  const seen = (actor = bianchi) => world.ask(listPracticeAppointments, { practiceId }, actor).then(({ items }) => items.length);
  expect([await seen(), await seen(ferrari), await seen(stranger)]).toEqual([1, 0, 0]);
  const facts = (await world.service.published(appointmentChanged)).filter((fact) => fact['practiceId'] === practiceId);
  expect(facts.at(-1)).toMatchObject({ status: 'confirmed', version: 2 });
  await world.ask(cancelAppointment, { code }, giulia);
  await hold(half);
});

test('APP-04: who has an appointment is reminded the day before, once', async () => {
  const { id } = await world.calendar();
  const booked = await world.book(id, await first(id));
  const reminders = world.service.get(Reminders);
  const dayBefore = new Date(booked.startsAt.getTime() - 23 * 3_600_000);
  await reminders.run(booked.id, dayBefore);
  await reminders.run(booked.id, dayBefore);
  expect((await news(booked.id)).map(({ topic }) => topic)).toEqual(['appointments.booked', 'appointments.reminder']);
});

test('APP-04: who booked or moved within the last day is not reminded, and who only had her data corrected then is', async () => {
  const { id } = await world.calendar({}, { parallel: 5 });
  const slots = (await world.slots(id)) as [SlotOf, SlotOf, ...SlotOf[]];
  const appointments = world.service.get(AppointmentsService);
  const { openingId, startsAt } = slots[5] as SlotOf;
  const dayBefore = new Date(startsAt.getTime() - 20 * 3_600_000);
  const ago = (days: number) => new Date(dayBefore.getTime() - days * 86_400_000);
  const bookAt = async ({ openingId: at, startsAt: hour }: SlotOf, now: Date) => {
    const wish = { id: randomUUID(), calendarId: id, openingId: at, startsAt: hour, service: 'carta', practiceId: null };
    const { code } = await appointments.holdAt(wish, passerBy(), now);
    return appointments.bookAt({ code, ...applicantOf(), language: 'it' }, passerBy(), now);
  };
  const early = await bookAt(slots[0], ago(3));
  const late = await bookAt(slots[0], ago(0.1));
  const moved = await bookAt(slots[0], ago(3));
  const corrected = await bookAt(slots[0], ago(3));
  await appointments.moveAt({ code: moved.id, openingId, startsAt, message: null }, bianchi, ago(0.1));
  await world.ask(
    changeAppointment,
    { id: corrected.id, ...applicantOf(), phone: '+393331234567', videoLink: null, version: corrected.version },
    bianchi,
  );
  await world.service.db.query('update appointments set changed_at = $2 where id = $1', [corrected.id, ago(0.1)]);
  const reminders = world.service.get(Reminders) as unknown as { due: (now: Date, limit: number) => Promise<{ id: string }[]> };
  const due = (await reminders.due(dayBefore, 10_000)).map((alarm) => alarm.id);
  const asked = [early.id, late.id, moved.id, corrected.id];
  expect(asked.filter((one) => due.includes(one)).sort()).toEqual([early.id, corrected.id].sort());
});

test('APP-60: an officer finds what is being booked under its state, and deletes it', async () => {
  const { id } = await world.calendar();
  const draft = await world.hold(id, await first(id));
  const listed = { calendarId: id, from: romeInstant(someDay).toISOString(), to: romeInstant(addDays(someDay, 1)).toISOString() };
  const list = (more: object = {}) => world.ask(listCalendarAppointments, { ...listed, ...more }, bianchi).then(({ items }) => items);
  expect(await list()).toEqual([]);
  expect(await list({ status: 'draft' })).toEqual([expect.objectContaining({ id: draft.id, applicant: null, heldUntil: draft.heldUntil })]);
  await world.ask(cancelAppointment, { code: draft.id }, bianchi);
  expect(await list({ status: 'draft' })).toEqual([]);
  const late = await world.hold(id, await first(id));
  await world.service.db.query(`update appointments set held_until = now() - interval '1 second', changed_at = now() where id = $1`, [
    late.id,
  ]);
  expect(await list({ status: 'draft' })).toEqual([]);
});

test('APP-60: an officer deletes a draft, and two tabs with one draft end with one place', async () => {
  const { id } = await world.calendar();
  const [nine, half] = (await world.slots(id)) as [SlotOf, SlotOf, ...SlotOf[]];
  const draft = await world.hold(id, nine, giulia);
  await world.hold(id, half, giulia, draft.id);
  expect((await world.slots(id)).map(({ startsAt }) => startsAt.getTime())).toContain(nine.startsAt.getTime());
  await world.ask(cancelAppointment, { code: draft.id }, bianchi);
  await eventually(async () => expect(await world.slots(id)).toHaveLength(6));
});

const weekdayOther = () => (new Date(`${someDay}T12:00:00Z`).getUTCDay() % 7) + 1;
