import { attend } from '@sportello/ui/api';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useBeforeUnload } from './before-unload.js';
import { Dialog } from './dialog.js';
import { useText } from './i18n.js';
import { useHold } from './router.js';

interface LeaveGuardProps {
  isDirty: boolean;
  /** Names of the fields touched since the last save. */
  fields: readonly string[];
  onSave: () => Promise<boolean>;
  onDiscard: () => void;
}

/** Asks before leaving with unsaved data, naming the fields (CAT-71). Changing language or step is not leaving. */
export const LeaveGuard = ({ isDirty, fields, onSave, onDiscard }: LeaveGuardProps) => {
  const text = useText();
  const [isSaving, setSaving] = useState(false);
  const held = useHold(isDirty);
  useBeforeUnload(isDirty);
  if (!held) return null;
  return (
    <Dialog
      title={text('ui.leave.title')}
      onClose={held.stay}
      actions={
        <>
          <Button
            type="button"
            color="primary"
            aria-disabled={isSaving || undefined}
            onClick={async () => {
              if (isSaving) return;
              setSaving(true);
              const isSaved = await attend(onSave).catch(() => false);
              setSaving(false);
              if (isSaved) held.leave();
              else held.stay();
            }}
          >
            {text(isSaving ? 'ui.wait' : 'ui.leave.save')}
          </Button>
          <Button
            type="button"
            outline
            color="danger"
            onClick={() => {
              onDiscard();
              held.leave();
            }}
          >
            {text('ui.leave.discard')}
          </Button>
          <Button type="button" outline color="primary" onClick={held.stay}>
            {text('ui.leave.stay')}
          </Button>
        </>
      }
    >
      <p>{text('ui.leave.detail')}</p>
      <ul>
        {fields.map((field) => (
          <li key={field}>{field}</li>
        ))}
      </ul>
    </Dialog>
  );
};
