import { Announcer } from '@sportello/ui/announcer';
import { type Dictionaries, I18n, LocalNavLink, type Messages, useLanguageSwitch, useSay } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Toasts } from '@sportello/ui/toasts';
import type { ReactNode } from 'react';
import { Outlet, useParams } from 'react-router';
import { parts } from './parts.js';

interface CatalogueProps {
  dictionaries: Dictionaries;
  first: { language: 'it' | 'en'; messages: Messages };
}

/** The shared parts of the pages, each in its states: for whoever builds a page of what is there. */
export const Catalogue = ({ dictionaries, first }: CatalogueProps) => (
  <I18n dictionaries={dictionaries} first={first}>
    <Frame>
      <Outlet />
    </Frame>
  </I18n>
);

const Frame = ({ children }: { children: ReactNode }) => {
  const say = useSay();
  const speak = useLanguageSwitch();
  return (
    <div className="sp-wide">
      <header className="ct-head">
        <nav aria-label={say({ it: 'Parti', en: 'Parts' })}>
          <ul>
            {Object.entries(parts).map(([key, { title }]) => (
              <li key={key}>
                <LocalNavLink to={`/${key}`}>{say(title)}</LocalNavLink>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <button type="button" lang="it" onClick={() => speak('it')}>
            Italiano
          </button>
          <button type="button" lang="en" onClick={() => speak('en')}>
            English
          </button>
        </div>
      </header>
      <main>{children}</main>
      <Toasts />
      <Announcer />
    </div>
  );
};

/** A part in each of its states; without one all of them, but for those that are a page by themselves. */
export const PartPage = () => {
  const say = useSay();
  const part = parts[useParams()['part'] ?? ''];
  if (part?.isPage) return <part.Show />;
  const title = say(part?.title ?? { it: 'Catalogo delle parti', en: 'Catalogue of the parts' });
  return (
    <Page title={title} appName="Sportello" hasBreadcrumb={false}>
      {(part ? [part] : Object.values(parts).filter(({ isPage }) => !isPage)).map(({ title: { en }, Show }) => (
        <Show key={en} />
      ))}
    </Page>
  );
};
