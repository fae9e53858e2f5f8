import { useSyncExternalStore } from 'react';

interface Said {
  polite: string;
  assertive: string;
}

let said: Said = { polite: '', assertive: '' };
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Tells people who listen to the page what happened: saved, sent, found, gone wrong. */
export const announce = (text: string, urgency: keyof Said = 'polite'): void => {
  // A no-break space at the end makes the same words read aloud again.
  said = { ...said, [urgency]: said[urgency] === text ? `${text}\u00a0` : text };
  for (const listener of listeners) listener();
};

/** The page's only two live regions. */
export const Announcer = () => {
  const { polite, assertive } = useSyncExternalStore(
    subscribe,
    () => said,
    () => said,
  );
  return (
    <>
      <div className="visually-hidden" role="status" aria-live="polite" aria-atomic="true">
        {polite}
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive" aria-atomic="true">
        {assertive}
      </div>
    </>
  );
};
