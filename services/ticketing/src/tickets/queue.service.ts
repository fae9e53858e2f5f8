import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { countTickets, listTicketQueue, TicketView } from '@sportello/contracts/ticketing/work';
import { replacedBy } from '@sportello/directory/absences';
import { type Officer, officerOf } from '@sportello/directory/officers';
import { addWorkingDays } from '@sportello/italy/holidays';
import { addDays, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { wordsIn } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { beginningWith } from '@sportello/service/full-text';
import { ascending, byInstant, countUpTo, descending } from '@sportello/service/paging';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { openTime } from '../clocks/office-time.js';
import { Desk } from '../desks/desk.entity.js';
import { rowsOf } from './reading.js';
import { IS_OPEN, Ticket } from './ticket.entity.js';

const urgentFirst = ascending<Ticket>([byInstant('ticket.queueAt', ({ queueAt }) => queueAt)], 'ticket.id');
const lastFirst = descending<Ticket>([byInstant('ticket.changedAt', ({ changedAt }) => changedAt)], 'ticket.id');

/** What counts as due soon: on a Friday what is due on Monday too. */
const soonAt = (now: Date): Date => romeInstant(addDays(addWorkingDays(romeDate(now), 1), 1));
/** Of what is due later than that nobody wants to know how many hours of service it is away. Milliseconds. */
const FAR_MS = 31 * 24 * 3_600_000;
const isOpen = IS_OPEN.replace('status', 'ticket.status');

/** What an operator asked for herself others work on. */
const isOthers = 'ticket.applicant_id <> :me';

/** The same conditions find the tickets of a view and count them. */
const views: Record<TicketView, string> = {
  desk: isOpen,
  unassigned: `${isOpen} and ticket.officer_id is null and ticket.status <> 'resolved'`,
  mine: `${isOpen} and ticket.officer_id = any(:held)`,
  awaiting: "ticket.status = 'awaiting_user'",
  due: `${isOpen} and ticket.queue_at > :now and ticket.queue_at <= :soon`,
  late: `${isOpen} and ticket.queue_at <= :now`,
  ended: `not (${isOpen})`,
};

const places = { me: '$3', now: '$4', soon: '$5', held: '$6::uuid[]' } as const;
const counted = TicketView.options.filter((view) => view !== 'ended');
/** All views but what has ended, in one statement. */
const counting = `select ${counted
  .map((view) => {
    const isShown = views[view].replace(/:(me|now|soon|held)/g, (_, name: keyof typeof places) => places[name]);
    const isSeen = `ticket.organization_id = $1 and ($2::uuid[] is null or ticket.desk_id = any($2::uuid[])) and ${isOthers.replace(':me', '$3')}`;
    return `${countUpTo(`from tickets ticket where ${isSeen} and ${isShown}`)} "${view}"`;
  })
  .join(', ')}`;

@Controller()
export class QueueService {
  constructor(private readonly db: DataSource) {}

  @Handles(listTicketQueue)
  async list(
    { view, deskId, status, kind, search, ...page }: Input<typeof listTicketQueue>,
    actor: Actor,
  ): Promise<Output<typeof listTicketQueue>> {
    const now = new Date();
    const officer = await officerOf(this.db.manager, actor, 'desk');
    const { organizationId } = officer;
    const query = await this.of(view, officer, now);
    if (deskId) query.andWhere({ deskId });
    if (status) query.andWhere({ status });
    if (kind) query.andWhere({ kind });
    if (search) {
      const words = beginningWith(wordsIn(search));
      query.andWhere(words === null ? 'false' : 'ticket.words @@ :words::tsquery', { words });
    }
    const { items, next } = await (view === 'ended' ? lastFirst : urgentFirst).pageOf(query, page);
    const rows = await rowsOf(this.db.manager, items);
    const desks = await this.db.manager.findBy(Desk, { id: In([...new Set(items.map((ticket) => ticket.deskId))]), organizationId });
    return {
      items: items.map((ticket, at) => {
        const desk = desks.find(({ id }) => id === ticket.deskId);
        const { dueFirst: dueAt } = ticket;
        const isNear = desk && dueAt && dueAt > now && dueAt.getTime() - now.getTime() < FAR_MS;
        return {
          ...ticket,
          ...(rows[at] as (typeof rows)[number]),
          deskName: desk?.name ?? { it: '-', en: '-' },
          dueAt,
          isLate: dueAt !== null && dueAt <= now,
          leftMinutes: isNear ? Math.floor(openTime(desk, now, dueAt) / 60_000) : null,
        };
      }),
      next,
    };
  }

  @Handles(countTickets)
  async count(_: Input<typeof countTickets>, actor: Actor): Promise<Output<typeof countTickets>> {
    const officer = await officerOf(this.db.manager, actor, 'desk');
    const { id, organizationId, subjectIds } = officer;
    const now = new Date();
    const held = await this.heldBy(officer, now);
    const [counts] = await this.db.query(counting, [organizationId, subjectIds, id, now, soonAt(now), held]);
    return counts;
  }

  /** Who she is, and those for whom she stands in (ADM-32). */
  private async heldBy({ id, organizationId }: Officer, now: Date): Promise<string[]> {
    return [id, ...(await replacedBy(this.db.manager, id, organizationId, romeDate(now)))];
  }

  private async of(view: TicketView, officer: Officer, now: Date): Promise<SelectQueryBuilder<Ticket>> {
    const { id: me, organizationId, subjectIds } = officer;
    const held = view === 'mine' ? await this.heldBy(officer, now) : [];
    const query = this.db.createQueryBuilder(Ticket, 'ticket').where({ organizationId });
    if (subjectIds) query.andWhere({ deskId: In(subjectIds) });
    return query.andWhere(isOthers).andWhere(views[view], { me, now, soon: soonAt(now), held });
  }
}
