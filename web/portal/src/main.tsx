import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '@sportello/ui/style.css';
import './style.css';
import { createQueryClient, speak } from '@sportello/ui/api';
import { chosenLanguage, languageOf, localPath } from '@sportello/ui/i18n';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createPortal } from './app.js';
import { dictionaries } from './dictionaries.js';

declare global {
  interface Window {
    /** Read by the validator of public sites: the library's stylesheet does not say it in a form that it can parse. */
    BOOTSTRAP_ITALIA_VERSION?: string;
  }
}
window.BOOTSTRAP_ITALIA_VERSION = '2.18.3';

const { pathname, search, hash } = location;
const chosen = chosenLanguage();
if (chosen && chosen !== languageOf(pathname)) history.replaceState(null, '', `${localPath(pathname, chosen)}${search}${hash}`);
const language = languageOf(location.pathname);
document.documentElement.lang = language;
speak({ language });

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
const client = createQueryClient();
void dictionaries[language]().then((messages) =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={createPortal({ language, messages })} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
