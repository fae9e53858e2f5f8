import { isId } from '@sportello/contracts/id';
import type { AskedOf } from '@sportello/contracts/web';
import { asLine } from '@sportello/italy/typed-text';

type Asked = AskedOf<'rpc.practices.list-queue.v1'>;

export const statuses = [
  'submitted',
  'registered',
  'under_review',
  'awaiting_amendment',
  'amendment_submitted',
  'awaiting_payment',
  'payment_in_progress',
  'awaiting_observations',
  'approved',
  'partially_approved',
  'rejected',
  'withdrawn',
  'cancelled',
  'acquired',
] as const satisfies readonly NonNullable<Asked['status']>[];
export type QueueStatus = (typeof statuses)[number];

export const queues = ['my-office', 'mine', 'waiting', 'expiring'] as const satisfies readonly NonNullable<Asked['queue']>[];
export type Queue = (typeof queues)[number];

export const periods = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'custom',
] as const satisfies readonly NonNullable<Asked['period']>[];
export type Period = (typeof periods)[number];

export const orders = [
  '-changed',
  'changed',
  '-submitted',
  'submitted',
  'applicant',
  '-applicant',
  'priority',
  '-priority',
  'term',
  '-term',
] as const satisfies readonly NonNullable<Asked['sort']>[];
export type Order = (typeof orders)[number];

/** What of the queue is shown. It lives in the address, under the names that the API uses; absent means no limit. */
export interface QueueView {
  search?: string;
  /** Number in the protocol. */
  protocol?: string;
  procedureId?: string;
  status?: QueueStatus;
  queue?: Queue;
  period?: Period;
  /** First and last day, both included; only with the custom period. */
  from?: string;
  to?: string;
  /** Absent: the last changed first. */
  sort?: Order;
}

/** Changes the view from what it is now, not from what it was when the page was last drawn. */
export type ChangeView = (change: (now: QueueView) => QueueView) => void;

const day = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string) => day.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
const oneOf = <T extends string>(allowed: readonly T[], text: string | null): T | undefined => allowed.find((one) => one === text);

/** Reads the address. What is not understood is left out, so that a mistyped address shows more and not an error. */
export function readView(address: URLSearchParams): QueueView {
  const view: QueueView = {};
  const search = asLine(address.get('search') ?? '').slice(0, 100);
  const protocol = asLine(address.get('protocol') ?? '').slice(0, 40);
  const procedureId = address.get('procedureId');
  const status = oneOf(statuses, address.get('status'));
  const queue = oneOf(queues, address.get('queue'));
  const period = oneOf(periods, address.get('period'));
  const sort = oneOf(orders, address.get('sort'));
  const from = address.get('from');
  const to = address.get('to');
  if (search) view.search = search;
  if (protocol) view.protocol = protocol;
  if (procedureId && isId(procedureId)) view.procedureId = procedureId;
  if (status) view.status = status;
  if (queue) view.queue = queue;
  if (period === 'custom') {
    if (from && to && isDay(from) && isDay(to) && from <= to) Object.assign(view, { period, from, to });
  } else if (period) view.period = period;
  if (sort && sort !== '-changed') view.sort = sort;
  return view;
}

/** The address of a view: always the same text for the same view. */
export function writeView(view: QueueView): URLSearchParams {
  const address = new URLSearchParams();
  const isCustom = view.period === 'custom';
  const search = asLine(view.search ?? '');
  if (search) address.set('search', search);
  if (view.protocol) address.set('protocol', view.protocol);
  if (view.procedureId) address.set('procedureId', view.procedureId);
  if (view.status) address.set('status', view.status);
  if (view.queue) address.set('queue', view.queue);
  if (view.period && (!isCustom || (view.from && view.to))) address.set('period', view.period);
  if (isCustom && view.from && view.to) {
    address.set('from', view.from);
    address.set('to', view.to);
  }
  if (view.sort) address.set('sort', view.sort);
  return address;
}

export type Filter = 'search' | 'protocol' | 'procedureId' | 'status' | 'queue' | 'period';

/** The filters that narrow the view, in the order in which they are shown. */
export const activeFilters = (view: QueueView): Filter[] =>
  (['search', 'protocol', 'queue', 'procedureId', 'status', 'period'] as const).filter((filter) => view[filter] !== undefined);

export function withoutFilter(view: QueueView, filter: Filter): QueueView {
  const { [filter]: _, ...rest } = view;
  if (filter !== 'period') return rest;
  const { from: _from, to: _to, ...others } = rest;
  return others;
}

export interface OfferedProcedure {
  id: string;
  statuses: readonly string[];
}

/** The states that the chosen service can reach, or all that some service of the officer can (PRA-27). */
export function offeredStatuses(procedures: readonly OfferedProcedure[], procedureId: string | undefined): QueueStatus[] {
  const chosen = procedureId ? procedures.filter(({ id }) => id === procedureId) : procedures;
  return statuses.filter((status) => chosen.some((procedure) => procedure.statuses.includes(status)));
}

/** Choosing another service drops a state that it cannot reach: it would show nothing and not say why. */
export function chooseProcedure(view: QueueView, procedures: readonly OfferedProcedure[], procedureId: string | undefined): QueueView {
  const { procedureId: _, ...rest } = view;
  const next: QueueView = procedureId ? { ...rest, procedureId } : rest;
  const isReachable = !next.status || offeredStatuses(procedures, procedureId).includes(next.status);
  return isReachable ? next : withoutFilter(next, 'status');
}
