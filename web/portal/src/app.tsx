import type { Messages } from '@sportello/ui/i18n';
import { type ComponentType, lazy } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Crashed } from './crashed.js';
import { Layout } from './layout.js';
import { Home } from './pages/home.js';
import { Broken, NotFound } from './pages/not-found.js';
import { ServicePage } from './pages/service.js';
import { CategoryPage, ServicesPage } from './pages/services.js';
import { SignInPage } from './pages/sign-in.js';
import { WelcomePage } from './pages/welcome-page.js';

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

const pages: RouteObject[] = [
  { index: true, element: <Home /> },
  { path: 'servizi', element: <ServicesPage /> },
  { path: 'servizi/categorie/:slug', element: <CategoryPage /> },
  { path: 'servizi/:procedure', element: <ServicePage /> },
  { path: 'servizi/:procedure/richiesta', element: <RequestPage /> },
  { path: 'area-personale', element: <Home /> },
  { path: 'area-personale/pratiche', element: <PracticesPage /> },
  { path: 'area-personale/cerca', element: <FindPage /> },
  { path: 'area-personale/pratiche/:id', element: <PracticePage /> },
  { path: 'area-personale/pratiche/:id/inviata', element: <SentPage /> },
  { path: 'area-personale/profilo', element: <ProfilePage /> },
  { path: 'area-personale/messaggi', element: <NoticesPage /> },
  { path: 'accedi', element: <SignInPage /> },
  { path: 'benvenuto', element: <WelcomePage /> },
  { path: 'verifica', element: <VerifyPage /> },
  { path: 'verifica/:code', element: <VerifyPage /> },
  { path: 'privacy', element: <PrivacyPage /> },
  { path: 'note-legali', element: <LegalPage /> },
  { path: 'accessibilita', element: <AccessibilityPage /> },
  { path: 'faq', element: <FaqPage /> },
  { path: 'problems/:type', element: <ProblemPage /> },
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
