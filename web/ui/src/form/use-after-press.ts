import { useCallback, useEffect, useRef } from 'react';

/** Milliseconds from a release until its click must have come: on touch screens it comes after the gesture was judged. */
const clickMs = 400;

/**
 * Gives a function that does something at once, or, while the pointer is down, once the press is over. What moves the page in between would
 * take the button from under the finger, and the press would do nothing.
 */
export const useAfterPress = (): ((run: () => void) => void) => {
  const isDown = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      isDown.current = false;
      for (const run of waiting.current.splice(0)) run();
    };
    const endIn = (ms: number) => () => {
      clearTimeout(timer);
      if (isDown.current) timer = setTimeout(end, ms);
    };
    const begin = () => {
      clearTimeout(timer);
      isDown.current = true;
    };
    const [released, clicked] = [endIn(clickMs), endIn(0)];
    const listeners = { pointerdown: begin, pointerup: released, pointercancel: released, click: clicked };
    for (const [event, listener] of Object.entries(listeners)) document.addEventListener(event, listener, true);
    return () => {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners)) document.removeEventListener(event, listener, true);
      // What still waits for the end of a press that nobody watches any more is done now.
      end();
    };
  }, []);
  return useCallback((run) => {
    if (isDown.current) waiting.current.push(run);
    else run();
  }, []);
};
