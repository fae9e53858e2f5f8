import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import { absenceCancelled, absenceReported, absenceTooLate, type reportAbsences } from '@sportello/contracts/school/absences';
import { notHolder } from '@sportello/contracts/school/children';
import { daysBetween } from '@sportello/italy/counted-days';
import { addDays, weekday } from '@sportello/italy/rome-time';
import { publish, publishAll } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { canonicalJson } from '@sportello/service/canonical-json';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Parent } from '../children/parent.entity.js';
import { accessChild, accessChildren } from '../children/parents.js';
import { Absence, factOf } from './absence.entity.js';
import { AbsenceReport, type Answered } from './absence-report.entity.js';

/** Days of one report: a school year with its summer. */
const MOST_DAYS = 366;

type Asked = Pick<Input<typeof reportAbsences>, 'id' | 'childIds' | 'from' | 'to' | 'weekdays'>;
type Answer = Output<typeof reportAbsences>['items'][number];

/** A day on which a child is expected at a service. */
interface Expected {
  id: string;
  childId: string;
  serviceId: string;
  serviceName: string;
  day: string;
  cutoffAt: Date;
  frozenAt: Date | null;
}

/** What parents tell and take back. The server's clock decides: before the instant of the day, and not at it. */
@Injectable()
export class Absences {
  constructor(private readonly db: DataSource) {}

  /** Told again it is answered as the first time, whatever has become of its days. */
  report(parent: Parent, asked: Asked, now: Date): Promise<Answer[]> {
    const { personId } = parent;
    const days = daysOf(asked);
    const hash = createHash('sha256').update(canonicalJson(asked)).digest('hex');
    const childIds = [...new Set(asked.childIds)];
    return this.db.transaction(async (tx) => {
      // One that is not hers refuses all: nobody learns which.
      const children = await accessChildren(tx, parent, ['report'], childIds);
      const named = (answers: readonly Answered[]): Answer[] =>
        answers.map((answer) => ({ ...answer, childName: children.find(({ id }) => id === answer.childId)?.name ?? '' }));
      const before = await tx.findOneBy(AbsenceReport, { id: asked.id });
      if (before && !(before.personId === personId && before.asked === hash)) throw new Problem(idReused);
      if (before) return named(before.answers);
      const expected = await lockExpected(tx, childIds, days);
      const known = await tx.findBy(Absence, { childId: In(childIds), day: In(days), state: In(['reported', 'acquired']) });
      const made: Absence[] = [];
      const answers = children.flatMap((child) =>
        days.flatMap((day): Answered[] => {
          const ofDay = expected.filter((it) => it.childId === child.id && it.day === day);
          const line = { childId: child.id, day };
          if (ofDay.length === 0) return [{ ...line, serviceName: null, state: 'refused_no_service', absenceId: null }];
          return ofDay.map((it) => {
            const told = known.find(
              ({ childId, serviceId, day: its }) => childId === child.id && serviceId === it.serviceId && its === day,
            );
            if (told) return { ...line, serviceName: it.serviceName, state: 'refused_duplicate', absenceId: told.id };
            if (it.frozenAt || now >= it.cutoffAt) return { ...line, serviceName: it.serviceName, state: 'refused_late', absenceId: null };
            const absence = tx.create(Absence, {
              ...{ id: newId(), organizationId: child.organizationId, childId: child.id, serviceId: it.serviceId, day },
              ...{ serviceDayId: it.id, state: 'reported', reportId: asked.id, reportedBy: personId, reportedAt: now, isNew: false },
            });
            made.push(absence);
            return { ...line, serviceName: it.serviceName, state: 'reported', absenceId: absence.id };
          });
        }),
      );
      // Of two reports at once the second meets a unique index, and the bus begins it anew.
      await tx.insert(AbsenceReport, { id: asked.id, personId, at: now, asked: hash, answers });
      for (let at = 0; at < made.length; at += 1_000) await tx.insert(Absence, made.slice(at, at + 1_000));
      await publishAll(
        tx,
        absenceReported,
        made.map((absence) => factOf(absence, now)),
      );
      return named(answers);
    });
  }

  /** Taken back already is answered the same. */
  cancel(parent: Parent, id: string, now: Date): Promise<'cancelled'> {
    return this.db.transaction(async (tx): Promise<'cancelled'> => {
      const absence = await tx.findOneBy(Absence, { id });
      if (!absence) throw new Problem(notHolder);
      await accessChild(tx, absence.childId, parent, 'report');
      const [day]: { isOver: boolean }[] = await tx.query(
        'select frozen_at is not null or $2 >= cutoff_at as "isOver" from service_days where id = $1 for share',
        [absence.serviceDayId, now],
      );
      const present = await tx.findOneOrFail(Absence, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (present.state === 'cancelled') return 'cancelled';
      if (day?.isOver !== false || present.state === 'acquired') throw new Problem(absenceTooLate);
      await tx.update(Absence, { id }, { state: 'cancelled' });
      await publish(tx, absenceCancelled, factOf(present, now));
      return 'cancelled';
    });
  }
}

const endsEarly = { it: 'L’ultimo giorno viene prima del primo', en: 'The last day comes before the first' };
const tooLong = { it: 'Al più un anno per volta', en: 'A year at a time at most' };

/** @throws Problem `invalidInput` for a range that ends before it begins, or is longer than a year */
function daysOf({ from, to, weekdays }: Pick<Asked, 'from' | 'to' | 'weekdays'>): string[] {
  const detail = to < from ? endsEarly : daysBetween(from, to) >= MOST_DAYS ? tooLong : undefined;
  if (detail) throw new Problem(invalidInput, detail, { errors: [{ pointer: '/to', detail }] });
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at)).filter(
    (day) => weekdays.length === 0 || weekdays.includes(weekday(day)),
  );
}

/**
 * The days on which the children are expected, locked against being counted: whoever counts waits for this transaction, and whoever comes after it
 * sees that they are counted. In the order of their ids, so that no two reports wait for each other.
 */
async function lockExpected(tx: EntityManager, childIds: readonly string[], days: readonly string[]): Promise<Expected[]> {
  const rows: Expected[] = await tx.query(
    `select d.id, e.child_id as "childId", e.service_id as "serviceId", s.name as "serviceName", d.day::text as day,
            d.cutoff_at as "cutoffAt", d.frozen_at as "frozenAt"
     from service_days d
     join enrolments e on e.organization_id = d.organization_id and e.service_id = d.service_id and e.school_id = d.school_id
       and d.day between e.starts_on and coalesce(e.ends_on, 'infinity')
     join school_services s on s.id = d.service_id
     where e.child_id = any($1) and d.day = any($2) and d.cutoff_at is not null
     order by d.id for share of d`,
    [childIds, days],
  );
  return rows;
}
