import { useGo, useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { useEffect, useState } from 'react';

/** Search of services by the words of their title; the words stand in the address. */
export const SearchServices = ({ initial, action }: { initial: string; action: string }) => {
  const text = useText();
  const go = useGo();
  const [words, setWords] = useState(initial);
  useEffect(() => setWords(initial), [initial]);
  return (
    <search>
      <form
        className="sp-find"
        onSubmit={(event) => {
          event.preventDefault();
          go(words.trim() ? `${action}?${new URLSearchParams({ q: words.trim() })}` : action);
        }}
      >
        <TextField label={text('services.search')} value={words} onChange={setWords} input={{ type: 'search', maxLength: 100 }} />
        <button type="submit" className="btn btn-primary">
          {text('ui.search')}
        </button>
      </form>
    </search>
  );
};
