import { useEffect } from 'react';

/** Has the browser ask before the page is closed or loaded anew. */
export const useBeforeUnload = (isWanted: boolean): void => {
  useEffect(() => {
    if (!isWanted) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isWanted]);
};
