import type { Officer } from '../practices/access.js';
import { beginningWith } from '../procedures/search-text.js';
import type { Range } from './period.js';

/** What is asked of the queue, all of it optional but the procedures. */
export interface QueueFilter {
  officer: Officer;
  procedureIds: string[];
  search?: string | undefined;
  status?: string | undefined;
  queue?: 'my-office' | 'mine' | 'waiting' | undefined;
  changed: Range;
  /** The last row of the page before. */
  after?: { at: Date; id: string } | undefined;
  limit: number;
}

export interface Statement {
  text: string;
  values: unknown[];
}

/** What an officer works on. The words are those of the partial indexes, by which PostgreSQL knows that it may use them. */
const waiting = "p.officer_id is null and p.status in ('submitted', 'registered')";
const worked = "p.status in ('under_review', 'awaiting_amendment', 'amendment_submitted')";

const columns = `p.id, p.number, p.procedure_id "procedureId", r.title "procedureTitle", p.method, p.applicant_name "applicantName",
  p.applicant_fiscal_code "applicantFiscalCode", p.submitted_at "submittedAt", p.changed_at "changedAt", p.status,
  p.officer_name "officerName", p.office_name "officeName", p.priority, s.reader_id is not null "isImportant"`;
const newest = 'order by p.changed_at desc, p.id desc';

/**
 * A page of the queue, the last changed first.
 *
 * Without words to search, the first rows of each procedure are read from its index and merged: the cost does not grow with the number of
 * practices. With words, their index finds the rows, or the newest are looked through when many would match: PostgreSQL chooses.
 */
export function queuePage(filter: QueueFilter): Statement {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const { officer, procedureIds, search, limit } = filter;
  const procedures = put(procedureIds);
  const reader = put(officer.id);
  const where = conditions(filter, put).join(' and ');
  const most = put(limit);
  const joins = `join procedures r on r.id = p.procedure_id left join stars s on s.practice_id = p.id and s.reader_id = ${reader}`;
  const text = search
    ? `select ${columns} from practices p ${joins} where p.procedure_id = any(${procedures}::uuid[]) and ${where} ${newest} limit ${most}`
    : `select ${columns} from unnest(${procedures}::uuid[]) as mine (procedure_id)
       cross join lateral (select p.* from practices p where p.procedure_id = mine.procedure_id and ${where} ${newest} limit ${most}) p
       ${joins} ${newest} limit ${most}`;
  return { text, values };
}

function conditions({ officer, search, status, queue, changed, after }: QueueFilter, put: (value: unknown) => string): string[] {
  const list = [`p.organization_id = ${put(officer.organizationId)}`, 'p.submitted_at is not null'];
  if (status) list.push(`p.status = ${put(status)}`);
  if (queue === 'waiting') list.push(waiting);
  if (queue === 'mine') list.push(`p.officer_id = ${put(officer.id)}`);
  if (queue === 'my-office') list.push(`p.office_id = ${put(officer.officeId)}`);
  // A queue of work holds what is not finished, unless a final state is asked for.
  if ((queue === 'mine' || queue === 'my-office') && !status) list.push(worked);
  if (changed.from) list.push(`p.changed_at >= ${put(changed.from)}`);
  if (changed.to) list.push(`p.changed_at < ${put(changed.to)}`);
  // The expression of the index: each word of name, fiscal code and number (PRA-25).
  if (search) list.push(`array_to_tsvector(string_to_array(p.search_text, ' ')) @@ ${put(beginningWith(search))}::tsquery`);
  if (after) list.push(`(p.changed_at, p.id) < (${put(after.at)}, ${put(after.id)})`);
  return list;
}

/** How many wait in each queue, counted up to a thousand so that it costs the same in a full year as on the first day. */
export function queueCounts({ id, officeId, organizationId }: Officer, procedureIds: string[]): Statement {
  const count = (condition: string) =>
    `(select count(*)::int from (select 1 from practices p where p.procedure_id = any($1::uuid[]) and p.organization_id = $2
      and p.submitted_at is not null and ${condition} limit 1000) as counted)`;
  return {
    text: `select ${count(waiting)} "waiting", ${count(`p.officer_id = $3 and ${worked}`)} "mine",
      ${count(`p.office_id = $4 and ${worked}`)} "myOffice"`,
    values: [procedureIds, organizationId, id, officeId],
  };
}
