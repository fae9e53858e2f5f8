import { useAsk, useCommand } from '@sportello/ui/api';
import { useEffect } from 'react';

/** The newest notices and what is unread, as the frame of every page shows it. */
export const useUnread = (isReady = true) => useAsk('rpc.notifications.list-notices.v1', { limit: 20 }, { enabled: isReady });

/** How many unread notices lead to a page. @param path without language */
export const useUnreadOf = (path: string): number => useUnread().data?.unreadPages.find((page) => page.path === path)?.count ?? 0;

/** Whoever reads a page has read the notices that lead to it. @param path without language */
export const useReadHere = (path: string): void => {
  const upTo = useUnread().data?.items[0]?.createdAt;
  const count = useUnreadOf(path);
  const { mutate } = useCommand('rpc.notifications.read-notices.v1', ['rpc.notifications.list-notices.v1']);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `mutate` is another function at every drawing
  useEffect(() => {
    const read = () => {
      if (count > 0 && upTo && document.visibilityState === 'visible') mutate({ upTo, path });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [count, upTo, path]);
};
