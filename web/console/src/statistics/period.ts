import { isId } from '@sportello/contracts/id';
import type { AskedOf } from '@sportello/contracts/web';
import { statuses } from '../practices/queue/filters.js';

export type Asked = AskedOf<'rpc.practices.get-statistics.v1'>;

const month = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Reads the address. What is not understood is left out; a period that ends before it begins is none. */
export function readAsked(address: URLSearchParams): Asked {
  const [procedureId, from, to] = ['procedureId', 'from', 'to'].map((name) => address.get(name) ?? '') as [string, string, string];
  const status = statuses.find((one) => one === address.get('status'));
  const isPeriod = month.test(from) && month.test(to) && from <= to;
  return { ...(isId(procedureId) && { procedureId }), ...(status && { status }), ...(isPeriod && { from, to }) };
}

/** Every month from a year to another month, the newest first. */
export function monthsSince(year: number, last: string): string[] {
  const [lastYear = year, lastOf = 1] = last.split('-').map(Number);
  const count = (lastYear - year) * 12 + lastOf;
  return Array.from({ length: count }, (_, at) => `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`).reverse();
}

/** A month as it is written: "novembre 2026", or "nov 2026". */
export const monthInWords = (of: string, language: string, length: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(language, { month: length, year: 'numeric', timeZone: 'UTC' }).format(new Date(`${of}-01T00:00:00Z`));

export const earlierOf = (...months: [string, string]): string => months.sort()[0] ?? '';
export const laterOf = (...months: [string, string]): string => months.sort()[1] ?? '';
