import { useAskPages } from '@sportello/ui/api';
import { useSession } from '@sportello/ui/session';
import { useEffect } from 'react';

/** Pages that are read at most: beyond them nobody finds anything in a list of boxes. */
const MOST_PAGES = 20;

/** Reads all pages of a list that is short enough to choose from. */
function useAll<T>(list: {
  data?: { pages: { items: T[] }[] };
  error: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}): { items: T[] | undefined; error: unknown } {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const isWhole = !hasNextPage || (data?.pages.length ?? 0) >= MOST_PAGES;
  useEffect(() => {
    if (!isWhole && !isFetchingNextPage) void fetchNextPage();
  }, [isWhole, isFetchingNextPage, fetchNextPage]);
  return { items: data && isWhole ? data.pages.flatMap(({ items }) => items) : undefined, error: data ? null : error };
}

export const useOffices = () => useAll(useAskPages('rpc.identity.list-offices.v1', { limit: 100 }));

/** The calendars of one's own body, by title. */
export const useBodyCalendars = () => useAll(useAskPages('rpc.appointments.list-calendars.v1', { limit: 100 }));

/** The services of one's own body, by title. */
export function useBodyServices() {
  const { account } = useSession();
  const { items, error } = useAll(useAskPages('rpc.practices.list-procedures.v1', { limit: 100 }));
  return { items: items?.filter(({ organizationId }) => organizationId === account?.officer?.organizationId), error };
}
