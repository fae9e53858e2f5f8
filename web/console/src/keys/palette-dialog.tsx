import { asLine } from '@sportello/italy/typed-text';
import { Dialog } from '@sportello/ui/dialog';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { useDelayed } from '../use-delayed.js';
import { useSections } from '../use-sections.js';
import { type Found, finders } from './finders.js';
import { keysOf } from './keymap.js';
import { Keys } from './keys.js';
import { best } from './match.js';
import type { PaletteAction } from './palette-action.js';
import './keys.css';

/** Letters after which things are looked for. */
const enough = 3;

interface Entry extends PaletteAction {
  id: string;
  about?: string;
}

/** What is found by what was typed, each kind under its name. */
const useFound = (typed: string): { title: string; entries: Entry[] }[] => {
  const say = useSay();
  const go = useGo();
  const sections = useSections();
  const officer = useSession().account?.officer;
  const search = useDelayed(asLine(typed), 200);
  const offered = finders.flatMap((finder) => {
    const section = sections.find(({ key }) => key === finder.section);
    return section ? [{ ...finder, title: section.label }] : [];
  });
  const answers = useQueries({
    queries: offered.map(({ section, find }) => ({
      queryKey: ['found', section, search],
      queryFn: ({ signal }: { signal: AbortSignal }): Promise<Found[]> => (officer ? find(search, officer, signal) : Promise.resolve([])),
      enabled: search.length >= enough,
      staleTime: 15_000,
    })),
  });
  const words = (value: Found['name']) => (typeof value === 'string' ? value : say(value));
  return offered.map(({ title }, index) => ({
    title,
    entries: (answers[index]?.data ?? []).map(({ id, name, about, to }) => ({
      id,
      name: words(name),
      about: about && words(about),
      run: () => go(to),
    })),
  }));
};

export const PaletteDialog = ({ actions, onClose }: { actions: readonly PaletteAction[]; onClose: () => void }) => {
  const text = useText();
  const go = useGo();
  const id = useId();
  const sections = useSections();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const named = (list: readonly PaletteAction[]): Entry[] => best(list, typed).map((entry) => ({ ...entry, id: entry.name }));
  const groups = [
    { title: text('palette.actions'), entries: named(actions) },
    {
      title: text('palette.places'),
      entries: named(sections.map(({ label, to, command }) => ({ name: label, run: () => go(to), command }))),
    },
    ...useFound(typed),
  ].filter(({ entries }) => entries.length > 0);
  const all = groups.flatMap(({ entries }) => entries);
  const active = Math.min(at, all.length - 1);
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
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
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
              setAt((active + step + all.length) % Math.max(1, all.length));
            } else if (event.key === 'Enter') {
              event.preventDefault();
              run(all[active]);
            }
          }}
        />
        <div id={`${id}-list`} role="listbox" aria-label={text('palette.results')} className="sc-palette-list">
          {groups.map(({ title, entries }, group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box has no element of its own
            <div key={title} role="group" aria-labelledby={`${id}-group-${group}`}>
              <div id={`${id}-group-${group}`} className="sc-palette-group" role="presentation">
                {title}
              </div>
              {entries.map((entry) => {
                const index = all.indexOf(entry);
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus
                  <div
                    key={entry.id}
                    id={`${id}-${index}`}
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
                );
              })}
            </div>
          ))}
        </div>
        <p role="status" className="sc-palette-count">
          {all.length === 0 ? text('palette.none') : text('palette.count', { count: all.length })}
        </p>
        <p className="form-text mb-0">{text('palette.how')}</p>
      </div>
    </Dialog>
  );
};
