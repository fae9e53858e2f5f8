import type { Session } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { Frame } from '@sportello/ui/frame';
import type { MenuItem } from '@sportello/ui/header';
import { chosenLanguage, I18n, languageOf, type Messages, plainPath, useLanguageSwitch, useLocalPath, useText } from '@sportello/ui/i18n';
import { later } from '@sportello/ui/later';
import { SessionProvider, useBody, useSessionReading, useSiteName } from '@sportello/ui/session';
import { useEffect } from 'react';
import { matchPath, Outlet, useLocation } from 'react-router';
import { dictionaries, featureTexts } from './dictionaries.js';
import { HelpBar } from './help-bar.js';
import { helpSections, isOfHelp, mainSections } from './main-sections.js';
import { routes } from './routes.js';
import { useUnread } from './unread.js';

const welcome = later(featureTexts.account, () => import('./account/welcome.js'), 'Welcome');

/** With what the first page of a visit begins. */
export interface First {
  language: 'it' | 'en';
  messages: Messages;
  /** The session for which the page came rendered. */
  visitor?: Session | undefined;
}

export const Layout = ({ first }: { first: First }) => (
  <I18n dictionaries={dictionaries} first={first}>
    <SessionProvider visitor={first.visitor}>
      <PortalFrame />
    </SessionProvider>
  </I18n>
);

/** Pages that may be read before the privacy policy is accepted (IDE-20). */
const beforePolicy = ['/privacy', '/note-legali', '/accessibilita', '/benvenuto'];

/** A page of the body's own, where it has one. */
const ownOr = (to: string, address: string | null | undefined) => (address ? { to: address, isOutside: true } : { to });
const outside = (label: string, address: string | null | undefined) => (address ? [{ label, to: address, isOutside: true }] : []);

const PortalFrame = () => {
  const text = useText();
  const local = useLocalPath();
  const account = useSessionReading().state?.account ?? null;
  const body = useBody();
  const { pathname } = useLocation();
  const path = plainPath(pathname);
  // Nobody comes back to an address at which no page is.
  const hasReturn = !['/', '/accedi'].includes(path) && routes.some((route) => matchPath(`/${route}`, path));
  const speak = useLanguageSwitch();
  const preferred = account?.contacts.language;
  useEffect(() => {
    // What the person chose on this browser comes first, then her profile; an English address says it by itself.
    if (preferred === 'en' && chosenLanguage() === null && languageOf(pathname) === 'it') speak('en');
  }, [preferred, pathname, speak]);
  const mustAccept = account !== null && !account.hasAcceptedPolicy;
  const isReady = account?.hasAcceptedPolicy === true;
  const organizations = useAsk('rpc.identity.list-organizations.v1', { limit: 12 }, { enabled: body === null, staleTimeMs: 600_000 });
  const notices = useUnread(isReady);
  const unread = notices.data?.unread ?? 0;
  const helpMenu: MenuItem[] = helpSections.map(({ key, to }) => ({ label: text(`help.menu.${key}`), to, isExact: key === 'home' }));
  const mainMenu: MenuItem[] = [
    ...mainSections.map(({ key, to }) => ({ label: text(`section.${key}`), to })),
    { label: text('menu.board'), to: '/', isExact: true },
    { label: text('menu.mine'), to: '/area-personale/pratiche' },
    { label: text('menu.new'), to: '/servizi', isExact: true },
    { label: text('menu.find'), to: '/area-personale/cerca' },
  ];
  return (
    <Frame
      name={useSiteName()}
      tagline={text(body ? 'ui.appName' : 'frame.tagline')}
      owner={text('frame.owner')}
      menu={isOfHelp(path) ? helpMenu : mainMenu}
      secondaryMenu={isReady ? [{ label: text('menu.messages'), to: '/area-personale/messaggi', count: unread }] : []}
      search={
        isOfHelp(path)
          ? {
              label: text('frame.search.help'),
              action: '/assistenza',
              isOnPage: path === '/assistenza' || path.startsWith('/assistenza/categorie/'),
            }
          : { label: text('frame.search'), action: '/servizi', isOnPage: path === '/servizi' || (path === '/' && !account) }
      }
      personMenu={[
        { label: text('menu.profile'), to: '/area-personale/profilo' },
        { label: text('menu.messages'), to: '/area-personale/messaggi', count: unread },
        { label: text('menu.mine'), to: '/area-personale/pratiche' },
      ]}
      signIn={{
        label: text('frame.signIn'),
        href: `${local('/accedi')}${hasReturn ? `?${new URLSearchParams({ ritorno: local(path) })}` : ''}`,
      }}
      helpBar={<HelpBar path={path} />}
      institutions={organizations.data?.items.map(({ name }) => name) ?? []}
      footerLinks={[
        { label: text('footer.services'), to: '/servizi', element: 'all-services' },
        { label: text('footer.faq'), to: '/faq', element: 'faq' },
        { label: text('footer.verify'), to: '/verifica' },
        ...outside(text('footer.transparency'), body?.footer.transparency),
        { label: text('footer.console'), to: '/console', isOutside: true },
      ]}
      legalLinks={[
        { label: text('footer.privacy'), element: 'privacy-policy-link', ...ownOr('/privacy', body?.footer.privacyPolicy) },
        { label: text('footer.notes'), to: '/note-legali', element: 'legal-notes' },
        {
          label: text('footer.accessibility'),
          element: 'accessibility-link',
          ...ownOr('/accessibilita', body?.footer.accessibilityStatement),
        },
      ]}
    >
      {mustAccept && !beforePolicy.includes(path) ? welcome : <Outlet />}
    </Frame>
  );
};
