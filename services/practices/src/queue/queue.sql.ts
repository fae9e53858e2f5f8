import type { Officer } from '@sportello/directory/officers';
import { countUpTo, type Place } from '@sportello/service/paging';
import { isAmong, waiting, worked } from '../practices/practice.entity.js';
import type { Range } from './period.js';

/** What is asked of the queue, all of it optional but the procedures. */
export interface QueueFilter {
  officer: Officer;
  procedureIds: string[];
  status?: string | undefined;
  queue?: 'my-office' | 'mine' | 'waiting' | undefined;
  changed: Range;
  /** Where the page before ended. */
  after?: Place | undefined;
  limit: number;
}

export interface Statement {
  text: string;
  values: unknown[];
}

/** What an officer works on. */
const isWaiting = `p.officer_id is null and ${isAmong(waiting, 'p.status')}`;
const isWorked = isAmong(worked, 'p.status');

const columns = `p.id, p.number, p.procedure_id "procedureId", r.title "procedureTitle", p.method, p.applicant_name "applicantName",
  p.applicant_fiscal_code "applicantFiscalCode", p.submitted_at "submittedAt", p.changed_at "changedAt", p.status,
  p.officer_name "officerName", p.office_name "officeName", p.priority, s.reader_id is not null "isImportant"`;
const newest = 'order by p.changed_at desc, p.id desc';

/**
 * A page of the queue, the last changed first. The first rows of each procedure are read from its index and merged: the cost does not
 * grow with the number of practices.
 */
export function queuePage(filter: QueueFilter): Statement {
  const { values, put, procedures, where, joins, most } = parts(filter);
  const text = `select ${columns} from unnest(${procedures}::uuid[]) as mine (procedure_id)
    cross join lateral (select p.* from practices p where p.procedure_id = mine.procedure_id and ${where} ${newest} limit ${put(most)}) p
    ${joins} ${newest} limit ${put(most)}`;
  return { text, values };
}

/** Rows that are looked through for the words of a search before their index is asked. */
const LOOKED_THROUGH = 1_500;

/**
 * The practices with the words of a search (PRA-25) among the newest. When they fill a page it is the page: words of many practices are
 * found here, where their index would have to give all of them first.
 */
export function newestWith(filter: QueueFilter, words: string): Statement {
  const { values, put, procedures, where, joins, most } = parts(filter);
  const text = `select ${columns} from (
      select p.* from practices p where p.procedure_id = any(${procedures}::uuid[]) and ${where} ${newest} limit ${LOOKED_THROUGH}) p
    ${joins} where p.words @@ ${put(words)}::tsquery ${newest} limit ${put(most)}`;
  return { text, values };
}

/** The same among all, for words that were not frequent: their index gives the few that there are, which are then sorted. */
export function allWith(filter: QueueFilter, words: string): Statement {
  const { values, put, procedures, where, joins, most } = parts(filter);
  const text = `with found as materialized (
      select p.id, p.changed_at from practices p
      where p.words @@ ${put(words)}::tsquery and p.procedure_id = any(${procedures}::uuid[]) and ${where}),
    page as (select p.id from found p ${newest} limit ${put(most)})
    select ${columns} from page join practices p on p.id = page.id ${joins} ${newest}`;
  return { text, values };
}

function parts(filter: QueueFilter) {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const procedures = put(filter.procedureIds);
  const where = conditions(filter, put).join(' and ');
  const joins = `join procedures r on r.id = p.procedure_id left join stars s on s.practice_id = p.id and s.reader_id = ${put(filter.officer.id)}`;
  return { values, put, procedures, where, joins, most: filter.limit };
}

function conditions({ officer, status, queue, changed, after }: QueueFilter, put: (value: unknown) => string): string[] {
  const list = [`p.organization_id = ${put(officer.organizationId)}`, 'p.submitted_at is not null'];
  if (status) list.push(`p.status = ${put(status)}`);
  if (queue === 'waiting') list.push(isWaiting);
  if (queue === 'mine') list.push(`p.officer_id = ${put(officer.id)}`);
  if (queue === 'my-office') list.push(`p.office_id = ${put(officer.officeId)}`);
  // A queue of work holds what is not finished, unless a final state is asked for.
  if ((queue === 'mine' || queue === 'my-office') && !status) list.push(isWorked);
  if (changed.from) list.push(`p.changed_at >= ${put(changed.from)}`);
  if (changed.to) list.push(`p.changed_at < ${put(changed.to)}`);
  if (after) list.push(`(p.changed_at, p.id) < (${after.map(put).join(', ')})`);
  return list;
}

/** How many wait in each queue. */
export function queueCounts({ id, officeId, organizationId }: Officer, procedureIds: string[]): Statement {
  const count = (condition: string) =>
    countUpTo(`from practices p where p.procedure_id = any($1::uuid[]) and p.organization_id = $2
      and p.submitted_at is not null and ${condition}`);
  return {
    text: `select ${count(isWaiting)} "waiting", ${count(`p.officer_id = $3 and ${isWorked}`)} "mine",
      ${count(`p.office_id = $4 and ${isWorked}`)} "myOffice"`,
    values: [procedureIds, organizationId, id, officeId],
  };
}
