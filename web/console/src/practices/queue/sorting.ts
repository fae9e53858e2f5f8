import type { Sorting } from '@sportello/ui/sorting';
import { type ChangeView, type Order, orders, type QueueView } from './filters.js';

/** The last changed first: what the queue shows when nothing is chosen. */
const usual: Order = '-changed';

const orderOf = (text: string): Order | undefined => orders.find((one) => one === text);

/** Orders the whole queue by the column that is pressed, the same column again the other way; the server does it, page after page. */
export const sortingOf = (view: QueueView, onChange: ChangeView): Sorting => {
  const order = view.sort ?? usual;
  const isDescending = order.startsWith('-');
  const key = order.replace('-', '');
  const by = (pressed: string) => {
    const next = orderOf(pressed === key && !isDescending ? `-${pressed}` : pressed);
    onChange((now) => withOrder(now, next));
  };
  return { key, isDescending, has: (one) => orderOf(one) !== undefined, by };
};

export const withOrder = (view: QueueView, order: Order | undefined): QueueView => {
  const { sort: _, ...rest } = view;
  return order && order !== usual ? { ...rest, sort: order } : rest;
};
