import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { useEffect } from 'react';
import { type ListSubject, useAskPages } from './api.js';
import { useText } from './i18n.js';

/** Rows of a page: as many as a list gives at once. */
const PAGE = 100;
/** Pages that are read at most: beyond them nobody finds anything in a list to choose from. */
const MOST_PAGES = 20;

type ItemOf<S extends ListSubject> = AnswerOf<S> extends { items: (infer Item)[] } ? Item : never;

/**
 * Reads all pages of a list that is short enough to choose from. `data` is there once all are; `found` says how many rows are so far, and `isCut`
 * that there are more than are read.
 */
export const useAll = <S extends ListSubject>(
  subject: S,
  input: Omit<AskedOf<S>, 'limit' | 'after'>,
  options: { staleTimeMs?: number; enabled?: boolean } = {},
) => {
  const list = useAskPages(subject, Object.assign({ limit: PAGE }, input) as unknown as AskedOf<S>, options);
  const { data, error, refetch, dataUpdatedAt, hasNextPage, isFetching, fetchNextPage } = list;
  const pages = data?.pages ?? [];
  const items = pages.flatMap((page) => (page as { items: ItemOf<S>[] }).items);
  const isFull = pages.length >= MOST_PAGES;
  const isWanted = hasNextPage && !isFull && !isFetching && !error;
  useEffect(() => {
    if (isWanted) void fetchNextPage();
  }, [isWanted, fetchNextPage]);
  const isWhole = data !== undefined && (!hasNextPage || isFull);
  return { data: isWhole ? items : undefined, error, refetch, dataUpdatedAt, found: items.length, isCut: hasNextPage && isFull };
};

interface Progress {
  data?: unknown;
  error: unknown;
  found: number;
  isCut: boolean;
}

/** How far the reading of a long list is, or that it was not read to its end. */
export const HowFar = ({ list: { data, error, found, isCut } }: { list: Progress }) => {
  const text = useText();
  const isReading = !data && !error && found > 0;
  return (
    <p role="status" className="mb-0">
      {isReading || isCut ? text(isCut ? 'ui.all.cut' : 'ui.all.reading', { count: found }) : ''}
    </p>
  );
};
