import { useSearchParams } from 'react-router';
import { useLanguage } from './i18n.js';

/** What a row is ordered by, by the key of its column. */
export type Orders<R> = Readonly<Record<string, (row: R) => string | number>>;

export interface Sorting {
  key: string | null;
  isDescending: boolean;
  has: (key: string) => boolean;
  /** The same column again turns the order round, and a third time leaves the rows as they came. */
  by: (key: string) => void;
}

/** Orders rows that are all here by what is pressed; the order is in the address (`sort=name`, `sort=-name`). Accents and case do not count. */
export const useSorting = <R,>(rows: readonly R[], orders: Orders<R>): { rows: readonly R[]; sorting: Sorting } => {
  const language = useLanguage();
  const [address, setAddress] = useSearchParams();
  const asked = address.get('sort') ?? '';
  const isDescending = asked.startsWith('-');
  const name = isDescending ? asked.slice(1) : asked;
  const order = Object.hasOwn(orders, name) ? orders[name] : undefined;
  const key = order ? name : null;
  const by = (pressed: string) => {
    const next = new URLSearchParams(address);
    if (pressed !== key) next.set('sort', pressed);
    else if (isDescending) next.delete('sort');
    else next.set('sort', `-${pressed}`);
    setAddress(next, { replace: true, preventScrollReset: true });
  };
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const sorted = order
    ? rows.toSorted((a, b) => {
        const [first, second] = [order(a), order(b)];
        const found = typeof first === 'number' && typeof second === 'number' ? first - second : compare(String(first), String(second));
        return isDescending ? -found : found;
      })
    : rows;
  return { rows: sorted, sorting: { key, isDescending, has: (one) => Object.hasOwn(orders, one), by } };
};
