import { Dialog } from '@sportello/ui/dialog';
import { plainPath, useText } from '@sportello/ui/i18n';
import { Button } from 'design-react-kit';
import { useEffect, useRef } from 'react';
import { useBlocker } from 'react-router';

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
  const isAllowed = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && !isAllowed.current && plainPath(currentLocation.pathname) !== plainPath(nextLocation.pathname),
  );
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      title={text('leave.title')}
      onClose={() => blocker.reset()}
      actions={
        <>
          <Button
            type="button"
            color="primary"
            onClick={() => {
              void onSave().then((isSaved) => (isSaved ? blocker.proceed() : blocker.reset()));
            }}
          >
            {text('leave.save')}
          </Button>
          <Button
            type="button"
            outline
            color="danger"
            onClick={() => {
              isAllowed.current = true;
              onDiscard();
              blocker.proceed();
            }}
          >
            {text('leave.discard')}
          </Button>
          <Button type="button" outline color="primary" onClick={() => blocker.reset()}>
            {text('leave.stay')}
          </Button>
        </>
      }
    >
      <p>{text('leave.detail')}</p>
      <ul>
        {fields.map((field) => (
          <li key={field}>{field}</li>
        ))}
      </ul>
    </Dialog>
  );
};
