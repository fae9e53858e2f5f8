import { ActionDialog } from '@sportello/ui/action-dialog';
import { useLanguage, useText } from '@sportello/ui/i18n';
import { statusLabel } from '@sportello/ui/status-chip';
import { Alert, Button } from 'design-react-kit';
import { type ReactNode, useState } from 'react';
import type { Action, Practice } from './actions.js';
import { useHolder } from './holder.js';

export type DialogAction = Exclude<Action, 'take' | 'correct'>;

export interface PracticeDialogProps {
  action: DialogAction;
  practice: Practice;
  onDone: () => void;
  onClose: () => void;
}

interface ShellProps extends PracticeDialogProps {
  title: string;
  lead: string;
  send: string;
  color?: string;
  isPending: boolean;
  isUploading?: boolean;
  error: unknown;
  onSend: () => void;
  children?: ReactNode;
}

/** A move of a practice. When it changes under the dialog, that says what changed and waits to be read before anything is sent. */
export const PracticeDialog = ({ action, practice, onDone: _, ...rest }: ShellProps) => {
  const text = useText();
  const language = useLanguage();
  const holder = useHolder();
  const [seen, setSeen] = useState(practice.version);
  // While it is being sent the practice changes by our own hand.
  const hasChanged = !rest.isPending && seen !== practice.version;
  const mayMove = practice.moves.includes(action);
  const notice = hasChanged ? (
    <Alert color="warning" fade={false}>
      <p className="mb-2">{text('practice.conflict', { status: statusLabel(practice.status, language), holder: holder(practice) })}</p>
      <Button type="button" outline color="primary" size="xs" onClick={() => setSeen(practice.version)}>
        {text('practice.conflict.close')}
      </Button>
    </Alert>
  ) : (
    !rest.isPending && !mayMove && <p className="sc-mistake">{text('action.off.changed')}</p>
  );
  return <ActionDialog {...rest} isOff={hasChanged || !mayMove} notice={notice} />;
};
