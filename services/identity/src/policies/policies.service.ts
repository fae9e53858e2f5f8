import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { acceptPolicy, getPolicy, policyOutdated, privacyAccepted } from '@sportello/contracts/identity/policies';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { accountOf, getPerson } from '../accounts/account.js';
import { Standings } from '../standings/standings.js';
import { policyInForce } from './in-force.js';
import { Acceptance } from './policy.entity.js';

@Controller()
export class PoliciesService {
  constructor(
    private readonly db: DataSource,
    private readonly standings: Standings,
  ) {}

  @Handles(getPolicy)
  get(_input: Input<typeof getPolicy>, _actor: Actor): Promise<Output<typeof getPolicy>> {
    return policyInForce(this.db.manager, new Date());
  }

  /** Only what is in force can be accepted: nobody accepts words that were not shown to her. */
  @Handles(acceptPolicy)
  accept({ version }: Input<typeof acceptPolicy>, actor: Actor): Promise<Output<typeof acceptPolicy>> {
    return this.standings.transaction(actor.personId ?? '', async (tx, change) => {
      const person = await getPerson(tx, actor.personId);
      const personId = person.id;
      const acceptedAt = new Date();
      if (version !== (await policyInForce(tx, acceptedAt)).version) throw new Problem(policyOutdated);
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(Acceptance)
        .values({ personId, version, acceptedAt })
        .orIgnore()
        .returning('version')
        .execute();
      const isFirst = (raw as unknown[]).length === 1;
      if (isFirst) {
        await publish(tx, privacyAccepted, { personId, policyVersion: version, acceptedAt });
        await change(personId);
        await noteAccess(tx, 'policy-accepted', personId, actor);
      }
      return accountOf(tx, person, actor);
    });
  }
}
