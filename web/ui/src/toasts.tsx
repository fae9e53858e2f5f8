import { Button } from 'design-react-kit';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { announce } from './announcer.js';
import { useText } from './i18n.js';
import { Icon } from './icon.js';
import { useLateAnswers } from './still-waiting.js';

interface Toast {
  words: string;
  /** Takes back what was done. */
  undo?: () => Promise<unknown>;
}

let shown: Toast | null = null;
/** Changes of page since it is shown: the first may come of the action itself. */
let changes = 0;
const listeners = new Set<() => void>();
const show = (toast: Toast | null) => {
  shown = toast;
  for (const listener of listeners) listener();
};

/** Says what was done, to the eye and to those who listen, and offers to take it back. It stays until it is closed, or the next one comes. */
export const toast = (next: Toast): void => {
  changes = 0;
  announce(next.words);
  show(next);
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The place of what was done last. */
export const Toasts = () => {
  const text = useText();
  const current = useSyncExternalStore(
    subscribe,
    () => shown,
    () => null,
  );
  const close = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    changes += 1;
    if (changes > 1) show(null);
  }, [pathname]);
  useEffect(() => {
    if (!current) return;
    // What was pressed may be gone with what it did: then the keyboard goes on from here.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [current]);
  const isWaiting = useLateAnswers().length > 0;
  // What is waited for now stands in its place.
  if (!current || isWaiting) return null;
  const { words, undo } = current;
  return (
    <section ref={box} tabIndex={-1} className="sp-toast sp-no-print" aria-label={text('ui.toast')}>
      <Icon name="it-check-circle" className="icon-sm icon-white" />
      <p>{words}</p>
      {undo && (
        <Button
          type="button"
          color="link"
          size="xs"
          onClick={async () => {
            // The button goes away: the focus stays in the toast.
            close.current?.focus();
            show({ words });
            await undo().then(
              () => toast({ words: text('ui.toast.undone') }),
              () => toast({ words: text('ui.toast.notUndone'), undo }),
            );
          }}
        >
          {text('ui.toast.undo')}
        </Button>
      )}
      <button ref={close} type="button" className="btn sp-icon-button" aria-label={text('ui.toast.close')} onClick={() => show(null)}>
        <Icon name="it-close" className="icon-sm icon-white" />
      </button>
    </section>
  );
};
