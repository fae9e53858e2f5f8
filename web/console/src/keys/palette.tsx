import { mayDo } from '@sportello/contracts/permissions';
import { asLine } from '@sportello/italy/typed-text';
import { useAsk } from '@sportello/ui/api';
import { Dialog } from '@sportello/ui/dialog';
import { useGo, useText } from '@sportello/ui/i18n';
import { useSessionReading } from '@sportello/ui/session';
import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useDelayed } from '../use-delayed.js';
import { usePlaces } from '../use-places.js';
import { useCommands } from './commands.js';
import { Keys } from './key-help.js';
import { type Command, keysOf } from './keymap.js';
import { best } from './match.js';

export interface PaletteAction {
  name: string;
  run: () => void;
  /** The command that does the same by key, so that its key is shown. */
  command?: Command;
}

interface Entry extends PaletteAction {
  group: 'actions' | 'places' | 'practices';
  id: string;
  about?: string;
}

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
      {offered && <PaletteDialog actions={offered} onClose={() => setOffered(null)} />}
    </PaletteContext>
  );
};

/** Letters after which practices are looked for. */
const enough = 3;

const PaletteDialog = ({ actions, onClose }: { actions: readonly PaletteAction[]; onClose: () => void }) => {
  const text = useText();
  const go = useGo();
  const id = useId();
  const places = usePlaces();
  const role = useSessionReading().state?.account?.officer?.role;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const search = useDelayed(asLine(typed), 200);
  const isSearching = search.length >= enough && role !== undefined && mayDo([role], 'practices:queue');
  const found = useAsk('rpc.practices.list-queue.v1', { search, limit: 6 }, { enabled: isSearching });
  const entries: Entry[] = [
    ...best(actions, typed).map((action) => ({ ...action, group: 'actions' as const, id: action.name })),
    ...best(
      places.map(({ label, to, command }) => ({ name: label, run: () => go(to), command })),
      typed,
    ).map((place) => ({ ...place, group: 'places' as const, id: place.name })),
    ...((isSearching && found.data?.items) || []).map((row) => ({
      group: 'practices' as const,
      id: row.id,
      name: row.number,
      about: row.applicantName,
      run: () => go(`/pratiche/${row.id}`),
    })),
  ];
  const active = Math.min(at, entries.length - 1);
  const optionId = (index: number) => `${id}-${index}`;
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  return (
    <Dialog title={text('palette.title')} onClose={onClose}>
      <div className="sc-palette">
        <label htmlFor={`${id}-input`}>{text('palette.input')}</label>
        <input
          id={`${id}-input`}
          className="form-control"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? optionId(active) : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step !== undefined) {
              event.preventDefault();
              setAt((active + step + entries.length) % Math.max(1, entries.length));
            } else if (event.key === 'Enter') {
              event.preventDefault();
              run(entries[active]);
            }
          }}
        />
        <div id={`${id}-list`} role="listbox" aria-label={text('palette.results')} className="sc-palette-list">
          {(['actions', 'places', 'practices'] as const).map((group) => {
            const inGroup = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.group === group);
            if (inGroup.length === 0) return null;
            return (
              // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box has no element of its own
              <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
                <div id={`${id}-${group}`} className="sc-palette-group" role="presentation">
                  {text(`palette.${group}`)}
                </div>
                {inGroup.map(({ entry, index }) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus
                  <div
                    key={entry.id}
                    id={optionId(index)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === active}
                    className={`sc-option ${index === active ? 'is-active' : ''}`}
                    onMouseMove={() => setAt(index)}
                    onClick={() => run(entry)}
                  >
                    <span>{entry.name}</span>
                    {entry.about && <span className="sc-option-about">{entry.about}</span>}
                    {entry.command && <Keys keys={keysOf(entry.command)} />}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        <p role="status" className="sc-palette-count">
          {entries.length === 0 ? text('palette.none') : text('palette.count', { count: entries.length })}
        </p>
        <p className="form-text mb-0">{text('palette.how')}</p>
      </div>
    </Dialog>
  );
};
