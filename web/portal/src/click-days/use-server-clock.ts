import { ask, keyOf } from '@sportello/ui/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ClickDay } from './click-day.js';
import { type ClockReading, readClock, type Sample, waitBefore } from './server-clock.js';

const SAMPLES = 5;
/** The clock of a laptop drifts, or is set by hand in between: it is measured anew this often. Milliseconds. */
const EVERY_MS = 120_000;
/** So long before the hour, and from then on, only who has no reading yet measures: what counts then is sending. Milliseconds. */
const QUIET_MS = 30_000;

/** The way there and back is told by a clock that nobody sets. */
async function sampleOf(id: string, signal: AbortSignal): Promise<{ sample: Sample; day: ClickDay }> {
  const [leftAt, from] = [Date.now(), performance.now()];
  const day = await ask('rpc.practices.get-click-day.v1', { id }, signal);
  return { sample: { leftAt, cameAt: leftAt + performance.now() - from, serverAt: Date.parse(day.serverTime) }, day };
}

/**
 * The server's clock against that of this computer (CLK-18); null until it was measured. It is first known by one answer, and surer by some more. What
 * was measured before stays where the network is away. What is told of the day besides, as that it was postponed, is shown at once.
 */
export const useServerClock = ({ id, opensAt }: Pick<ClickDay, 'id' | 'opensAt'>): ClockReading | null => {
  const client = useQueryClient();
  const [reading, setReading] = useState<ClockReading | null>(null);
  useEffect(() => {
    const over = new AbortController();
    let known: ClockReading | null = null;
    let isLooking = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const isQuiet = () => Date.now() + (known?.offsetMs ?? 0) > Date.parse(opensAt) - QUIET_MS;
    const look = async (failures = 0): Promise<void> => {
      if (isLooking || over.signal.aborted || (known && isQuiet())) return;
      isLooking = true;
      const samples: Sample[] = [];
      try {
        do {
          const { sample, day } = await sampleOf(id, over.signal);
          samples.push(sample);
          if (!known || samples.length === SAMPLES) {
            known = readClock(samples);
            setReading(known);
          }
          client.setQueryData(keyOf('rpc.practices.get-click-day.v1', { id }), day);
        } while (samples.length < SAMPLES && !isQuiet());
      } catch {
        // The network is away, or the server is full: what was measured before holds.
        if (!known && !over.signal.aborted)
          again = setTimeout(() => void look(failures + 1), waitBefore(failures, undefined, Math.random()));
      } finally {
        isLooking = false;
      }
    };
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    // A laptop that slept wakes with a clock that stood still.
    const awake = () => document.visibilityState === 'visible' && void look();
    const back = () => void look();
    document.addEventListener('visibilitychange', awake);
    addEventListener('online', back);
    return () => {
      over.abort();
      clearTimeout(again);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', awake);
      removeEventListener('online', back);
    };
  }, [id, opensAt, client]);
  return reading;
};
