import { useEffect } from 'react';

/** Keeps the screen from going dark: what waits for its hour goes from this page. */
export const useAwake = (isWanted: boolean): void => {
  useEffect(() => {
    if (!isWanted) return;
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    // Not every browser can, and none while the page is hidden: it is a help, and nothing rests on it.
    const hold = () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      navigator.wakeLock.request('screen').then(
        (held) => {
          lock = held;
          if (isOver) void held.release();
        },
        () => undefined,
      );
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      isOver = true;
      void lock?.release();
      document.removeEventListener('visibilitychange', hold);
    };
  }, [isWanted]);
};
