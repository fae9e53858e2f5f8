import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { idReused, notFound } from '@sportello/contracts/problems';
import {
  childUnknown,
  endSecondHolder,
  listSecondHolders,
  putSecondHolder,
  secondHolderThere,
} from '@sportello/contracts/school/second-holders';
import { officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { Child } from './child.entity.js';
import { SecondHolder } from './second-holder.entity.js';

const byName = ascending<SecondHolder>([byText('h.name', ({ name }) => name)], 'h.id');

type Told = Output<typeof putSecondHolder>;

/** The office gives others than the account holder what they may do for a child (SCH-33). */
@Controller()
export class SecondHoldersService {
  constructor(private readonly db: DataSource) {}

  @Handles(listSecondHolders)
  async list(page: Input<typeof listSecondHolders>, actor: Actor): Promise<Output<typeof listSecondHolders>> {
    const { manager } = this.db;
    const { organizationId } = await officerOf(manager, actor, 'procedure');
    const { items, next } = await byName.pageOf(
      manager.createQueryBuilder(SecondHolder, 'h').where({ organizationId, endedAt: IsNull() }),
      page,
    );
    return { items: await toldOf(manager, items), next };
  }

  /** Said again it is answered the same. */
  @Handles(putSecondHolder)
  put({ id, childCode, fiscalCode, name, rights, version }: Input<typeof putSecondHolder>, actor: Actor): Promise<Told> {
    return this.db.transaction(async (tx) => {
      const { id: setBy, organizationId } = await officerOf(tx, actor, 'procedure', 'change');
      // Locked, so that of two entries of one person the second finds the first.
      const child = await tx.findOne(Child, { where: { organizationId, code: childCode }, lock: { mode: 'pessimistic_write' } });
      if (!child) throw new Problem(childUnknown);
      const present = await tx.findOneBy(SecondHolder, { id });
      if (present && (present.childId !== child.id || present.fiscalCode !== fiscalCode || present.endedAt)) throw new Problem(idReused);
      const wanted = [...new Set(rights)].toSorted();
      const isSame = present?.version === version + 1 && present.name === name && String(present.rights) === String(wanted);
      if (present && isSame) return toldOfOne(tx, present);
      checkVersion(version, present?.version ?? 0);
      const isThere =
        child.holderFiscalCode === fiscalCode || (await tx.existsBy(SecondHolder, { childId: child.id, fiscalCode, endedAt: IsNull() }));
      if (!present && isThere) throw new Problem(secondHolderThere);
      const holder = tx.create(SecondHolder, {
        ...{ id, organizationId, childId: child.id, fiscalCode, name, rights: wanted, version: version + 1 },
        ...{ setAt: new Date(), setBy, endedAt: null, endedBy: null },
      });
      if (present) await tx.save(holder);
      else await tx.insert(SecondHolder, holder);
      return toldOfOne(tx, holder);
    });
  }

  /** Ended already it is answered the same. */
  @Handles(endSecondHolder)
  end({ id }: Input<typeof endSecondHolder>, actor: Actor): Promise<Output<typeof endSecondHolder>> {
    return this.db.transaction(async (tx) => {
      const { id: endedBy, organizationId } = await officerOf(tx, actor, 'procedure', 'change');
      const holder = await tx.findOne(SecondHolder, { where: { id, organizationId }, lock: { mode: 'pessimistic_write' } });
      if (!holder) throw new Problem(notFound);
      if (!holder.endedAt) await tx.update(SecondHolder, { id }, { endedAt: new Date(), endedBy });
      return { isOver: true };
    });
  }
}

async function toldOf(tx: EntityManager, holders: readonly SecondHolder[]): Promise<Told[]> {
  const children = await tx.findBy(Child, { id: In(holders.map(({ childId }) => childId)) });
  return holders.map((holder) => {
    const child = children.find(({ id }) => id === holder.childId);
    return { ...holder, childCode: child?.code ?? '', childName: child?.name ?? '' };
  });
}

const toldOfOne = async (tx: EntityManager, holder: SecondHolder): Promise<Told> => (await toldOf(tx, [holder]))[0] as Told;
