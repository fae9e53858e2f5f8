import { useSessionReading } from '@sportello/ui/session';
import { useSyncExternalStore } from 'react';

/** What an officer chose once, kept in this browser for her alone. The first value is the one at the beginning. */
const offered = {
  /** Single letters as commands (WCAG 2.1.4). */
  letters: ['on', 'off'],
  /** Where to go when an action succeeded. */
  after: ['stay', 'next', 'list'],
} as const;

export type PreferenceName = keyof typeof offered;
export type Preference<N extends PreferenceName> = (typeof offered)[N][number];

const keyOf = (name: PreferenceName, officerId: string) => `sportello.console.${name}.${officerId}`;
const listeners = new Set<() => void>();
/** For browsers that keep nothing: the choice then lasts as long as the page. */
const inMemory = new Map<string, string>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? inMemory.get(key) ?? null;
  } catch {
    return inMemory.get(key) ?? null;
  }
}

function write(key: string, value: string): void {
  inMemory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is switched off or full: the value in memory stands.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export function usePreference<N extends PreferenceName>(name: N): [Preference<N>, (value: Preference<N>) => void] {
  const values: readonly string[] = offered[name];
  const key = keyOf(name, useSessionReading().state?.account?.personId ?? '');
  const stored = useSyncExternalStore(subscribe, () => read(key));
  const value = (values.find((one) => one === stored) ?? values[0]) as Preference<N>;
  return [value, (next) => write(key, next)];
}
