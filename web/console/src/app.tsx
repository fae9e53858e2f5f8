import { mayDo } from '@sportello/contracts/permissions';
import { ButtonLink } from '@sportello/ui/button-link';
import { type Messages, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { ErrorState } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import type { ReactNode } from 'react';
import { createBrowserRouter } from 'react-router';
import { OfficersPage } from './directory/officers-page.js';
import { SecurityPage } from './directory/security-page.js';
import { ServicesPage } from './directory/services-page.js';
import { Forbidden } from './entry.js';
import { Layout } from './layout.js';
import { QueuePage } from './queue/queue-page.js';
import type { Route } from './routes.js';
import { TodayPage } from './today/today-page.js';
import { usePlaces } from './use-places.js';

interface First {
  language: 'it' | 'en';
  messages: Messages;
}

/** Where the console lives on the installation's address. */
export const basename = '/console';

/** The console's pages, each under its path and, with the same path, under `/en`. */
export const createConsole = (first: First) =>
  createBrowserRouter(
    [
      {
        path: 'en?',
        element: <Layout first={first} />,
        children: [
          {
            errorElement: <Broken />,
            children: [
              ...Object.entries(pages).map(([path, element]) => (path === '' ? { index: true, element } : { path, element })),
              { path: '*', element: <Missing /> },
            ],
          },
        ],
      },
    ],
    { basename },
  );

const useMayQueue = () => {
  const role = useSession().account?.officer?.role;
  return role !== undefined && mayDo([role], 'practices:queue');
};

/** A page that could not be drawn: the frame stays, and so does everything that was saved. */
const Broken = () => {
  const text = useText();
  return (
    <Page title={text('broken.title')} appName={text('console.name')} hasBreadcrumb={false}>
      <ErrorState error={null} onRetry={() => location.reload()} />
    </Page>
  );
};

/** Whoever works no practices begins with the services. */
const Home = () => (useMayQueue() ? <TodayPage /> : <ServicesPage />);

const Practices = ({ children }: { children: ReactNode }) => {
  const text = useText();
  return useMayQueue() ? children : <Forbidden title={text('section.forbidden.title')} words={text('section.forbidden.practices')} />;
};

const Officers = () => {
  const text = useText();
  const mayRead = usePlaces().some(({ key }) => key === 'officers');
  return mayRead ? <OfficersPage /> : <Forbidden title={text('section.forbidden.title')} words={text('section.forbidden.officers')} />;
};

const Security = () => {
  const text = useText();
  const mayRead = usePlaces().some(({ key }) => key === 'security');
  return mayRead ? <SecurityPage /> : <Forbidden title={text('section.forbidden.title')} words={text('section.forbidden.security')} />;
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

const pages: Record<Route, ReactNode> = {
  '': <Home />,
  'pratiche/:id?': (
    <Practices>
      <QueuePage />
    </Practices>
  ),
  servizi: <ServicesPage />,
  operatori: <Officers />,
  sicurezza: <Security />,
};
