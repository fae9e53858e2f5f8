import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { usePreference } from '../preferences.js';
import { type Command, interpret, type Waiting } from './keymap.js';

export type Handlers = Partial<Record<Command, () => void>>;
type Register = (handlers: { current: Handlers }) => () => void;

const CommandsContext = createContext<Register>(() => () => undefined);

/** How long `g` waits for the letter of a place, in milliseconds. */
const placeMilliseconds = 1_500;

const typing = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';
const control = 'a[href], button, summary, label, input, [role=button], [role=tab], [role=option]';
const isInside = (target: EventTarget | null, selector: string) => target instanceof Element && target.closest(selector) !== null;
const hasLayer = () => document.querySelector('[aria-modal=true], dialog[open], .dropdown-menu.show') !== null;

/** Listens to the keyboard for the whole console and gives each command to the last part that asked for it. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const [letters] = usePreference('letters');
  const registered = useRef<{ current: Handlers }[]>([]);
  const register = useMemo<Register>(
    () => (handlers) => {
      registered.current.push(handlers);
      return () => {
        registered.current = registered.current.filter((one) => one !== handlers);
      };
    },
    [],
  );

  useEffect(() => {
    let waiting: Waiting = 'none';
    let timer: number | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { key, ctrlKey: ctrl, metaKey: meta, altKey: alt, target } = event;
      const press = { key, ctrl, meta, alt, isTyping: isInside(target, typing), isOnControl: isInside(target, control) };
      const meaning = interpret(press, waiting, letters === 'on');
      waiting = meaning.waiting;
      window.clearTimeout(timer);
      if (waiting === 'place') {
        timer = window.setTimeout(() => {
          waiting = 'none';
        }, placeMilliseconds);
      }
      const { command } = meaning;
      if (!command || (hasLayer() && command !== 'palette')) return;
      if (command === 'close' && press.isTyping) {
        if (target instanceof HTMLElement) target.blur();
        return;
      }
      const handler = registered.current.findLast(({ current }) => current[command])?.current[command];
      if (!handler) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('keydown', onKey);
    };
  }, [letters]);

  return <CommandsContext value={register}>{children}</CommandsContext>;
}

/** Answers commands for as long as the component is shown; a part shown later goes before. */
export function useCommands(handlers: Handlers): void {
  const register = useContext(CommandsContext);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => register(latest), [register]);
}
