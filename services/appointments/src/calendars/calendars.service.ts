import { Controller } from '@nestjs/common';
import {
  calendarInUse,
  calendarNotFound,
  calendarsAreForAdministrators,
  deleteCalendar,
  describeCalendars,
  getCalendar,
  listBookable,
  listCalendars,
  ownerIsGiven,
  ownerOnly,
  putCalendar,
} from '@sportello/contracts/appointments/calendars';
import type { Input, Output } from '@sportello/contracts/contract';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import { namesOf } from '@sportello/directory/copies';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import { bodyOf, officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { holds } from '@sportello/service/canonical-json';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Appointment, CalendarDay } from '../appointments/appointment.entity.js';
import { Arrival } from '../arrivals/arrival.entity.js';
import { Feed } from '../feeds/feed.entity.js';
import { WaitingPlace } from '../waiting/waiting-place.entity.js';
import { accessCalendar } from './access.js';
import { Calendar } from './calendar.entity.js';
import { ClosingPeriod, Opening } from './opening.entity.js';
import { tellChanged } from './tell-changed.js';

/** Of a new calendar that says nothing of its waiting list. */
const OFFER_MINUTES = 120;
const byTitle = ascending<Calendar>([byText('calendar.title', ({ title }) => title)], 'calendar.id');
const isAdministrator = ({ roles }: Actor) => roles.includes('administrator');

/** Calendars of a body and their settings. Administrators create and delete them, the officers enabled to one change it. */
@Controller()
export class CalendarsService {
  constructor(private readonly db: DataSource) {}

  /** The same settings again, after they were saved, are answered as the first time. */
  @Handles(putCalendar)
  async put({ version, ...asked }: Input<typeof putCalendar>, actor: Actor): Promise<Output<typeof putCalendar>> {
    checkServices(asked.services);
    const { id, organizationId } = asked;
    if (organizationId !== bodyOf(actor)) throw new Problem(calendarNotFound);
    return this.db.transaction(async (tx) => {
      const known = version === 0 ? await this.findNew(tx, id, actor) : await accessCalendar(tx, id, actor, 'change');
      const offerMinutes = asked.offerMinutes !== undefined ? asked.offerMinutes : known ? known.offerMinutes : OFFER_MINUTES;
      const settings = { ...asked, offerMinutes };
      if (known?.version === version + 1 && holds(known, settings)) return known;
      checkVersion(version, known?.version ?? 0);
      if (known) checkOwner(known, settings, actor);
      if (settings.ownerId !== (known?.ownerId ?? null)) await checkNewOwner(tx, known, settings, actor);
      const calendar = tx.create(Calendar, { ...known, ...settings, hoursVersion: (known?.hoursVersion ?? 0) + 1, version: version + 1 });
      await tx.save(calendar);
      await tellChanged(tx, calendar, new Date());
      return calendar;
    });
  }

  @Handles(deleteCalendar)
  async delete({ id, version }: Input<typeof deleteCalendar>, actor: Actor): Promise<Output<typeof deleteCalendar>> {
    if (!isAdministrator(actor)) throw new Problem(calendarsAreForAdministrators);
    return this.db.transaction(async (tx) => {
      const calendar = await accessCalendar(tx, id, actor, 'change');
      checkVersion(version, calendar.version);
      // Who books holds the opening hours: taken away first, no place is given while this looks.
      await tx.delete(Opening, { calendarId: id });
      const [ahead]: { count: number }[] = await tx.query(
        `select count(*)::int as count from appointments where calendar_id = $1 and starts_at > $2 and status in ('awaiting_approval', 'confirmed')`,
        [id, new Date()],
      );
      if (ahead && ahead.count > 0) throw new Problem(calendarInUse, countAhead(ahead.count), { count: ahead.count });
      await tx.delete(ClosingPeriod, { calendarId: id });
      // Nobody could open those of the past any longer: who had them is not kept either.
      await tx.delete(Arrival, { calendarId: id });
      await tx.delete(Feed, { calendarId: id });
      await tx.delete(Appointment, { calendarId: id });
      await tx.delete(CalendarDay, { calendarId: id });
      await tx.delete(WaitingPlace, { calendarId: id });
      await tx.delete(Calendar, { id });
      await tellChanged(tx, calendar, new Date());
      return { id };
    });
  }

  @Handles(getCalendar)
  get({ id }: Input<typeof getCalendar>, actor: Actor): Promise<Output<typeof getCalendar>> {
    return accessCalendar(this.db.manager, id, actor);
  }

  @Handles(listCalendars)
  async list({ search, ...page }: Input<typeof listCalendars>, actor: Actor): Promise<Output<typeof listCalendars>> {
    const { organizationId, subjectIds } = await officerOf(this.db.manager, actor, 'calendar');
    const query = this.db.createQueryBuilder(Calendar, 'calendar').where({ organizationId });
    if (search) query.andWhere('strpos(lower(calendar.title), lower(:search)) > 0', { search });
    const { items, next } = await byTitle.pageOf(query, page);
    return { items: items.map((calendar) => ({ ...calendar, mayWork: subjectIds?.includes(calendar.id) ?? true })), next };
  }

  /** Those without opening hours are left out: nobody could book them. */
  @Handles(listBookable)
  async listBookable({ organizationId, procedureId, ...page }: Input<typeof listBookable>): Promise<Output<typeof listBookable>> {
    const query = this.db
      .createQueryBuilder(Calendar, 'calendar')
      .where('not calendar.isHidden')
      .andWhere('exists (select 1 from openings where openings.calendar_id = calendar.id and openings.to_day >= current_date - 1)');
    if (organizationId) query.andWhere({ organizationId });
    if (procedureId) query.andWhere('calendar.services @> :wanted::jsonb', { wanted: JSON.stringify([{ procedureId }]) });
    const { items, next } = await byTitle.pageOf(query, page);
    const names = await namesOf(
      this.db.manager,
      items.map((calendar) => calendar.organizationId),
    );
    return {
      items: items.map((calendar) => ({
        ...calendar,
        organizationName: names.get(calendar.organizationId) ?? '',
        keepsWaitingList: calendar.keepsWaitingList,
      })),
      next,
    };
  }

  @Handles(describeCalendars)
  async describe({ ids }: Input<typeof describeCalendars>): Promise<Output<typeof describeCalendars>> {
    return { items: ids.length === 0 ? [] : await this.db.manager.findBy(Calendar, { id: In(ids) }) };
  }

  private async findNew(tx: EntityManager, id: string, actor: Actor): Promise<Calendar | null> {
    if (!isAdministrator(actor)) throw new Problem(calendarsAreForAdministrators);
    const { organizationId } = await officerOf(tx, actor, 'calendar', 'change');
    const known = await tx.findOneBy(Calendar, { id });
    if (known && known.organizationId !== organizationId) throw new Problem(idReused);
    return known;
  }
}

type Settings = Omit<Input<typeof putCalendar>, 'version'>;

/** Notices are the owner's (NOT-08). @throws Problem `ownerOnly` */
function checkOwner(known: Calendar, settings: Settings, { personId }: Actor): void {
  const areSwitched = known.tellsOfficers !== settings.tellsOfficers || known.tellsCitizens !== settings.tellsCitizens;
  if (areSwitched && known.ownerId !== null && known.ownerId !== personId) throw new Problem(ownerOnly);
}

/**
 * Whose a calendar is she says herself, or an administrator.
 * @throws Problem `ownerIsGiven` to others, `invalidInput` for whoever is no officer of the body
 */
async function checkNewOwner(
  tx: EntityManager,
  known: Calendar | null,
  { ownerId, organizationId }: Settings,
  actor: Actor,
): Promise<void> {
  if (!isAdministrator(actor) && known?.ownerId !== actor.personId) throw new Problem(ownerIsGiven);
  if (ownerId === null || (await tx.existsBy(OfficerCopy, { officerId: ownerId, organizationId, isActive: true }))) return;
  const detail = { it: 'Non è un operatore attivo di questo ente', en: 'This is no active officer of the body' };
  throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/ownerId', detail }] });
}

/** @throws Problem `invalidInput` for two services of one key */
function checkServices(services: Settings['services']): void {
  const twice = services.findIndex(({ key }, at) => services.findIndex((other) => other.key === key) < at);
  if (twice < 0) return;
  const detail = {
    it: 'Un altro servizio di questo calendario ha la stessa chiave',
    en: 'Another service of this calendar has the same key',
  };
  throw new Problem(invalidInput, undefined, { errors: [{ pointer: `/services/${twice}/key`, detail }] });
}

const countAhead = (count: number) => ({
  it: count === 1 ? 'C’è ancora un appuntamento' : `Ci sono ancora ${count} appuntamenti`,
  en: count === 1 ? 'There is still one appointment' : `There are still ${count} appointments`,
});
