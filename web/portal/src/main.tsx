import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '@sportello/ui/style.css';
import './style.css';
import { createQueryClient, speak } from '@sportello/ui/api';
import { languageOf } from '@sportello/ui/i18n';
import { preload } from '@sportello/ui/later';
import { fillCache, findRendered } from '@sportello/ui/rendered';
import { BrowserPages } from '@sportello/ui/router';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { portalRoutes } from './app.js';
import { dictionaries } from './dictionaries.js';

declare global {
  interface Window {
    /** Read by the validator of public sites: the library's stylesheet does not say it in a form that it can parse. */
    BOOTSTRAP_ITALIA_VERSION?: string;
  }
}
window.BOOTSTRAP_ITALIA_VERSION = '2.18.3';

const language = languageOf(location.pathname);
document.documentElement.lang = language;
speak({ language });

const nextTask = () => new Promise((done) => setTimeout(done));

const start = async (root: HTMLElement) => {
  const client = createQueryClient();
  const rendered = findRendered();
  if (rendered) fillCache(client, rendered);
  const messages = await dictionaries[language]();
  const routes = portalRoutes({ language, messages, visitor: rendered?.visitor });
  // What came rendered stays as it is until its page is here, too.
  if (rendered) await preload(routes, location.pathname, language);
  // Presses are answered between the parts of the work.
  await nextTask();
  const portal = (
    <StrictMode>
      <QueryClientProvider client={client}>
        <BrowserPages routes={routes} />
      </QueryClientProvider>
    </StrictMode>
  );
  if (rendered) hydrateRoot(root, portal);
  else createRoot(root).render(portal);
};

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
void start(root);
