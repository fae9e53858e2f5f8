import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useText } from './i18n.js';

interface FrozenProps {
  /** True while what it holds is being sent. */
  isFrozen: boolean;
  children: ReactNode;
}

/** What is being sent cannot be changed until the answer has come: nothing typed meanwhile is lost. The focus comes back afterwards. */
export const Frozen = ({ isFrozen, children }: FrozenProps) => {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const left = useRef<HTMLElement | null>(null);
  // Before the browser takes the focus away from what cannot have it any more.
  useLayoutEffect(() => {
    const active = document.activeElement;
    if (isFrozen && active instanceof HTMLElement && box.current?.contains(active)) {
      left.current = active;
      words.current?.focus({ preventScroll: true });
    }
    if (!isFrozen && left.current) {
      if (active === document.body || active === null) left.current.focus({ preventScroll: true });
      left.current = null;
    }
  }, [isFrozen]);
  return (
    <>
      <div ref={box} className="sp-frozen" inert={isFrozen}>
        {children}
      </div>
      {isFrozen && (
        <p ref={words} tabIndex={-1} className="visually-hidden">
          {text('ui.frozen')}
        </p>
      )}
    </>
  );
};
