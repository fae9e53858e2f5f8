import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getChild, listChildren, notHolder, rightNotGiven } from '@sportello/contracts/school/children';
import { namesOf } from '@sportello/directory/copies';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import { SchoolSettings } from '../settings/school-settings.entity.js';
import { Badge, Child, Enrolment } from './child.entity.js';
import { type Held, heldBy, Parents } from './parents.js';
import { School, SchoolService } from './school.entity.js';

const byName = ascending<Child>(
  [byText('child.familyName', ({ familyName }) => familyName), byText('child.givenName', ({ givenName }) => givenName)],
  'child.id',
);

/** What a parent reads: nobody changes a record here (SCH-16). */
@Controller()
export class ChildrenService {
  constructor(
    private readonly db: DataSource,
    private readonly parents: Parents,
  ) {}

  /** Whoever holds nothing is told so, whatever she looks for; a holder who finds nothing has an empty list. */
  @Handles(listChildren)
  async list({ name, badge, ...page }: Input<typeof listChildren>, actor: Actor): Promise<Output<typeof listChildren>> {
    const { manager } = this.db;
    const held = await heldBy(manager, await this.parents.identify(actor));
    if (held.length === 0) throw new Problem(notHolder);
    const query = manager.createQueryBuilder(Child, 'child').where({ id: In(held.map(({ child }) => child.id)) });
    if (name?.trim())
      query.andWhere(`strpos(upper(child.familyName || ' ' || child.givenName), upper(:name)) > 0`, {
        name: name.trim().replaceAll('\0', ''),
      });
    if (badge?.trim())
      query.andWhere('exists (select 1 from badges b where b.child_id = child.id and b.number = :badge)', {
        badge: badge.trim().replaceAll('\0', ''),
      });
    const { items, next } = await byName.pageOf(query, page);
    const found = items.flatMap(({ id }) => held.filter(({ child }) => child.id === id));
    return { items: await rowsOf(manager, found), next };
  }

  @Handles(getChild)
  async get({ id }: Input<typeof getChild>, actor: Actor): Promise<Output<typeof getChild>> {
    const { manager } = this.db;
    const [held] = await heldBy(manager, await this.parents.identify(actor), [id]);
    if (!held) throw new Problem(notHolder);
    if (!held.rights.includes('see')) throw new Problem(rightNotGiven);
    const { child } = held;
    const [row] = await rowsOf(manager, [held]);
    const settings = await manager.findOneBy(SchoolSettings, { organizationId: child.organizationId });
    const { reportProcedureId = null, dietProcedureId = null } = settings ?? {};
    const enrolments = await enrolmentsOf(manager, child);
    return { ...child, ...row, enrolments, reportProcedureId, dietProcedureId } as Output<typeof getChild>;
  }
}

async function rowsOf(tx: EntityManager, held: readonly Held[]) {
  const children = held.map(({ child }) => child);
  const badges = await tx.find(Badge, { where: { childId: In(children.map(({ id }) => id)) }, order: { number: 'ASC' } });
  const names = await namesOf(
    tx,
    children.map(({ organizationId }) => organizationId),
  );
  return held.map(({ child: { id, organizationId, name, status }, rights }) => ({
    ...{ id, organizationId, name, status, rights: [...rights] },
    organizationName: names.get(organizationId) ?? '',
    badges: badges.filter(({ childId }) => childId === id).map(({ number }) => number),
  }));
}

/** A price of the family comes before that of everybody. */
async function enrolmentsOf(tx: EntityManager, { id: childId }: Child): Promise<Output<typeof getChild>['enrolments']> {
  const enrolments = await tx.find(Enrolment, { where: { childId }, order: { startsOn: 'DESC', id: 'ASC' } });
  const [services, schools] = await Promise.all([
    tx.findBy(SchoolService, { id: In(enrolments.map(({ serviceId }) => serviceId)) }),
    tx.findBy(School, { id: In(enrolments.map(({ schoolId }) => schoolId)) }),
  ]);
  return enrolments.map(({ id, serviceId, schoolId, className, startsOn, endsOn, priceCents }) => {
    const service = services.find((it) => it.id === serviceId);
    return {
      ...{ id, serviceId, className, from: startsOn, to: endsOn },
      serviceName: service?.name ?? '',
      isPrepaid: service?.isPrepaid ?? false,
      schoolName: schools.find((it) => it.id === schoolId)?.name ?? '',
      priceCents: priceCents ?? service?.priceCents ?? null,
    };
  });
}
