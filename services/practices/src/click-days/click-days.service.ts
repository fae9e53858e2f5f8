import { isDeepStrictEqual } from 'node:util';
import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import {
  type ClickDayState,
  clickDayBegun,
  clickDayNotFound,
  deleteClickDay,
  getClickDay,
  listClickDays,
  noticeNeeded,
  putClickDay,
  unfitForClickDay,
} from '@sportello/contracts/practices/click-days';
import { procedureNotFound } from '@sportello/contracts/practices/procedures';
import { namesOf } from '@sportello/directory/copies';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import { placesLeft } from '../limits/limits.js';
import { checkFaults, fitsClickDay, saveProcedure, windowFaults } from '../managing/saving.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { windowState } from '../procedures/window.js';
import { ClickDayRow } from './click-day.entity.js';

type Shape = Output<typeof getClickDay>;
type Asked = Input<typeof putClickDay>;

const lastFirst = descending<ClickDayRow>([byInstant('d.opensAt', ({ opensAt }) => opensAt)], 'd.id');

/** Click days, and the hours from which their services take what is ready (ADM-16, CLK-10, CLK-12). */
@Controller()
export class ClickDaysService {
  constructor(private readonly db: DataSource) {}

  @Handles(listClickDays)
  async list(asked: Input<typeof listClickDays>, actor: Actor): Promise<Output<typeof listClickDays>> {
    const tx = this.db.manager;
    const query = tx.createQueryBuilder(ClickDayRow, 'd');
    if (asked.organizationId) query.andWhere('d.organizationId = :id', { id: asked.organizationId });
    const { items, next } = await lastFirst.pageOf(query, asked);
    return { items: await shapesOf(tx, items, actor), next };
  }

  @Handles(getClickDay)
  async get({ id }: Input<typeof getClickDay>, actor: Actor): Promise<Shape> {
    return read(this.db.manager, id, actor);
  }

  @Handles(putClickDay)
  put(asked: Asked, actor: Actor): Promise<Shape> {
    return this.db.transaction(async (tx) => {
      const now = new Date();
      const { organizationId } = actor;
      if (!organizationId) throw new Problem(clickDayNotFound);
      const known = await tx.findOne(ClickDayRow, { where: { id: asked.id }, lock: { mode: 'pessimistic_write' } });
      // Not theirs and not there are one answer: an id that another body took is as one that is in use.
      if (known && known.organizationId !== organizationId) throw new Problem(clickDayNotFound);
      const wanted = [...new Set(asked.procedureIds)];
      const { joining, leaving } = await servicesOf(tx, asked.id, wanted, organizationId);
      const row = tx.create(ClickDayRow, {
        ...{ id: asked.id, organizationId, title: asked.title, opensAt: asked.opensAt, closesAt: asked.closesAt },
        ...{ notices: known?.notices ?? [], version: (known?.version ?? 0) + 1 },
      });
      const isSame =
        known !== null && isSameDay(known, row) && leaving.length === 0 && joining.every(({ clickDayId }) => clickDayId === row.id);
      if (isSame && (asked.notice === null || isDeepStrictEqual(asked.notice, known.notices[0]?.text))) return read(tx, row.id, actor);
      checkVersion(asked.version, known?.version ?? 0);
      checkChange(asked, known, { joining, leaving }, now);
      if (asked.notice) row.notices = [{ at: now.toISOString(), text: asked.notice }, ...row.notices];
      await tx.save(row);
      const { id: clickDayId, opensAt: sendingOpensAt, closesAt: sendingClosesAt } = row;
      for (const it of joining) await keep(tx, it, { clickDayId, sendingOpensAt, sendingClosesAt });
      for (const it of leaving) await keep(tx, it, notSent);
      return read(tx, row.id, actor);
    });
  }

  @Handles(deleteClickDay)
  delete({ id, version }: Input<typeof deleteClickDay>, { organizationId }: Actor): Promise<Output<typeof deleteClickDay>> {
    return this.db.transaction(async (tx) => {
      const where = { id, organizationId: organizationId ?? '' };
      const known = organizationId ? await tx.findOne(ClickDayRow, { where, lock: { mode: 'pessimistic_write' } }) : null;
      if (!known) throw new Problem(clickDayNotFound);
      checkVersion(version, known.version);
      const services = await lockServices(tx, { clickDayId: id });
      const state = stateOf(known, services, new Date());
      if (state === 'open' || state === 'closed') throw new Problem(clickDayBegun);
      if (isFilledIn(services, new Date())) throw new Problem(noticeNeeded, sayWhy);
      for (const it of services) await keep(tx, it, notSent);
      await tx.delete(ClickDayRow, { id });
      return { id };
    });
  }
}

type Sent = Pick<Procedure, 'clickDayId' | 'sendingOpensAt' | 'sendingClosesAt'>;
const notSent: Sent = { clickDayId: null, sendingOpensAt: null, sendingClosesAt: null };

const isSameDay = (a: ClickDayRow, b: ClickDayRow) =>
  a.opensAt.getTime() === b.opensAt.getTime() &&
  a.closesAt.getTime() === b.closesAt.getTime() &&
  a.title.it === b.title.it &&
  a.title.en === b.title.en;

async function keep(tx: EntityManager, known: Procedure, sent: Sent): Promise<void> {
  await saveProcedure(tx, tx.create(Procedure, { ...known, ...sent, version: known.version + 1 }));
}

/** In the order of ids, so that two who change services never wait for each other in a circle. */
const lockServices = (tx: EntityManager, where: { clickDayId: string } | { id: ReturnType<typeof In>; organizationId: string }) =>
  tx.find(Procedure, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });

/** Those that are wanted, and those that are on it and no longer wanted. @throws Problem `procedureNotFound` */
async function servicesOf(tx: EntityManager, clickDayId: string, wanted: string[], organizationId: string) {
  const on = await tx.find(Procedure, { select: { id: true }, where: { clickDayId } });
  const ids = [...new Set([...wanted, ...on.map(({ id }) => id)])];
  const found = await lockServices(tx, { id: In(ids), organizationId });
  const joining = found.filter(({ id }) => wanted.includes(id));
  if (joining.length < wanted.length) throw new Problem(procedureNotFound);
  return { joining, leaving: found.filter((it) => it.clickDayId === clickDayId && !wanted.includes(it.id)) };
}

/** What the law of the day allows: see `docs/click-day.md`. */
function checkChange(
  { opensAt, closesAt, notice }: Asked,
  known: ClickDayRow | null,
  { joining, leaving }: { joining: Procedure[]; leaving: Procedure[] },
  now: Date,
): void {
  const opensOtherwise = known?.opensAt.getTime() !== opensAt.getTime();
  const isMoved = opensOtherwise || known?.closesAt.getTime() !== closesAt.getTime();
  const isOther = leaving.length > 0 || joining.some(({ clickDayId }) => clickDayId !== known?.id);
  checkFaults([
    ...windowFaults({ opensAt, closesAt }),
    ...(opensOtherwise && opensAt <= now ? [{ pointer: '/opensAt', detail: inThePast }] : []),
    ...(isMoved && closesAt <= now ? [{ pointer: '/closesAt', detail: inThePast }] : []),
  ]);
  for (const it of joining) if (isElsewhere(it, known, now) || !fitsClickDay(it.settings)) throw new Problem(unfitForClickDay, it.title);
  if (!known) return;
  const services = [...joining, ...leaving].filter(({ clickDayId }) => clickDayId === known.id);
  const state = stateOf(known, services, now);
  // Whoever counts on the closing hour sends until then: it is only put off.
  const isShortened = state === 'open' && closesAt < known.closesAt && opensAt <= now;
  if (state === 'closed' || (state === 'open' && (isOther || isShortened))) throw new Problem(clickDayBegun);
  if ((state === 'open' || isFilledIn([...joining, ...leaving], now)) && (isMoved || isOther) && notice === null)
    throw new Problem(noticeNeeded);
}

/** Whether somebody may have filled in already; also where it is suspended today. */
const isFilledIn = (services: readonly Procedure[], now: Date): boolean =>
  services.some((it) => (it.status === 'published' || it.status === 'suspended') && windowState(it, now) !== 'early');

/** On another day that is not over yet. */
const isElsewhere = ({ clickDayId, sendingClosesAt }: Procedure, known: ClickDayRow | null, now: Date): boolean =>
  clickDayId !== null && clickDayId !== known?.id && sendingClosesAt !== null && sendingClosesAt > now;

function stateOf({ opensAt, closesAt }: ClickDayRow, services: readonly Procedure[], now: Date): ClickDayState {
  if (now >= closesAt) return 'closed';
  if (now >= opensAt) return 'open';
  return services.some((it) => it.status === 'published' && windowState(it, now) !== 'early') ? 'compiling' : 'planned';
}

async function read(tx: EntityManager, id: string, actor: Actor): Promise<Shape> {
  const row = await tx.findOneBy(ClickDayRow, { id });
  const [shape] = row ? await shapesOf(tx, [row], actor) : [];
  if (!shape) throw new Problem(clickDayNotFound);
  return shape;
}

/** As they are told: services that are not published are seen by their own body alone. */
async function shapesOf(tx: EntityManager, rows: readonly ClickDayRow[], { organizationId }: Actor): Promise<Shape[]> {
  const found = await tx.find(Procedure, { where: { clickDayId: In(rows.map(({ id }) => id)) }, order: { searchText: 'ASC', id: 'ASC' } });
  const [left, names] = [
    await placesLeft(tx, found),
    await namesOf(
      tx,
      rows.map((row) => row.organizationId),
    ),
  ];
  const now = new Date();
  return rows.map((row) => {
    const services = found.filter(({ clickDayId }) => clickDayId === row.id);
    return {
      ...row,
      organizationName: names.get(row.organizationId) ?? '',
      state: stateOf(row, services, now),
      notices: row.notices.map(({ at, text }) => ({ at: new Date(at), text })),
      services: services
        .filter((it) => it.isPublic || it.organizationId === organizationId)
        .map((it) => ({ ...it, placesLeft: left.get(it.id) ?? null })),
      serverTime: now,
    };
  });
}

const inThePast: Text = { it: 'L’ora deve essere nel futuro', en: 'The hour must lie in the future' };
const sayWhy: Text = {
  it: 'Qualcuno sta già compilando: si può rinviare con un avviso, non eliminare',
  en: 'Somebody is filling in already: it can be postponed with a notice, not deleted',
};
