import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Prints once nothing is being read any more (PRA-16); an address with `?stampa=1` does it at once. What is folded is opened by the
 * style of the printed page, so the browser's own command prints the same.
 */
export const usePrint = (): (() => void) => {
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const isAsked = search.get('stampa') === '1';
  useEffect(() => {
    if (!isAsked) return;
    const tryPrint = () => {
      if (client.isFetching() > 0) {
        timer = setTimeout(tryPrint, 200);
        return;
      }
      print();
      setSearch({}, { replace: true, preventScrollReset: true });
    };
    let timer = setTimeout(tryPrint, 400);
    return () => clearTimeout(timer);
  }, [isAsked, client, setSearch]);
  return () => setSearch({ stampa: '1' }, { replace: true, preventScrollReset: true });
};
