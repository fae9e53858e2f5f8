import { asLine } from '@sportello/italy/typed-text';
import { useGo, useLocalPath, useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Search of services by their titles and texts; the words stand in the address. */
export const SearchServices = ({ initial, action }: { initial: string; action: string }) => {
  const text = useText();
  const go = useGo();
  const local = useLocalPath();
  const [words, setWords] = useState(initial);
  const [address] = useSearchParams();
  // What narrows the list goes on narrowing it.
  const kept = [...address].filter(([name]) => name !== 'q');
  useEffect(() => setWords(initial), [initial]);
  return (
    <search>
      <form
        className="sp-find"
        action={local(action)}
        onSubmit={(event) => {
          event.preventDefault();
          const q = asLine(words);
          const next = new URLSearchParams([...kept, ...(q ? [['q', q]] : [])]);
          go(next.size > 0 ? `${action}?${next}` : action);
        }}
      >
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          label={text('services.search')}
          value={words}
          onChange={setWords}
          input={{ type: 'search', name: 'q', maxLength: 100 }}
        />
        <Button type="submit" color="primary">
          {text('ui.search')}
        </Button>
      </form>
    </search>
  );
};
