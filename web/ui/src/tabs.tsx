import { Nav, NavItem, NavLink } from 'design-react-kit';
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
    <Nav tabs className="sp-tabs">
      {tabs.map((tab) => (
        <NavItem key={tab.key}>
          <NavLink
            tag={LocalLink}
            to={tab.to}
            active={tab.key === active}
            aria-current={tab.key === active ? 'page' : undefined}
            preventScrollReset
          >
            {tab.label}
          </NavLink>
        </NavItem>
      ))}
    </Nav>
  </nav>
);
