import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { notFound } from '@sportello/contracts/problems';
import { cancelAbsence, listAbsences, listCutoffs, listNextDays, putCutoff, reportAbsences } from '@sportello/contracts/school/absences';
import { officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { accessChildren, Parents } from '../children/parents.js';
import { SchoolService, ServiceDay } from '../children/school.entity.js';
import { lockImports } from '../imports/lock.js';
import { Absence, SchoolCutoff } from './absence.entity.js';
import { Absences } from './absences.js';
import { setCutoffs } from './cutoffs.js';

const firstFirst = ascending<Absence>([byText('a.day::text', ({ day }) => day, z.iso.date())], 'a.id');

@Controller()
export class AbsencesService {
  constructor(
    private readonly db: DataSource,
    private readonly parents: Parents,
    private readonly absences: Absences,
  ) {}

  @Handles(reportAbsences)
  async report(input: Input<typeof reportAbsences>, actor: Actor): Promise<Output<typeof reportAbsences>> {
    const now = new Date();
    return { items: await this.absences.report(await this.parents.identify(actor), input, now) };
  }

  @Handles(cancelAbsence)
  async cancel({ id }: Input<typeof cancelAbsence>, actor: Actor): Promise<Output<typeof cancelAbsence>> {
    const now = new Date();
    return { state: await this.absences.cancel(await this.parents.identify(actor), id, now) };
  }

  @Handles(listAbsences)
  async list({ from, ...page }: Input<typeof listAbsences>, actor: Actor): Promise<Output<typeof listAbsences>> {
    const { manager } = this.db;
    const children = await accessChildren(manager, await this.parents.identify(actor), ['report']);
    const query = manager
      .createQueryBuilder(Absence, 'a')
      .where({ childId: In(children.map(({ id }) => id)) })
      .andWhere("a.day >= :from and a.state <> 'cancelled'", { from });
    const { items, next } = await firstFirst.pageOf(query, page);
    const days = await cutoffsByDay(manager, items);
    const services = await manager.findBy(SchoolService, { id: In(items.map(({ serviceId }) => serviceId)) });
    return {
      items: items.map((absence) => ({
        ...absence,
        childName: children.find(({ id }) => id === absence.childId)?.name ?? '',
        serviceName: services.find(({ id }) => id === absence.serviceId)?.name ?? '',
        cutoffAt: days.get(absence.serviceDayId) ?? absence.reportedAt,
      })),
      next,
    };
  }

  @Handles(listNextDays)
  async nextDays(_input: Input<typeof listNextDays>, actor: Actor): Promise<Output<typeof listNextDays>> {
    const { manager } = this.db;
    const children = await accessChildren(manager, await this.parents.identify(actor), ['report']);
    const now = new Date();
    const rows: { childId: string; serviceName: string; day: string; cutoffAt: Date }[] = await manager.query(
      `select distinct on (e.child_id, e.service_id) e.child_id as "childId", s.name as "serviceName", d.day::text as day, d.cutoff_at as "cutoffAt"
       from enrolments e
       join school_services s on s.id = e.service_id
       join service_days d on d.organization_id = e.organization_id and d.service_id = e.service_id and d.school_id = e.school_id
         and d.day between e.starts_on and coalesce(e.ends_on, 'infinity')
       where e.child_id = any($1) and d.cutoff_at > $2 and d.frozen_at is null
       order by e.child_id, e.service_id, d.day limit 100`,
      [children.map(({ id }) => id), now],
    );
    const nameOf = (childId: string) => children.find(({ id }) => id === childId)?.name ?? '';
    return { items: rows.map((row) => ({ ...row, childName: nameOf(row.childId) })) };
  }

  @Handles(listCutoffs)
  async cutoffs(_input: Input<typeof listCutoffs>, actor: Actor): Promise<Output<typeof listCutoffs>> {
    const { manager } = this.db;
    const { organizationId } = await officerOf(manager, actor, 'procedure');
    return { items: await cutoffsOf(manager, organizationId) };
  }

  @Handles(putCutoff)
  putCutoff({ serviceId, schoolId, time, daysBefore, version }: Input<typeof putCutoff>, actor: Actor): Promise<Output<typeof putCutoff>> {
    return this.db.transaction(async (tx) => {
      const { organizationId } = await officerOf(tx, actor, 'procedure', 'change');
      await lockImports(tx, organizationId);
      const [present] = await cutoffsOf(tx, organizationId, serviceId, schoolId);
      if (!present) throw new Problem(notFound);
      const isSame = present.version === version + 1 && present.time === time && present.daysBefore === daysBefore;
      if (isSame) return present;
      checkVersion(version, present.version);
      await tx.upsert(SchoolCutoff, { serviceId, schoolId, organizationId, time, daysBefore, version: version + 1 }, [
        'serviceId',
        'schoolId',
      ]);
      await setCutoffs(tx, organizationId, { serviceId, schoolId });
      return { ...present, time, daysBefore, version: version + 1 };
    });
  }
}

async function cutoffsByDay(tx: EntityManager, absences: readonly Absence[]): Promise<Map<string, Date>> {
  const days = await tx.findBy(ServiceDay, { id: In(absences.map(({ serviceDayId }) => serviceDayId)) });
  return new Map(days.flatMap(({ id, cutoffAt }) => (cutoffAt ? [[id, cutoffAt] as const] : [])));
}

/** Of what has days: a service at a school. */
async function cutoffsOf(
  tx: EntityManager,
  organizationId: string,
  serviceId: string | null = null,
  schoolId: string | null = null,
): Promise<Output<typeof listCutoffs>['items']> {
  return tx.query(
    `select s.id as "serviceId", s.name as "serviceName", h.id as "schoolId", h.name as "schoolName",
            coalesce(c.time, s.cutoff_time) as time, coalesce(c.days_before, s.cutoff_days_before) as "daysBefore", coalesce(c.version, 0) as version
     from school_services s
     join schools h on h.organization_id = s.organization_id
     left join cutoffs c on c.service_id = s.id and c.school_id = h.id
     where s.organization_id = $1 and ($2::uuid is null or s.id = $2) and ($3::uuid is null or h.id = $3)
       and exists (select 1 from service_days d where d.organization_id = $1 and d.service_id = s.id and d.school_id = h.id)
     order by s.name, h.name, h.id limit 1000`,
    [organizationId, serviceId, schoolId],
  );
}
