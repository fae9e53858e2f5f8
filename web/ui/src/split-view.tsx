import type { ReactNode, Ref } from 'react';
import './split-view.css';

interface SplitViewProps {
  /** The list, with its heading under `labelledBy`. */
  list: ReactNode;
  listRef?: Ref<HTMLElement>;
  labelledBy: string;
  /** What is open; nothing when the list stands alone. */
  record: ReactNode;
  /** False on screens too narrow for both: the record takes the place of the list. */
  hasRoom: boolean;
}

/**
 * A list, and beside it what is open of it. The record keeps its place in either layout: turning the device or enlarging the page closes no
 * dialog.
 */
export const SplitView = ({ list, listRef, labelledBy, record, hasRoom }: SplitViewProps) => (
  <div className={`sp-split-view ${record ? 'is-split' : ''} ${hasRoom ? '' : 'is-narrow'}`}>
    <section ref={listRef} hidden={Boolean(record) && !hasRoom} className="sp-split-list" aria-labelledby={labelledBy}>
      {list}
    </section>
    {record}
  </div>
);
