import { Button } from 'design-react-kit';
import type { ReactNode } from 'react';
import { useText } from './i18n.js';
import './selection-bar.css';

interface SelectionBarProps {
  count: number;
  onClear: () => void;
  /** What can be done with all of them at once. */
  children: ReactNode;
}

/** What can be done with the rows that were ticked; nothing when none of those shown is. It stays in view under the head. */
export const SelectionBar = ({ count, onClear, children }: SelectionBarProps) => {
  const text = useText();
  if (count === 0) return null;
  const words = text('ui.selected', { count });
  return (
    <section className="sp-selection" aria-label={words}>
      <strong>{words}</strong>
      {children}
      <Button type="button" color="link" size="xs" onClick={onClear}>
        {text('ui.selected.none')}
      </Button>
    </section>
  );
};
