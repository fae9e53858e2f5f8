import { useGo, useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
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
        <Button type="submit" color="primary">
          {text('ui.search')}
        </Button>
      </form>
    </search>
  );
};
