import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { Icon } from './icon.js';

interface DisclosureProps {
  label: ReactNode;
  /** Name of the button when its label is not enough. */
  name?: string;
  className: string;
  menuClassName?: string;
  children: (close: () => void) => ReactNode;
}

/** A button that shows a list under it; Esc and a press elsewhere hide it. */
export const Disclosure = ({ label, name, className, menuClassName = '', children }: DisclosureProps) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the list
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!isOpen) return;
    const away = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
      document.removeEventListener('keydown', leave);
    };
  }, [isOpen]);
  return (
    <div className="dropdown sp-disclosure" ref={root}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <Icon name={isOpen ? 'it-collapse' : 'it-expand'} className="icon-sm sp-caret" />
      </button>
      {isOpen && (
        <div id={id} className={`dropdown-menu show ${menuClassName}`}>
          {children(() => {
            setOpen(false);
            button.current?.focus();
          })}
        </div>
      )}
    </div>
  );
};
