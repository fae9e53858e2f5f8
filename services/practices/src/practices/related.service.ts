import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listRelatedPractices } from '@sportello/contracts/practices/related';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { access } from './access.js';

/** More copies of one request than anybody makes. */
const MOST = 50;

/** How practices of one applicant follow each other (PRA-12, CAT-36). */
@Controller()
export class RelatedService {
  constructor(private readonly db: DataSource) {}

  @Handles(listRelatedPractices)
  async list({ id }: Input<typeof listRelatedPractices>, actor: Actor): Promise<Output<typeof listRelatedPractices>> {
    const { practice, mover } = await access(this.db.manager, id, actor, 'read');
    const { organizationId, applicantId, profileId, procedureId, copyOfId, action } = practice;
    // A copy, or an action, is of the same service: who works one works the other.
    const items: Output<typeof listRelatedPractices>['items'] = await this.db.query(
      `select p.id, p.number, p.status, case when l.practice_id = p.id then p.action when l.other_id = p.id then $9 end action, p.created_at "createdAt", case when l.practice_id = p.id then 'action'
         when l.other_id = p.id then 'acted-on' when p.copy_of_id = $1 then 'copy' else 'original' end relation
       from practices p left join practice_links l on l.kind = 'action-on'
         and ((l.practice_id = p.id and l.other_id = $1) or (l.other_id = p.id and l.practice_id = $1))
       where p.organization_id = $2 and p.applicant_id = $3 and p.profile_id = $4 and p.procedure_id = $5 and p.status <> 'deleted'
         and (p.copy_of_id = $1 or p.id = $6 or l.id is not null) and (not $7 or p.submitted_at is not null)
       order by p.created_at, p.id limit $8`,
      [id, organizationId, applicantId, profileId, procedureId, copyOfId, mover.side === 'officer', MOST, action],
    );
    return { items };
  }
}
