import { Controller, Inject } from '@nestjs/common';
import { appointmentClosed, appointmentNotFound, bookingNeedsSignIn } from '@sportello/contracts/appointments/appointments';
import {
  getWaitingPlace,
  joinWaitingList,
  leaveWaitingList,
  listOwnWaiting,
  listWaiting,
  offerOver,
  takeOffer,
  waitForEarlier,
  waitingListClosed,
  waitingListFull,
  waitingPlaceNotFound,
} from '@sportello/contracts/appointments/waiting';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import { namesOf } from '@sportello/directory/copies';
import { isStaff } from '@sportello/directory/officers';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { ascending, byInstant } from '@sportello/service/paging';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { Appointment } from '../appointments/appointment.entity.js';
import { checkFiscal, checkNotice, checkService } from '../appointments/appointments.service.js';
import { Bookings } from '../appointments/bookings.js';
import { codeOf, openCode, senderOf } from '../appointments/codes.js';
import { noteRead } from '../appointments/noted.js';
import { checkLimits, checkNotClosed, lock, placeAt, put } from '../appointments/places.js';
import { Reading } from '../appointments/reading.js';
import { saveAppointment } from '../appointments/save.js';
import { accessCalendar } from '../calendars/access.js';
import { Calendar } from '../calendars/calendar.entity.js';
import { tellChanged } from '../calendars/tell-changed.js';
import type { Config } from '../config.js';
import { Offers } from '../slots/offers.js';
import { MOST_WAITING, WaitingLists } from './waiting-lists.js';
import { announceWaiting } from './waiting-news.js';
import { WaitingPlace } from './waiting-place.entity.js';

const inOrder = ascending<WaitingPlace>([byInstant('waiting.joinedAt', ({ joinedAt }) => joinedAt)], 'waiting.id');
const open = In(['waiting', 'offered']);

/** From one network address where nobody is signed in, on all lists together. */
const MOST_FROM_ADDRESS = 12;
const MOST_OWN = 20;

type Shown = Output<typeof getWaitingPlace>;
type Joining = Pick<
  WaitingPlace,
  'id' | 'service' | 'fromDay' | 'toDay' | 'applicant' | 'language' | 'personId' | 'sender' | 'appointmentId'
>;

/** What whoever waits for a place does: joins the list of a calendar, takes what is offered, leaves (APP-54). */
@Controller()
export class WaitingService {
  constructor(
    private readonly db: DataSource,
    private readonly offers: Offers,
    private readonly lists: WaitingLists,
    private readonly bookings: Bookings,
    private readonly reading: Reading,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(joinWaitingList)
  async join(
    { id, calendarId, service, fromDay, toDay, language, ...applicant }: Input<typeof joinWaitingList>,
    actor: Actor,
  ): Promise<Output<typeof joinWaitingList>> {
    const now = new Date();
    checkFiscal(applicant.fiscalCode);
    const calendar = await this.offers.bookable(calendarId, actor);
    checkService(calendar, service);
    const personId = isStaff(actor) ? null : actor.personId;
    if (calendar.needsSignIn && !personId) throw new Problem(bookingNeedsSignIn);
    checkDays({ fromDay, toDay }, calendar, now);
    const sender = personId ? null : senderOf(actor.address, this.config.FILES_SECRET);
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(WaitingPlace, { id });
      if (known && (known.calendarId !== calendarId || known.personId !== personId || known.holder !== applicant.mail.toLowerCase()))
        throw new Problem(idReused);
      const asked = { id, service, fromDay, toDay, applicant, language: language ?? actor.language, personId, sender, appointmentId: null };
      const place = known ?? (await this.enter(tx, calendar, asked, now));
      // Of somebody who waits already a visitor is told nothing: the link that opens it is in the mail of then.
      return { id: personId !== null && place.personId === personId ? place.id : id };
    });
  }

  @Handles(waitForEarlier)
  async waitForEarlier({ code }: Input<typeof waitForEarlier>, actor: Actor): Promise<Shown> {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const { appointment, calendar, officerId } = await this.bookings.access(tx, code, actor, 'change');
      if (officerId) throw new Problem(appointmentNotFound);
      const { id: appointmentId, service, personId, applicant, language, startsAt } = appointment;
      if (!applicant || !appointment.may('move', now)) throw new Problem(appointmentClosed);
      const known = await tx.findOneBy(WaitingPlace, { appointmentId, status: open });
      if (known) return this.shown(tx, known, now);
      checkNotice(appointment, calendar, now);
      const days = { fromDay: romeDate(now), toDay: romeDate(startsAt) };
      const asked = { id: newId(), service, ...days, applicant, language, personId, sender: null, appointmentId };
      const place = await this.enter(tx, calendar, asked, now);
      // She waits for any place already: from here on for one that is earlier than what she has.
      if (place.appointmentId !== appointmentId) {
        Object.assign(place, { appointmentId, ...days, changedAt: now, version: place.version + 1 });
        await tx.save(place);
      }
      return this.shown(tx, place, now);
    });
  }

  @Handles(getWaitingPlace)
  async get({ code }: Input<typeof getWaitingPlace>, actor: Actor): Promise<Shown> {
    const { place, isHers } = await this.access(this.db.manager, code, actor);
    if (!isHers) await noteRead(this.db, actor, [place], 'waiting-place-read');
    return this.shown(this.db.manager, place, new Date());
  }

  @Handles(listOwnWaiting)
  async listOwn(_: Input<typeof listOwnWaiting>, { personId }: Actor): Promise<Output<typeof listOwnWaiting>> {
    const { manager } = this.db;
    if (personId === null) return { items: [] };
    const found = await manager.find(WaitingPlace, { where: { personId, status: open }, order: { joinedAt: 'ASC' }, take: MOST_OWN });
    const now = new Date();
    const items: Shown[] = [];
    for (const place of found) items.push(await this.shown(manager, place, now));
    return { items };
  }

  @Handles(takeOffer)
  take(input: Input<typeof takeOffer>, actor: Actor): Promise<Shown> {
    return this.takeAt(input, actor, new Date());
  }

  async takeAt({ code }: Input<typeof takeOffer>, actor: Actor, now: Date): Promise<Shown> {
    return this.db.transaction(async (tx) => {
      const { place, calendar, isHers } = await this.access(tx, code, actor, 'change');
      if (!isHers) throw new Problem(waitingPlaceNotFound);
      if (place.status === 'taken') return this.shown(tx, place, now);
      const draft = place.draftId && (await tx.findOne(Appointment, { where: { id: place.draftId }, lock: { mode: 'pessimistic_write' } }));
      if (!draft || place.statusAt(now) !== 'offered' || draft.statusAt(now) !== 'draft') throw new Problem(offerOver);
      const { applicant, language, personId, appointmentId } = place;
      if (appointmentId) await this.bringForward(tx, appointmentId, { draft, calendar, now });
      else {
        await checkNotClosed(tx, draft);
        draft.personId = personId;
        await this.bookings.confirm(tx, draft, { calendar, applicant, language, now });
      }
      place.appointmentId = appointmentId ?? draft.id;
      place.end('taken', now);
      await tx.save(place);
      await tellChanged(tx, calendar, now);
      return this.shown(tx, place, now);
    });
  }

  @Handles(leaveWaitingList)
  async leave({ code }: Input<typeof leaveWaitingList>, actor: Actor): Promise<Shown> {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const { place, calendar } = await this.access(tx, code, actor, 'change');
      if (place.status === 'taken') throw new Problem(offerOver);
      if (place.isWaiting) await this.lists.takeOff(tx, place, calendar, 'left', now);
      return this.shown(tx, place, now);
    });
  }

  @Handles(listWaiting)
  async list({ calendarId, ...page }: Input<typeof listWaiting>, actor: Actor): Promise<Output<typeof listWaiting>> {
    const { manager } = this.db;
    const calendar = await accessCalendar(manager, calendarId, actor);
    const query = manager.createQueryBuilder(WaitingPlace, 'waiting').where({ calendarId, status: open });
    const { items, next } = await inOrder.pageOf(query, page);
    await noteRead(this.db, actor, items, 'waiting-place-read');
    const found = await appointmentsOf(manager, items);
    const now = new Date();
    return {
      items: items.map((place) => {
        const kept = place.appointmentId ? found.get(place.appointmentId) : undefined;
        return { ...partOf(place, calendar, found, now), applicant: place.applicant, appointment: kept ?? null };
      }),
      next,
    };
  }

  /** One person once: who waits already stays where she is. */
  private async enter(tx: EntityManager, calendar: Calendar, asked: Joining, now: Date): Promise<WaitingPlace> {
    if (!calendar.keepsWaitingList) throw new Problem(waitingListClosed);
    const { id: calendarId, organizationId } = calendar;
    const { appointmentId, personId } = asked;
    // Who has no mail would never learn of an offer.
    if (asked.applicant.mail === null) throw new Problem(waitingListClosed);
    const holder = asked.applicant.mail.toLowerCase();
    await lock(tx, 'waiting', calendarId);
    const hers = personId && (await tx.findOneBy(WaitingPlace, { calendarId, personId, status: open }));
    if (hers) return hers;
    // Whoever has an appointment under somebody's mail may be another: she never gets the place of that one.
    const known = !appointmentId && (await tx.findOneBy(WaitingPlace, { calendarId, holder, appointmentId: IsNull(), status: open }));
    if (known) return known;
    if ((await tx.countBy(WaitingPlace, { calendarId, status: open })) >= MOST_WAITING) throw new Problem(waitingListFull);
    if (asked.sender) {
      await lock(tx, 'waiting from', asked.sender);
      if ((await tx.countBy(WaitingPlace, { sender: asked.sender, status: open })) >= MOST_FROM_ADDRESS) throw new Problem(waitingListFull);
    }
    const place = tx.create(WaitingPlace, {
      ...asked,
      ...{ calendarId, organizationId, holder, status: 'waiting', draftId: null, offeredUntil: null, joinedAt: now, changedAt: now },
      version: 1,
    });
    await tx.insert(WaitingPlace, place);
    await announceWaiting(tx, 'joined', { place, calendar, at: now, path: this.lists.pathOf(place) });
    await tellChanged(tx, calendar, now);
    this.lists.afterCommit(tx, { id: calendarId, attempt: now.getTime() });
    return place;
  }

  /** Her appointment moves to the place that is held, in one step: she never has none, and never two. */
  private async bringForward(
    tx: EntityManager,
    id: string,
    { draft, calendar, now }: { draft: Appointment; calendar: Calendar; now: Date },
  ): Promise<void> {
    const kept = await tx.findOne(Appointment, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!kept?.may('move', now)) throw new Problem(appointmentClosed);
    checkNotice(kept, calendar, now);
    if (kept.startsAt <= draft.startsAt) throw new Problem(offerOver);
    const place = await placeAt(tx, calendar, draft.service, draft, now);
    // What the calendar takes in a period was counted with the draft.
    await checkLimits(tx, tx.create(Calendar, { ...calendar, limit: null }), moved(tx, kept, draft), now);
    Object.assign(draft, { status: 'expired', heldUntil: null, changedAt: now, version: draft.version + 1 });
    await saveAppointment(tx, draft);
    put(kept, place);
    if (calendar.isModerated) kept.status = 'awaiting_approval';
    Object.assign(kept, { changedAt: now, sequence: kept.sequence + 1, message: null });
    kept.tellHour(now);
    const what = kept.status === 'awaiting_approval' ? 'request-moved' : 'moved';
    await this.reading.write(tx, kept, { what, calendar, at: now, by: null });
  }

  /**
   * Loads a place that somebody may see: her own, the one of her signed code, or, for an officer, one of a calendar that she works.
   * @throws Problem `waitingPlaceNotFound`
   */
  private async access(
    tx: EntityManager,
    code: string,
    actor: Actor,
    purpose: 'read' | 'change' = 'read',
  ): Promise<{ place: WaitingPlace; calendar: Calendar; isHers: boolean }> {
    const id = code.includes('.') ? openCode('waiting place', code, this.config.FILES_SECRET) : code;
    const lockOf = purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const place = id === null ? null : await tx.findOne(WaitingPlace, { where: { id }, ...lockOf });
    const calendar = place && (await tx.findOneBy(Calendar, { id: place.calendarId }));
    if (!place || !calendar) throw new Problem(waitingPlaceNotFound);
    const isHers = code.includes('.') || (!isStaff(actor) && actor.personId !== null && actor.personId === place.personId);
    if (isHers) return { place, calendar, isHers };
    if (!isStaff(actor) || actor.organizationId !== place.organizationId) throw new Problem(waitingPlaceNotFound);
    await accessCalendar(tx, place.calendarId, actor).catch((error: unknown) => {
      throw error instanceof Problem && error.problem.status === 404 ? new Problem(waitingPlaceNotFound) : error;
    });
    return { place, calendar, isHers };
  }

  private async shown(tx: EntityManager, place: WaitingPlace, now: Date): Promise<Shown> {
    const calendar = await tx.findOneByOrFail(Calendar, { id: place.calendarId });
    const found = await appointmentsOf(tx, [place]);
    const kept = place.appointmentId ? found.get(place.appointmentId) : undefined;
    const names = await namesOf(tx, [place.organizationId]);
    const [ahead]: { number: number }[] = await tx.query(
      `select count(*)::int as number from waiting_places
       where calendar_id = $1 and (joined_at, id) < ($2, $3) and status in ('waiting', 'offered')`,
      [place.calendarId, place.joinedAt, place.id],
    );
    return {
      ...partOf(place, calendar, found, now),
      ...{ place: calendar.place, contactMail: calendar.contactMail, organizationName: names.get(place.organizationId) ?? '' },
      ...{ ahead: ahead?.number ?? 0, code: codeOf('waiting place', place.id, this.config.FILES_SECRET) },
      appointment: kept ? { code: codeOf('appointment', kept.id, this.config.FILES_SECRET), startsAt: kept.startsAt } : null,
    };
  }
}

/** What everybody sees of a place who may see it. */
function partOf(place: WaitingPlace, calendar: Calendar, found: ReadonlyMap<string, Appointment>, now: Date) {
  const { id, calendarId, fromDay, toDay, joinedAt, version, draftId, offeredUntil } = place;
  const status = place.statusAt(now);
  const draft = draftId ? found.get(draftId) : undefined;
  return {
    ...{ id, calendarId, fromDay, toDay, joinedAt, version, status },
    ...{ calendarTitle: calendar.title, isModerated: calendar.isModerated },
    service: calendar.services.find(({ key }) => key === place.service) ?? null,
    offer: status === 'offered' && draft && offeredUntil ? { startsAt: draft.startsAt, endsAt: draft.endsAt, until: offeredUntil } : null,
  };
}

async function appointmentsOf(tx: EntityManager, places: readonly WaitingPlace[]): Promise<Map<string, Appointment>> {
  const ids = places.flatMap(({ draftId, appointmentId }) => [draftId, appointmentId]).filter((id) => id !== null);
  const found = ids.length === 0 ? [] : await tx.findBy(Appointment, { id: In(ids) });
  return new Map(found.map((appointment) => [appointment.id, appointment]));
}

const moved = (tx: EntityManager, kept: Appointment, { startsAt }: Appointment) => tx.create(Appointment, { ...kept, startsAt });

/** @throws Problem `invalidInput` for days that nobody can book */
function checkDays({ fromDay, toDay }: { fromDay: string; toDay: string }, { horizonDays }: Calendar, now: Date): void {
  const today = romeDate(now);
  const wrong = (pointer: string, detail: { it: string; en: string }) =>
    new Problem(invalidInput, undefined, { errors: [{ pointer, detail }] });
  if (toDay < fromDay) throw wrong('/toDay', { it: 'La fine viene prima dell’inizio', en: 'It ends before it begins' });
  if (toDay < today) throw wrong('/toDay', { it: 'Questo giorno è passato', en: 'This day is over' });
  if (fromDay > addDays(today, horizonDays))
    throw wrong('/fromDay', { it: 'Questo giorno non si può ancora prenotare', en: 'This day cannot be booked yet' });
}
