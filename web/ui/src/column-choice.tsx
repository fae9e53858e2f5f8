import type { Text } from '@sportello/contracts/contract';
import { Button } from 'design-react-kit';
import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog.js';
import { useSay, useText } from './i18n.js';
import './column-choice.css';

/** A column that may be chosen. */
interface Choosable {
  key: string;
  label: Text;
  /** Under which heading it stands; null for the first ones. */
  group: Text | null;
  /** What is to be known of it, in a few words. */
  note?: string;
}

interface ColumnChoiceProps {
  columns: readonly Choosable[];
  /** Keys of those that are chosen now. */
  chosen: readonly string[];
  /** What is to be known of all of them. */
  children?: ReactNode;
  /** @param keys in the order of `columns`, never none */
  onApply: (keys: string[]) => void;
  onClose: () => void;
}

/** "Opzioni tabella": every column with its "Conta", and what is taken is applied at once (BKO-04). */
export const ColumnChoice = ({ columns, chosen, children, onApply, onClose }: ColumnChoiceProps) => {
  const text = useText();
  const say = useSay();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set(chosen));
  const groups = [...new Set(columns.map(({ group }) => (group ? say(group) : '')))];
  const areAll = columns.every(({ key }) => taken.has(key));
  const toggle = (key: string) => {
    const next = new Set(taken);
    if (!next.delete(key)) next.add(key);
    setTaken(next);
  };
  return (
    <Dialog
      title={text('ui.columns.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            type="button"
            color="primary"
            size="sm"
            aria-disabled={taken.size === 0 || undefined}
            onClick={() => {
              if (taken.size > 0) onApply(columns.map(({ key }) => key).filter((key) => taken.has(key)));
            }}
          >
            {text('ui.columns.apply')}
          </Button>
          <Button type="button" outline color="primary" size="sm" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
        </>
      }
    >
      {children}
      <div className="sp-columns-head">
        <p role="status" className="mb-0">
          {text('ui.columns.taken', { count: taken.size, total: columns.length })}
        </p>
        <Button
          type="button"
          outline
          color="primary"
          size="xs"
          onClick={() => setTaken(new Set(areAll ? [] : columns.map(({ key }) => key)))}
        >
          {text(areAll ? 'ui.columns.none' : 'ui.columns.all')}
        </Button>
      </div>
      {groups.map((group) => (
        <section key={group} aria-label={group || text('ui.columns.common')}>
          <h3 className="h6 mt-3">{group || text('ui.columns.common')}</h3>
          <ul className="sp-columns">
            {columns
              .filter((column) => (column.group ? say(column.group) : '') === group)
              .map(({ key, label, note }) => (
                <li key={key}>
                  <span>
                    {say(label)}
                    {note && <small className="d-block text-secondary">{note}</small>}
                  </span>
                  <Button
                    type="button"
                    outline={!taken.has(key)}
                    color="primary"
                    size="xs"
                    aria-pressed={taken.has(key)}
                    aria-label={text('ui.columns.count.label', { name: say(label) })}
                    onClick={() => toggle(key)}
                  >
                    {text('ui.columns.count')}
                  </Button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Dialog>
  );
};
