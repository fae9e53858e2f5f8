import { Inject, Injectable, Logger } from '@nestjs/common';
import { issueLink } from '@sportello/contracts/identity/links';
import { findTheme } from '@sportello/directory/themes';
import { qrCodePicture } from '@sportello/documents/qr-code';
import { openedLater } from '@sportello/documents/storage';
import { service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { inSpan } from '@sportello/messaging/spans';
import { CONFIG } from '@sportello/service/config';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, In, LessThanOrEqual } from 'typeorm';
import type { Enclosure } from '../announcements/announcement.entity.js';
import type { Config } from '../config.js';
import { Delivery } from './delivery.entity.js';
import { joinOthers, lock } from './gathering.js';
import type { Content } from './letter.js';
import { mailOf } from './mail.js';
import { Bounce, CONNECTIONS, Mailer } from './mailer.js';

type Due = Pick<Delivery, 'id' | 'attempts' | 'dueAt'>;

/** Sends the mails. */
@Injectable()
export class DeliveriesService extends Jobs {
  private readonly logger = new Logger(DeliveriesService.name);
  private readonly storage;

  constructor(
    private readonly db: DataSource,
    private readonly mailer: Mailer,
    private readonly bus: Bus,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super('deliveries', CONNECTIONS);
    this.storage = openedLater(config.STORAGE_URL);
  }

  protected async due(now: Date, limit: number): Promise<Alarm[]> {
    const due = await this.db.manager.find(Delivery, {
      select: { id: true, attempts: true, dueAt: true },
      where: { status: In(['queued', 'bounced_temporary']), dueAt: LessThanOrEqual(now) },
      order: { dueAt: 'ASC' },
      take: limit,
    });
    return due.map(alarmOf);
  }

  sendLater(deliveries: readonly Due[]): void {
    this.later(deliveries.map(alarmOf));
  }

  /** Sends a mail that is due. A second worker, or a second alarm, finds it taken. */
  async run(id: string, now: Date): Promise<void> {
    const taken = await this.take(id, now);
    if (!taken) return;
    const { delivery, contents } = taken;
    await inSpan({ kind: 'internal', name: 'mail', cause: contents[0]?.announcement.traceparent }, async () => {
      try {
        const enclosed = await this.read(contents.flatMap(({ announcement }) => announcement.documents));
        const led = await Promise.all(contents.map((content) => this.lead(content)));
        const theme = await findTheme(this.db.manager, delivery.organizationId);
        const says = led.length === 1 ? led[0]?.message.qrCode : undefined;
        const code = says === undefined ? null : await qrCodePicture(says);
        const mail = mailOf(delivery, led, enclosed, this.config, theme, code);
        await this.mailer.send(mail);
        delivery.sent(now);
      } catch (error) {
        if (!(error instanceof Bounce)) throw error;
        delivery.bounce(error, now);
        if (!error.isOfServer)
          this.logger.warn({ msg: 'a mail was not taken', delivery: id, failure: error.code, status: delivery.status });
      }
      await this.note(delivery);
    });
  }

  /** @throws StorageFailed when the PDFs that go with mails cannot be reached */
  async checkStorage(): Promise<void> {
    await (await this.storage()).check();
  }

  /** Marks a mail as being sent, with all that it says; null when it is not to be sent now. */
  private take(id: string, now: Date): Promise<{ delivery: Delivery; contents: ReturnType<typeof contentOf>[] } | null> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(Delivery, { id });
      if (known?.isGathered) await lock(tx, known);
      const delivery = await tx.findOne(Delivery, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!delivery?.take(now)) return null;
      await tx.save(delivery);
      if (delivery.isGathered && delivery.attempts === 1) await joinOthers(tx, delivery);
      const joined = await tx.find(Delivery, { where: { joinedId: id }, relations: { announcement: true } });
      const taken = await tx.findOneOrFail(Delivery, { where: { id }, relations: { announcement: true } });
      return { delivery: taken, contents: [taken, ...joined].map(contentOf) };
    });
  }

  /** Writes how it went. A crash before this sends the mail again later, under the same Message-ID. */
  private async note({ id, attempts, status, dueAt, sentAt, failure }: Delivery): Promise<void> {
    // Only while this try is the last one: whoever was presumed dead does not overwrite his successor.
    await this.db.manager.update(Delivery, { id, attempts }, { status, dueAt, sentAt, failure, sendingSince: null });
    if (status === 'bounced_temporary') this.sendLater([{ id, attempts, dueAt }]);
  }

  /** A one-time link is asked for when the mail is written, so that its secret lies in no table of ours. */
  private async lead(content: Content): Promise<Content> {
    const { linkId } = content.message;
    if (!linkId) return content;
    const { path } = await this.bus.call(issueLink, { id: linkId }, service).catch((error: unknown) => {
      this.logger.warn({ err: error, msg: 'a one-time link was not told' });
      throw new Bounce('ELINK', false);
    });
    if (path === null) throw new Bounce('ELINKOVER', true);
    return { ...content, message: { ...content.message, path } };
  }

  private async read(enclosures: Enclosure[]): Promise<(Enclosure & { content: Buffer })[]> {
    if (enclosures.length === 0) return [];
    return Promise.all(
      enclosures.map(async (enclosure) => {
        const content = await this.bytesOf(enclosure.key).catch((error: unknown) => {
          this.logger.error({ err: error, msg: 'an enclosure could not be read' });
          throw new Bounce('ESTORAGE', false);
        });
        return { ...enclosure, content };
      }),
    );
  }

  private async bytesOf(key: string): Promise<Buffer> {
    return (await this.storage()).getBytes(key);
  }
}

function contentOf({ announcement, message }: Delivery) {
  const words = announcement?.messages[message];
  if (!announcement || !words) throw new Error(`There is no message ${message} in an announcement`);
  return { announcement, message: words };
}

const alarmOf = ({ id, attempts: attempt, dueAt: at }: Due): Alarm => ({ id, attempt, at });
