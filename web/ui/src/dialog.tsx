import { Button } from 'design-react-kit';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { ErrorNote } from './error-note.js';
import { useText } from './i18n.js';
import { Icon } from './icon.js';
import { StillWaiting } from './still-waiting.js';

interface DialogProps {
  title: string;
  children: ReactNode;
  /** Buttons, the one to press first. */
  actions?: ReactNode;
  onClose: () => void;
}

/**
 * A modal dialog; what it holds with `data-autofocus` has the focus at the beginning. The browser's own element keeps the focus inside, gives it back where it was, closes on Esc
 * and makes the rest of the page inert.
 */
export const Dialog = ({ title, children, actions, onClose }: DialogProps) => {
  const text = useText();
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the element is removed, or the browser could not give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    heading.current?.focus();
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="sp-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="modal-header">
        <h2 id={titleId} ref={heading} tabIndex={-1} className="modal-title h5">
          {title}
        </h2>
        <button type="button" className="btn sp-close" onClick={onClose} aria-label={text('ui.dialog.close')}>
          <Icon name="it-close" />
        </button>
      </div>
      <div className="modal-body">
        {children}
        <StillWaiting />
      </div>
      {actions && <div className="modal-footer">{actions}</div>}
    </dialog>
  );
};

interface ConfirmProps {
  title: string;
  children: ReactNode;
  /** Word on the button that goes on; "Conferma" by default. */
  confirm?: string;
  cancel?: string;
  isDangerous?: boolean;
  isPending?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that matters. A second press while the first is under way does nothing. */
export const ConfirmDialog = (props: ConfirmProps) => {
  const text = useText();
  // Not while it is under way: what came of it is said here.
  const cancel = () => {
    if (!props.isPending) props.onCancel();
  };
  return (
    <Dialog
      title={props.title}
      onClose={cancel}
      actions={
        <>
          <Button
            type="button"
            color={props.isDangerous ? 'danger' : 'primary'}
            aria-disabled={props.isPending || undefined}
            onClick={() => {
              if (!props.isPending) props.onConfirm();
            }}
          >
            {props.isPending ? text('ui.wait') : (props.confirm ?? text('ui.confirm'))}
          </Button>
          <Button type="button" outline color="primary" aria-disabled={props.isPending || undefined} onClick={cancel}>
            {props.cancel ?? text('ui.cancel')}
          </Button>
        </>
      }
    >
      {props.children}
      {props.error ? <ErrorNote error={props.error} /> : null}
    </Dialog>
  );
};
