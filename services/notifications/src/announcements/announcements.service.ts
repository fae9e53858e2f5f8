import { Injectable } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { listRecipients } from '@sportello/contracts/identity/officers';
import { describePeople } from '@sportello/contracts/identity/people';
import { type AnnouncedMessage, announced } from '@sportello/contracts/notifications/announcements';
import { noticeAdded } from '@sportello/contracts/notifications/notices';
import { service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { currentTraceparent } from '@sportello/messaging/context';
import { On, publishAll } from '@sportello/messaging/events';
import { inSpan } from '@sportello/messaging/spans';
import { stableId } from '@sportello/messaging/stable-id';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { Delivery } from '../deliveries/delivery.entity.js';
import { gather } from '../deliveries/gathering.js';
import { Notice } from '../notices/notice.entity.js';
import { Announcement } from './announcement.entity.js';
import { type Officers, type Recipients, recipientsOf } from './recipients.js';

/** Announcements that are worked on at the same time. */
const AT_ONCE = 10;

/** Turns what any service announces into notices and mails. */
@Injectable()
export class AnnouncementsService extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    private readonly deliveries: DeliveriesService,
  ) {
    super('announcements', AT_ONCE);
  }

  @On(announced, { from: 'now' })
  async receive({ subject, ...announcement }: Payload<typeof announced>, tx: EntityManager): Promise<void> {
    const row = {
      ...announcement,
      subjectKind: subject.kind,
      subjectId: subject.id,
      receivedAt: new Date(),
      traceparent: currentTraceparent(),
    };
    await tx.createQueryBuilder().insert().into(Announcement).values(row).orIgnore().execute();
    this.afterCommit(tx, { id: announcement.id });
  }

  protected async due(_now: Date, limit: number): Promise<Alarm[]> {
    const unwritten = { where: { writtenAt: IsNull() }, order: { receivedAt: 'ASC' }, take: limit } as const;
    return (await this.db.manager.find(Announcement, { select: { id: true }, ...unwritten })).map(({ id }) => ({ id }));
  }

  /** Asks who is to be told, and writes notices and mails, once. Called again it changes nothing. */
  async run(id: string, now: Date): Promise<void> {
    const announcement = await this.db.manager.findOneBy(Announcement, { id });
    if (!announcement || announcement.writtenAt) return;
    await inSpan({ kind: 'internal', name: 'announcement', cause: announcement.traceparent }, async () => {
      const recipients = await this.askRecipients(announcement.messages);
      const written = await this.db.transaction((tx) => this.write(tx, id, recipients, now));
      this.deliveries.sendLater(written);
    });
  }

  private async askRecipients(messages: AnnouncedMessage[]): Promise<Recipients> {
    const audiences = messages.flatMap(({ audience }) => audience);
    const ids = [...new Set(audiences.flatMap((it) => (it.kind === 'officers' ? [] : (it.personId ?? []))))];
    const [people, officers] = await Promise.all([
      ids.length === 0 ? [] : this.bus.call(describePeople, { ids }, service).then(({ items }) => items),
      Promise.all(
        audiences
          .filter((it): it is Officers => it.kind === 'officers')
          .map(async (it) => {
            const { organizationId, subject } = it;
            return [it, (await this.bus.call(listRecipients, { organizationId, subject }, service)).items] as const;
          }),
      ),
    ]);
    const officersOf = new Map(officers);
    return recipientsOf(messages, { people, officersOf: (audience) => officersOf.get(audience) ?? [] });
  }

  private async write(tx: EntityManager, id: string, recipients: Recipients, now: Date): Promise<Delivery[]> {
    const announcement = await tx.findOneOrFail(Announcement, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (announcement.writtenAt) return [];
    await tx.update(Announcement, { id }, { writtenAt: now });
    const notices = noticesOf(announcement, recipients);
    const deliveries = deliveriesOf(announcement, recipients, now);
    await gather(tx, announcement, deliveries, now);
    await tx.insert(Notice, notices);
    await tx.insert(Delivery, deliveries);
    await publishAll(
      tx,
      noticeAdded,
      notices.map(({ id: noticeId, personId }) => ({ noticeId, personId })),
    );
    return deliveries;
  }
}

function noticesOf({ id, organizationId, messages, at }: Announcement, { notices }: Recipients): Notice[] {
  return notices.map(({ personId, message }) => {
    const { place, path, title, body } = messages[message] as AnnouncedMessage;
    return Object.assign(new Notice(), {
      id: stableId(at, id, personId),
      announcementId: id,
      organizationId,
      personId,
      place,
      subject: title,
      body,
      path,
      createdAt: at,
      readAt: null,
    });
  });
}

function deliveriesOf({ id, organizationId, topic, messages, at }: Announcement, { mails }: Recipients, now: Date): Delivery[] {
  return mails.map((mail) =>
    Object.assign(new Delivery(), mail, {
      id: stableId(at, id, mail.address),
      announcementId: id,
      organizationId,
      topic,
      place: (messages[mail.message] as AnnouncedMessage).place,
      status: 'queued' as const,
      attempts: 0,
      queuedAt: now,
      dueAt: now,
      sendingSince: null,
      sentAt: null,
      failure: null,
      gathersUntil: null,
      isGathered: false,
      joinedId: null,
    }),
  );
}
