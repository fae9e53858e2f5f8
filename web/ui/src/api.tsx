/// <reference path="./virtual.d.ts" />

import { operations } from 'virtual:operations';
import type { AnswerOf, AskedOf, Subject } from '@sportello/contracts/web';
import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { attend } from './patience.js';
import { isLate, isPassing, ProblemError, problemOf, UnreachableError } from './problem.js';
import { requestFor } from './request.js';

export { attend } from './patience.js';
export { isPassing, ProblemError, problemOf, UnreachableError } from './problem.js';

/** Milliseconds after which a question is given up. */
export const deadlineMs = 20_000;

/** What every request carries; changed by the session and by the language of the page. `acting` is the profile that the page wears. */
const headers = { csrf: '', acting: '', language: 'it' };
export const speak = (change: Partial<typeof headers>): void => {
  Object.assign(headers, change);
};

/** As whom this page acts: the profile, or who works. Empty for a visitor. */
export const actingAs = (): string => headers.acting;

const otherSessionListeners = new Set<() => void>();
/** Calls back when an answer says that the session is not the one that this page knows: another profile, or another sign-in. */
export const onOtherSession = (listener: () => void): (() => void) => {
  otherSessionListeners.add(listener);
  return () => otherSessionListeners.delete(listener);
};

const signedOutListeners = new Set<() => void>();
/** Calls back when an answer says that the sign-in is over. */
export const onSignedOut = (listener: () => void): (() => void) => {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
};

/** Headers of a request with the session's cookie. */
export const requestHeaders = (method: string, contentType?: string): Record<string, string> => ({
  'Accept-Language': headers.language,
  ...(headers.acting ? { 'Acting-Profile': headers.acting } : {}),
  ...(method === 'GET' ? {} : { 'CSRF-Token': headers.csrf }),
  ...(contentType ? { 'Content-Type': contentType } : {}),
});

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a failed answer throws; a sign-in that is over, or is another one, is also told to the session. */
export const failureOf = (status: number, body: unknown, retryAfter?: string | null): ProblemError => {
  const seconds = Number(retryAfter);
  const error = new ProblemError(problemOf(status, body), retryAfter && Number.isFinite(seconds) ? seconds * 1_000 : undefined);
  if (['other-profile', 'foreign-origin'].includes(error.kind)) for (const listener of otherSessionListeners) listener();
  if (status === 401) for (const listener of signedOutListeners) listener();
  return error;
};

/** Asks a path under `/api/v1` or `/auth` that is no contract (session, sign-out). */
export const askPath = async <T,>(method: string, address: string, body?: string, signal?: AbortSignal): Promise<T> => {
  // Without a connection there is nothing to wait for.
  if (!navigator.onLine) throw new UnreachableError(new Error('offline'));
  const deadline = AbortSignal.timeout(deadlineMs);
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      body,
      credentials: 'same-origin',
      headers: requestHeaders(method, body === undefined ? undefined : 'application/json'),
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new UnreachableError(error, deadline.aborted);
  }
  const answer = await bodyOf(response);
  if (!response.ok) throw failureOf(response.status, answer, response.headers.get('Retry-After'));
  return answer as T;
};

/** Asks a contract by its subject. */
export const ask = <S extends Subject>(subject: S, input: AskedOf<S>, signal?: AbortSignal): Promise<AnswerOf<S>> => {
  const operation = operations[subject];
  if (operation === undefined) throw new RangeError(`${subject} cannot be asked from outside`);
  const { method, path, body } = requestFor(operation, input);
  return askPath<AnswerOf<S>>(method, `/api/v1${path}`, body, signal);
};

/** Who answers what the components ask: the gateway over the network, unless whoever renders the pages on the server says otherwise. */
export const Answerer = createContext(ask);

/** What the page that is rendered for a client has asked so far, by key. */
const questions = new WeakMap<QueryClient, Map<string, Promise<unknown>>>();

/** Draws at most this often: a part whose answer leads to a further question is drawn once more for each. */
const mostDrawings = 8;

/**
 * Where pages are rendered, a page leaves whole: it is drawn until every part has the answer to what it asks.
 *
 * @throws Error when answers lead to new questions without an end
 */
export const drawWhole = async (client: QueryClient, draw: () => string): Promise<string> => {
  const asked = new Map<string, Promise<unknown>>();
  questions.set(client, asked);
  for (let drawing = 0; drawing < mostDrawings; drawing += 1) {
    const before = asked.size;
    const page = draw();
    if (asked.size === before) return page;
    await Promise.all(asked.values());
  }
  throw new Error(`The page still asks after ${mostDrawings} drawings`);
};

/** Where pages are rendered, notes what a part has no answer to yet. In the browser the part shows that it waits. */
const useWholePage = (key: QueryKey, isWanted: boolean, read: () => Promise<unknown>): void => {
  const client = useQueryClient();
  if (!import.meta.env.SSR || !isWanted) return;
  const asked = questions.get(client);
  const name = JSON.stringify(key);
  if (asked && !asked.has(name)) asked.set(name, read());
};

/** A refusal that came with the page, or a moment ago, is not asked for again; what merely did not come is. Milliseconds. */
const refusalKeptMs = 15_000;
const useRetryOnMount = (key: QueryKey): boolean => {
  const state = useQueryClient().getQueryState(key);
  return !(state?.error && !isPassing(state.error) && Date.now() - state.errorUpdatedAt < refusalKeptMs);
};

interface AskOptions {
  enabled?: boolean;
  staleTimeMs?: number;
  /** Ask again every so often: a number of milliseconds, or false. */
  everyMs?: number | false;
  /** Shows the answer to the question before until the new one comes. */
  keepsPrevious?: boolean;
}

/** The key of an answer in the cache: `live.tsx` and commands make them stale by their first part. */
export const keyOf = <S extends Subject>(subject: S, input?: AskedOf<S>) => (input === undefined ? [subject] : [subject, input]);

/** Reads a contract and keeps the answer fresh. */
export const useAsk = <S extends Subject>(subject: S, input: AskedOf<S>, options: AskOptions = {}): UseQueryResult<AnswerOf<S>> => {
  const client = useQueryClient();
  const answerer = useContext(Answerer);
  const enabled = options.enabled ?? true;
  const question = {
    queryKey: keyOf(subject, input),
    queryFn: ({ signal }: { signal: AbortSignal }) => answerer(subject, input, signal),
    staleTime: options.staleTimeMs ?? 15_000,
  };
  useWholePage(question.queryKey, enabled, () => client.prefetchQuery(question));
  return useQuery({
    ...question,
    enabled,
    refetchInterval: options.everyMs ?? false,
    retryOnMount: useRetryOnMount(question.queryKey),
    placeholderData: options.keepsPrevious ? keepPreviousData : undefined,
  });
};

export type ListSubject = { [S in Subject]: AnswerOf<S> extends { items: unknown[]; next: string | null } ? S : never }[Subject];

const nextOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'next' in answer && typeof answer.next === 'string' ? answer.next : undefined;

/** The mark of a list in the cache: its answer is kept page after page. */
export const pagesMark = 'pages';

/** Reads a list page after page: `fetchNextPage` asks for what comes after. */
export const useAskPages = <S extends ListSubject>(subject: S, input: AskedOf<S>, options: AskOptions = {}) => {
  const client = useQueryClient();
  const answerer = useContext(Answerer);
  const enabled = options.enabled ?? true;
  const question = {
    queryKey: [...keyOf(subject, input), pagesMark],
    queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string }) =>
      answerer(subject, pageParam ? Object.assign({}, input, { after: pageParam }) : input, signal),
    initialPageParam: '',
    getNextPageParam: nextOf,
    staleTime: options.staleTimeMs ?? 15_000,
  };
  useWholePage(question.queryKey, enabled, () => client.prefetchInfiniteQuery(question));
  return useInfiniteQuery({
    ...question,
    enabled,
    refetchInterval: options.everyMs ?? false,
    retryOnMount: useRetryOnMount(question.queryKey),
    placeholderData: options.keepsPrevious ? keepPreviousData : undefined,
  });
};

/** What is done after a command, by whoever gave it. */
interface After<S extends Subject> {
  onSuccess?: (answer: AnswerOf<S>) => void;
  onError?: (error: unknown) => void;
  onSettled?: () => void;
}

/** A write; when it is done the answers of the subjects it `changes` are read again. */
export const useCommand = <S extends Subject>(subject: S, changes: readonly Subject[] = []) => {
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (input: AskedOf<S>) => attend((signal) => ask(subject, input, signal)),
    onSuccess: () => Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: keyOf(changed) }))),
  });
  const { mutateAsync } = mutation;
  /** What comes after is done even when the command has taken away what gave it, such as "Invia" of a request that is sent. */
  const mutate = (input: AskedOf<S>, { onSuccess, onError, onSettled }: After<S> = {}): void => {
    void mutateAsync(input)
      .then(onSuccess, onError ?? (() => undefined))
      .then(onSettled);
  };
  return { ...mutation, mutate };
};

/** Reads are tried again when the network is lost; writes never are by themselves. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // What fails is told within three seconds; what was waited for until the deadline is not waited for again.
        retry: (count, error) => isPassing(error) && !isLate(error) && count < 2,
        retryDelay: (count, error) => (error instanceof ProblemError && error.retryAfterMs) || 500 * 3 ** count + Math.random() * 250,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
