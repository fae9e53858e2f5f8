import { Boundary } from '@sportello/ui/boundary';
import { later } from '@sportello/ui/later';
import type { ReactNode } from 'react';
import { Outlet, type RouteObject } from 'react-router';
import { Crashed } from './crashed.js';
import { featureTexts } from './dictionaries.js';
import { type First, Layout } from './layout.js';
import { Broken, NotFound } from './not-found.js';
import type { Route } from './routes.js';

const { account, appointments, catalogue, clickDays, help, home, library, notices, payments, practices, request, school, texts, verify } =
  featureTexts;

const elements: Record<Route, ReactNode> = {
  '': later(home, () => import('./home/home.js'), 'Home'),
  servizi: later(catalogue, () => import('./catalogue/services.js'), 'ServicesPage'),
  'servizi/categorie/:slug': later(catalogue, () => import('./catalogue/services.js'), 'CategoryPage'),
  'servizi/:procedure': later(catalogue, () => import('./catalogue/service.js'), 'ServicePage'),
  'servizi/:procedure/richiesta': later(request, () => import('./request/request.js'), 'RequestPage'),
  'area-personale': later(home, () => import('./home/home.js'), 'Home'),
  'area-personale/pratiche': later(practices, () => import('./practices/practices.js'), 'PracticesPage'),
  'area-personale/cerca': later(practices, () => import('./practices/find.js'), 'FindPage'),
  'area-personale/documenti': later(practices, () => import('./practices/documents.js'), 'DocumentsPage'),
  'area-personale/pratiche/:id': later(practices, () => import('./practices/practice-page.js'), 'PracticePage'),
  'area-personale/pratiche/:id/inviata': later(request, () => import('./request/sent.js'), 'SentPage'),
  'servizi/prenotazione-appuntamento': later(appointments, () => import('./appointments/booking-page.js'), 'BookingPage'),
  'servizi/prenotazione-appuntamento/attesa': later(appointments, () => import('./appointments/waiting-join-page.js'), 'WaitingJoinPage'),
  'appuntamenti/attesa/:code': later(appointments, () => import('./appointments/waiting-page.js'), 'WaitingPage'),
  'sala/:calendar': later(appointments, () => import('./appointments/display-page.js'), 'DisplayPage'),
  'appuntamenti/:code': later(appointments, () => import('./appointments/appointment-page.js'), 'AppointmentPage'),
  'area-personale/appuntamenti': later(appointments, () => import('./appointments/appointments-page.js'), 'AppointmentsPage'),
  'pagamenti/avviso': later(payments, () => import('./payments/pay-notice-page.js'), 'PayNoticePage'),
  'pagamenti/esito/:cart': later(payments, () => import('./payments/outcome-page.js'), 'OutcomePage'),
  'click-day': later(clickDays, () => import('./click-days/click-days-page.js'), 'ClickDaysPage'),
  'click-day/:id': later(clickDays, () => import('./click-days/click-day-page.js'), 'ClickDayPage'),
  'area-personale/profilo': later(account, () => import('./account/profile.js'), 'ProfilePage'),
  'area-personale/messaggi': later(notices, () => import('./notices/notices.js'), 'NoticesPage'),
  'area-personale/pagamenti': later(payments, () => import('./payments/payments.js'), 'PaymentsPage'),
  'area-personale/pagamenti/:id': later(payments, () => import('./payments/payment-page.js'), 'PaymentPage'),
  scuola: later(school, () => import('./school/school-page.js'), 'SchoolPage'),
  'scuola/anagrafica': later(school, () => import('./school/children-page.js'), 'ChildrenPage'),
  'scuola/refezione': later(school, () => import('./school/meals-page.js'), 'MealsPage'),
  'scuola/conto': later(school, () => import('./school/account-page.js'), 'AccountPage'),
  'scuola/assenze': later(school, () => import('./school/absences-page.js'), 'AbsencesPage'),
  'scuola/documenti': later(school, () => import('./school/documents-page.js'), 'DocumentsPage'),
  'scuola/pagamento': later(school, () => import('./school/payment-page.js'), 'PaymentPage'),
  'scuola/ricariche': later(school, () => import('./school/top-up-page.js'), 'TopUpPage'),
  'scuola/anagrafica/:id': later(school, () => import('./school/child-page.js'), 'ChildPage'),
  assistenza: later(help, () => import('./help/catalogue-page.js'), 'CataloguePage'),
  'assistenza/categorie/:category': later(help, () => import('./help/catalogue-page.js'), 'CataloguePage'),
  'assistenza/servizi/:service': later(help, () => import('./help/request-page.js'), 'HelpRequestPage'),
  'area-personale/richieste': later(help, () => import('./help/tickets-page.js'), 'TicketsPage'),
  'area-personale/richieste/:id': later(help, () => import('./help/ticket-page.js'), 'TicketPage'),
  community: later(help, () => import('./help/community-page.js'), 'CommunityPage'),
  argomenti: later(library, () => import('./library/library-page.js'), 'LibraryPage'),
  'argomenti/:topic': later(library, () => import('./library/topic-page.js'), 'TopicPage'),
  'argomenti/articoli/:number': later(library, () => import('./library/article-page.js'), 'ArticlePage'),
  accedi: later(account, () => import('./account/sign-in.js'), 'SignInPage'),
  benvenuto: later(account, () => import('./account/welcome-page.js'), 'WelcomePage'),
  verifica: later(verify, () => import('./verify/verify.js'), 'VerifyPage'),
  'verifica/:code': later(verify, () => import('./verify/verify.js'), 'VerifyPage'),
  'verifica-storico': later(verify, () => import('./verify/history.js'), 'HistoryPage'),
  privacy: later(texts, () => import('./texts/texts.js'), 'PrivacyPage'),
  'note-legali': later(texts, () => import('./texts/texts.js'), 'LegalPage'),
  accessibilita: later(texts, () => import('./texts/texts.js'), 'AccessibilityPage'),
  faq: later(texts, () => import('./texts/texts.js'), 'FaqPage'),
  'problems/:type': later(texts, () => import('./texts/texts.js'), 'ProblemPage'),
};
const pages: RouteObject[] = [
  ...Object.entries(elements).map(([path, element]) => (path === '' ? { index: true, element } : { path, element })),
  { path: '*', element: <NotFound /> },
];

/** The frame stays where a page in it fails. */
const inFrame = (
  <Boundary fallback={<Broken />}>
    <Outlet />
  </Boundary>
);

/** The portal's pages, each under its Italian path and, with the same path, under `/en`. */
export const portalRoutes = (first: First): RouteObject[] => [
  {
    path: 'en?',
    element: (
      <Boundary fallback={<Crashed />}>
        <Layout first={first} />
      </Boundary>
    ),
    children: [{ element: inFrame, children: pages }],
  },
];
