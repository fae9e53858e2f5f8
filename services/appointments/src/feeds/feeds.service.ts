import { createHash, createHmac } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import { calendarNotFound } from '@sportello/contracts/appointments/calendars';
import { feedNotFound, getFeed, readFeed, renewFeed, revokeFeed } from '@sportello/contracts/appointments/feeds';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import { isStaff } from '@sportello/directory/officers';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { homeOfBody } from '@sportello/service/homes';
import { DataSource, type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import { Appointment } from '../appointments/appointment.entity.js';
import { calendarFile, type Entry } from '../appointments/calendar-file.js';
import { serviceTitle } from '../appointments/news.js';
import { noteRead } from '../appointments/noted.js';
import { lock } from '../appointments/places.js';
import { Reading } from '../appointments/reading.js';
import { accessCalendar } from '../calendars/access.js';
import { Calendar } from '../calendars/calendar.entity.js';
import type { Config } from '../config.js';
import { Feed } from './feed.entity.js';

const DAY_MS = 24 * 3_600_000;
/** What calendars of others show: some weeks that are over, and all that is to come. */
const DAYS_BEFORE = 30;
const MOST_ENTRIES = 1_000;
const shownStates = ['confirmed', 'done', 'missed'] as const;

type Whose = Pick<Feed, 'personId' | 'calendarId' | 'organizationId'>;

/** Calendars as secret addresses, which can be renewed and revoked. An officer's gives nothing from when she is no longer enabled. */
@Controller()
export class FeedsService {
  constructor(
    private readonly db: DataSource,
    private readonly reading: Reading,
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
      const known = await tx.findOneBy(Feed, ofSame(whose));
      const address = `${homeOfBody(this.config, whose.organizationId)}/api/v1/calendar-feeds/${secret}/calendar.ics`;
      if (known?.digest === digest) return { address, madeAt: known.madeAt };
      const madeAt = new Date();
      if (known) await tx.delete(Feed, { id: known.id });
      await tx.insert(Feed, { id: newId(), ...whose, digest, language: actor.language, madeAt });
      return { address, madeAt };
    });
  }

  @Handles(revokeFeed)
  async revoke({ calendarId }: Input<typeof revokeFeed>, actor: Actor): Promise<Output<typeof revokeFeed>> {
    await this.db.manager.delete(Feed, ofSame(await access(this.db.manager, calendarId ?? null, actor)));
    return { madeAt: null };
  }

  @Handles(readFeed)
  async read({ secret }: Input<typeof readFeed>): Promise<Output<typeof readFeed>> {
    const { manager } = this.db;
    const feed = await manager.findOneBy(Feed, { digest: digestOf(secret) });
    if (!feed) throw new Problem(feedNotFound);
    const after = new Date(Date.now() - DAYS_BEFORE * DAY_MS);
    const entries = feed.calendarId ? await this.ofCalendar(feed, feed.calendarId, after) : await this.ofPerson(feed, after);
    return { content: calendarFile(entries, feed.language) };
  }

  private async ofCalendar(feed: Feed, calendarId: string, after: Date): Promise<Entry[]> {
    const { manager } = this.db;
    const copy = await manager.findOneBy(OfficerCopy, { officerId: feed.personId });
    if (!copy?.isActive || copy.organizationId !== feed.organizationId) throw new Problem(feedNotFound);
    const officer: Actor = { ...visitor(feed.language), personId: feed.personId, organizationId: copy.organizationId, roles: [copy.role] };
    const calendar = await accessCalendar(manager, calendarId, officer).catch((error: unknown) => {
      throw error instanceof Problem ? new Problem(feedNotFound) : error;
    });
    const found = await listed(manager, { calendarId }, after);
    await noteRead(this.db, officer, found, 'appointment-exported');
    return found.map((appointment) => {
      const { applicant } = appointment;
      const title = `${serviceTitle(appointment, calendar)[feed.language]}: ${applicant?.givenName} ${applicant?.familyName}`;
      return { appointment, title, place: placeIn(calendar), details: applicant?.reason ?? '' };
    });
  }

  private async ofPerson(feed: Feed, after: Date): Promise<Entry[]> {
    const { manager } = this.db;
    const found = await listed(manager, { personId: feed.personId }, after);
    const ids = [...new Set(found.map(({ calendarId }) => calendarId))];
    const calendars = new Map((ids.length === 0 ? [] : await manager.findBy(Calendar, { id: In(ids) })).map((one) => [one.id, one]));
    return found.flatMap((appointment) => {
      const calendar = calendars.get(appointment.calendarId);
      if (!calendar) return [];
      const title = serviceTitle(appointment, calendar)[feed.language];
      return [{ appointment, title, place: placeIn(calendar), url: this.reading.urlOf(appointment) }];
    });
  }
}

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const placeIn = ({ place: { name, address } }: Calendar): string => `${name}, ${address}`;
const ofSame = ({ personId, calendarId }: Whose) => ({ personId, calendarId: calendarId ?? IsNull() });

const listed = (tx: EntityManager, whose: { calendarId: string } | { personId: string }, after: Date): Promise<Appointment[]> =>
  tx.find(Appointment, {
    where: { ...whose, status: In([...shownStates]), applicant: Not(IsNull()), startsAt: MoreThan(after) },
    order: { startsAt: 'ASC', id: 'ASC' },
    take: MOST_ENTRIES,
  });

/** @throws Problem `calendarNotFound` for a calendar to which an officer is not enabled, and for one's own appointments, which only citizens have here */
async function access(tx: EntityManager, calendarId: string | null, actor: Actor): Promise<Whose> {
  const { personId } = actor;
  if (personId === null || isStaff(actor) !== (calendarId !== null)) throw new Problem(calendarNotFound);
  if (calendarId === null) return { personId, calendarId, organizationId: null };
  const { organizationId } = await accessCalendar(tx, calendarId, actor);
  return { personId, calendarId, organizationId };
}
