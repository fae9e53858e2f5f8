import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { invalidInput } from '@sportello/contracts/problems';
import { getAccount, listAttendance, putWarning } from '@sportello/contracts/school/accounts';
import { notHolder } from '@sportello/contracts/school/children';
import { DEFAULT_WARNING_DAYS } from '@sportello/contracts/school/limits';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byDate, descending } from '@sportello/service/paging';
import { DataSource } from 'typeorm';
import { Badge } from '../children/child.entity.js';
import { accessChild, Parents } from '../children/parents.js';
import { SchoolService } from '../children/school.entity.js';
import { Attendance } from './attendance.entity.js';
import { BadgeWarning } from './badge-warning.entity.js';
import { daysAhead } from './days-ahead.js';
import { balancesOf, Movement } from './movement.entity.js';

/** An attendance as a list shows it: its service is what tells it apart on its day. */
interface Day {
  id: string;
  day: string;
  serviceName: string;
  isPresent: boolean;
  menu: string | null;
  chargedCents: number | null;
  isDue: boolean;
  isPrepaid: boolean;
}

const lastDayFirst = descending<Day>([byDate('a.day', ({ day }) => day)], 'a.service_id');
const lastFirst = descending<Movement>([byDate('m.day', ({ day }) => day)], 'm.id');

/** What a parent sees of attendance and of the virtual account of a badge. */
@Controller()
export class AccountsService {
  constructor(
    private readonly db: DataSource,
    private readonly parents: Parents,
  ) {}

  /** One child at a time (SCH-08). */
  @Handles(listAttendance)
  async attendance({ id, from, to, ...page }: Input<typeof listAttendance>, actor: Actor): Promise<Output<typeof listAttendance>> {
    checkPeriod(from, to);
    const { manager } = this.db;
    const { id: childId } = await accessChild(manager, id, await this.parents.identify(actor), 'see');
    const query = manager
      .createQueryBuilder(Attendance, 'a')
      .innerJoin(SchoolService, 's', 's.id = a.service_id')
      .leftJoin(
        'enrolments',
        'e',
        "e.child_id = a.child_id and e.service_id = a.service_id and e.starts_on <= a.day and coalesce(e.ends_on, 'infinity') >= a.day",
      )
      .leftJoin(
        'service_days',
        'd',
        'd.organization_id = a.organization_id and d.service_id = a.service_id and d.school_id = e.school_id and d.day = a.day',
      )
      .select('a.service_id', 'id')
      .addSelect('a.day::text', 'day')
      .addSelect('s.name', 'serviceName')
      .addSelect('a.is_present', 'isPresent')
      .addSelect('d.menu', 'menu')
      .addSelect('a.charged_cents', 'chargedCents')
      .addSelect('a.is_due', 'isDue')
      .addSelect('s.is_prepaid', 'isPrepaid')
      .where('a.child_id = :childId and a.day between :from and :to', { childId, from, to });
    const { items, next } = lastDayFirst.cut(await lastDayFirst.bound(query, page).getRawMany<Day>(), page.limit);
    return {
      items: items.map(({ menu, chargedCents, ...day }) => ({
        ...day,
        menu: menu ?? '',
        chargedCents: chargedCents ?? 0,
        charge: chargeOf({ ...day, chargedCents }),
      })),
      next,
    };
  }

  @Handles(getAccount)
  async account({ id, badge, from, to, ...page }: Input<typeof getAccount>, actor: Actor): Promise<Output<typeof getAccount>> {
    checkPeriod(from, to);
    const parent = await this.parents.identify(actor);
    // Sums and rows are of one moment.
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      const child = await accessChild(tx, id, parent, 'see', 'pay');
      const { id: account } = (await tx.findOneBy(Badge, { childId: child.id, number: badge })) ?? absent();
      const movements = tx
        .createQueryBuilder(Movement, 'm')
        .where('(m.from_account = :account or m.to_account = :account) and m.day between :from and :to', { account, from, to });
      const { items, next } = await lastFirst.pageOf(movements, page);
      const { openingCents, closingCents, balanceCents } = await balancesOf(tx, account, from, to);
      const paidInCents = await paidInto(tx, account, from, to);
      return {
        items: items.map((movement) => ({ ...movement, cents: movement.toAccount === account ? movement.cents : -movement.cents })),
        next,
        ...{ balanceCents, openingCents, paidInCents, chargedCents: openingCents + paidInCents - closingCents },
        endsOn: await endOf(tx, child.id, account, balanceCents),
        limitCents: await limitOf(tx, child.id),
        warning: (await tx.findOneBy(BadgeWarning, { badgeId: account })) ?? unsaid,
      };
    });
  }

  /** Said again it is answered the same. What was told already is not told again before there is enough. */
  @Handles(putWarning)
  async warn({ id, badge, days, version }: Input<typeof putWarning>, actor: Actor): Promise<Output<typeof putWarning>> {
    const parent = await this.parents.identify(actor);
    return this.db.transaction(async (tx) => {
      const child = await accessChild(tx, id, parent, 'pay');
      const { id: badgeId, organizationId } = (await tx.findOneBy(Badge, { childId: child.id, number: badge })) ?? absent();
      const present = await tx.findOne(BadgeWarning, { where: { badgeId }, lock: { mode: 'pessimistic_write' } });
      if (present?.version === version + 1 && present.days === days) return present;
      checkVersion(version, present?.version ?? 0);
      const warning = tx.create(BadgeWarning, { badgeId, organizationId, toldAt: null, ...present, days, version: version + 1 });
      // Of two that are the first at once the second meets the key, and the bus begins it anew.
      if (present) await tx.save(warning);
      else await tx.insert(BadgeWarning, warning);
      return warning;
    });
  }
}

function chargeOf({ isDue, isPresent, isPrepaid, chargedCents }: Pick<Day, 'isDue' | 'isPresent' | 'isPrepaid' | 'chargedCents'>) {
  if (isDue) return 'awaited';
  if (chargedCents) return 'charged';
  return isPresent && !isPrepaid ? 'invoiced' : 'none';
}

const unsaid = { days: DEFAULT_WARNING_DAYS, version: 0 };

const absent = (): never => {
  throw new Problem(notHolder);
};

const endsEarly = { it: 'Il periodo finisce prima di cominciare', en: 'The period ends before it begins' };

function checkPeriod(from: string, to: string): void {
  if (from > to) throw new Problem(invalidInput, endsEarly, { errors: [{ pointer: '/to', detail: endsEarly }] });
}

type Manager = DataSource['manager'];

/** What is reversed was charged, and not paid in. */
async function paidInto(tx: Manager, account: string, from: string, to: string): Promise<number> {
  const [row]: { cents: number }[] = await tx.query(
    'select coalesce(sum(cents), 0)::int as cents from movements where to_account = $1 and kind in ($4, $5) and day between $2 and $3',
    [account, from, to, 'top_up', 'credit'],
  );
  return row?.cents ?? 0;
}

/** The first day that what is left does not pay for (SCH-30). Days are charged to the child's first badge: another one pays for none. */
async function endOf(tx: Manager, childId: string, account: string, balanceCents: number): Promise<string | null> {
  const [row]: { day: string }[] = await tx.query(
    `select day::text as day from (${daysAhead('$1', '$2')}) ahead
     where spent > $3 and $4 = (select id from badges where child_id = $1 order by number limit 1)
     order by day limit 1`,
    [childId, romeDate(new Date()), balanceCents, account],
  );
  return row?.day ?? null;
}

/** The most that a service of the child lets an account go below zero. */
async function limitOf(tx: Manager, childId: string): Promise<number> {
  const [row]: { cents: number }[] = await tx.query(
    `select coalesce(max(s.overdraft_cents), 0)::int as cents from enrolments e join school_services s on s.id = e.service_id
     where e.child_id = $1 and s.is_prepaid`,
    [childId],
  );
  return row?.cents ?? 0;
}
