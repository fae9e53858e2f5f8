/** Milliseconds between two tellings, however many things are heard meanwhile. */
const pauseMs = 2_000;

export interface Gatherer<T> {
  hear: (things: readonly T[]) => void;
  stop: () => void;
}

/**
 * Tells at once what is heard after a silence, and then what gathered, each thing once, after a pause: while the whole
 * country presses, an open page reads its list again every two seconds and not at every arrival.
 */
export const gather = <T>(tell: (things: ReadonlySet<T>) => void): Gatherer<T> => {
  let heard = new Set<T>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (heard.size === 0) return;
    const things = heard;
    heard = new Set();
    timer = setTimeout(flush, pauseMs);
    tell(things);
  };
  return {
    hear: (things) => {
      for (const thing of things) heard.add(thing);
      if (timer === undefined) flush();
    },
    stop: () => clearTimeout(timer),
  };
};
