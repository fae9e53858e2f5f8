import { asLine } from '@sportello/italy/typed-text';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useLocation } from 'react-router';
import { BrandMark } from './brand-mark.js';
import { LocalLink, plainPath, useGo, useLocalPath, useText } from './i18n.js';
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
  <div className="it-header-slim-wrapper">
    <Columns>
      <div className="it-header-slim-wrapper-content sp-slim">
        <span className="sp-owner">{owner}</span>
        <div className="it-header-slim-right-zone header-slim-right-zone sp-slim-right">
          <LanguageMenu />
          {useSessionReading().state?.account ? <PersonMenu items={personMenu} /> : <SignInLink {...signIn} />}
        </div>
      </div>
    </Columns>
  </div>
);

/** As wide as the page's content; what a row of the head holds. */
const Columns = ({ children }: { children: ReactNode }) => (
  <div className="container">
    <div className="container-xxl container-fluid">
      <div className="row">
        <div className="col">{children}</div>
      </div>
    </div>
  </div>
);

interface CenterProps {
  name: string;
  tagline: string;
  search: Search;
}

/** Name and search, which on small screens is a link to the page that has it. */
export const CenterHeader = ({ name, tagline, search }: CenterProps) => (
  <div className="it-header-center-wrapper">
    <Columns>
      <div className="it-header-center-content-wrapper sp-center">
        <div className="it-brand-wrapper">
          <LocalLink to="/" className="sp-brand">
            <BrandMark />
            <span className="it-brand-text">
              <span className="it-brand-title">{name}</span>
              <span className="it-brand-tagline d-none d-lg-block">{tagline}</span>
            </span>
          </LocalLink>
        </div>
        {!search.isOnPage && (
          <div className="it-right-zone sp-tools">
            <SearchForm {...search} />
            <LocalLink to={search.action} className="sp-search-link" aria-label={search.label}>
              <Icon name="it-search" className="icon-white" />
            </LocalLink>
          </div>
        )}
      </div>
    </Columns>
  </div>
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

/** Under which item a page stands: the one whose address says most of it, the last of several. */
const itemOf = (path: string, menu: readonly MenuItem[]): MenuItem | undefined =>
  menu
    .filter(({ to, isExact }) => path === to || (!isExact && path.startsWith(`${to}/`)))
    .reduce<MenuItem | undefined>((best, item) => (best && best.to.length > item.to.length ? best : item), undefined);

/** The menu bar (XCT-01, CAT-13); on small screens behind one button. */
export const NavbarHeader = ({ menu, secondaryMenu }: { menu: readonly MenuItem[]; secondaryMenu: readonly MenuItem[] }) => {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const { pathname } = useLocation();
  const path = plainPath(pathname);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the menu
  useEffect(() => setOpen(false), [path]);
  const here = itemOf(path, [...menu, ...secondaryMenu]);
  const items = (list: readonly MenuItem[], className: string) => (
    <ul className={`nav ${className}`}>
      {list.map((item) => {
        const { label, to, count } = item;
        const isHere = item === here;
        return (
          <li key={label} className="nav-item">
            <LocalLink className={`nav-link ${isHere ? 'active' : ''}`} to={to} aria-current={isHere ? 'page' : undefined}>
              <span>{label}</span>
              {count ? (
                <span className="badge bg-white text-primary ms-2">
                  {count}
                  <span className="visually-hidden"> {text('ui.waiting')}</span>
                </span>
              ) : null}
            </LocalLink>
          </li>
        );
      })}
    </ul>
  );
  return (
    <div className="it-header-navbar-wrapper" id="header-nav-wrapper">
      <Columns>
        <nav className="navbar sp-navbar" aria-label={text('ui.menu.main')}>
          <div className="container-fluid">
            <button type="button" className="sp-burger" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
              <Icon name={isOpen ? 'it-close' : 'it-burger'} className="icon-white" />
              <span>{text('ui.menu')}</span>
            </button>
            <div id={id} className={`sp-navbar-items ${isOpen ? 'is-open' : ''}`}>
              {items(menu, 'sp-nav')}
              {secondaryMenu.length > 0 && items(secondaryMenu, 'sp-nav sp-nav-secondary')}
            </div>
          </div>
        </nav>
      </Columns>
    </div>
  );
};
