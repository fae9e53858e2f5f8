import { Injectable } from '@nestjs/common';
import { slotTaken } from '@sportello/contracts/appointments/appointments';
import { calendarNotFound } from '@sportello/contracts/appointments/calendars';
import type { listSlots } from '@sportello/contracts/appointments/slots';
import type { Output } from '@sportello/contracts/contract';
import { officerOf } from '@sportello/directory/officers';
import { addDays, type CivilDate, romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { DataSource } from 'typeorm';
import { isPlaceTaken, type Wanted } from '../appointments/places.js';
import { Calendar } from '../calendars/calendar.entity.js';
import { Days, keep } from './days.js';
import { isInReach, officersReach } from './slots.js';
import { Turns } from './turns.js';

/** Days that are looked through at a time for the next free one. */
const LOOKED_AT = 31;
/** Free places that a refusal names. */
const NEAREST = 5;

/** Who take a place of one day of one calendar at the same time, of one process: they wait for each other in the database. */
const AT_ONCE = 3;
/** Places of which a process remembers that they were refused. */
const REFUSALS_KEPT = 1_000;

/** What somebody is offered of a calendar. */
@Injectable()
export class Offers {
  private readonly turns = new Turns(AT_ONCE);
  /** Grows with each question and each look: says which came first. */
  private count = 0;
  /** By place, the last refusal. A thousand people for a hundred places are told so by some looks, and not by nine hundred. */
  private readonly refusals = new Map<string, { looked: number; nearest: Date[] }>();

  constructor(
    private readonly db: DataSource,
    private readonly days: Days,
  ) {}

  /** Places of some days that can be booked. */
  async freeOn(
    calendar: Calendar,
    days: readonly CivilDate[],
    minutes: number | null,
    now: Date,
  ): Promise<Output<typeof listSlots>['slots']> {
    const shown = await this.days.show(calendar, days, minutes, now);
    return shown
      .flatMap(({ places }) => places)
      .filter(({ start, free }) => free > 0 && isInReach(start, calendar, now))
      .map(({ openingId, start, end, free }) => ({ openingId, startsAt: new Date(start), endsAt: new Date(end), free }));
  }

  /** After a day and within the horizon. */
  async nextFree(calendar: Calendar, after: CivilDate, minutes: number | null, now: Date): Promise<CivilDate | null> {
    const today = romeDate(now);
    const last = addDays(today, calendar.horizonDays);
    for (let first = addDays(after < today ? today : after, after < today ? 0 : 1); first <= last; first = addDays(first, LOOKED_AT)) {
      const days = Array.from({ length: LOOKED_AT }, (_, at) => addDays(first, at)).filter((day) => day <= last);
      const free = (await this.days.show(calendar, days, minutes, now)).find(({ state }) => state === 'free');
      if (free) return free.day;
    }
    return null;
  }

  /** The first place between two days that begins after an instant and, where one is said, before another. */
  async firstFree(
    calendar: Calendar,
    { fromDay, toDay, after, before }: { fromDay: CivilDate; toDay: CivilDate; after: Date; before: Date | null },
    minutes: number | null,
    now: Date,
  ): Promise<Wanted | null> {
    const today = romeDate(now);
    const farthest = addDays(today, calendar.horizonDays);
    const last = toDay < farthest ? toDay : farthest;
    for (let first = fromDay < today ? today : fromDay; first <= last; first = addDays(first, LOOKED_AT)) {
      const days = Array.from({ length: LOOKED_AT }, (_, at) => addDays(first, at)).filter((day) => day <= last);
      const free = await this.freeOn(calendar, days, minutes, now);
      const found = free.find(({ startsAt }) => startsAt > after && (before === null || startsAt < before));
      if (found) return found;
    }
    return null;
  }

  /**
   * The calendar as somebody may book it: a hidden one only its officers, who are bound by neither notice nor horizon.
   * @throws Problem `calendarNotFound`
   */
  async bookable(calendarId: string, actor: Actor): Promise<Calendar> {
    const calendar = await this.db.manager.findOneBy(Calendar, { id: calendarId });
    if (!calendar) throw new Problem(calendarNotFound);
    if (actor.organizationId === calendar.organizationId) {
      const { subjectIds } = await officerOf(this.db.manager, actor, 'calendar');
      if (subjectIds?.includes(calendarId) ?? true) return Object.assign(calendar, officersReach);
    }
    if (calendar.isHidden) throw new Problem(calendarNotFound);
    return calendar;
  }

  /** Whether a place of a calendar is left. */
  async isFree(calendar: Calendar, service: string, { openingId, startsAt }: Wanted, now: Date): Promise<boolean> {
    const free = await this.freeOn(calendar, [romeDate(startsAt)], calendar.minutesFor(service), now);
    return free.some((slot) => slot.openingId === openingId && slot.startsAt.getTime() === startsAt.getTime());
  }

  /**
   * Does what takes a place, when it is its turn; a refusal names the free places near it.
   * @param isNew whether whoever asks has nothing there yet: to her applies what somebody was told of the same place who was looked at after she asked
   */
  async inTurn<T>(
    calendar: Calendar,
    service: string,
    { openingId, startsAt }: Wanted,
    now: Date,
    take: () => Promise<T>,
    isNew: () => Promise<boolean> = () => Promise.resolve(false),
  ): Promise<T> {
    const { id, noticeDays, horizonDays } = calendar;
    const wish = [id, openingId, startsAt.getTime(), calendar.minutesFor(service), noticeDays, horizonDays].join(' ');
    this.count += 1;
    const asked = this.count;
    return this.turns.take(`${id} ${romeDate(startsAt)}`, async () => {
      const told = this.refusals.get(wish);
      if (told && told.looked > asked && (await isNew())) throw new Problem(slotTaken, undefined, { nearest: told.nearest });
      this.count += 1;
      const looked = this.count;
      try {
        return await take();
      } catch (error) {
        const isTaken = isPlaceTaken(error) || (error instanceof Problem && error.problem === slotTaken);
        if (!isTaken) throw error;
        const nearest = await this.nearest(calendar, service, startsAt, now);
        keep(this.refusals, wish, { looked, nearest }, REFUSALS_KEPT);
        throw new Problem(slotTaken, undefined, { nearest });
      }
    });
  }

  private async nearest(calendar: Calendar, service: string, startsAt: Date, now: Date): Promise<Date[]> {
    const minutes = calendar.minutesFor(service);
    const day = romeDate(startsAt);
    const free = await this.freeOn(calendar, [day], minutes, now);
    const next = free.length > 0 ? null : await this.nextFree(calendar, addDays(day, -1), minutes, now);
    const found = next ? await this.freeOn(calendar, [next], minutes, now) : free;
    const far = (at: Date) => Math.abs(at.getTime() - startsAt.getTime());
    return found
      .map((slot) => slot.startsAt)
      .sort((one, other) => far(one) - far(other))
      .slice(0, NEAREST);
  }
}
