import { asLine } from '@sportello/italy/typed-text';
import { Badge, Header, HeaderContent, HeaderRightZone, Nav, NavItem, NavLink } from 'design-react-kit';
import { useEffect, useId, useState } from 'react';
import { useLocation } from 'react-router';
import { LocalLink, LocalNavLink, plainPath, useGo, useLocalPath, useText } from './i18n.js';
import { Icon } from './icon.js';
import { LanguageMenu } from './language-menu.js';
import { PersonMenu } from './person-menu.js';
import { useSessionReading } from './session.js';
import { type SignIn, SignInLink } from './sign-in-link.js';

export interface MenuItem {
  label: string;
  /** Path without language. */
  to: string;
  /** True when only this very page, and none below, is "here". */
  isExact?: boolean;
  /** Number of things waiting, said after the label. */
  count?: number;
}

export interface Search {
  label: string;
  placeholder?: string;
  /** Path without language that takes `?q=`. */
  action: string;
  /** True when the page has the same search itself: there is no second one then. */
  isOnPage: boolean;
}

interface SlimProps {
  owner: string;
  personMenu: readonly MenuItem[];
  signIn: SignIn;
}

export const SlimHeader = ({ owner, personMenu, signIn }: SlimProps) => (
  <Header type="slim">
    <div className="container">
      <HeaderContent className="sp-slim">
        <span className="sp-owner">{owner}</span>
        <HeaderRightZone className="sp-slim-right">
          <LanguageMenu />
          {useSessionReading().state?.account ? <PersonMenu items={personMenu} /> : <SignInLink {...signIn} />}
        </HeaderRightZone>
      </HeaderContent>
    </div>
  </Header>
);

interface CenterProps {
  name: string;
  tagline: string;
  search: Search;
}

/** Name and search, which on small screens is a link to the page that has it. */
export const CenterHeader = ({ name, tagline, search }: CenterProps) => (
  <Header type="center">
    <div className="container">
      <HeaderContent className="sp-center">
        <div className="it-brand-wrapper">
          <LocalLink to="/" className="sp-brand">
            <Icon name="it-pa" />
            <span className="it-brand-text">
              <span className="it-brand-title">{name}</span>
              <span className="it-brand-tagline d-none d-lg-block">{tagline}</span>
            </span>
          </LocalLink>
        </div>
        {!search.isOnPage && (
          <HeaderRightZone className="sp-tools">
            <SearchForm {...search} />
            <LocalLink to={search.action} className="sp-search-link" aria-label={search.label}>
              <Icon name="it-search" className="icon-white" />
            </LocalLink>
          </HeaderRightZone>
        )}
      </HeaderContent>
    </div>
  </Header>
);

const SearchForm = ({ label, placeholder, action }: Search) => {
  const text = useText();
  const go = useGo();
  const local = useLocalPath();
  const id = useId();
  return (
    <search className="sp-head-search">
      <form
        className="sp-search"
        action={local(action)}
        onSubmit={(event) => {
          event.preventDefault();
          const words = asLine(String(new FormData(event.currentTarget).get('q') ?? ''));
          go(words ? `${action}?${new URLSearchParams({ q: words })}` : action);
        }}
      >
        <label htmlFor={id} className="visually-hidden">
          {label}
        </label>
        <input
          id={id}
          name="q"
          type="search"
          maxLength={100}
          className="form-control"
          placeholder={placeholder ?? label}
          autoComplete="off"
        />
        <button type="submit" className="btn" aria-label={text('ui.search')}>
          <Icon name="it-search" className="icon-white" />
        </button>
      </form>
    </search>
  );
};

/** The menu bar (XCT-01, CAT-13); on small screens behind one button. */
export const NavbarHeader = ({ menu, secondaryMenu }: { menu: readonly MenuItem[]; secondaryMenu: readonly MenuItem[] }) => {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  const path = plainPath(pathname);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the menu
  useEffect(() => setOpen(false), [path]);
  const items = (list: readonly MenuItem[], className: string) => (
    <Nav className={className}>
      {list.map(({ label, to, isExact, count }) => (
        <NavItem key={to}>
          <NavLink tag={LocalNavLink} to={to} end={isExact}>
            <span>{label}</span>
            {count ? (
              <Badge color="white" className="text-primary ms-2">
                {count}
                <span className="visually-hidden"> {text('ui.waiting')}</span>
              </Badge>
            ) : null}
          </NavLink>
        </NavItem>
      ))}
    </Nav>
  );
  return (
    <Header type="navbar" id="header-nav-wrapper">
      <div className="container">
        <HeaderContent className="sp-navbar" aria-label={text('ui.menu.main')}>
          <button type="button" className="sp-burger" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
            <Icon name={isOpen ? 'it-close' : 'it-burger'} className="icon-white" />
            <span>{text('ui.menu')}</span>
          </button>
          <div id={id} className={`sp-navbar-items ${isOpen ? 'is-open' : ''}`}>
            {items(menu, 'sp-nav')}
            {secondaryMenu.length > 0 && items(secondaryMenu, 'sp-nav sp-nav-secondary')}
          </div>
        </HeaderContent>
      </div>
    </Header>
  );
};
