/** Milliseconds between two calls, however many things arrive meanwhile. */
const pauseMs = 2_000;

export interface Gatherer<T> {
  add: (things: readonly T[]) => void;
  stop: () => void;
}

/**
 * Passes on at once what arrives after a silence, and then what gathered, each thing once, after a pause: while the whole
 * country presses, an open page reads its list again every two seconds and not at every arrival.
 */
export const gather = <T>(tell: (things: ReadonlySet<T>) => void): Gatherer<T> => {
  let arrived = new Set<T>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (arrived.size === 0) return;
    const things = arrived;
    arrived = new Set();
    timer = setTimeout(flush, pauseMs);
    tell(things);
  };
  return {
    add: (things) => {
      for (const thing of things) arrived.add(thing);
      if (timer === undefined) flush();
    },
    stop: () => clearTimeout(timer),
  };
};
