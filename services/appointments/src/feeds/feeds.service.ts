import { createHash, createHmac } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { calendarNotFound } from '@sportello/contracts/appointments/calendars';
import { feedNotFound, getFeed, readFeed, renewFeed, revokeFeed } from '@sportello/contracts/appointments/feeds';
import type { Input, Output } from '@sportello/contracts/contract';
import { idReused } from '@sportello/contracts/problems';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import { isStaff } from '@sportello/directory/officers';
import { romeDate } from '@sportello/italy/rome-time';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { homeOfBody } from '@sportello/service/homes';
import { Between, DataSource, type EntityManager, In, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import { Appointment } from '../appointments/appointment.entity.js';
import { calendarFile, type Entry } from '../appointments/calendar-file.js';
import { serviceTitle } from '../appointments/news.js';
import { noteRead } from '../appointments/noted.js';
import { lock } from '../appointments/places.js';
import { accessCalendar } from '../calendars/access.js';
import { Calendar } from '../calendars/calendar.entity.js';
import type { Config } from '../config.js';
import { Feed } from './feed.entity.js';

const DAY_MS = 24 * 3_600_000;
/** What calendars of others show: some weeks that are over, and all that is to come. */
const DAYS_BEFORE = 30;
const MOST_ENTRIES = 1_000;
/** Well below what the bus carries: an entry is some hundred bytes, and its texts are bounded. Characters. */
const MOST_CHARACTERS = 1_000_000;
const shownStates = ['confirmed', 'done', 'missed'] as const;

type Whose = Pick<Feed, 'personId' | 'calendarId' | 'organizationId'>;

/** Calendars as secret addresses, which can be renewed and revoked. An officer's gives nothing from when she is no longer enabled. */
@Controller()
export class FeedsService {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(getFeed)
  async get({ calendarId }: Input<typeof getFeed>, actor: Actor): Promise<Output<typeof getFeed>> {
    const whose = await access(this.db.manager, calendarId ?? null, actor);
    return { madeAt: (await this.db.manager.findOneBy(Feed, ofSame(whose)))?.madeAt ?? null };
  }

  @Handles(renewFeed)
  async renew({ id, calendarId }: Input<typeof renewFeed>, actor: Actor): Promise<Output<typeof renewFeed>> {
    return this.db.transaction(async (tx) => {
      const whose = await access(tx, calendarId, actor);
      await lock(tx, 'feed', whose.personId, calendarId ?? '');
      // Made of who asks and her id: the same again is the same secret, and nobody has to keep it.
      const secret = createHmac('sha256', this.config.FILES_SECRET[0])
        .update(`sportello feed 1\n${whose.personId}\n${calendarId ?? ''}\n${id}`)
        .digest('base64url');
      const digest = digestOf(secret);
      const known = await tx.findOneBy(Feed, { id });
      const address = `${homeOfBody(this.config, whose.organizationId)}/api/v1/calendar-feeds/${secret}/calendar.ics`;
      // What was revoked stays so, whoever says it again.
      if (known && (known.digest !== digest || known.revokedAt)) throw new Problem(idReused);
      if (known) return { address, madeAt: known.madeAt };
      const madeAt = new Date();
      await tx.update(Feed, ofSame(whose), { revokedAt: madeAt });
      await tx.insert(Feed, { id, ...whose, digest, language: actor.language, madeAt });
      return { address, madeAt };
    });
  }

  @Handles(revokeFeed)
  async revoke({ calendarId }: Input<typeof revokeFeed>, { personId }: Actor): Promise<Output<typeof revokeFeed>> {
    // Also of a calendar that she no longer works: it is her own.
    if (personId === null) throw new Problem(calendarNotFound);
    await this.db.manager.update(Feed, ofSame({ personId, calendarId: calendarId ?? null }), { revokedAt: new Date() });
    return { madeAt: null };
  }

  @Handles(readFeed)
  async read({ secret }: Input<typeof readFeed>): Promise<Output<typeof readFeed>> {
    const { manager } = this.db;
    const feed = await manager.findOneBy(Feed, { digest: digestOf(secret), revokedAt: IsNull() });
    if (!feed) throw new Problem(feedNotFound);
    const now = new Date();
    const entries = feed.calendarId ? await this.ofCalendar(feed, feed.calendarId, now) : await this.ofPerson(feed, now);
    return { content: calendarFile(bounded(entries), feed.language) };
  }

  private async ofCalendar(feed: Feed, calendarId: string, now: Date): Promise<Entry[]> {
    const { manager } = this.db;
    const copy = await manager.findOneBy(OfficerCopy, { officerId: feed.personId });
    if (!copy?.isActive || copy.organizationId !== feed.organizationId) throw new Problem(feedNotFound);
    const officer: Actor = { ...visitor(feed.language), personId: feed.personId, organizationId: copy.organizationId, roles: [copy.role] };
    const calendar = await accessCalendar(manager, calendarId, officer).catch((error: unknown) => {
      throw error instanceof Problem ? new Problem(feedNotFound) : error;
    });
    const found = await listed(manager, { calendarId }, now);
    // A program asks again and again: each appointment is noted once a day, and when it has changed.
    const { readAt } = feed;
    const isAgain = readAt !== null && romeDate(readAt) === romeDate(now);
    await noteRead(this.db, officer, isAgain ? found.filter(({ changedAt }) => changedAt > readAt) : found, 'appointment-exported');
    await manager.update(Feed, { id: feed.id }, { readAt: now });
    return found.map((appointment) => {
      const { applicant } = appointment;
      const title = `${serviceTitle(appointment, calendar)[feed.language]}: ${applicant?.givenName} ${applicant?.familyName}`;
      return { appointment, title, place: placeIn(calendar) };
    });
  }

  private async ofPerson(feed: Feed, now: Date): Promise<Entry[]> {
    const { manager } = this.db;
    const found = await listed(manager, { personId: feed.personId }, now);
    const ids = [...new Set(found.map(({ calendarId }) => calendarId))];
    const calendars = new Map((ids.length === 0 ? [] : await manager.findBy(Calendar, { id: In(ids) })).map((one) => [one.id, one]));
    return found.flatMap((appointment) => {
      const calendar = calendars.get(appointment.calendarId);
      if (!calendar) return [];
      const title = serviceTitle(appointment, calendar)[feed.language];
      // Her own page, which asks for a sign-in: whoever has the address only sees, and changes nothing.
      const url = `${homeOfBody(this.config, appointment.organizationId)}/area-personale/appuntamenti`;
      return [{ appointment, title, place: placeIn(calendar), url }];
    });
  }
}

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const placeIn = ({ place: { name, address } }: Calendar): string => `${name}, ${address}`;
/** The one that answers now. */
const ofSame = ({ personId, calendarId }: Pick<Whose, 'personId' | 'calendarId'>) => ({
  ...{ personId, calendarId: calendarId ?? IsNull(), revokedAt: IsNull() },
});

/** What is to come first, then what is over, the newest first: where there is too much, the oldest is left out. */
async function listed(tx: EntityManager, whose: { calendarId: string } | { personId: string }, now: Date): Promise<Appointment[]> {
  const shown = { ...whose, status: In([...shownStates]), applicant: Not(IsNull()) };
  const coming = await tx.find(Appointment, {
    where: { ...shown, startsAt: MoreThanOrEqual(now) },
    order: { startsAt: 'ASC', id: 'ASC' },
    take: MOST_ENTRIES,
  });
  const left = MOST_ENTRIES - coming.length;
  if (left === 0) return coming;
  const past = Between(new Date(now.getTime() - DAYS_BEFORE * DAY_MS), new Date(now.getTime() - 1));
  const over = await tx.find(Appointment, { where: { ...shown, startsAt: past }, order: { startsAt: 'DESC', id: 'DESC' }, take: left });
  return [...coming, ...over];
}

/** As many as go into one file. */
function bounded(entries: readonly Entry[]): Entry[] {
  let characters = 0;
  return entries.filter(({ title, place, url, appointment: { videoLink } }) => {
    // The link of a video call stands in it twice, and so does the page.
    characters += 400 + title.length + place.length + 2 * ((url?.length ?? 0) + (videoLink?.length ?? 0));
    return characters <= MOST_CHARACTERS;
  });
}

/** @throws Problem `calendarNotFound` for a calendar to which an officer is not enabled, and for one's own appointments, which only citizens have here */
async function access(tx: EntityManager, calendarId: string | null, actor: Actor): Promise<Whose> {
  const { personId } = actor;
  if (personId === null || isStaff(actor) !== (calendarId !== null)) throw new Problem(calendarNotFound);
  if (calendarId === null) return { personId, calendarId, organizationId: null };
  const { organizationId } = await accessCalendar(tx, calendarId, actor);
  return { personId, calendarId, organizationId };
}
