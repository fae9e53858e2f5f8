import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listSecurityEvents } from '@sportello/contracts/identity/security';
import { forbidden } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource } from 'typeorm';
import { idKnownTo } from '../people/registration.entity.js';

type Row = Output<typeof listSecurityEvents>['items'][number];

const newestFirst = descending<Row>([byInstant('at', ({ at }) => at)], 'id');

/** The newest of each source first, so that the cost does not grow with what lies further back. */
const newest = `
  with events as (
    (select id, at, kind, person_id, actor_id, address from security_events
     where organization_id = $1 and ($2::timestamptz is null or (at, id) < ($2, $3::uuid)) order by at desc, id desc limit $4)
    union all
    (select id, authenticated_at, 'signed-in', person_id, person_id, address from authentications
     where organization_id = $1 and ($2::timestamptz is null or (authenticated_at, id) < ($2, $3::uuid))
     order by authenticated_at desc, id desc limit $4))
  select e.id, e.at, e.kind, ${idKnownTo('$1', 'e.person_id', '$5')} "personId", e.address, p.given_name || ' ' || p.family_name "name",
    a.given_name || ' ' || a.family_name "actorName"
  from events e left join people p on p.id = e.person_id left join people a on a.id = e.actor_id
  order by e.at desc, e.id desc limit $4`;

/** What a body's manager reads of sign-ins and rights of its officers (IDE-53). */
@Controller()
export class SecurityService {
  constructor(private readonly db: DataSource) {}

  @Handles(listSecurityEvents)
  async list(
    { limit, after }: Input<typeof listSecurityEvents>,
    { organizationId, personId }: Actor,
  ): Promise<Output<typeof listSecurityEvents>> {
    if (!organizationId) throw new Problem(forbidden);
    const [at = null, id = null] = newestFirst.read(after) ?? [];
    const rows: Row[] = await this.db.query(newest, [organizationId, at, id, limit + 1, personId]);
    return newestFirst.cut(rows, limit);
  }
}
