import type { Language } from '@sportello/contracts/contract';
import { Boundary } from '@sportello/ui/boundary';
import { ButtonLink } from '@sportello/ui/button-link';
import { type Dictionaries, LocalNavigate, type Messages, useText } from '@sportello/ui/i18n';
import { later } from '@sportello/ui/later';
import { Page } from '@sportello/ui/page';
import { ErrorState } from '@sportello/ui/page-states';
import type { ComponentType, ReactNode } from 'react';
import { Outlet, type RouteObject } from 'react-router';
import { ForbiddenPage } from './entry.js';
import { type SectionKey, sections } from './sections.js';
import { Layout } from './shell/layout.js';
import { useSections } from './use-sections.js';

interface First {
  language: 'it' | 'en';
  messages: Messages;
}

/** Where the console lives on the installation's address. */
export const basename = '/console';

/** The folder of each section: its pages and its texts travel when somebody goes there. */
const folders = import.meta.glob<{ pages: Readonly<Record<string, ComponentType>> }>('./*/pages.tsx');
const texts = import.meta.glob<Messages>('./*/{it,en}.json', { import: 'default' });

const pagesOf = async (key: SectionKey) => {
  const folder = await folders[`./${key}/pages.tsx`]?.();
  if (!folder) throw new RangeError(`There is no folder of the section ${key}`);
  return folder.pages;
};

const textsOf = (key: SectionKey): Dictionaries => {
  const inLanguage = (language: Language) => async () => (await texts[`./${key}/${language}.json`]?.()) ?? {};
  return { it: inLanguage('it'), en: inLanguage('en') };
};

const routeOf = (key: SectionKey, path: string): RouteObject => {
  const element = <Guarded sectionKey={key}>{later(textsOf(key), () => pagesOf(key), path)}</Guarded>;
  return path === '' ? { index: true, element } : { path, element };
};

/** The console's pages, each under its path and, with the same path, under `/en`. */
export const consoleRoutes = (first: First): RouteObject[] => [
  {
    path: 'en?',
    element: <Layout first={first} />,
    children: [
      {
        element: (
          <Boundary fallback={<Broken />}>
            <Outlet />
          </Boundary>
        ),
        children: [...sections.flatMap(({ key, paths }) => paths.map((path) => routeOf(key, path))), { path: '*', element: <Missing /> }],
      },
    ],
  },
];

/** A page that could not be drawn: the frame stays, and so does everything that was saved. */
const Broken = () => {
  const text = useText();
  return (
    <Page title={text('broken.title')} appName={text('console.name')} hasBreadcrumb={false}>
      <ErrorState error={null} onRetry={() => location.reload()} />
    </Page>
  );
};

/** The first page is that of the first section which one may see; any other says whom it is for. */
const Guarded = ({ sectionKey, children }: { sectionKey: SectionKey; children: ReactNode }) => {
  const text = useText();
  const offered = useSections();
  if (offered.some(({ key }) => key === sectionKey)) return children;
  const first = offered[0];
  if (sectionKey === sections[0].key && first) return <LocalNavigate to={first.to} replace />;
  return <ForbiddenPage title={text('section.forbidden.title')} words={text(`section.forbidden.${sectionKey}`)} />;
};

const Missing = () => {
  const text = useText();
  return (
    <Page title={text('missing.title')} appName={text('console.name')} hasBreadcrumb={false}>
      <p>{text('missing.text')}</p>
      <ButtonLink to="/" color="primary" size="sm">
        {text('missing.home')}
      </ButtonLink>
    </Page>
  );
};
