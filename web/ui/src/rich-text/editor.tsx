import { inkClass, inks, paperClass, papers } from '@sportello/contracts/rich-text';
import { Editor, Mark } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n.js';
import { Toolbar } from './toolbar.js';

/** A colour kept as a class of a span: `sp-ink-red`. */
const colour = (name: 'ink' | 'paper', prefix: string, names: readonly string[]) =>
  Mark.create({
    name,
    addAttributes: () => ({
      colour: {
        parseHTML: (element: HTMLElement) => names.find((one) => element.classList.contains(prefix + one)),
        renderHTML: ({ colour: one }: { colour: string }) => ({ class: prefix + one }),
      },
    }),
    parseHTML: () => names.map((one) => ({ tag: `span.${prefix}${one}` })),
    renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
  });

/** As it is stored: without the widths of columns, which the content policy would refuse. */
const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]] });

const marks = [colour('ink', inkClass, inks), colour('paper', paperClass, papers)];
const never = { strike: false, code: false, codeBlock: false, horizontalRule: false, dropcursor: false, gapcursor: false } as const;
const extensions = {
  note: [StarterKit.configure({ ...never, heading: false, blockquote: false, link: false, trailingNode: false }), ...marks],
  article: [
    StarterKit.configure({
      ...never,
      heading: { levels: [2, 3] },
      // As the server keeps them.
      link: {
        ...{ openOnClick: false, protocols: ['mailto', 'tel'], defaultProtocol: 'https' },
        HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow' },
      },
      trailingNode: false,
    }),
    ...marks,
    PlainTable.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
  ],
};

export interface RichEditorProps {
  id: string;
  label: string;
  /** HTML; empty where nothing is written. */
  value: string;
  onChange: (html: string) => void;
  /** What can be written: a note has no headings, links and tables. */
  kind: keyof typeof extensions;
  describedBy: string | undefined;
  isRequired: boolean;
  isWrong: boolean;
  language: string | undefined;
}

/** Where a text with layout is written (TIC-08). What is pasted keeps the layout that can be written here, and no other. */
export const RichEditor = ({ id, label, value, onChange, kind, describedBy, isRequired, isWrong, language }: RichEditorProps) => {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  /** Counts what changes the buttons: where the cursor is, and what is marked there. */
  const [, setTurn] = useState(0);
  /** What was told and may still be on its way back here, the last told last. */
  const told = useRef([value]);
  const latest = useRef(onChange);
  latest.current = onChange;
  const [first] = useState(value);
  useEffect(() => {
    const made = new Editor({
      element: place.current,
      extensions: extensions[kind],
      content: first,
      injectCSS: false,
      onTransaction: () => setTurn((turn) => turn + 1),
      onUpdate: ({ editor: changed }) => {
        const html = changed.isEmpty ? '' : changed.getHTML();
        told.current.push(html);
        latest.current(html);
      },
    });
    setEditor(made);
    return () => made.destroy();
  }, [first, kind]);
  useEffect(() => {
    if (!editor) return;
    // What comes from elsewhere: a draft that was thrown away, a text that was sent.
    if (!told.current.includes(value)) {
      const { from, to } = editor.state.selection;
      editor.chain().setContent(value, { emitUpdate: false }).setTextSelection({ from, to }).run();
    } else if (value !== told.current.at(-1)) return;
    told.current = [value];
  }, [editor, value]);
  useEffect(() => {
    editor?.setOptions({
      editorProps: {
        attributes: {
          id,
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          class: `form-control sp-rich ${isWrong ? 'is-invalid' : ''}`,
          ...(describedBy && { 'aria-describedby': describedBy }),
          ...(isRequired && { 'aria-required': 'true' }),
          ...(isWrong && { 'aria-invalid': 'true' }),
          ...(language && { lang: language }),
        },
      },
    });
  }, [editor, id, label, describedBy, isRequired, isWrong, language]);
  return (
    <div className="sp-rich-frame">
      {editor && <Toolbar editor={editor} kind={kind} label={text('ui.rich.tools', { field: label })} controls={id} />}
      <div ref={place} />
    </div>
  );
};
