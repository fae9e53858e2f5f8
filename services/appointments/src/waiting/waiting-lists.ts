import { Inject, Injectable } from '@nestjs/common';
import { limitReached, slotTaken } from '@sportello/contracts/appointments/appointments';
import { newId } from '@sportello/contracts/id';
import { romeDate } from '@sportello/italy/rome-time';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager, In, LessThanOrEqual } from 'typeorm';
import { Appointment, heldBy } from '../appointments/appointment.entity.js';
import { codeOf } from '../appointments/codes.js';
import { checkLimits, isPlaceTaken, placeAt, put, type Wanted } from '../appointments/places.js';
import { saveAppointment } from '../appointments/save.js';
import { Calendar } from '../calendars/calendar.entity.js';
import { tellChanged } from '../calendars/tell-changed.js';
import type { Config } from '../config.js';
import { Offers } from '../slots/offers.js';
import { announceWaiting } from './waiting-news.js';
import { offeredUntil, WaitingPlace } from './waiting-place.entity.js';

const AT_ONCE = 2;
/** A place stays held so long after an offer is over: it goes to whoever comes next, and not to who happens to look. Milliseconds. */
const HANDED_ON_WITHIN_MS = 120_000;
/** So many on one list. */
export const MOST_WAITING = 500;
/** So long who waited can still see what became of it, and is then forgotten. */
const OVER_DAYS = 30;

/**
 * Offers the places of a calendar that are free to those who wait, one after the other in the order in which they asked (APP-54), and passes on what
 * nobody took in time. Whatever made a place free, the sweep finds it within a minute.
 */
@Injectable()
export class WaitingLists extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly offers: Offers,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super('waiting-lists', AT_ONCE);
  }

  /** Calendars on whose lists there is anybody to look at. */
  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(
      `select calendar_id as id from waiting_places
       where status = 'waiting' or (status = 'offered' and offered_until <= $1) or (status in ('taken', 'passed', 'left') and changed_at < $2)
       group by calendar_id order by min(joined_at) limit $3`,
      [now, forgottenBefore(now), limit],
    );
  }

  async run(calendarId: string, now: Date): Promise<void> {
    const { manager } = this.db;
    const calendar = await manager.findOneBy(Calendar, { id: calendarId });
    if (!calendar) return;
    const late = await manager.findBy(WaitingPlace, { calendarId, status: 'offered', offeredUntil: LessThanOrEqual(now) });
    for (const { id } of late) await this.end(id, calendar, 'passed', now);
    const waiting = await manager.find(WaitingPlace, {
      where: { calendarId, status: 'waiting' },
      order: { joinedAt: 'ASC', id: 'ASC' },
      take: MOST_WAITING,
    });
    for (const place of waiting) await this.lookFor(place, calendar, now);
    await manager
      .createQueryBuilder()
      .delete()
      .from(WaitingPlace)
      .where({ calendarId, status: In(['taken', 'passed', 'left']) })
      .andWhere('changed_at < :before', { before: forgottenBefore(now) })
      .execute();
  }

  /** The page of a place for whoever has the link, from `/` on. */
  pathOf({ id }: WaitingPlace): string {
    return `/appuntamenti/attesa/${codeOf('waiting place', id, this.config.FILES_SECRET)}`;
  }

  /** Takes somebody off the list; what was offered to her is free again, and her turn is that of the next. */
  async takeOff(tx: EntityManager, place: WaitingPlace, calendar: Calendar, status: 'passed' | 'left', now: Date): Promise<void> {
    const draft = place.draftId && (await tx.findOne(Appointment, { where: { id: place.draftId }, lock: { mode: 'pessimistic_write' } }));
    place.end(status, now);
    await tx.save(place);
    await tellChanged(tx, calendar, now);
    this.afterCommit(tx, { id: calendar.id, attempt: now.getTime() });
    if (draft) await letGo(tx, draft, now);
  }

  private async lookFor(place: WaitingPlace, calendar: Calendar, now: Date): Promise<void> {
    const kept = place.appointmentId ? await this.db.manager.findOneBy(Appointment, { id: place.appointmentId }) : null;
    // Whoever gave up the appointment that she wanted earlier waits for nothing any longer.
    if (place.appointmentId && !kept?.may('move', now)) return this.end(place.id, calendar, 'left', now);
    const isTooLate = kept !== null && !kept.changeableUntil(calendar.cancelDays, now);
    if (place.toDay < romeDate(now) || isTooLate) return this.end(place.id, calendar, 'ended', now);
    if (!calendar.keepsWaitingList || calendar.offerMinutes === null) return;
    const until = offeredUntil(now, calendar.offerMinutes);
    const { fromDay, toDay } = place;
    const wanted = await this.offers.firstFree(
      calendar,
      { fromDay, toDay, after: until, before: kept?.startsAt ?? null },
      calendar.minutesFor(place.service),
      now,
    );
    if (wanted) await this.offer(place.id, { calendar, wanted, until, keptId: kept?.id ?? null, now });
  }

  private async offer(
    id: string,
    { calendar, wanted, until, keptId, now }: { calendar: Calendar; wanted: Wanted; until: Date; keptId: string | null; now: Date },
  ): Promise<void> {
    try {
      await this.db.transaction(async (tx) => {
        const place = await tx.findOne(WaitingPlace, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (place?.status !== 'waiting') return;
        const { organizationId, calendarId, service, language, personId, applicant } = place;
        const draft = tx.create(Appointment, {
          ...{ id: newId(), organizationId, calendarId, service, status: 'draft', changedAt: now, language, version: 1 },
          ...{ heldUntil: new Date(until.getTime() + HANDED_ON_WITHIN_MS), personId: null, applicant: null, words: '' },
          ...{
            holder: null,
            holderMail: null,
            sender: null,
            videoLink: null,
            message: null,
            movesMade: 0,
            sequence: 0,
            bookedByOfficer: false,
            practiceId: null,
          },
          remindedAt: null,
        });
        put(draft, await placeAt(tx, calendar, service, wanted, now));
        // What she keeps is not counted: it moves.
        const counted = tx.create(Appointment, { ...draft, id: keptId ?? draft.id, personId, ...heldBy(applicant) });
        await checkLimits(tx, calendar, counted, now);
        place.offer(draft.id, until, now);
        await tx.save(place);
        await announceWaiting(tx, 'offered', { place, calendar, at: now, path: this.pathOf(place), offer: { draft, until } });
        await tellChanged(tx, calendar, now);
        this.afterCommit(tx, { id: calendarId, at: until, attempt: until.getTime() });
        await saveAppointment(tx, draft);
      });
    } catch (error) {
      // Somebody took it first, or she has as many as she may: she waits on.
      if (isPlaceTaken(error) || (error instanceof Problem && [slotTaken, limitReached].includes(error.problem))) return;
      throw error;
    }
  }

  /** @param why she let her time go by, she gave up what she kept, or her days are over */
  private async end(id: string, calendar: Calendar, why: 'passed' | 'left' | 'ended', now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const place = await tx.findOne(WaitingPlace, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!place || (why === 'passed' ? place.statusAt(now) !== 'passed' || !place.isWaiting : place.status !== 'waiting')) return;
      await this.takeOff(tx, place, calendar, why === 'left' ? 'left' : 'passed', now);
      if (why !== 'left') await announceWaiting(tx, why, { place, calendar, at: now, path: this.pathOf(place) });
    });
  }
}

const forgottenBefore = (now: Date) => new Date(now.getTime() - OVER_DAYS * 24 * 3_600_000);

/** A draft that was offered holds its place no longer. */
async function letGo(tx: EntityManager, draft: Appointment, now: Date): Promise<void> {
  if (draft.status !== 'draft') return;
  Object.assign(draft, { status: 'expired', changedAt: now, version: draft.version + 1 });
  await saveAppointment(tx, draft);
}
