import { Dialog } from '@sportello/ui/dialog';
import { useText } from '@sportello/ui/i18n';
import { Toggle } from 'design-react-kit';
import { createContext, Fragment, type ReactNode, useContext, useId, useMemo, useState } from 'react';
import { usePreference } from '../preferences.js';
import { usePlaces } from '../use-places.js';
import { useCommands } from './commands.js';
import { type KeyGroup, keyList } from './keymap.js';

const groups: readonly KeyGroup[] = ['everywhere', 'list', 'practice', 'places'];
const modifier = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

const HelpContext = createContext<() => void>(() => undefined);

/** Opens the list of keys from a button. */
export const useOpenHelp = (): (() => void) => useContext(HelpContext);

/** One or more ways to press the same: `j` oppure `↓`, `g` poi `p`, `Ctrl` + `K`. */
export const Keys = ({ keys }: { keys: readonly string[] }) => {
  const text = useText();
  return (
    <span className="sc-keys">
      {keys.map((way, index) => {
        const parts = way.split(' ');
        const joint = parts[0] === 'mod' ? '+' : text('keys.then');
        return (
          <Fragment key={way}>
            {index > 0 && <span className="sc-keys-joint"> {text('keys.or')} </span>}
            {parts.map((part, place) => (
              <Fragment key={part}>
                {place > 0 && <span className="sc-keys-joint"> {joint} </span>}
                <kbd>{part === 'mod' ? modifier : part}</kbd>
              </Fragment>
            ))}
          </Fragment>
        );
      })}
    </span>
  );
};

export const HelpProvider = ({ children }: { children: ReactNode }) => {
  const [isOpen, setOpen] = useState(false);
  const open = useMemo(() => () => setOpen(true), []);
  useCommands({ help: open });
  return (
    <HelpContext value={open}>
      {children}
      {isOpen && <HelpDialog onClose={() => setOpen(false)} />}
    </HelpContext>
  );
};

const HelpDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useText();
  const id = useId();
  const places = usePlaces();
  const [letters, setLetters] = usePreference('letters');
  return (
    <Dialog title={text('keys.title')} onClose={onClose}>
      <Toggle
        id={`${id}-letters`}
        label={text('keys.letters')}
        checked={letters === 'on'}
        onChange={(event) => setLetters(event.target.checked ? 'on' : 'off')}
      />
      {/* The toggle is described by what has its id and this ending. */}
      <p id={`${id}-lettersDescription`} className="form-text">
        {text('keys.letters.help')}
      </p>
      <div className="sc-key-groups">
        {groups.map((group) => (
          <section key={group} aria-labelledby={`${id}-${group}`}>
            <h3 id={`${id}-${group}`} className="sc-key-group">
              {text(`keys.group.${group}`)}
            </h3>
            <dl>
              {keyList
                .filter(({ group: one, means }) => one === group && (one !== 'places' || places.some(({ command }) => command === means)))
                .map(({ keys, means }) => (
                  <div key={means}>
                    <dt>{text(`keys.${means}`)}</dt>
                    <dd>
                      <Keys keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
};
