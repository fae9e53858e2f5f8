import { useEffect, useRef } from 'react';

/**
 * Where the keyboard is after something of a list was removed by a button of its own: at the button that takes its place, else at the last one, else
 * at the first field or button of the area. Whoever went elsewhere meanwhile stays there.
 *
 * @param count how many things the list has
 */
export const useFocusAfterRemoval = <E extends HTMLElement>(count: number) => {
  const area = useRef<E>(null);
  const removed = useRef<{ count: number; at: number } | null>(null);
  const buttons = () => [...(area.current?.querySelectorAll<HTMLElement>('li button, tbody button') ?? [])];
  useEffect(() => {
    const former = removed.current;
    if (!former || count >= former.count) return;
    removed.current = null;
    if (document.activeElement !== document.body) return;
    const left = buttons();
    (
      left[former.at] ??
      left.at(-1) ??
      area.current?.querySelector<HTMLElement>('input, select, button') ??
      document.querySelector('main')
    )?.focus();
  });
  return {
    area,
    /** To be told by the button that removes, before it does. */
    removing: (button: HTMLElement) => {
      removed.current = { count, at: buttons().indexOf(button) };
    },
  };
};
