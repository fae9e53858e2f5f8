import type { FilingKind } from '@sportello/contracts/practices/protocol';
import type { EntityManager } from 'typeorm';

/** A practice that waits for something that was never put in line; `move` for one that has its number and was not moved. */
export interface Missing {
  practiceId: string;
  organizationId: string;
  kind: Extract<FilingKind, 'request' | 'acquisition'> | 'move';
}

/**
 * What a service that began to register, or to forward, while practices were open has left in their states: each is put in line by the sweep.
 * Practices whose PDF is still being made are put in line when it is there.
 */
export const missingFilings = (db: EntityManager): Promise<Missing[]> =>
  db.query(
    `select p.id "practiceId", p.organization_id "organizationId",
       case when not registers then 'acquisition' when p.status = 'registered' then 'acquisition'
         when p.protocol_number is not null then 'move' else 'request' end kind
     from procedures r
     cross join lateral (select coalesce((r.settings ->> 'registers')::boolean, false) registers, r.settings ->> 'workflow' = 'forward' forwards) s
     join practices p on p.procedure_id = r.id and p.submitted_at is not null and p.receipt_issued_at is not null
       and (p.status = 'submitted' or (p.status = 'registered' and forwards))
     where (registers or forwards)
       and not exists (select 1 from filings f where f.practice_id = p.id and f.state <> 'done')
       and not (registers and p.status = 'submitted' and p.protocol_number is null
         and exists (select 1 from filings f where f.practice_id = p.id and f.kind = 'request'))
       and not exists (select 1 from filings f where f.practice_id = p.id and f.kind = 'acquisition')
     limit 1000`,
  );
