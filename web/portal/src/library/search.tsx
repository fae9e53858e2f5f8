import { asLine } from '@sportello/italy/typed-text';
import { announce } from '@sportello/ui/announcer';
import { useAsk } from '@sportello/ui/api';
import { useGo, useLocalPath, useText } from '@sportello/ui/i18n';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { type ReactNode, useEffect, useState } from 'react';
import { useOfBody } from '../catalogue/use-of-body.js';
import { Cards, Part } from './card.js';

/** How long nothing is typed before it is looked for, and how many letters begin a search. Milliseconds. */
const PAUSE_MS = 250;
const FEWEST = 2;
/** What a search shows. */
const SHOWN = 20;

/** What was typed, once the typing rests. */
const useRested = (words: string): string => {
  const [rested, setRested] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return rested;
};

interface SearchProps {
  /** What stands in the address: what was sent. */
  sent: string;
  action: string;
  /** In one topic alone. */
  topic?: string;
  /** What is seen while nothing is looked for. */
  children: ReactNode;
}

/** The search of the library, as one types; without a script it is sent. */
export const LibrarySearch = ({ sent, action, topic, children }: SearchProps) => {
  const text = useText();
  const go = useGo();
  const local = useLocalPath();
  const [words, setWords] = useState(sent);
  useEffect(() => setWords(sent), [sent]);
  const query = asLine(useRested(words));
  return (
    <>
      <search>
        <form
          className="sp-find"
          action={local(action)}
          onSubmit={(event) => {
            event.preventDefault();
            const q = asLine(words);
            go(q ? `${action}?${new URLSearchParams({ q })}` : action);
          }}
        >
          <TextField
            label={text('library.search')}
            help={text('library.search.help')}
            value={words}
            onChange={setWords}
            input={{ type: 'search', name: 'q', maxLength: 300, autoComplete: 'off' }}
          />
          <Button type="submit" color="primary">
            {text('ui.search')}
          </Button>
        </form>
      </search>
      {query.length >= FEWEST ? (
        <Part id="risultati" title={text('library.results', { words: query })}>
          <Results query={query} topic={topic} isSent={query === sent} />
        </Part>
      ) : (
        children
      )}
    </>
  );
};

const Results = ({ query, topic, isSent }: { query: string; topic?: string | undefined; isSent: boolean }) => {
  const text = useText();
  const { data, error, refetch } = useAsk('rpc.knowledge.search.v1', {
    ...{ query, limit: SHOWN, ...useOfBody() },
    ...(topic && { topic }),
    ...(isSent && { isSent: 'true' as const }),
  });
  const count = data?.items.length;
  useEffect(() => {
    if (count !== undefined) announce(text('library.found', { count }));
  }, [count, text]);
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />;
  if (data.items.length === 0) return <Empty icon="it-search">{text('library.noResult')}</Empty>;
  return (
    <>
      {data.isCorrected && <p>{text('library.corrected')}</p>}
      <Cards cards={data.items} level="h3" />
    </>
  );
};
