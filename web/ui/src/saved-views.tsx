import { asLine } from '@sportello/italy/typed-text';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { announce } from './announcer.js';
import { Dialog } from './dialog.js';
import { Disclosure } from './disclosure.js';
import { useErrorWords } from './error-note.js';
import { LocalLink, useText } from './i18n.js';
import { Icon } from './icon.js';
import { useFocusAfterRemoval } from './removals.js';
import { SelectField, TextField } from './text-field.js';
import './saved-views.css';

/** A list as somebody wants it: its filters and its order, as the address says them. */
export interface SavedView {
  id: string;
  name: string;
  query: string;
  /** Whose it is, where it is a colleague's. */
  from: string | null;
  mayRemove: boolean;
}

interface SavedViewsProps {
  /** Path of the list, without language. */
  path: string;
  /** What the address says now, without the question mark; empty for the list as it is. */
  query: string;
  views: readonly SavedView[];
  /** With whom a view can be shared, oneself first. */
  scopes: readonly { value: string; label: string }[];
  onSave: (name: string, scope: string) => Promise<unknown>;
  onRemove: (view: SavedView) => Promise<unknown>;
}

/** The views of a list that somebody gave a name to, one's own and those of colleagues, and how to name the one that is shown. */
export const SavedViews = ({ path, query, views, scopes, onSave, onRemove }: SavedViewsProps) => {
  const text = useText();
  const words = useErrorWords();
  const [isNaming, setNaming] = useState(false);
  const shown = views.find((view) => view.query === query);
  const { area, removing } = useFocusAfterRemoval<HTMLDivElement>(views.length);
  const remove = (view: SavedView) =>
    onRemove(view).then(
      () => announce(text('ui.views.removed', { name: view.name })),
      (error: unknown) => announce(words(error).title, 'assertive'),
    );
  return (
    <>
      <Disclosure className="sp-views-button" menuClassName="sp-menu-end sp-views" label={<span>{shown?.name ?? text('ui.views')}</span>}>
        {(close) => (
          <div ref={area}>
            {views.length === 0 && <p>{text('ui.views.none')}</p>}
            <ul>
              {views.map((view) => (
                <li key={view.id}>
                  <LocalLink
                    to={view.query ? `${path}?${view.query}` : path}
                    aria-current={view === shown ? 'page' : undefined}
                    onClick={close}
                  >
                    {view.name}
                    {view.from && <span className="sp-view-from">{text('ui.views.from', { name: view.from })}</span>}
                  </LocalLink>
                  {view.mayRemove && (
                    <button
                      type="button"
                      className="btn sp-icon-button"
                      aria-label={text('ui.views.remove', { name: view.name })}
                      onClick={({ currentTarget }) => {
                        removing(currentTarget);
                        void remove(view);
                      }}
                    >
                      <Icon name="it-delete" className="icon-sm" />
                    </button>
                  )}
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
          </div>
        )}
      </Disclosure>
      {isNaming && (
        <NameDialog
          scopes={scopes}
          onClose={() => setNaming(false)}
          onName={async (name, scope) => {
            await onSave(name, scope);
            setNaming(false);
            announce(text('ui.views.saved', { name }));
          }}
        />
      )}
    </>
  );
};

interface NameDialogProps extends Pick<SavedViewsProps, 'scopes'> {
  onName: (name: string, scope: string) => Promise<void>;
  onClose: () => void;
}

const NameDialog = ({ scopes, onName, onClose }: NameDialogProps) => {
  const text = useText();
  const wordsOf = useErrorWords();
  const [name, setName] = useState('');
  const [scope, setScope] = useState(scopes[0]?.value ?? '');
  const [mistake, setMistake] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    const words = asLine(name);
    setMistake(words ? null : text('ui.views.missing'));
    if (!words || isSaving) return;
    setSaving(true);
    await onName(words, scope).catch((error: unknown) => {
      setMistake(wordsOf(error).title);
      setSaving(false);
    });
  };
  return (
    <Dialog title={text('ui.views.save')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={text('ui.views.name')}
          help={text('ui.views.help')}
          value={name}
          onChange={setName}
          isRequired
          hasFocus
          error={mistake ?? undefined}
          input={{ maxLength: 60, autoComplete: 'off' }}
        />
        {scopes.length > 1 && <SelectField label={text('ui.views.scope')} value={scope} options={scopes} onChange={setScope} />}
        <Button type="submit" color="primary" size="sm" aria-disabled={isSaving || undefined}>
          {text(isSaving ? 'ui.wait' : 'ui.views.save')}
        </Button>
      </form>
    </Dialog>
  );
};
