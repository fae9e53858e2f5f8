import { holds } from '@sportello/forms/conditions';
import type { Block, Leaf } from '@sportello/forms/form';
import { Button } from 'design-react-kit';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { announce } from '../announcer.js';
import { ConfirmDialog } from '../dialog.js';
import { useSay, useText } from '../i18n.js';
import { Icon } from '../icon.js';
import { type RemovedItem, useCompilationContext } from './compilation.js';
import { Said } from './said.js';
import { isOnItsWay } from './sending.js';
import { controlId, itemsAt, type Values } from './values.js';

interface BlockProps {
  block: Block;
  pointer: string;
  /** Draws a field of an item, among the values of that item. */
  draw: (field: Leaf, pointer: string, scope: Values) => ReactNode;
}

/** A repeated block: numbered items, "+" adds one, the X takes one away after asking, and it can be put back (CAT-26). */
export const BlockField = ({ block, pointer, draw }: BlockProps) => {
  const { values, shown, addItem, removeItem, restoreItem, sending } = useCompilationContext();
  const text = useText();
  const say = useSay();
  const [asked, setAsked] = useState<number | null>(null);
  const [removed, setRemoved] = useState<{ name: string; item: RemovedItem } | null>(null);
  /** The item whose heading takes the focus at the next drawing. */
  const [focused, setFocused] = useState<number | null>(null);
  const headings = useRef(new Map<number, HTMLHeadingElement>());
  const addButton = useRef<HTMLButtonElement>(null);
  const items = itemsAt(values, pointer);
  useEffect(() => {
    if (focused === null) return;
    (headings.current.get(focused) ?? addButton.current)?.focus();
    setFocused(null);
  }, [focused]);
  const nameOf = (index: number) => `${say(block.itemTitle)} ${index + 1}`;
  const add = () => {
    addItem(pointer);
    setFocused(items.length);
    announce(text('ui.form.itemAdded', { item: nameOf(items.length) }));
  };
  const remove = (index: number) => {
    setRemoved({ name: nameOf(index), item: removeItem(pointer, index) });
    setAsked(null);
    setFocused(Math.min(index, items.length - 2));
    announce(text('ui.form.itemRemoved', { item: nameOf(index) }));
  };
  const isFull = items.length >= block.max;
  const isSending = [...sending].some(([at, list]) => at.startsWith(`${pointer}/`) && list.some(isOnItsWay));
  const issue = shown.get(pointer);
  return (
    <div className="sp-block" id={controlId(pointer)} tabIndex={-1}>
      <h3 className="h5">{say(block.label)}</h3>
      {block.help && <p className="form-text">{say(block.help)}</p>}
      {issue && <Said id={`${controlId(pointer)}-esito`} pointer={pointer} />}
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of an item is its only name
        <section key={index} className="sp-item" aria-labelledby={`${controlId(pointer)}-${index}-titolo`}>
          <div className="sp-item-head">
            <h4
              id={`${controlId(pointer)}-${index}-titolo`}
              tabIndex={-1}
              className="h6 mb-0"
              ref={(element) => {
                if (element) headings.current.set(index, element);
                else headings.current.delete(index);
              }}
            >
              {nameOf(index)}
            </h4>
            {items.length > block.min && (
              <button
                type="button"
                className="btn sp-remove"
                aria-label={text('ui.form.remove', { item: nameOf(index) })}
                onClick={() => {
                  // A file on its way finds its item by its place.
                  if (isSending) announce(text('ui.files.waiting'), 'assertive');
                  else setAsked(index);
                }}
              >
                <Icon name="it-close" className="icon-danger" />
              </button>
            )}
          </div>
          <div className="row">
            {block.fields
              .filter((field) => holds(field.showIf, item))
              .map((field) => (
                <div key={field.key} className={`col-12 col-md-${field.columns ?? 12}`}>
                  {draw(field, `${pointer}/${index}/${field.key}`, item)}
                </div>
              ))}
          </div>
        </section>
      ))}
      {removed && (
        <p className="sp-undo">
          {text('ui.form.itemRemoved', { item: removed.name })}{' '}
          <Button
            type="button"
            color="link"
            className="p-0"
            onClick={() => {
              if (isSending) return announce(text('ui.files.waiting'), 'assertive');
              if (isFull) return announce(text('ui.form.full', { count: block.max }), 'assertive');
              restoreItem(removed.item);
              setRemoved(null);
              setFocused(removed.item.index);
              announce(text('ui.form.itemRestored', { item: removed.name }));
            }}
          >
            {text('ui.form.undo')}
          </Button>
        </p>
      )}
      <Button
        innerRef={addButton}
        type="button"
        outline
        color="primary"
        aria-disabled={isFull || undefined}
        onClick={() => {
          if (isFull) announce(text('ui.form.full', { count: block.max }), 'assertive');
          else add();
        }}
      >
        <Icon name="it-plus" className="icon-sm icon-primary me-1" />
        {say(block.addLabel)}
      </Button>
      {isFull && <p className="form-text">{text('ui.form.full', { count: block.max })}</p>}
      {asked !== null && (
        <ConfirmDialog
          title={text('ui.form.removeTitle', { item: nameOf(asked) })}
          confirm={text('ui.form.removeConfirm')}
          isDangerous
          onConfirm={() => remove(asked)}
          onCancel={() => setAsked(null)}
        >
          <p>{text('ui.form.removeDetail')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
