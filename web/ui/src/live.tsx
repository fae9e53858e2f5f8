import type { LiveEvent, Subject } from '@sportello/contracts/web';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keyOf } from './api.js';

const changedBy: Record<LiveEvent['kind'], Subject[]> = {
  practice: [
    'rpc.practices.get.v1',
    'rpc.practices.list-own.v1',
    'rpc.practices.list-messages.v1',
    'rpc.practices.list-queue.v1',
    'rpc.practices.get-queue-filters.v1',
  ],
  queue: ['rpc.practices.list-queue.v1', 'rpc.practices.get-queue-filters.v1'],
  notices: ['rpc.notifications.list-notices.v1'],
};

const isLiveEvent = (value: unknown): value is LiveEvent =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string' && value.kind in changedBy;

const hear = (client: QueryClient, data: string) => {
  let event: unknown;
  try {
    event = JSON.parse(data);
  } catch {
    return;
  }
  if (!isLiveEvent(event)) return;
  for (const subject of changedBy[event.kind]) void client.invalidateQueries({ queryKey: keyOf(subject) });
};

/** Reads again what the server says has changed; after a lost connection, everything that may have. */
export const useLive = (isSignedIn: boolean): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    const connect = () => {
      source = new EventSource('/api/v1/live');
      source.onopen = () => {
        if (failures > 0)
          for (const subject of Object.values(changedBy).flat()) void client.invalidateQueries({ queryKey: keyOf(subject) });
        failures = 0;
      };
      source.onmessage = ({ data }) => hear(client, String(data));
      source.onerror = () => {
        failures += 1;
        // The browser reconnects by itself unless the answer was refused.
        if (source?.readyState !== EventSource.CLOSED) return;
        retry = setTimeout(connect, Math.min(2_000 * 2 ** failures, 60_000));
      };
    };
    connect();
    return () => {
      clearTimeout(retry);
      source?.close();
    };
  }, [isSignedIn, client]);
};
