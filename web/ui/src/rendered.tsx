import type { Session } from '@sportello/contracts/web';
import type { QueryClient } from '@tanstack/react-query';
import { isPassing, type ProblemDocument, ProblemError } from './problem.js';

/** What a page that came rendered was made from: the browser begins with it, and asks nothing twice. */
export interface Rendered {
  /** The session of whoever is not signed in, at the instant of rendering. */
  visitor: Session;
  /** Questions, as the cache names them, with their answers. */
  answers: [key: readonly unknown[], answer: unknown][];
  /** Questions that were refused. */
  refusals: [key: readonly unknown[], problem: ProblemDocument][];
}

const place = 'rendered';

/** @throws Error when a question got no answer: such a page is not whole */
export const answersIn = (client: QueryClient, visitor: Session): Rendered => {
  const rendered: Rendered = { visitor, answers: [], refusals: [] };
  for (const { queryKey, state } of client.getQueryCache().getAll()) {
    if (state.status === 'success') rendered.answers.push([queryKey, state.data]);
    else if (state.error instanceof ProblemError && !isPassing(state.error)) rendered.refusals.push([queryKey, state.error.problem]);
    else if (state.status === 'error') throw state.error;
  }
  return rendered;
};

/** A block of data, which no browser executes: the content security policy needs no exception for it. */
export const dataBlock = (rendered: Rendered): string =>
  `<script type="application/json" id="${place}">${JSON.stringify(rendered).replaceAll('<', '\\u003c')}</script>`;

/** Null for a page that did not come rendered. */
export const findRendered = (): Rendered | null => {
  const block = document.getElementById(place);
  return block?.textContent ? JSON.parse(block.textContent) : null;
};

/** The gateway keeps its pages in step with what they show: what came with one is as fresh as if it had been asked now. */
export const fillCache = (client: QueryClient, { answers, refusals }: Rendered): void => {
  for (const [key, answer] of answers) client.setQueryData(key, answer);
  for (const [queryKey, problem] of refusals)
    client
      .getQueryCache()
      .build(client, { queryKey })
      .setState({ status: 'error', error: new ProblemError(problem), errorUpdatedAt: Date.now(), errorUpdateCount: 1 });
};
