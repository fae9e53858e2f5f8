import { asLine } from '@sportello/italy/typed-text';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { announce } from './announcer.js';
import { Dialog } from './dialog.js';
import { Disclosure } from './disclosure.js';
import { LocalLink, useText } from './i18n.js';
import { Icon } from './icon.js';
import { useKeptChoice } from './kept-choice.js';
import { TextField } from './text-field.js';
import { addView, parseViews, removeView } from './views.js';
import './saved-views.css';

interface SavedViewsProps {
  /** Which list: each has its own views. */
  list: string;
  personId: string;
  /** Path of the list, without language. */
  path: string;
  /** What the address says now, without the question mark; empty for the list as it is. */
  query: string;
}

/** The views of a list that somebody gave a name to, and how to name the one in front of her. They stay in this browser. */
export const SavedViews = ({ list, personId, path, query }: SavedViewsProps) => {
  const text = useText();
  const [kept, keep] = useKeptChoice(`views.${list}`, personId);
  const views = parseViews(kept);
  const [isNaming, setNaming] = useState(false);
  const shown = views.find((view) => view.query === query);
  return (
    <>
      <Disclosure className="sp-views-button" menuClassName="sp-menu-end sp-views" label={<span>{shown?.name ?? text('ui.views')}</span>}>
        {(close) => (
          <>
            {views.length === 0 && <p>{text('ui.views.none')}</p>}
            <ul>
              {views.map((view) => (
                <li key={view.name}>
                  <LocalLink
                    to={view.query ? `${path}?${view.query}` : path}
                    aria-current={view === shown ? 'page' : undefined}
                    onClick={close}
                  >
                    {view.name}
                  </LocalLink>
                  <button
                    type="button"
                    className="btn sp-icon-button"
                    aria-label={text('ui.views.remove', { name: view.name })}
                    onClick={() => {
                      keep(JSON.stringify(removeView(views, view.name)));
                      announce(text('ui.views.removed', { name: view.name }));
                    }}
                  >
                    <Icon name="it-delete" className="icon-sm" />
                  </button>
                </li>
              ))}
            </ul>
            {shown ? null : (
              <Button
                type="button"
                outline
                color="primary"
                size="xs"
                onClick={() => {
                  close();
                  setNaming(true);
                }}
              >
                {text('ui.views.save')}
              </Button>
            )}
          </>
        )}
      </Disclosure>
      {isNaming && (
        <NameDialog
          onClose={() => setNaming(false)}
          onName={(name) => {
            keep(JSON.stringify(addView(views, { name, query })));
            setNaming(false);
            announce(text('ui.views.saved', { name }));
          }}
        />
      )}
    </>
  );
};

const NameDialog = ({ onName, onClose }: { onName: (name: string) => void; onClose: () => void }) => {
  const text = useText();
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  return (
    <Dialog title={text('ui.views.save')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const words = asLine(name);
          setMissing(!words);
          if (words) onName(words);
        }}
      >
        <TextField
          label={text('ui.views.name')}
          help={text('ui.views.help')}
          value={name}
          onChange={setName}
          isRequired
          hasFocus
          error={isMissing ? text('ui.views.missing') : undefined}
          input={{ maxLength: 60, autoComplete: 'off' }}
        />
        <Button type="submit" color="primary" size="sm">
          {text('ui.views.save')}
        </Button>
      </form>
    </Dialog>
  );
};
