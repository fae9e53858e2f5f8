import { Accordion, AccordionItem } from 'design-react-kit';
import { type ReactNode, useId, useState } from 'react';

interface CollapsibleProps {
  title: string;
  /** Said after the title: how many things are inside. */
  count?: number;
  isOpen?: boolean;
  children: ReactNode;
}

/** A part of a page that opens and closes; printing shows it all, so what is inside is there from the start. */
export const Collapsible = ({ title, count, isOpen = false, children }: CollapsibleProps) => {
  const [open, setOpen] = useState(isOpen);
  const id = useId();
  return (
    <Accordion className="sp-collapsible">
      <AccordionItem tag="section" aria-labelledby={`${id}-titolo`}>
        <h2 className="accordion-header">
          <button
            id={`${id}-titolo`}
            type="button"
            className={`accordion-button sp-collapsible-button ${open ? '' : 'collapsed'}`}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {title}
            {count !== undefined && ` (${count})`}
          </button>
        </h2>
        <div id={id} className="accordion-body sp-collapsible-body" hidden={!open}>
          {children}
        </div>
      </AccordionItem>
    </Accordion>
  );
};
