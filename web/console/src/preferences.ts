import { useKeptChoice } from '@sportello/ui/kept-choice';
import { useSessionReading } from '@sportello/ui/session';

/** What an officer chose once, kept in this browser for her alone. The first value is the one at the beginning. */
const offered = {
  /** Single letters as commands (WCAG 2.1.4). */
  letters: ['on', 'off'],
  /** Where to go when an action succeeded. */
  after: ['stay', 'next', 'list'],
  /** The menu at the side: with names, or its icons alone. */
  side: ['open', 'folded'],
} as const;

export type PreferenceName = keyof typeof offered;
export type Preference<N extends PreferenceName> = (typeof offered)[N][number];

export function usePreference<N extends PreferenceName>(name: N): [Preference<N>, (value: Preference<N>) => void] {
  const values: readonly string[] = offered[name];
  const [stored, keep] = useKeptChoice(`console.${name}`, useSessionReading().state?.account?.personId ?? '');
  const value = (values.find((one) => one === stored) ?? values[0]) as Preference<N>;
  return [value, keep];
}
