import { Dialog } from '@sportello/ui/dialog';
import { useText } from '@sportello/ui/i18n';
import { Toggle } from 'design-react-kit';
import { useId } from 'react';
import { usePreference } from '../preferences.js';
import { useSections } from '../use-sections.js';
import { type KeyGroup, keyList, keysOf } from './keymap.js';
import { Keys } from './keys.js';
import './keys.css';

const groups: readonly KeyGroup[] = ['everywhere', 'list', 'practice'];

/** Every key of the console, and the switch for those who speak to their computer (WCAG 2.1.4). */
export const KeyList = ({ onClose }: { onClose: () => void }) => {
  const text = useText();
  const id = useId();
  const sections = useSections();
  const [letters, setLetters] = usePreference('letters');
  const lists = [
    ...groups.map((group) => ({
      group,
      lines: keyList.filter((line) => line.group === group).map(({ keys, means }) => ({ keys, name: text(`keys.${means}`) })),
    })),
    { group: 'places', lines: sections.map(({ command, label }) => ({ keys: keysOf(command), name: label })) },
  ];
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
        {lists.map(({ group, lines }) => (
          <section key={group} aria-labelledby={`${id}-${group}`}>
            <h3 id={`${id}-${group}`} className="sc-key-group">
              {text(`keys.group.${group}`)}
            </h3>
            <dl>
              {lines.map(({ keys, name }) => (
                <div key={name}>
                  <dt>{name}</dt>
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
