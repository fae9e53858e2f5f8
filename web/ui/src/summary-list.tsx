import type { ReactNode } from 'react';
import { useText } from './i18n.js';

export interface SummaryItem {
  label: string;
  /** Empty text or null shows "(Vuoto)" (IDE-14). */
  value: ReactNode;
}

/** Names and values one under the other. */
export const SummaryList = ({ items }: { items: readonly SummaryItem[] }) => {
  const text = useText();
  return (
    <dl className="sp-summary">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' ? <span className="text-secondary">{text('ui.empty')}</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  );
};
