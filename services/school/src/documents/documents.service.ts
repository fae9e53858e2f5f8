import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { idReused } from '@sportello/contracts/problems';
import { notHolder } from '@sportello/contracts/school/children';
import {
  creditTopUp,
  dueWanted,
  listDocuments,
  listPaidTopUps,
  listTopUps,
  putTopUp,
  refuseTopUp,
  serviceNotPrepaid,
  topUpNotFound,
  topUpNotPaid,
} from '@sportello/contracts/school/documents';
import { type Officer, officerOf } from '@sportello/directory/officers';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { stableId } from '@sportello/messaging/stable-id';
import { ascending, byDate, byInstant, byText, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import { post } from '../accounts/movement.entity.js';
import { warnOfLowBalances } from '../accounts/warning.js';
import { Badge, Child } from '../children/child.entity.js';
import { accessChild, accessChildren, Parents } from '../children/parents.js';
import { SchoolService } from '../children/school.entity.js';
import { Invoice } from './invoice.entity.js';
import { TopUp } from './top-up.entity.js';

const lastIssued = descending<Invoice>(
  [byDate('i.issuedOn', ({ issuedOn }) => issuedOn), byText('i.number', ({ number }) => number)],
  'i.id',
);
const lastAsked = descending<TopUp>([byInstant('t.askedAt', ({ askedAt }) => askedAt)], 't.id');
const firstPaid = ascending<TopUp>([byInstant('t.paidAt', ({ paidAt, askedAt }) => paidAt ?? askedAt)], 't.id');

type Told = Output<typeof listTopUps>['items'][number];

/** What a parent owes and pays in, and what the office credits. */
@Controller()
export class DocumentsService {
  constructor(
    private readonly db: DataSource,
    private readonly parents: Parents,
  ) {}

  @Handles(listDocuments)
  async list({ childId, show, ...page }: Input<typeof listDocuments>, actor: Actor): Promise<Output<typeof listDocuments>> {
    const { manager } = this.db;
    const parent = await this.parents.identify(actor);
    const rights = show === 'to_pay' ? (['pay'] as const) : (['see', 'pay'] as const);
    const children = await accessChildren(manager, parent, rights, childId === undefined ? undefined : [childId]);
    const query = manager.createQueryBuilder(Invoice, 'i').where({ childId: In(children.map(({ id }) => id)) });
    if (show === 'to_pay')
      query.andWhere(
        'i.position_id is not null and not i.is_to_collection and i.amount_cents > i.paid_elsewhere_cents + i.paid_here_cents',
      );
    const { items, next } = await lastIssued.pageOf(query, page);
    const nameOf = (id: string) => children.find((child) => child.id === id)?.name ?? '';
    return {
      items: items.map((invoice) => ({
        ...invoice,
        childName: nameOf(invoice.childId),
        paidCents: invoice.paidCents,
        dueCents: invoice.dueCents,
        positionId: invoice.shownPositionId,
      })),
      next,
    };
  }

  @Handles(putTopUp)
  async topUp({ id, childId, badge, serviceId, amountCents }: Input<typeof putTopUp>, actor: Actor): Promise<Told> {
    const parent = await this.parents.identify(actor);
    return this.db.transaction(async (tx) => {
      const child = await accessChild(tx, childId, parent, 'pay');
      const asked = { where: { childId, number: badge }, lock: { mode: 'pessimistic_read' } } as const;
      const { id: badgeId } = (await tx.findOne(Badge, asked)) ?? refuse(new Problem(notHolder));
      const known = await tx.findOneBy(TopUp, { id });
      if (known) {
        const isSame = known.personId === parent.personId && known.badgeId === badgeId && known.serviceId === serviceId;
        if (!(isSame && known.amountCents === amountCents)) throw new Problem(idReused);
        return (await toldOf(tx, [known]))[0] as Told;
      }
      const [service]: { name: string }[] = await tx.query(
        `select s.name from school_services s join enrolments e on e.service_id = s.id
         where s.id = $1 and e.child_id = $2 and s.is_prepaid limit 1`,
        [serviceId, childId],
      );
      if (!service) throw new Problem(serviceNotPrepaid);
      const now = new Date();
      const topUp = tx.create(TopUp, {
        ...{ id, organizationId: child.organizationId, childId, badgeId, serviceId, amountCents, personId: parent.personId },
        ...{ state: 'awaiting_payment', askedAt: now, paidAt: null, paidCents: null },
        ...{ creditedBy: null, creditedAt: null, refusedBy: null, refusedAt: null, refusal: null },
      });
      // Of two presses at once the second meets the key, and the bus begins it anew.
      await tx.insert(TopUp, topUp);
      await publish(tx, dueWanted, {
        ...{ positionId: id, organizationId: child.organizationId, personId: parent.personId, at: now, amountCents, dueOn: null },
        debtor: { code: parent.fiscalCode, fullName: parent.name },
        beneficiaryName: child.name,
        reason: `Ricarica ${service.name}, badge ${badge}`,
      });
      return (await toldOf(tx, [topUp]))[0] as Told;
    });
  }

  @Handles(listTopUps)
  async topUps(page: Input<typeof listTopUps>, actor: Actor): Promise<Output<typeof listTopUps>> {
    const { manager } = this.db;
    const children = await accessChildren(manager, await this.parents.identify(actor), ['see', 'pay']);
    const query = manager.createQueryBuilder(TopUp, 't').where({ childId: In(children.map(({ id }) => id)) });
    const { items, next } = await lastAsked.pageOf(query, page);
    return { items: await toldOf(manager, items), next };
  }

  @Handles(listPaidTopUps)
  async paid(page: Input<typeof listPaidTopUps>, actor: Actor): Promise<Output<typeof listPaidTopUps>> {
    const { manager } = this.db;
    const { organizationId } = await officerOf(manager, actor, 'procedure');
    const query = manager.createQueryBuilder(TopUp, 't').where({ organizationId, state: 'paid' });
    const { items, next } = await firstPaid.pageOf(query, page);
    return { items: await toldOf(manager, items), next };
  }

  /** Refused already it is answered as it was refused first. */
  @Handles(refuseTopUp)
  refuse({ id, reason }: Input<typeof refuseTopUp>, actor: Actor): Promise<Told> {
    return this.db.transaction(async (tx) => {
      const officer = await officerOf(tx, actor, 'procedure', 'change');
      const topUp = await accessPaid(tx, id, officer);
      if (topUp.state === 'credited') throw new Problem(topUpNotPaid);
      if (topUp.state === 'paid')
        await tx.save(Object.assign(topUp, { state: 'refused', refusedBy: officer.id, refusedAt: new Date(), refusal: reason }));
      return (await toldOf(tx, [topUp]))[0] as Told;
    });
  }

  /** The movement is noted with the state, and once: its number is that of the position. */
  @Handles(creditTopUp)
  credit({ id }: Input<typeof creditTopUp>, actor: Actor): Promise<Told> {
    return this.db.transaction(async (tx) => {
      const officer = await officerOf(tx, actor, 'procedure', 'change');
      const { organizationId } = officer;
      const topUp = await accessPaid(tx, id, officer);
      if (topUp.state === 'refused') throw new Problem(topUpNotPaid);
      if (topUp.state === 'paid') {
        const now = new Date();
        const { badgeId, amountCents, paidCents } = topUp;
        await post(tx, [
          {
            ...{ id: stableId(now, 'top-up', id), organizationId, number: `top_up ${id}`, day: romeDate(now), at: now, kind: 'top_up' },
            ...{ fromAccount: organizationId, toAccount: badgeId, cents: paidCents ?? amountCents, badgeId, reason: 'pagoPA' },
          },
        ]);
        await tx.save(Object.assign(topUp, { state: 'credited', creditedBy: officer.id, creditedAt: now }));
        await warnOfLowBalances(tx, organizationId, [badgeId], now);
      }
      return (await toldOf(tx, [topUp]))[0] as Told;
    });
  }
}

/** @throws Problem `topUpNotFound` for another body's, `topUpNotPaid` before it was paid */
async function accessPaid(tx: EntityManager, id: string, { organizationId }: Officer): Promise<TopUp> {
  const topUp = await tx.findOne(TopUp, { where: { id, organizationId }, lock: { mode: 'pessimistic_write' } });
  if (!topUp) throw new Problem(topUpNotFound);
  if (topUp.state === 'awaiting_payment' || topUp.state === 'expired') throw new Problem(topUpNotPaid);
  return topUp;
}

const refuse = (problem: Problem): never => {
  throw problem;
};

async function toldOf(tx: EntityManager, topUps: readonly TopUp[]): Promise<Told[]> {
  const [children, badges, services] = [
    await tx.findBy(Child, { id: In(topUps.map(({ childId }) => childId)) }),
    await tx.findBy(Badge, { id: In(topUps.map(({ badgeId }) => badgeId)) }),
    await tx.findBy(SchoolService, { id: In(topUps.map(({ serviceId }) => serviceId)) }),
  ];
  return topUps.map((topUp) => ({
    ...topUp,
    childName: children.find(({ id }) => id === topUp.childId)?.name ?? '',
    badge: badges.find(({ id }) => id === topUp.badgeId)?.number ?? '',
    serviceName: services.find(({ id }) => id === topUp.serviceId)?.name ?? '',
  }));
}
