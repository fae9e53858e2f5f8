import { Button } from 'design-react-kit';
import { type ReactNode, useId, useRef } from 'react';
import { Dialog } from './dialog.js';
import { ErrorNote } from './error-note.js';
import { goToFirstMistake } from './first-mistake.js';
import { Frozen } from './frozen.js';
import { useText } from './i18n.js';
import { isSendKey } from './send-key.js';

interface ActionDialogProps {
  title: string;
  /** What will happen, and who is told. */
  lead: string;
  /** Word on the button that does it. */
  send: string;
  color?: string;
  isPending: boolean;
  /** True while a file that belongs to it is on its way. */
  isUploading?: boolean;
  /** True when it cannot be done now, for a reason that `notice` says. */
  isOff?: boolean;
  notice?: ReactNode;
  error: unknown;
  onSend: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/**
 * A dialog that sends one command, by its button or by Ctrl and Enter; once at a time. What was typed stays when it fails; where something is
 * missing, the keyboard goes on there.
 */
export const ActionDialog = (props: ActionDialogProps) => {
  const { title, lead, send, color = 'primary', isPending, isUploading = false, notice, error, onSend, onClose, children } = props;
  const text = useText();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const isOff = isPending || isUploading || props.isOff === true;
  // Not while it is under way: what came of it is said here.
  const close = () => {
    if (!isPending) onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={close}
      actions={
        <>
          <Button type="submit" form={formId} color={color} size="sm" aria-disabled={isOff || undefined}>
            {isPending ? text('ui.wait') : isUploading ? text('ui.files.waiting') : send}
          </Button>
          <Button type="button" outline color="primary" size="sm" aria-disabled={isPending || undefined} onClick={close}>
            {text('ui.cancel')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isOff) return;
          onSend();
          goToFirstMistake(form.current);
        }}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          form.current?.requestSubmit();
        }}
      >
        <p>{lead}</p>
        {notice}
        <Frozen isFrozen={isPending}>{children}</Frozen>
        {error ? <ErrorNote error={error} onRetry={isOff ? undefined : onSend} /> : null}
      </form>
    </Dialog>
  );
};
