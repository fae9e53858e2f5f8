import { type ReactNode, useId, useState } from 'react';
import { Icon } from './icon.js';

interface CollapsibleProps {
  title: string;
  /** Said after the title: how many things are inside. */
  count?: number;
  isOpen?: boolean;
  /** Set by the page to open every part before printing. */
  isForced?: boolean;
  /** True when what is inside is read only once it is opened. */
  isLazy?: boolean;
  children: ReactNode;
}

/** A part of a page that opens and closes; printing shows it all. */
export const Collapsible = ({ title, count, isOpen = false, isForced = false, isLazy = false, children }: CollapsibleProps) => {
  const [open, setOpen] = useState(isOpen);
  const [wasOpen, setWasOpen] = useState(isOpen);
  const id = useId();
  const isShown = open || isForced;
  return (
    <section className="sp-collapsible" aria-labelledby={`${id}-titolo`}>
      <h2 className="h5">
        <button
          id={`${id}-titolo`}
          type="button"
          className="sp-collapsible-button"
          aria-expanded={isShown}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
            setWasOpen(true);
          }}
        >
          <Icon name={isShown ? 'it-collapse' : 'it-expand'} className="icon-sm icon-primary" />
          {title}
          {count !== undefined && ` (${count})`}
        </button>
      </h2>
      <div id={id} className="sp-collapsible-body" hidden={!isShown}>
        {(!isLazy || wasOpen || isShown) && children}
      </div>
    </section>
  );
};
