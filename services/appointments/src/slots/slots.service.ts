import { Controller } from '@nestjs/common';
import { listDays, listSlots } from '@sportello/contracts/appointments/slots';
import type { Input, Output } from '@sportello/contracts/contract';
import { addDays, type CivilDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { Days } from './days.js';
import { Offers } from './offers.js';
import { daysOf } from './slots.js';

/** Days whose hours are told at once. */
const MOST_DAYS = 7;

/** What is free, for everybody. */
@Controller()
export class SlotsService {
  constructor(
    private readonly days: Days,
    private readonly offers: Offers,
  ) {}

  @Handles(listDays)
  async listDays({ calendarId, month, service }: Input<typeof listDays>, actor: Actor): Promise<Output<typeof listDays>> {
    const now = new Date();
    const calendar = await this.offers.bookable(calendarId, actor);
    const minutes = calendar.minutesFor(service);
    const shown = await this.days.show(calendar, daysOf(month), minutes, now);
    const nextFree =
      shown.find(({ state }) => state === 'free')?.day ??
      (await this.offers.nextFree(calendar, daysOf(month).at(-1) as CivilDate, minutes, now));
    return { days: shown, nextFree };
  }

  @Handles(listSlots)
  async listSlots({ calendarId, day, to = day, service }: Input<typeof listSlots>, actor: Actor): Promise<Output<typeof listSlots>> {
    const now = new Date();
    const calendar = await this.offers.bookable(calendarId, actor);
    const days = Array.from({ length: MOST_DAYS }, (_, at) => addDays(day, at)).filter((one) => one <= to);
    return { slots: await this.offers.freeOn(calendar, days, calendar.minutesFor(service), now) };
  }
}
