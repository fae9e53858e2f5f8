import { Answerer, createQueryClient, ProblemError } from '@sportello/ui/api';
import { type Head, HeadOfPage, linksOf } from '@sportello/ui/head';
import { languageOf } from '@sportello/ui/i18n';
import { answersIn, dataBlock } from '@sportello/ui/rendered';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router';
import { portalRoutes } from './app.js';
import { composePage } from './compose-page.js';
import { dictionaries } from './dictionaries.js';

/** What a page is rendered from. All of it is data: it comes from another thread. */
export interface Asked {
  /** Path and query. */
  url: string;
  /** Where the installation is found, without a slash at the end. */
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
export async function render({ url, origin, visitor, templates }: Asked, ask: Ask): Promise<{ html: string; status: number }> {
  const address = new URL(origin + url);
  const { pathname } = address;
  const language = languageOf(pathname);
  const messages = await dictionaries[language]();
  const routes = portalRoutes({ language, messages, visitor });
  const context = await createStaticHandler(routes).query(new Request(address));
  if (context instanceof Response) throw new Error(`The page leads elsewhere: ${context.headers.get('location')}`);
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const head: Head = { title: '', description: '', status: 200 };
  const answer = async (subject: string, input: object) => {
    const { body, problem } = await ask(subject, input, language);
    if (problem !== undefined) throw new ProblemError(body as ProblemError['problem']);
    return body;
  };
  const page = await htmlOf(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Answerer value={answer as never}>
          <HeadOfPage value={head}>
            <StaticRouterProvider router={createStaticRouter(routes, context)} context={context} hydrate={false} />
          </HeadOfPage>
        </Answerer>
      </QueryClientProvider>
    </StrictMode>,
  );
  const links = linksOf(origin, pathname, language);
  return {
    html: composePage(templates[language], { language, head, links, page, data: dataBlock(answersIn(client, visitor)) }),
    status: head.status,
  };
}

/** All at once: pieces that come later would need scripts in the page to put them in their place. */
async function htmlOf(page: ReactNode): Promise<string> {
  let failure: unknown;
  const stream = await renderToReadableStream(page, {
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => {
      failure ??= error;
    },
  });
  await stream.allReady;
  if (failure !== undefined) throw failure;
  return new Response(stream).text();
}
