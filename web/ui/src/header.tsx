import { asLine } from '@sportello/italy/typed-text';
import { Badge, Header, HeaderContent, HeaderRightZone, LinkList, LinkListItem, Nav, NavItem, NavLink } from 'design-react-kit';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { LocalLink, LocalNavLink, plainPath, useGo, useLanguage, useLanguageSwitch, useText } from './i18n.js';
import { Icon } from './icon.js';
import { profileName } from './profile-name.js';
import { useProfileSwitch, useSession, useSessionReading, useSignOut } from './session.js';

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
}

interface DisclosureProps {
  label: ReactNode;
  /** Name of the button when its label is not enough. */
  name?: string;
  className: string;
  menuClassName?: string;
  children: (close: () => void) => ReactNode;
}

/** A button that shows a list under it; Esc and a press elsewhere hide it. */
const Disclosure = ({ label, name, className, menuClassName = '', children }: DisclosureProps) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the list
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!isOpen) return;
    const away = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
      document.removeEventListener('keydown', leave);
    };
  }, [isOpen]);
  return (
    <div className="dropdown sp-disclosure" ref={root}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <Icon name={isOpen ? 'it-collapse' : 'it-expand'} className="icon-sm sp-caret" />
      </button>
      {isOpen && (
        <div id={id} className={`dropdown-menu show ${menuClassName}`}>
          {children(() => {
            setOpen(false);
            button.current?.focus();
          })}
        </div>
      )}
    </div>
  );
};

const languages = [
  { code: 'it', name: 'Italiano', short: 'ITA' },
  { code: 'en', name: 'English', short: 'ENG' },
] as const;

const LanguageMenu = () => {
  const text = useText();
  const language = useLanguage();
  const change = useLanguageSwitch();
  const { short } = languages.find(({ code }) => code === language) ?? languages[0];
  return (
    <Disclosure
      className="sp-slim-button"
      name={`${short}: ${text('ui.language')}`}
      label={<span>{short}</span>}
      menuClassName="sp-menu-end"
    >
      {(close) => (
        <LinkList noWrapper>
          {languages.map(({ code, name }) => (
            <LinkListItem
              key={code}
              tag="button"
              type="button"
              lang={code}
              className="dropdown-item"
              active={code === language}
              aria-current={code === language ? 'true' : undefined}
              onClick={() => {
                close();
                change(code);
              }}
            >
              <span>{name}</span>
            </LinkListItem>
          ))}
        </LinkList>
      )}
    </Disclosure>
  );
};

/** Who is signed in, as whom, and what she may do about it (IDE-19, IDE-38). */
const PersonMenu = ({ items }: { items: readonly MenuItem[] }) => {
  const text = useText();
  const language = useLanguage();
  const { account } = useSession();
  const switchProfile = useProfileSwitch();
  const signOut = useSignOut();
  if (!account) return null;
  const { givenName, familyName } = account.identity;
  const active = account.profiles.find(({ id }) => id === account.activeProfileId);
  const wears = active ? profileName(active, language) : account.officer ? text(`ui.role.${account.officer.role}`) : '';
  return (
    <Disclosure
      className="sp-slim-button sp-person"
      menuClassName="sp-menu-end sp-menu-wide"
      label={
        <>
          <span className="sp-avatar">
            {account.pictureKey ? (
              <img src={`/api/v1/account/picture?v=${encodeURIComponent(account.pictureKey)}`} alt="" />
            ) : (
              <Icon name="it-user" className="icon-sm" />
            )}
          </span>
          <span className="sp-person-text">
            <strong>
              {givenName} {familyName}
            </strong>
            <span className="visually-hidden">, </span>
            <span>{wears}</span>
            <span className="visually-hidden">, {text('ui.person.menu')}</span>
          </span>
        </>
      }
    >
      {(close) => (
        <>
          {account.profiles.length > 1 && (
            <fieldset className="sp-profiles">
              <legend>{text('ui.person.profiles')}</legend>
              {account.profiles.map((profile) => {
                const isActive = profile.id === account.activeProfileId;
                return (
                  <button
                    key={profile.id}
                    type="button"
                    className={`dropdown-item list-item ${isActive ? 'active' : ''}`}
                    aria-pressed={isActive}
                    onClick={() => {
                      if (!isActive && !switchProfile.isPending) switchProfile.mutate(profile.id, { onSuccess: close });
                    }}
                  >
                    <span>{profileName(profile, language)}</span>
                    {isActive && <Icon name="it-check" className="icon-sm icon-primary ms-2" />}
                  </button>
                );
              })}
            </fieldset>
          )}
          <LinkList noWrapper>
            {items.map(({ label, to, count }) => (
              <LinkListItem key={to} tag={LocalLink} className="dropdown-item" to={to}>
                <span>{label}</span>
                {count ? (
                  <Badge color="primary" className="ms-2">
                    {count}
                  </Badge>
                ) : null}
              </LinkListItem>
            ))}
            <LinkListItem tag="button" type="button" className="dropdown-item" onClick={() => signOut.mutate()}>
              <span>{text('ui.person.signOut')}</span>
              <Icon name="it-logout" className="icon-sm icon-primary ms-2" />
            </LinkListItem>
          </LinkList>
        </>
      )}
    </Disclosure>
  );
};

interface SlimProps {
  owner: string;
  personMenu: readonly MenuItem[];
  signIn: { label: string; href: string };
}

export const SlimHeader = ({ owner, personMenu, signIn }: SlimProps) => {
  const { state } = useSessionReading();
  return (
    <Header type="slim">
      <div className="container">
        <HeaderContent className="sp-slim">
          <span className="sp-owner">{owner}</span>
          <HeaderRightZone className="sp-slim-right">
            <LanguageMenu />
            {state?.account ? (
              <PersonMenu items={personMenu} />
            ) : (
              /* Until it is known whether somebody is signed in, the link only keeps its room. */
              <a
                className={`btn btn-primary btn-icon btn-full sp-sign-in ${state === null ? 'invisible' : ''}`}
                href={signIn.href}
                data-element="personal-area-login"
              >
                <span className="rounded-icon" aria-hidden="true">
                  <Icon name="it-user" className="icon-primary" />
                </span>
                <span className="d-none d-lg-block">{signIn.label}</span>
                <span className="visually-hidden d-lg-none">{signIn.label}</span>
              </a>
            )}
          </HeaderRightZone>
        </HeaderContent>
      </div>
    </Header>
  );
};

interface CenterProps {
  name: string;
  tagline: string;
  search?: Search;
  tools?: ReactNode;
}

export const CenterHeader = ({ name, tagline, search, tools }: CenterProps) => (
  <Header type="center">
    <div className="container">
      <HeaderContent className="sp-center">
        <div className="it-brand-wrapper">
          <LocalLink to="/" className="sp-brand">
            <Icon name="it-pa" />
            <span className="it-brand-text">
              <span className="it-brand-title">{name}</span>
              <span className="it-brand-tagline d-none d-md-block">{tagline}</span>
            </span>
          </LocalLink>
        </div>
        {(search || tools) && (
          <HeaderRightZone className="sp-tools">
            {search && <SearchForm {...search} />}
            {tools}
          </HeaderRightZone>
        )}
      </HeaderContent>
    </div>
  </Header>
);

const SearchForm = ({ label, placeholder, action }: Search) => {
  const text = useText();
  const go = useGo();
  const id = useId();
  const isThere = plainPath(useLocation().pathname) === action;
  return (
    <search>
      <form
        className="sp-search"
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
          // What was looked for is no longer meant on the pages after.
          key={String(isThere)}
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
