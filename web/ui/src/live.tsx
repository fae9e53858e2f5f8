import type { LiveEvent, Subject } from '@sportello/contracts/web';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keyOf } from './api.js';
import { gather } from './gather.js';

const changedBy: Record<LiveEvent['kind'], Subject[]> = {
  practice: [
    'rpc.practices.get.v1',
    'rpc.practices.list-own.v1',
    'rpc.practices.list-messages.v1',
    'rpc.appointments.list-own.v1',
    'rpc.practices.list-queue.v1',
    'rpc.practices.get-queue-filters.v1',
  ],
  // Officers are told no more than this, so the practice that they have open may be the one.
  queue: [
    'rpc.practices.list-queue.v1',
    'rpc.practices.get-queue-filters.v1',
    'rpc.practices.get.v1',
    'rpc.practices.get-marks.v1',
    'rpc.practices.list-messages.v1',
    'rpc.appointments.list-of-practice.v1',
  ],
  notices: ['rpc.notifications.list-notices.v1'],
  // Of which calendar is not told: each page reads those that it shows.
  calendars: [
    'rpc.appointments.list-desk.v1',
    'rpc.appointments.list-desk-days.v1',
    'rpc.appointments.get-desk.v1',
    'rpc.appointments.find.v1',
    'rpc.appointments.list-days.v1',
    'rpc.appointments.list-slots.v1',
    'rpc.appointments.list-openings.v1',
    'rpc.appointments.list-calendars.v1',
    'rpc.appointments.list-waiting.v1',
    'rpc.appointments.list-arrivals.v1',
  ],
  // Of which ticket is not told: each page reads those that it shows.
  tickets: [
    'rpc.ticketing.get.v1',
    'rpc.ticketing.list-messages.v1',
    'rpc.ticketing.list-own.v1',
    'rpc.ticketing.list-queue.v1',
    'rpc.ticketing.count-queue.v1',
  ],
};

const isLiveEvent = (value: unknown): value is LiveEvent =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string' && value.kind in changedBy;

const subjectsOf = (data: string): readonly Subject[] => {
  let event: unknown;
  try {
    event = JSON.parse(data);
  } catch {
    return [];
  }
  return isLiveEvent(event) ? changedBy[event.kind] : [];
};

interface Live {
  /** Too many pages of this person are open: this one is told of nothing any more. */
  isReplaced: boolean;
  /** Is told again; the page that was opened longest ago gives way then. */
  takeBack: () => void;
}

/** Reads again what the server says has changed; after a lost connection, everything that may have. */
export const useLive = (isSignedIn: boolean): Live => {
  const client = useQueryClient();
  const [isGivenUp, setGivenUp] = useState(false);
  const comeBackNow = useRef<() => void>(undefined);
  useEffect(() => {
    if (!isSignedIn) return;
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let isReplaced = false;
    const { add, stop } = gather<Subject>((subjects) => {
      for (const subject of subjects) void client.invalidateQueries({ queryKey: keyOf(subject) });
    });
    const connect = () => {
      source = new EventSource('/api/v1/live');
      source.onopen = () => {
        if (failures > 0) add(Object.values(changedBy).flat());
        failures = 0;
      };
      // Too many pages are open: this one gives way to a newer one, until somebody looks at it again.
      source.addEventListener('replaced', () => {
        isReplaced = true;
        setGivenUp(true);
        source?.close();
      });
      source.onmessage = ({ data }) => add(subjectsOf(String(data)));
      source.onerror = () => {
        if (isReplaced) return;
        failures += 1;
        // The browser reconnects by itself unless the answer was refused.
        if (source?.readyState !== EventSource.CLOSED) return;
        retry = setTimeout(connect, Math.min(2_000 * 2 ** failures, 60_000));
      };
    };
    const comeBack = () => {
      if (!isReplaced || document.visibilityState !== 'visible') return;
      isReplaced = false;
      setGivenUp(false);
      failures = 1;
      connect();
    };
    comeBackNow.current = comeBack;
    connect();
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      document.removeEventListener('visibilitychange', comeBack);
      clearTimeout(retry);
      stop();
      source?.close();
      setGivenUp(false);
    };
  }, [isSignedIn, client]);
  return { isReplaced: isGivenUp, takeBack: useCallback(() => comeBackNow.current?.(), []) };
};
