import type { Editor } from '@tiptap/core';
import { Button } from 'design-react-kit';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../i18n.js';

/** Where the address of a link is written. It is no form of its own: it stands in one. */
export const LinkRow = ({ editor, onClose }: { editor: Editor; onClose: () => void }) => {
  const text = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState(() => String(editor.getAttributes('link')['href'] ?? ''));
  const [isWrong, setWrong] = useState(false);
  // Before the next letter is typed.
  useLayoutEffect(() => field.current?.focus(), []);
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const apply = () => {
    const href = linkTo(address.trim());
    setWrong(href === null);
    if (href === null) return field.current?.focus();
    const chain = editor.chain().focus().extendMarkRange('link');
    // With nothing marked the address stands for itself.
    if (editor.state.selection.empty && !editor.isActive('link'))
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field within
    <div
      className="sp-rich-link"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (event.key === 'Enter' && event.target !== field.current) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') apply();
        else close();
      }}
    >
      <label htmlFor={id}>{text('ui.rich.link.address')}</label>
      <input
        ref={field}
        id={id}
        type="url"
        className={`form-control ${isWrong ? 'is-invalid' : ''}`}
        value={address}
        maxLength={2_000}
        placeholder="https://"
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-errore` : undefined}
        onChange={({ currentTarget }) => {
          setAddress(currentTarget.value);
          setWrong(false);
        }}
      />
      {isWrong && (
        <p id={`${id}-errore`} className="sp-error">
          {text('ui.rich.link.wrong')}
        </p>
      )}
      <Button type="button" color="primary" size="sm" onClick={apply}>
        {text('ui.rich.link.apply')}
      </Button>
      {editor.isActive('link') && (
        <Button
          type="button"
          outline
          color="primary"
          size="sm"
          onClick={() => {
            editor.chain().focus().extendMarkRange('link').unsetLink().run();
            close();
          }}
        >
          {text('ui.rich.link.remove')}
        </Button>
      )}
      <Button type="button" outline color="primary" size="sm" onClick={close}>
        {text('ui.cancel')}
      </Button>
    </div>
  );
};

/** The address that was meant, or null: a page, a mail or a telephone. */
const linkTo = (typed: string): string | null => {
  if (/^(?:mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d ]+)$/i.test(typed)) return typed;
  if (/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(typed)) return `mailto:${typed}`;
  const address = /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`;
  return /^https?:/i.test(address) && URL.canParse(address) && new URL(address).hostname.includes('.') ? address : null;
};
