import type { Messages } from '@sportello/ui/i18n';
import { type ComponentType, lazy, type ReactNode } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Crashed } from './crashed.js';
import { Layout } from './layout.js';
import { Home } from './pages/home.js';
import { Broken, NotFound } from './pages/not-found.js';
import { ServicePage } from './pages/service.js';
import { CategoryPage, ServicesPage } from './pages/services.js';
import { SignInPage } from './pages/sign-in.js';
import { WelcomePage } from './pages/welcome-page.js';
import type { Route } from './routes.js';

interface First {
  language: 'it' | 'en';
  messages: Messages;
}

/** A page that travels only when somebody goes there. */
const later = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) =>
  lazy(async () => ({ default: (await load())[name] }));

const RequestPage = later(() => import('./pages/request.js'), 'RequestPage');
const PracticesPage = later(() => import('./pages/practices.js'), 'PracticesPage');
const FindPage = later(() => import('./pages/find.js'), 'FindPage');
const PracticePage = later(() => import('./pages/practice.js'), 'PracticePage');
const SentPage = later(() => import('./pages/sent.js'), 'SentPage');
const ProfilePage = later(() => import('./pages/profile.js'), 'ProfilePage');
const NoticesPage = later(() => import('./pages/notices.js'), 'NoticesPage');
const VerifyPage = later(() => import('./pages/verify.js'), 'VerifyPage');
const PrivacyPage = later(() => import('./pages/texts.js'), 'PrivacyPage');
const LegalPage = later(() => import('./pages/texts.js'), 'LegalPage');
const AccessibilityPage = later(() => import('./pages/texts.js'), 'AccessibilityPage');
const FaqPage = later(() => import('./pages/texts.js'), 'FaqPage');
const ProblemPage = later(() => import('./pages/texts.js'), 'ProblemPage');

const elements: Record<Route, ReactNode> = {
  '': <Home />,
  servizi: <ServicesPage />,
  'servizi/categorie/:slug': <CategoryPage />,
  'servizi/:procedure': <ServicePage />,
  'servizi/:procedure/richiesta': <RequestPage />,
  'area-personale': <Home />,
  'area-personale/pratiche': <PracticesPage />,
  'area-personale/cerca': <FindPage />,
  'area-personale/pratiche/:id': <PracticePage />,
  'area-personale/pratiche/:id/inviata': <SentPage />,
  'area-personale/profilo': <ProfilePage />,
  'area-personale/messaggi': <NoticesPage />,
  accedi: <SignInPage />,
  benvenuto: <WelcomePage />,
  verifica: <VerifyPage />,
  'verifica/:code': <VerifyPage />,
  privacy: <PrivacyPage />,
  'note-legali': <LegalPage />,
  accessibilita: <AccessibilityPage />,
  faq: <FaqPage />,
  'problems/:type': <ProblemPage />,
};
const pages: RouteObject[] = [
  ...Object.entries(elements).map(([path, element]) => (path === '' ? { index: true, element } : { path, element })),
  { path: '*', element: <NotFound /> },
];

/** The portal's pages, each under its Italian path and, with the same path, under `/en`. */
export const createPortal = (first: First) =>
  createBrowserRouter([
    {
      path: 'en?',
      element: <Layout first={first} />,
      errorElement: <Crashed />,
      children: [{ errorElement: <Broken />, children: pages }],
    },
  ]);
