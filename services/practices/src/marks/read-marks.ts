import type { Marks } from '@sportello/contracts/practices/marks';
import type { Officer } from '@sportello/directory/officers';
import type { EntityManager } from 'typeorm';
import type { Practice } from '../practices/practice.entity.js';
import { Checklist, ChecklistTick } from './checklist.entity.js';

type Link = Omit<Marks['links'][number], 'mayOpen'> & { procedureId: string; isSent: boolean };

/**
 * The links of a practice either way, also the one to the request of which it is a corrected copy. `$1` the practice, `$2` its body.
 */
const linksOf = `
select l.id, l.kind, l.is_from "isFrom", o.id "practiceId", o.number, o.procedure_id "procedureId", r.title "procedureTitle", o.status,
  o.submitted_at is not null "isSent", l.kind in ('related', 'duplicate-of', 'depends-on') "mayRemove"
from (select id, kind, true is_from, other_id from practice_links where practice_id = $1
  union all select id, kind, false, practice_id from practice_links where other_id = $1
  union all select id, 'copy-of', true, copy_of_id from practices where id = $1 and copy_of_id is not null) l
join practices o on o.id = l.other_id and o.organization_id = $2 join procedures r on r.id = o.procedure_id
order by o.number, l.id limit 100`;

/** All that stands beside a practice, as an officer of its service reads it. */
export async function marksOf(tx: EntityManager, { practice, officer }: { practice: Practice; officer: Officer }): Promise<Marks> {
  const { id: practiceId, procedureId, organizationId, tags, priority } = practice;
  const [checklist, ticks, links] = [
    await tx.findOneBy(Checklist, { procedureId, organizationId }),
    await tx.findBy(ChecklistTick, { practiceId, organizationId }),
    (await tx.query(linksOf, [practiceId, organizationId])) as Link[],
  ];
  return {
    tags,
    priority,
    isChecklistRequired: checklist?.isRequired ?? false,
    checklist: (checklist?.items ?? []).map(({ key, label }) => {
      const tick = ticks.find((one) => one.key === key);
      return { key, label, tickedBy: tick?.byName ?? null, tickedAt: tick?.at ?? null };
    }),
    // What was begun and not sent is nobody's business but the author's.
    links: links
      .filter(({ isSent }) => isSent)
      .map((link) => ({ ...link, mayOpen: officer.subjectIds === null || officer.subjectIds.includes(link.procedureId) })),
  };
}
