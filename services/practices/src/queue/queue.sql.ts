import { Priority } from '@sportello/contracts/practices/fields';
import type { QueueOrder } from '@sportello/contracts/practices/queue';
import type { Officer } from '@sportello/directory/officers';
import { countUpTo, type Place } from '@sportello/service/paging';
import { running, worked } from '../practices/moves.js';
import { isAmong, waiting } from '../practices/practice.entity.js';
import { answerable } from '../terms/term.js';
import type { Range } from './period.js';

/** What is asked of the queue, all of it optional but the procedures. */
export interface QueueFilter {
  officer: Officer;
  /** Officers for whom she stands in at this moment: what is in their charge is hers too. */
  inPlaceOf: string[];
  procedureIds: string[];
  /** Those that were chosen. */
  practiceIds?: string[] | undefined;
  status?: string | undefined;
  /** Numbers of its documents in the protocol, as they may have been meant. */
  protocolNumbers?: string[] | undefined;
  queue?: 'my-office' | 'mine' | 'waiting' | 'expiring' | undefined;
  /** The last day of what is about to expire, for that queue. */
  expiringBy?: string | undefined;
  changed: Range;
  /** Of a search, as a query of PostgreSQL's full text. */
  words?: string | undefined;
}

export interface QueuePage {
  order: QueueOrder;
  /** Where the page before ended. */
  after: Place | undefined;
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
  case when ${isAmong(answerable, 'p.status')} then p.answer_by::text end "answerBy", coalesce(p.answer_by, 'infinity'::date)::text "termKey",
  p.officer_name "officerName", p.office_name "officeName", p.priority, p.tags, p.version, s.reader_id is not null "isImportant"`;

/** What each order compares, the id last. Names are compared without regard to case and accents. */
export const orderedBy = {
  changed: ['p.changed_at'],
  submitted: ['p.submitted_at'],
  applicant: ['p.applicant_name collate "und-x-icu"'],
  /** What has no term comes after what has one. */
  term: [`coalesce(p.answer_by, 'infinity'::date)`],
  priority: [`array_position('{${Priority.options.join()}}'::text[], p.priority)`, 'p.submitted_at'],
} as const;

const isDescending = (order: QueueOrder) => order.startsWith('-');
const keysOf = (order: QueueOrder) => [...orderedBy[order.replace('-', '') as keyof typeof orderedBy], 'p.id'];
export const inOrder = (order: QueueOrder) =>
  `order by ${keysOf(order)
    .map((key) => `${key} ${isDescending(order) ? 'desc' : 'asc'}`)
    .join(', ')}`;

/**
 * A page of the queue. The first rows of each procedure are read from its index and merged: the cost does not grow with the number of
 * practices.
 */
export function queuePage(filter: QueueFilter, page: QueuePage): Statement {
  const { values, procedures, all, narrow, joins, order, most } = parts(filter, page);
  // How many rows are wanted stands in the text: the plan that is kept for it knows that they are few.
  const text = `select ${columns} from ${merged(procedures, [...all, ...narrow], order, String(most))} p ${joins} ${order} limit ${most}`;
  return { text, values };
}

/** Rows that are looked through to see whether a filter is frequent, and rows that are looked through or sorted when nothing is known of it. */
export const SAMPLED = 200;
export const LOOKED_THROUGH = 1_500;

/**
 * The practices that fit among the first in order. When they fill a page it is the page: words and filters of many practices are met here,
 * where their own index would have to give all of them first.
 * @param rows so many are looked through, of all services together
 */
export function firstThatFit(filter: QueueFilter, page: QueuePage, rows: number): Statement {
  const { values, put, procedures, all, narrow, joins, order, most } = parts(filter, page);
  const looked = Math.max(most, Math.floor(rows / filter.procedureIds.length));
  const text = `select ${columns} from ${merged(procedures, all, order, put(looked))} p
    ${joins} where ${narrow.join(' and ')} ${order} limit ${put(most)}`;
  return { text, values };
}

/**
 * The same among all: the index of the filter gives what there is, which is then sorted. Each row says how many were found.
 * @param most so many and one more are looked for: when one more is found, the page is not the right one
 */
export function allThatFit(filter: QueueFilter, page: QueuePage, most?: number): Statement {
  const { values, put, procedures, all, narrow, joins, order, most: rows } = parts(filter, page);
  const bound = most === undefined ? '' : `limit ${put(most + 1)}`;
  const text = `with found as materialized (
      select p.id, p.changed_at, p.submitted_at, p.applicant_name, p.priority, p.answer_by from practices p
      where p.procedure_id = any(${procedures}::uuid[]) and ${[...all, ...narrow].join(' and ')} ${bound}),
    page as (select p.id from found p ${order} limit ${put(rows)})
    select ${columns}, (select count(*)::int from found) "found" from page join practices p on p.id = page.id ${joins} ${order}`;
  return { text, values };
}

/** What follows a `select` with columns of `practices p`, for what reads, counts or sums up all that match. */
export function everyMatch(filter: QueueFilter): Statement {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  const { procedureIds } = filter;
  // Of one service the index has them in the order of the queue.
  const ofServices =
    procedureIds.length === 1 ? `p.procedure_id = ${put(procedureIds[0])}` : `p.procedure_id = any(${put(procedureIds)}::uuid[])`;
  return { text: `from practices p where ${[ofServices, ...ofAll(filter, put), ...narrowing(filter, put)].join(' and ')}`, values };
}

/** The first rows of all procedures together, each read from its own part of an index. */
const merged = (procedures: string, where: readonly string[], order: string, limit: string) => `(
    select p.* from unnest(${procedures}::uuid[]) as mine (procedure_id)
    cross join lateral (select p.* from practices p where p.procedure_id = mine.procedure_id and ${where.join(' and ')} ${order} limit ${limit}) p
    ${order} limit ${limit})`;

function parts(filter: QueueFilter, page: QueuePage) {
  const values: unknown[] = [];
  const put = (value: unknown) => `$${values.push(value)}`;
  return {
    values,
    put,
    procedures: put(filter.procedureIds),
    all: [...ofAll(filter, put), ...after(page, put)],
    narrow: narrowing(filter, put),
    joins: `join procedures r on r.id = p.procedure_id left join stars s on s.practice_id = p.id and s.reader_id = ${put(filter.officer.id)}`,
    order: inOrder(page.order),
    most: page.limit,
  };
}

/** What holds for every row of a queue, however it is filtered. */
const ofAll = ({ officer }: QueueFilter, put: (value: unknown) => string): string[] => [
  `p.organization_id = ${put(officer.organizationId)}`,
  'p.submitted_at is not null',
  ...forOffice(officer, put),
];

/** What is for one office only is in nobody else's queue (PRA-35); a manager sees all. */
const forOffice = ({ officeId, subjectIds }: Officer, put: (value: unknown) => string): string[] =>
  subjectIds === null ? [] : [`(not p.office_only or p.office_id = ${put(officeId)})`];

const after = ({ order, after: place }: QueuePage, put: (value: unknown) => string): string[] =>
  place ? [`(${keysOf(order).join(', ')}) ${isDescending(order) ? '<' : '>'} (${place.map(put).join(', ')})`] : [];

/** True when something leaves rows out for which the order has no index of its own. */
export const isNarrow = ({ words, protocolNumbers, status, queue, changed }: QueueFilter, { order }: QueuePage): boolean => {
  const others = [queue, changed.from, changed.to];
  const unordered = order.endsWith('changed') ? [] : order.endsWith('submitted') ? others : [status, ...others];
  // Its own index gives what is about to expire; by any other order all would be looked through.
  return words !== undefined || protocolNumbers !== undefined || queue === 'expiring' || unordered.some((it) => it != null);
};

function narrowing(
  { officer, inPlaceOf, practiceIds, words, status, protocolNumbers, queue, expiringBy, changed }: QueueFilter,
  put: (value: unknown) => string,
): string[] {
  const list: string[] = [];
  if (practiceIds) list.push(`p.id = any(${put(practiceIds)}::uuid[])`);
  if (words !== undefined) list.push(`p.words @@ ${put(words)}::tsquery`);
  if (status) list.push(`p.status = ${put(status)}`);
  if (protocolNumbers)
    list.push(`p.id in (select practice_id from protocol_entries
      where organization_id = ${put(officer.organizationId)} and number = any(${put(protocolNumbers)}))`);
  if (queue === 'expiring') list.push(`p.answer_by <= ${put(expiringBy)} and ${isAwaited}`);
  if (queue === 'waiting') list.push(isWaiting);
  if (queue === 'mine') list.push(heldBy(officer, inPlaceOf, put));
  if (queue === 'my-office') list.push(`p.office_id = ${put(officer.officeId)}`);
  // A queue of work holds what is not finished, unless a final state is asked for.
  if ((queue === 'mine' || queue === 'my-office') && !status) list.push(isWorked);
  if (changed.from) list.push(`p.changed_at >= ${put(changed.from)}`);
  if (changed.to) list.push(`p.changed_at < ${put(changed.to)}`);
  return list;
}

/** Where the office has to answer: in the words of the index by the last day. */
const isAwaited = `p.answer_by is not null and ${isAmong(running, 'p.status')}`;

/** Of one holder the index has them in the order of the queue. */
const heldBy = ({ id }: Officer, inPlaceOf: readonly string[], put: (value: unknown) => string): string =>
  inPlaceOf.length === 0 ? `p.officer_id = ${put(id)}` : `p.officer_id = any(${put([id, ...inPlaceOf])}::uuid[])`;

/** How many wait in each queue. */
export function queueCounts(officer: Officer, procedureIds: string[], inPlaceOf: string[]): Statement {
  const values: unknown[] = [procedureIds, officer.organizationId, officer.officeId];
  const mine = heldBy(officer, inPlaceOf, (value) => `$${values.push(value)}`);
  const seen = forOffice(officer, () => '$3').map((condition) => `and ${condition}`);
  const count = (condition: string) =>
    countUpTo(`from practices p where p.procedure_id = any($1::uuid[]) and p.organization_id = $2
      and p.submitted_at is not null ${seen.join('')} and ${condition}`);
  return {
    text: `select ${count(isWaiting)} "waiting", ${count(`${mine} and ${isWorked}`)} "mine",
      ${count(`p.office_id = $3 and ${isWorked}`)} "myOffice"`,
    values,
  };
}
