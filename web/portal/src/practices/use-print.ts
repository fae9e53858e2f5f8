import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/** Opens every part of the page, waits until what they read is there, then prints (PRA-16); `?stampa=1` does it at once. */
export const usePrint = (): { isPrinting: boolean; print: () => void } => {
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [isPrinting, setPrinting] = useState(search.get('stampa') === '1');
  useEffect(() => {
    if (!isPrinting) return;
    let isStopped = false;
    const tryPrint = () => {
      if (isStopped) return;
      if (client.isFetching() > 0) {
        setTimeout(tryPrint, 200);
        return;
      }
      print();
      setPrinting(false);
      setSearch({}, { replace: true, preventScrollReset: true });
    };
    setTimeout(tryPrint, 400);
    return () => {
      isStopped = true;
    };
  }, [isPrinting, client, setSearch]);
  return { isPrinting, print: () => setPrinting(true) };
};
