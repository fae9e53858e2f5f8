import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listOrganizations, organizationNamed, putOrganization } from '@sportello/contracts/identity/organizations';
import { forbidden } from '@sportello/contracts/problems';
import { fold } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { states } from '@sportello/messaging/states';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, type EntityManager, MoreThan, Not } from 'typeorm';
import { invalidField } from '../invalid-field.js';
import { checkRightsNow } from '../officers/rights-now.js';
import { Standings } from '../standings/standings.js';
import { accessBody, isInstallation } from './access-body.js';
import { OrganizationRow } from './organization.entity.js';

/** The name of every body, as it is told. */
export const presentNames = states(organizationNamed, async (db, after, limit) => {
  const where = after === null ? {} : { id: MoreThan(after) };
  const organizations = await db.find(OrganizationRow, { where, order: { id: 'ASC' }, take: limit });
  return organizations.map(({ id, name, version }) => ({ organizationId: id, name, version }));
});

const byName = ascending<OrganizationRow>([byText('it.name', ({ name }) => name)], 'it.id');

@Controller()
export class OrganizationsService {
  constructor(
    private readonly db: DataSource,
    private readonly standings: Standings,
  ) {}

  @Handles(listOrganizations)
  list(asked: Input<typeof listOrganizations>, _actor: Actor): Promise<Output<typeof listOrganizations>> {
    return byName.pageOf(this.db.createQueryBuilder(OrganizationRow, 'it'), asked);
  }

  /** No two bodies bear one name, and who acts on behalf of a body acts under the name that it has now: profiles follow it. */
  @Handles(putOrganization)
  put({ id, name, kind, version: shown }: Input<typeof putOrganization>, actor: Actor): Promise<Output<typeof putOrganization>> {
    return this.standings.transaction(null, async (tx, change) => {
      accessBody(id, actor);
      await checkRightsNow(tx, actor);
      const known = await tx.findOne(OrganizationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (known?.name === name && known.kind === kind) return known;
      // What a body is decides which profiles it gives.
      if (known && known.kind !== kind && !isInstallation(actor)) throw new Problem(forbidden);
      const inForce = known?.version ?? 0;
      checkVersion(shown, inForce);
      if (known?.name !== name) await checkName(tx, id, name);
      const organization = await tx.save(OrganizationRow, { id, name, kind, version: inForce + 1 });
      const [acting]: [{ personId: string }[], number] = await tx.query(
        `update profiles set on_behalf_of = $2 where organization_id = $1 and on_behalf_of <> $2 returning person_id "personId"`,
        [id, name],
      );
      for (const personId of new Set(acting.map((profile) => profile.personId))) await change(personId);
      await publish(tx, organizationNamed, { organizationId: id, name, version: organization.version });
      return organization;
    });
  }
}

/** Whoever reads the name of a body trusts it: no other may look the same, by case, accents, signs or letters of another alphabet. */
async function checkName(tx: EntityManager, id: string, name: string): Promise<void> {
  if (/(?!\p{Script=Latin})\p{L}/u.test(name))
    throw invalidField('/name', { it: 'Il nome si scrive con lettere latine', en: 'The name is written in Latin letters' });
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('names of bodies', 0))`);
  const others = await tx.find(OrganizationRow, { select: { name: true }, where: { id: Not(id) } });
  if (others.some((other) => fold(other.name) === fold(name)))
    throw invalidField('/name', { it: 'Un altro ente ha già questo nome', en: 'Another body has this name already' });
}
