import type { Language, Text } from '@sportello/contracts/contract';
import { languageCookie } from '@sportello/contracts/language-cookie';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import {
  Link,
  type LinkProps,
  Navigate,
  type NavigateProps,
  NavLink,
  type NavLinkProps,
  useHref,
  useLocation,
  useNavigate,
} from 'react-router';
import { speak } from './api.js';
import { linksOf, writeLinks } from './head.js';
import { languageOf, localPath, plainPath } from './paths.js';

export { formatAgo, formatDate, formatDateTime, formatEuro, formatLongDate, formatTime, rome, showZone } from './formats.js';
export { languageOf, localPath, plainPath } from './paths.js';

export type Messages = Readonly<Record<string, string>>;
/** One loader a language: only the dictionary that is read travels. */
export type Dictionaries = Readonly<Record<Language, () => Promise<Messages>>>;

/** The language that the person chose with the switch, on this browser. */
export const chosenLanguage = (): Language | null => {
  const [, value] = new RegExp(`(?:^|; )${languageCookie}=(it|en)(?:;|$)`).exec(document.cookie) ?? [];
  return value === 'it' || value === 'en' ? value : null;
};

/** Keeps the language that is read now for the pages to come, for a year: pages come in it at once. */
export const keepLanguage = (language: Language): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: other browsers than Chromium learn the newer way only now
  document.cookie = `${languageCookie}=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
};

interface I18nProps {
  dictionaries: Dictionaries;
  /** The dictionary of the first page, loaded before drawing. */
  first: { language: Language; messages: Messages };
  children: ReactNode;
}

/** Speaks the language of the address; the old texts stay until the new ones are there. */
export const I18n = ({ dictionaries, first, children }: I18nProps) => {
  const { pathname } = useLocation();
  const base = useHref('/').replace(/\/$/, '');
  const wanted = languageOf(pathname);
  const plain = plainPath(pathname);
  const [{ language, messages }, setSpoken] = useState(first);
  useEffect(() => {
    let isCurrent = true;
    speak({ language: wanted });
    void dictionaries[wanted]().then((loaded) => {
      if (!isCurrent) return;
      document.documentElement.lang = wanted;
      setSpoken({ language: wanted, messages: loaded });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted, dictionaries]);
  useEffect(() => writeLinks(linksOf(location.origin + base, plain, wanted)), [base, plain, wanted]);
  return (
    <IntlProvider locale={language} messages={messages} timeZone="Europe/Rome">
      {children}
    </IntlProvider>
  );
};

export const useLanguage = (): Language => (useIntl().locale === 'en' ? 'en' : 'it');

type Values = Record<string, string | number>;

/** Says a text of the dictionaries. */
export const useText = (): ((id: string, values?: Values) => string) => {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
};

/** Says a text that comes with the data, in the language of the page. */
export const useSay = (): ((text: Text | null | undefined) => string) => {
  const language = useLanguage();
  return useCallback((text) => (text ? text[language] || text.it : ''), [language]);
};

/** The address of a page in the language being read. */
export const useLocalPath = (): ((path: string) => string) => {
  const { pathname } = useLocation();
  const language = languageOf(pathname);
  return useCallback((path) => localPath(path, language), [language]);
};

/** Goes to a page in the language being read. */
export const useGo = (): ((path: string, options?: { replace?: boolean; state?: unknown }) => void) => {
  const navigate = useNavigate();
  const local = useLocalPath();
  return useCallback((path, options) => void navigate(local(path), options), [navigate, local]);
};

/** A link to a page, written without the language. */
export const LocalLink = ({ to, ...rest }: LinkProps & { to: string }) => <Link {...rest} to={useLocalPath()(to)} />;
export const LocalNavLink = ({ to, ...rest }: NavLinkProps & { to: string }) => <NavLink {...rest} to={useLocalPath()(to)} />;

/** Leads on to another page, written without the language. */
export const LocalNavigate = ({ to, ...rest }: NavigateProps & { to: string }) => <Navigate {...rest} to={useLocalPath()(to)} />;

/** Changes language without leaving the page or losing what was typed. */
export const useLanguageSwitch = (): ((language: Language) => void) => {
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  return useCallback(
    (language) => {
      keepLanguage(language);
      void navigate(localPath(`${plainPath(pathname)}${search}${hash}`, language), { replace: true, preventScrollReset: true });
    },
    [navigate, pathname, search, hash],
  );
};
