import { useText } from '@sportello/ui/i18n';
import { Fragment } from 'react';

const modifier = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

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
