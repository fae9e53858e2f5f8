import { LocalLink } from './i18n.js';

export interface Tab {
  key: string;
  label: string;
  /** Address of the tab, so that it can be kept and sent. */
  to: string;
}

/** Tabs that are pages of their own: links, the present one marked. */
export const Tabs = ({ label, tabs, active }: { label: string; tabs: readonly Tab[]; active: string }) => (
  <nav aria-label={label} className="sp-no-print">
    <ul className="nav nav-tabs sp-tabs">
      {tabs.map((tab) => (
        <li key={tab.key} className="nav-item">
          <LocalLink
            to={tab.to}
            className={`nav-link ${tab.key === active ? 'active' : ''}`}
            aria-current={tab.key === active ? 'page' : undefined}
            preventScrollReset
          >
            {tab.label}
          </LocalLink>
        </li>
      ))}
    </ul>
  </nav>
);
