import { Answerer, createQueryClient, drawWhole, ProblemError, problemOf } from '@sportello/ui/api';
import { type Head, HeadOfPage, linksOf } from '@sportello/ui/head';
import { languageOf } from '@sportello/ui/i18n';
import { preload } from '@sportello/ui/later';
import { answersIn, dataBlock } from '@sportello/ui/rendered';
import { Pages } from '@sportello/ui/router';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { portalRoutes } from './app.js';
import { composePage } from './compose-page.js';
import { dictionaries } from './dictionaries.js';

/** What a page is rendered from. All of it is data: it comes from another thread. */
export interface Asked {
  /** Path and query. */
  url: string;
  /** Where the page is found, without a slash at the end: at the installation's address or at that of a body. */
  origin: string;
  /** What `GET /api/v1/session` answers to whoever is not signed in. */
  visitor: Parameters<typeof answersIn>[1];
  /** The built page of each language, which a browser draws by itself. */
  templates: Record<'it' | 'en', string>;
}

/** Answers a contract to a visitor: what stands in the body, and the status of a problem. */
export type Ask = (subject: string, input: object, language: string) => Promise<{ body: unknown; problem?: number }>;

/**
 * Renders a page of the portal whole, in the language of its address.
 *
 * @throws Error when something that it shows did not come
 * @public the gateway loads it as a file
 */
export async function render(
  { url, origin, visitor, templates }: Asked,
  ask: Ask,
): Promise<{ html: string; withoutScript: string; status: number }> {
  const { pathname } = new URL(origin + url);
  const language = languageOf(pathname);
  const messages = await dictionaries[language]();
  const routes = portalRoutes({ language, messages, visitor });
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const head: Head = { title: '', description: '', status: 200 };
  const answer = async (subject: string, input: object) => {
    const { body, problem } = await ask(subject, input, language);
    if (problem !== undefined) throw new ProblemError(problemOf(problem, body));
    return body;
  };
  await preload(routes, pathname, language);
  const portal = (
    <StrictMode>
      <QueryClientProvider client={client}>
        <Answerer value={answer as never}>
          <HeadOfPage value={head}>
            <StaticRouter location={url}>
              <Pages routes={routes} />
            </StaticRouter>
          </HeadOfPage>
        </Answerer>
      </QueryClientProvider>
    </StrictMode>
  );
  const page = await drawWhole(client, () => renderToString(portal));
  const links = linksOf(origin, pathname, language);
  const parts = { language, siteName: visitor.body?.name[language], head, links, page };
  return {
    html: composePage(templates[language], { ...parts, data: dataBlock(answersIn(client, visitor)) }),
    withoutScript: composePage(templates[language], parts),
    status: head.status,
  };
}
