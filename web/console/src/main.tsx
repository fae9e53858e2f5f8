import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '@sportello/ui/style.css';
import './style.css';
import './shell/shell.css';
import { createQueryClient, speak } from '@sportello/ui/api';
import { languageOf } from '@sportello/ui/i18n';
import { BrowserPages } from '@sportello/ui/router';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { basename, consoleRoutes } from './app.js';
import { dictionaries } from './dictionaries.js';

const language = languageOf(location.pathname.slice(basename.length) || '/');
document.documentElement.lang = language;
speak({ language });

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
const client = createQueryClient();
void dictionaries[language]().then((messages) =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <BrowserPages routes={consoleRoutes({ language, messages })} basename={basename} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
