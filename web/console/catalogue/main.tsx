import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '@sportello/ui/style.css';
import './catalogue.css';
import { createQueryClient } from '@sportello/ui/api';
import { type Dictionaries, languageOf } from '@sportello/ui/i18n';
import { BrowserPages } from '@sportello/ui/router';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Catalogue, PartPage } from './catalogue.js';

const basename = '/catalogo';
const dictionaries: Dictionaries = {
  it: async () => (await import('@sportello/ui/it.json')).default,
  en: async () => (await import('@sportello/ui/en.json')).default,
};
const language = languageOf(location.pathname.slice(basename.length) || '/');
document.documentElement.lang = language;

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
void dictionaries[language]().then((messages) => {
  const element = <Catalogue dictionaries={dictionaries} first={{ language, messages }} />;
  const routes = [{ path: 'en?', element, children: [{ path: ':part?', element: <PartPage /> }] }];
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <BrowserPages routes={routes} basename={basename} />
      </QueryClientProvider>
    </StrictMode>,
  );
});
