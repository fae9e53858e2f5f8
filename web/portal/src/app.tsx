import type { Messages } from '@sportello/ui/i18n';
import { createBrowserRouter } from 'react-router';
import { Layout } from './layout.js';
import { Home } from './pages/home.js';

interface First {
  language: 'it' | 'en';
  messages: Messages;
}

/** The portal's pages, each under its Italian path and, with the same path, under `/en`. */
export const createPortal = (first: First) =>
  createBrowserRouter([
    {
      path: 'en?',
      element: <Layout first={first} />,
      children: [{ index: true, element: <Home /> }],
    },
  ]);
