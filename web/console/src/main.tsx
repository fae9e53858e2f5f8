import 'bootstrap-italia/dist/css/bootstrap-italia.min.css';
import '@sportello/ui/style.css';
import './style.css';
import './shell/shell.css';
import { createQueryClient, speak } from '@sportello/ui/api';
import { chosenLanguage, languageOf, localPath } from '@sportello/ui/i18n';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { basename, createConsole } from './app.js';
import { dictionaries } from './dictionaries.js';

const { search, hash } = location;
const path = () => location.pathname.slice(basename.length) || '/';
const chosen = chosenLanguage();
if (chosen && chosen !== languageOf(path())) history.replaceState(null, '', `${basename}${localPath(path(), chosen)}${search}${hash}`);
const language = languageOf(path());
document.documentElement.lang = language;
speak({ language });

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
const client = createQueryClient();
void dictionaries[language]().then((messages) =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={createConsole({ language, messages })} />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
