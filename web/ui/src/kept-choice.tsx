import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
/** For browsers that keep nothing: a choice then lasts as long as the page. */
const inMemory = new Map<string, string>();

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key) ?? inMemory.get(key) ?? null;
  } catch {
    return inMemory.get(key) ?? null;
  }
};

const write = (key: string, value: string): void => {
  inMemory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is switched off or full: the value in memory stands.
  }
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
};

/** What somebody chose once, kept in this browser for her alone: every page of hers that is open here has it at once. */
export const useKeptChoice = (name: string, personId: string): [string | null, (value: string) => void] => {
  const key = `sportello.${name}.${personId}`;
  return [
    useSyncExternalStore(
      subscribe,
      () => read(key),
      () => null,
    ),
    (value) => write(key, value),
  ];
};
