import type { AnswerOf } from '@sportello/contracts/web';
import { ask, keyOf, useAsk } from '@sportello/ui/api';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { compare } from '../../arrivals.js';
import type { QueueView } from './filters.js';

const subject = 'rpc.practices.list-queue.v1';
/** Rows of a page: what fills a tall screen. */
const limit = 50;

export type QueueRow = AnswerOf<typeof subject>['items'][number];

/**
 * The rows of a view, page after page. What is shown stays as it is while somebody looks at it: live changes are
 * read beside it, and say how many rows arrived and which left.
 */
export function useQueue(view: QueueView) {
  const client = useQueryClient();
  const input = { ...view, limit };
  const shown = useInfiniteQuery({
    queryKey: ['queue-shown', view],
    queryFn: async ({ signal, pageParam }) => {
      const page = await ask(subject, pageParam ? { ...input, after: pageParam } : input, signal);
      if (!pageParam) client.setQueryData(keyOf(subject, input), page);
      return page;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const isOld = shown.isPlaceholderData;
  const now = useAsk(subject, input, { enabled: shown.isSuccess && !isOld });
  const known = shown.data?.pages.flatMap(({ items }) => items) ?? [];
  const compared = now.data && !isOld ? compare(known, now.data.items, now.data.next === null) : { rows: known, arrived: 0, gone: [] };
  return {
    ...compared,
    error: shown.error,
    isFirst: shown.isPending,
    isUpdating: shown.isFetching && !shown.isPending && !shown.isFetchingNextPage,
    hasMore: shown.hasNextPage,
    isLoadingMore: shown.isFetchingNextPage,
    more: () => shown.fetchNextPage(),
    refresh: () => shown.refetch(),
  };
}

export type QueueState = ReturnType<typeof useQueue>;

/** The rows, where the one that is open beside them says what its own page says, also when it left the view. */
export function useFreshRow(rows: readonly QueueRow[], id: string | undefined): readonly QueueRow[] {
  const { data } = useAsk('rpc.practices.get.v1', { id: id ?? '' }, { enabled: id !== undefined });
  if (!data) return rows;
  const { status, changedAt, isImportant, officeName } = data;
  return rows.map((row) =>
    row.id === data.id ? { ...row, status, changedAt, isImportant, officeName, officerName: data.officer?.name ?? null } : row,
  );
}
