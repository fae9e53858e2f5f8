import { Injectable } from '@nestjs/common';
import { listRecipients } from '@sportello/contracts/identity/officers';
import { describePeople } from '@sportello/contracts/identity/people';
import { noticeAdded } from '@sportello/contracts/notifications';
import { describePractice } from '@sportello/contracts/practices/practices';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { publishAll } from '@sportello/messaging/events';
import { ForeignProblem } from '@sportello/messaging/problem';
import { inSpan } from '@sportello/messaging/spans';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { Delivery } from '../deliveries/delivery.entity.js';
import { gather } from '../deliveries/gathering.js';
import { Notice } from '../notices/notice.entity.js';
import { stableId } from '../stable-id.js';
import { fill, pathOf } from '../templates/letter.js';
import { type Audience, texts } from '../templates/texts.js';
import { type About, Announcement, type Enclosure } from './announcement.entity.js';
import { type Recipients, recipientsOf } from './recipients.js';

/** What is told, with what, and to whom. */
interface News {
  about: About;
  enclosures: Enclosure[];
  recipients: Recipients;
}

/** Announcements that are told at the same time. */
const AT_ONCE = 10;

/** Turns what is to be told into notices and mails. */
@Injectable()
export class TellingService extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    private readonly deliveries: DeliveriesService,
  ) {
    super('announcements', AT_ONCE);
  }

  protected async due(_now: Date, limit: number): Promise<Alarm[]> {
    const untold = { where: { toldAt: IsNull() }, order: { heardAt: 'ASC' }, take: limit } as const;
    return (await this.db.manager.find(Announcement, { select: { id: true }, ...untold })).map(({ id }) => ({ id }));
  }

  /** Asks who is to be told, and writes notices and mails, once. Called again it changes nothing. */
  async run(id: string, now: Date): Promise<void> {
    const announcement = await this.db.manager.findOneBy(Announcement, { id });
    if (!announcement || announcement.toldAt) return;
    await inSpan({ kind: 'internal', name: 'announcement', cause: announcement.traceparent }, async () => {
      const news =
        announcement.practiceId === null ? await this.askPerson(announcement) : await this.ask(announcement, announcement.practiceId);
      const written = await this.db.transaction((tx) => this.write(tx, id, news, now));
      this.deliveries.sendLater(written);
    });
  }

  /** Null when there is no such practice any more: then nobody is told. */
  private async ask({ organizationId, procedureId, applicantId, template }: Announcement, practiceId: string): Promise<News | null> {
    const practice = await this.bus.call(describePractice, { id: practiceId }, service).catch((error: unknown) => {
      if (error instanceof ForeignProblem && error.is(practiceNotFound)) return null;
      throw error;
    });
    if (!practice) return null;
    const [people, officers] = await Promise.all([
      this.bus.call(describePeople, { ids: [applicantId] }, service),
      texts[template].officer && organizationId && procedureId
        ? this.bus.call(listRecipients, { organizationId, procedureId }, service)
        : { items: [] },
    ]);
    const { number, procedureTitle, organizationName, documents } = practice;
    return {
      about: { number, service: procedureTitle, organization: organizationName },
      enclosures: template === 'receipt' ? documents.map(({ key, name }) => ({ key, name })) : [],
      recipients: recipientsOf(template, { practice, applicant: people.items[0] ?? null, officers: officers.items }),
    };
  }

  /** What concerns a person's own account is told to her, where she works or, if she works for nobody, where she is an applicant. */
  private async askPerson({ organizationId, applicantId: personId, about }: Announcement): Promise<News | null> {
    const [person] = (await this.bus.call(describePeople, { ids: [personId] }, service)).items;
    if (!person) return null;
    const audience: Audience = organizationId ? 'officer' : 'applicant';
    const { mail, language } = person;
    const mails = mail === null ? [] : [{ personId, audience, address: mail, language }];
    return { about: about ?? { organization: 'Sportello' }, enclosures: [], recipients: { notices: [{ personId, audience }], mails } };
  }

  private async write(tx: EntityManager, id: string, news: News | null, now: Date): Promise<Delivery[]> {
    const announcement = await tx.findOneOrFail(Announcement, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (announcement.toldAt) return [];
    announcement.toldAt = now;
    if (!news) {
      await tx.save(announcement);
      return [];
    }
    const { about, enclosures, recipients } = news;
    Object.assign(announcement, { about, enclosures });
    await tx.save(announcement);
    const deliveries = deliveriesOf(announcement, recipients, now);
    const notices = noticesOf(announcement, about, recipients);
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

function noticesOf({ id, organizationId, practiceId, template, at }: Announcement, about: About, { notices }: Recipients): Notice[] {
  return notices.flatMap(({ personId, audience }) => {
    const words = texts[template][audience];
    if (!words) return [];
    return Object.assign(new Notice(), {
      id: stableId(at, id, personId),
      announcementId: id,
      organizationId,
      personId,
      audience,
      subject: { it: fill(words.subject, about, 'it'), en: fill(words.subject, about, 'en') },
      body: { it: fill(words.body, about, 'it'), en: fill(words.body, about, 'en') },
      path: pathOf(audience, practiceId),
      createdAt: at,
      readAt: null,
    });
  });
}

function deliveriesOf({ id, organizationId, at }: Announcement, { mails }: Recipients, now: Date): Delivery[] {
  return mails.map((mail) =>
    Object.assign(new Delivery(), mail, {
      id: stableId(at, id, mail.address),
      announcementId: id,
      organizationId,
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
