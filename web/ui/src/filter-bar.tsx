import { Button, Chip, ChipLabel } from 'design-react-kit';
import { type ReactNode, type RefObject, useId, useState } from 'react';
import { useText } from './i18n.js';
import { Icon } from './icon.js';
import { useFocusAfterRemoval } from './removals.js';
import './filter-bar.css';

interface FilterBarProps {
  /** The words looked for, as they are in the address, and what to call the field. */
  search: { label: string; words: string; onSearch: (words: string) => void; field?: RefObject<HTMLInputElement | null> };
  /** The other filters; where there is little room they are behind a button. */
  children?: ReactNode;
}

/** One search and some filters above a list. */
export const FilterBar = ({ search: { label, words, onSearch, field }, children }: FilterBarProps) => {
  const text = useText();
  const id = useId();
  const [typed, setTyped] = useState({ of: words, words });
  const [areShown, setShown] = useState(false);
  // The address may change by the back button or a chip: the field follows it.
  if (typed.of !== words) setTyped({ of: words, words });
  return (
    <div className="sp-filters">
      <search>
        <form
          className="sp-filter-search"
          onSubmit={(event) => {
            event.preventDefault();
            onSearch(typed.words);
          }}
        >
          <label htmlFor={id}>{label}</label>
          <div className="sp-filter-box">
            <input
              ref={field}
              id={id}
              type="search"
              className="form-control"
              value={typed.words}
              onChange={(event) => setTyped({ of: words, words: event.target.value })}
              maxLength={100}
              autoComplete="off"
              spellCheck={false}
            />
            <Button type="submit" color="primary">
              <Icon name="it-search" className="icon-sm icon-white" />
              <span>{text('ui.search')}</span>
            </Button>
          </div>
        </form>
      </search>
      {children && (
        <>
          <Button
            type="button"
            outline
            color="primary"
            size="xs"
            className="sp-filters-toggle"
            aria-expanded={areShown}
            aria-controls={`${id}-fields`}
            onClick={() => setShown(!areShown)}
          >
            <Icon name="it-funnel" className="icon-sm icon-primary me-1" />
            {text('ui.filters')}
          </Button>
          <div id={`${id}-fields`} className={`sp-filter-fields ${areShown ? 'is-shown' : ''}`}>
            {children}
          </div>
        </>
      )}
    </div>
  );
};

interface FilterChipsProps {
  filters: readonly { key: string; words: string; onRemove: () => void }[];
  onRemoveAll: () => void;
}

/** The filters that narrow the list, each with its way out. */
export const FilterChips = ({ filters, onRemoveAll }: FilterChipsProps) => {
  const text = useText();
  const { area, removing } = useFocusAfterRemoval<HTMLDivElement>(filters.length);
  if (filters.length === 0) return null;
  return (
    <div className="sp-active" ref={area}>
      <ul className="sp-chips" aria-label={text('ui.filters.active')}>
        {filters.map(({ key, words, onRemove }) => (
          <Chip key={key} tag="li" simple>
            <ChipLabel>{words}</ChipLabel>
            <button
              type="button"
              aria-label={text('ui.filters.removeOne', { name: words })}
              onClick={({ currentTarget }) => {
                removing(currentTarget);
                onRemove();
              }}
            >
              <Icon name="it-close" className="icon-xs" />
            </button>
          </Chip>
        ))}
      </ul>
      <Button type="button" color="link" size="sm" onClick={onRemoveAll}>
        {text('ui.filters.removeAll')}
      </Button>
    </div>
  );
};
