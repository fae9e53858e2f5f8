import { ask, keyOf } from '@sportello/ui/api';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ClickDay } from './click-day.js';
import { type ClockReading, readClock, type Sample } from './server-clock.js';

const SAMPLES = 5;
/** The clock of a laptop drifts, or is set by hand in between: it is measured anew this often. Milliseconds. */
const EVERY_MS = 120_000;
/** Around the hour nobody measures: what counts then is sending. Milliseconds. */
const QUIET_MS = 30_000;

async function measure(id: string, signal: AbortSignal): Promise<{ reading: ClockReading; day: ClickDay | undefined }> {
  const samples: Sample[] = [];
  let day: ClickDay | undefined;
  while (samples.length < SAMPLES) {
    const leftAt = Date.now();
    day = await ask('rpc.practices.get-click-day.v1', { id }, signal);
    samples.push({ leftAt, cameAt: Date.now(), serverAt: Date.parse(day.serverTime) });
  }
  return { reading: readClock(samples), day };
}

/**
 * The server's clock against that of this computer (CLK-18); null until it was measured. What was measured before stays where the network is away.
 * What is told of the day besides, as that it was postponed, is shown at once.
 */
export const useServerClock = ({ id, opensAt }: Pick<ClickDay, 'id' | 'opensAt'>): ClockReading | null => {
  const client = useQueryClient();
  const [reading, setReading] = useState<ClockReading | null>(null);
  useEffect(() => {
    const over = new AbortController();
    let isMeasured = false;
    const look = async () => {
      if (isMeasured && Math.abs(Date.parse(opensAt) - Date.now()) < QUIET_MS) return;
      try {
        const measured = await measure(id, over.signal);
        isMeasured = true;
        setReading(measured.reading);
        client.setQueryData(keyOf('rpc.practices.get-click-day.v1', { id }), measured.day);
      } catch {
        // The network is away: it is measured again soon, and what was measured before holds.
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
      clearInterval(timer);
      document.removeEventListener('visibilitychange', awake);
      removeEventListener('online', back);
    };
  }, [id, opensAt, client]);
  return reading;
};
