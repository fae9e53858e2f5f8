import { inks, papers } from '@sportello/contracts/rich-text';
import type { Editor } from '@tiptap/core';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n.js';
import { LinkRow } from './link-row.js';

interface ToolbarProps {
  editor: Editor;
  kind: 'note' | 'article';
  label: string;
  /** The id of the text. */
  controls: string;
}

const tools = 'button, select';
/** Whose sign looks like what it does. */
const isDrawnLikeIt = new Set(['bold', 'italic', 'underline']);

/** The buttons above a text: one stop of the keyboard, arrows within (WAI-ARIA, toolbar). */
export const Toolbar = ({ editor, kind, label, controls }: ToolbarProps) => {
  const text = useText();
  const bar = useRef<HTMLDivElement>(null);
  const [isLinking, setLinking] = useState(false);
  const act = () => editor.chain().focus();
  const all = () => [...(bar.current?.querySelectorAll<HTMLElement>(tools) ?? [])];
  const reach = (tool: Element) => {
    for (const each of all()) each.tabIndex = each === tool ? 0 : -1;
  };
  // The tool that was the stop of the keyboard may be gone, as those of a table are without it.
  useEffect(() => {
    const list = all();
    if (list[0] && !list.some(({ tabIndex }) => tabIndex === 0)) reach(list[0]);
  });
  const move = (event: KeyboardEvent) => {
    const list = all();
    const at = list.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    list.at(to % list.length)?.focus();
  };
  /** @param sign drawn in the place of its name; null where the name stands itself */
  const tool = (key: string, sign: string | null, press: () => void, isOn?: boolean, isFirst = false) => (
    <button
      type="button"
      className={`sp-rich-tool ${isDrawnLikeIt.has(key) ? `is-${key}` : ''}`}
      data-sign={sign ?? undefined}
      title={text(`ui.rich.${key}`)}
      aria-label={sign === null ? undefined : text(`ui.rich.${key}`)}
      aria-pressed={isOn}
      tabIndex={isFirst ? 0 : -1}
      // The text keeps what is marked in it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      {sign === null && text(`ui.rich.${key}`)}
    </button>
  );
  const colours = (mark: 'ink' | 'paper', names: readonly string[]) => (
    <select
      className="sp-rich-tool"
      aria-label={text(`ui.rich.${mark}`)}
      title={text(`ui.rich.${mark}`)}
      tabIndex={-1}
      value={String(editor.getAttributes(mark)['colour'] ?? '')}
      onChange={({ currentTarget: { value } }) =>
        value ? act().setMark(mark, { colour: value }).run() : act().extendMarkRange(mark).unsetMark(mark).run()
      }
    >
      <option value="">{text(`ui.rich.${mark}.none`)}</option>
      {names.map((name) => (
        <option key={name} value={name}>
          {text(`ui.rich.colour.${name}`)}
        </option>
      ))}
    </select>
  );
  const isIn = (name: string, attributes?: object) => editor.isActive(name, attributes);
  return (
    <>
      <div
        ref={bar}
        role="toolbar"
        aria-label={label}
        aria-controls={controls}
        className="sp-rich-tools"
        onKeyDown={move}
        onFocus={({ target }: FocusEvent) => reach(target)}
      >
        {tool('bold', text('ui.rich.bold.sign'), () => act().toggleBold().run(), isIn('bold'), true)}
        {tool('italic', text('ui.rich.italic.sign'), () => act().toggleItalic().run(), isIn('italic'))}
        {tool('underline', text('ui.rich.underline.sign'), () => act().toggleUnderline().run(), isIn('underline'))}
        {colours('ink', inks)}
        {colours('paper', papers)}
        {tool('bullets', '•', () => act().toggleBulletList().run(), isIn('bulletList'))}
        {tool('numbers', '1.', () => act().toggleOrderedList().run(), isIn('orderedList'))}
        {kind === 'article' && (
          <>
            {tool('heading2', 'H2', () => act().toggleHeading({ level: 2 }).run(), isIn('heading', { level: 2 }))}
            {tool('heading3', 'H3', () => act().toggleHeading({ level: 3 }).run(), isIn('heading', { level: 3 }))}
            {tool('quote', '“ ”', () => act().toggleBlockquote().run(), isIn('blockquote'))}
            {tool('link', null, () => setLinking(true), isIn('link'))}
            {isIn('table') ? (
              <>
                {tool('row', null, () => act().addRowAfter().run())}
                {tool('column', null, () => act().addColumnAfter().run())}
                {tool('removeRow', null, () => act().deleteRow().run())}
                {tool('removeColumn', null, () => act().deleteColumn().run())}
                {tool('removeTable', null, () => act().deleteTable().run())}
              </>
            ) : (
              tool('table', null, () => act().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run())
            )}
          </>
        )}
        {tool('undo', '↶', () => act().undo().run())}
        {tool('redo', '↷', () => act().redo().run())}
      </div>
      {isLinking && <LinkRow editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
};
