import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { idReused } from '@sportello/contracts/problems';
import { correctCount, countStillOpen, getDaySheets, serviceDayNotFound, signCount } from '@sportello/contracts/school/kitchen';
import { type Officer, officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, In } from 'typeorm';
import { ServiceDay } from '../children/school.entity.js';
import { classesOf } from './classes.js';
import { CountCorrection } from './count-correction.entity.js';

type Sheet = Output<typeof signCount>;

/** What the kitchen and the office see and note of a day. */
@Controller()
export class KitchenService {
  constructor(private readonly db: DataSource) {}

  @Handles(getDaySheets)
  async sheets({ day }: Input<typeof getDaySheets>, actor: Actor): Promise<Output<typeof getDaySheets>> {
    const { manager } = this.db;
    const { organizationId } = await officerOf(manager, actor, 'procedure');
    return {
      items: await sheetsOf(
        manager,
        await manager.find(ServiceDay, { where: { organizationId, day }, order: { serviceId: 'ASC', schoolId: 'ASC' }, take: 500 }),
      ),
    };
  }

  @Handles(signCount)
  sign({ id }: Input<typeof signCount>, actor: Actor): Promise<Sheet> {
    return this.db.transaction(async (tx) => {
      const officer = await officerOf(tx, actor, 'procedure', 'change');
      const day = await accessCounted(tx, id, officer);
      if (!day.signedAt) {
        const { expected: signedNumber } = await sheetOf(tx, day);
        await tx.save(Object.assign(day, { signedAt: new Date(), signedBy: officer.id, signedByName: officer.name, signedNumber }));
      }
      return sheetOf(tx, day);
    });
  }

  @Handles(correctCount)
  correct({ id, correctionId, change, reason }: Input<typeof correctCount>, actor: Actor): Promise<Sheet> {
    return this.db.transaction(async (tx) => {
      const officer = await officerOf(tx, actor, 'procedure', 'change');
      const day = await accessCounted(tx, id, officer);
      const known = await tx.findOneBy(CountCorrection, { id: correctionId });
      if (known && !(known.serviceDayId === id && known.change === change && known.reason === reason)) throw new Problem(idReused);
      if (!known)
        await tx.insert(CountCorrection, {
          ...{ id: correctionId, organizationId: day.organizationId, serviceDayId: id, change, reason, at: new Date() },
          ...{ officerId: officer.id, officerName: officer.name },
        });
      return sheetOf(tx, day);
    });
  }
}

/** @throws Problem `serviceDayNotFound` for another body's, `countStillOpen` before the hour */
async function accessCounted(tx: EntityManager, id: string, { organizationId }: Officer): Promise<ServiceDay> {
  const day = await tx.findOne(ServiceDay, { where: { id, organizationId }, lock: { mode: 'pessimistic_write' } });
  if (!day) throw new Problem(serviceDayNotFound);
  if (!day.frozenAt) throw new Problem(countStillOpen);
  return day;
}

async function sheetOf(tx: EntityManager, day: ServiceDay): Promise<Sheet> {
  const [sheet] = await sheetsOf(tx, [day]);
  if (!sheet) throw new Problem(serviceDayNotFound);
  return sheet;
}

interface Named {
  id: string;
  serviceName: string;
  schoolName: string;
  isMeal: boolean;
}

/** By class, with what was told until now; what was counted holds from the hour on. In the order of the services and schools. */
async function sheetsOf(tx: EntityManager, days: readonly ServiceDay[]): Promise<Sheet[]> {
  const ids = days.map(({ id }) => id);
  const named: Named[] = await tx.query(
    `select d.id, s.name as "serviceName", h.name as "schoolName", s.is_meal as "isMeal"
     from service_days d
     join school_services s on s.id = d.service_id
     join schools h on h.id = d.school_id
     where d.id = any($1)
     order by s.name, h.name, d.id`,
    [ids],
  );
  const live = await classesOf(
    tx,
    days.filter(({ counted }) => counted === null).map(({ id }) => id),
  );
  const corrections = await tx.find(CountCorrection, { where: { serviceDayId: In(ids) }, order: { at: 'ASC', id: 'ASC' } });
  return named.map(({ id, ...names }) => {
    const day = days.find((it) => it.id === id) as ServiceDay;
    const classes = day.counted ?? live.filter((row) => row.id === id);
    const own = corrections.filter(({ serviceDayId }) => serviceDayId === id);
    const sum = (of: 'enrolled' | 'absent') => classes.reduce((total, row) => total + row[of], 0);
    const absent = day.absenceCount ?? sum('absent');
    const { menu, cutoffAt, frozenAt, signedAt, signedByName, signedNumber } = day;
    return {
      ...{ id, ...names, menu, cutoffAt, frozenAt, classes, enrolled: sum('enrolled'), absent, corrections: own },
      expected: sum('enrolled') - absent + own.reduce((total, { change }) => total + change, 0),
      ...{ signedAt, signedByName, signedNumber },
    };
  });
}
