import { Accordion, AccordionItem } from 'design-react-kit';
import { type ReactNode, useId, useState } from 'react';

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
    <Accordion className="sp-collapsible">
      <AccordionItem tag="section" aria-labelledby={`${id}-titolo`}>
        <h2 className="accordion-header">
          <button
            id={`${id}-titolo`}
            type="button"
            className={`accordion-button sp-collapsible-button ${isShown ? '' : 'collapsed'}`}
            aria-expanded={isShown}
            aria-controls={id}
            onClick={() => {
              setOpen(!open);
              setWasOpen(true);
            }}
          >
            {title}
            {count !== undefined && ` (${count})`}
          </button>
        </h2>
        <div id={id} className="accordion-body sp-collapsible-body" hidden={!isShown}>
          {(!isLazy || wasOpen || isShown) && children}
        </div>
      </AccordionItem>
    </Accordion>
  );
};
