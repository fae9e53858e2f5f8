import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import {
  catalogueGroupsChanged,
  defaultGroups,
  getCatalogueGroups,
  groupKinds,
  putCatalogueGroups,
} from '@sportello/contracts/practices/catalogue-groups';
import { invalidInput } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { DataSource, type EntityManager } from 'typeorm';
import { CatalogueGroups } from './catalogue-groups.entity.js';
import { entriesOf, faultsInGroups, groupsOf } from './catalogue-groups.js';
import { Procedure } from './procedure.entity.js';

type Groups = Output<typeof getCatalogueGroups>;

/** The categories, topics and recipients of a body, as its administrator writes them. */
@Controller()
export class CatalogueGroupsService {
  constructor(private readonly db: DataSource) {}

  @Handles(getCatalogueGroups)
  get({ organizationId }: Input<typeof getCatalogueGroups>, actor: Actor): Promise<Groups> {
    checkOwn(organizationId, actor);
    return groupsOf(this.db.manager, organizationId);
  }

  /** The same again changes nothing. */
  @Handles(putCatalogueGroups)
  put({ organizationId, version, ...groups }: Input<typeof putCatalogueGroups>, actor: Actor): Promise<Groups> {
    checkOwn(organizationId, actor);
    return this.db.transaction(async (tx) => {
      // A body without a row gets it, so that two who write the first one are one after the other.
      await tx
        .createQueryBuilder()
        .insert()
        .into(CatalogueGroups)
        .values({ organizationId, version: 0, ...defaultGroups })
        .orIgnore()
        .execute();
      const known = await tx.findOneOrFail(CatalogueGroups, { where: { organizationId }, lock: { mode: 'pessimistic_write' } });
      if (known.version > 0 && groupKinds.every((kind) => canonicalJson(known[kind]) === canonicalJson(groups[kind]))) return known;
      checkVersion(version, known.version);
      const errors = [...faultsInGroups(groups), ...(await stillUsed(tx, known, groups))];
      if (errors.length > 0) throw new Problem(invalidInput, undefined, { errors });
      const saved = await tx.save(CatalogueGroups, { organizationId, version: version + 1, ...groups });
      await publish(tx, catalogueGroupsChanged, { organizationId });
      return saved;
    });
  }
}

/** An entry that services are under is withdrawn, not removed: its page would be gone, and they would stand nowhere. */
async function stillUsed(
  tx: EntityManager,
  known: CatalogueGroups,
  groups: Omit<Groups, 'version'>,
): Promise<{ pointer: string; detail: Text }[]> {
  const { organizationId } = known;
  const procedures = await tx.find(Procedure, {
    select: { id: true, category: true, topics: true, recipients: true },
    where: { organizationId },
  });
  return groupKinds.flatMap((kind) => {
    const kept = new Set(groups[kind].map(({ id }) => id));
    const used = new Set(procedures.flatMap((procedure) => entriesOf(procedure)[kind]));
    return known[kind]
      .filter(({ id }) => !kept.has(id) && used.has(id))
      .map(({ label }) => ({
        pointer: `/${kind}`,
        detail: {
          it: `«${label.it}» ha dei servizi: indica che non si usa più, invece di toglierla`,
          en: `“${label.en}” has services: mark it as no longer used instead of removing it`,
        },
      }));
  });
}

/** @throws Problem `organizationNotFound` for whoever works for another body */
function checkOwn(organizationId: string, actor: Actor): void {
  if (organizationId !== actor.organizationId) throw new Problem(organizationNotFound);
}
