import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react';
import { useCommands } from './commands.js';

const KeyList = lazy(async () => ({ default: (await import('./key-list.js')).KeyList }));

const HelpContext = createContext<() => void>(() => undefined);

/** Opens the list of keys from a button. */
export const useOpenHelp = (): (() => void) => useContext(HelpContext);

export const HelpProvider = ({ children }: { children: ReactNode }) => {
  const [isOpen, setOpen] = useState(false);
  const open = useMemo(() => () => setOpen(true), []);
  useCommands({ help: open });
  return (
    <HelpContext value={open}>
      {children}
      <Suspense>{isOpen && <KeyList onClose={() => setOpen(false)} />}</Suspense>
    </HelpContext>
  );
};
