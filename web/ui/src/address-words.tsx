import { asLine } from '@sportello/italy/typed-text';
import { useSearchParams } from 'react-router';

/** What a list is searched for, in the address under `q`: it can be kept, sent, and gone back to. */
export const useAddressWords = (): [string, (words: string) => void] => {
  const [address, setAddress] = useSearchParams();
  return [
    asLine(address.get('q') ?? '').slice(0, 100),
    (words) => {
      const next = new URLSearchParams(address);
      const line = asLine(words);
      if (line) next.set('q', line);
      else next.delete('q');
      setAddress(next, { preventScrollReset: true });
    },
  ];
};
