import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useCommands } from './commands.js';
import type { PaletteAction } from './palette-action.js';

const PaletteDialog = lazy(async () => ({ default: (await import('./palette-dialog.js')).PaletteDialog }));

interface Palette {
  register: (actions: { current: readonly PaletteAction[] }) => () => void;
  open: () => void;
}

const PaletteContext = createContext<Palette>({ register: () => () => undefined, open: () => undefined });

/** Opens the palette from a button. */
export const useOpenPalette = (): (() => void) => useContext(PaletteContext).open;

/** Offers actions in the palette for as long as the component is shown. */
export function usePaletteActions(actions: readonly PaletteAction[]): void {
  const { register } = useContext(PaletteContext);
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => register(latest), [register]);
}

export const PaletteProvider = ({ children }: { children: ReactNode }) => {
  const registered = useRef<{ current: readonly PaletteAction[] }[]>([]);
  const [offered, setOffered] = useState<readonly PaletteAction[] | null>(null);
  const palette = useMemo<Palette>(
    () => ({
      register: (actions) => {
        registered.current.push(actions);
        return () => {
          registered.current = registered.current.filter((one) => one !== actions);
        };
      },
      open: () => {
        // One dialog at a time: what is being written in another is not covered.
        if (!document.querySelector('dialog[open]')) setOffered(registered.current.flatMap(({ current }) => current));
      },
    }),
    [],
  );
  useCommands({ palette: palette.open });
  return (
    <PaletteContext value={palette}>
      {children}
      <Suspense>{offered && <PaletteDialog actions={offered} onClose={() => setOffered(null)} />}</Suspense>
    </PaletteContext>
  );
};
