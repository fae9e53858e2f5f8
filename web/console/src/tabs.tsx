import { type ReactNode, useId, useRef } from 'react';

export interface Tab<K extends string> {
  key: K;
  label: string;
  /** How many things are inside, said with the label. */
  count?: number;
}

interface TabsProps<K extends string> {
  label: string;
  tabs: readonly Tab<K>[];
  active: K;
  onChoose: (key: K) => void;
  children: ReactNode;
}

/** Tabs of the ARIA pattern: one stop for Tab, arrows, Home and End choose. Only the active part is drawn. */
export const Tabs = <K extends string>({ label, tabs, active, onChoose, children }: TabsProps<K>) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const choose = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    onChoose(tab.key);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${tab.key}`)}`)?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className="nav nav-tabs sc-tabs">
        {tabs.map((tab, index) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            className={`nav-link ${tab.key === active ? 'active' : ''}`}
            aria-selected={tab.key === active}
            aria-controls={tab.key === active ? `${id}-panel` : undefined}
            tabIndex={tab.key === active ? 0 : -1}
            onClick={() => onChoose(tab.key)}
            onKeyDown={(event) => {
              const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[event.key];
              if (to === undefined) return;
              event.preventDefault();
              choose(to);
            }}
          >
            {tab.label}
            {tab.count ? <span className="sc-count">{tab.count}</span> : null}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${active}`} className="sc-panel">
        {children}
      </div>
    </>
  );
};
