import { mayDo } from '@sportello/contracts/permissions';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useGo, useLanguage, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { statusLabel } from '@sportello/ui/status-chip';
import { toast } from '@sportello/ui/toasts';
import { Alert, Button } from 'design-react-kit';
import { useId, useState } from 'react';
import { AfterChoice } from '../../after-choice.js';
import { useCommands } from '../../keys/commands.js';
import { usePaletteActions } from '../../keys/palette.js';
import { type Action, offersOf, type Practice } from './actions.js';
import { changedByAction, isConflict, useConflictCheck } from './conflict.js';
import { useHolder } from './holder.js';
import { MoveDialog } from './move-dialog.js';
import type { DialogAction } from './practice-dialog.js';

const looks: Partial<Record<Action, { color: string; outline?: boolean }>> = {
  take: { color: 'primary' },
  approve: { color: 'success' },
  reject: { color: 'danger', outline: true },
  'accept-amendment': { color: 'success' },
};

/** The moves of the practice as buttons, and where to go after one (PRA-30, PRA-36 to PRA-40). */
export const ActionBar = ({ practice, onDone }: { practice: Practice; onDone: (action: Action) => void }) => {
  const text = useText();
  const id = useId();
  const { account } = useSession();
  const go = useGo();
  const [open, setOpen] = useState<DialogAction | null>(null);
  const checkConflict = useConflictCheck(practice.id);
  const take = useCommand('rpc.practices.take.v1', changedByAction);
  const role = account?.officer?.role;
  const offers = account && role && mayDo([role], 'practices:work') ? offersOf(practice, account.personId) : [];
  const offer = offers.find(({ off }) => off !== null);

  const done = (action: Action) => {
    // A dialog that was opened since stays: the practice may be seen as taken before the answer comes.
    setOpen((other) => (other === action ? null : other));
    onDone(action);
    toast({ words: text(`action.done.${action}`, { number: practice.number }) });
  };
  const start = (action: Action) => {
    if (action === 'correct') return go(`/pratiche/${practice.id}/modifica`);
    if (action !== 'take') return setOpen(action);
    if (!take.isPending)
      take.mutate({ id: practice.id, version: practice.version }, { onSuccess: () => done('take'), onError: checkConflict });
  };
  const nameOf = (action: Action) => text(`action.${action}`, { name: practice.officer?.name ?? '' });
  const can = (action: Action) => offers.some((one) => one.action === action && one.off === null);
  useCommands({ take: () => can('take') && start('take') });
  usePaletteActions(
    offers
      .filter(({ off }) => off === null)
      .map(({ action }) => ({ name: nameOf(action), run: () => start(action), command: action === 'take' ? 'take' : undefined })),
  );

  // It outlives the buttons: when the practice has moved on, what was sent is still to be told.
  const dialog = open && (
    <MoveDialog key={open} action={open} practice={practice} onDone={() => done(open)} onClose={() => setOpen(null)} />
  );
  return (
    <>
      {offers.length > 0 && (
        <section className="sc-action-bar sp-no-print" aria-label={text('practice.actions')}>
          <div className="sc-buttons">
            {offers.map(({ action, off }) => (
              <Button
                key={action}
                type="button"
                size="sm"
                {...(looks[action] ?? { color: 'primary', outline: true })}
                aria-disabled={off !== null || (action === 'take' && take.isPending) || undefined}
                aria-describedby={off ? `${id}-off` : undefined}
                onClick={() => off === null && start(action)}
              >
                {action === 'take' && take.isPending ? text('ui.wait') : nameOf(action)}
              </Button>
            ))}
            <AfterChoice />
          </div>
          {offer?.off && (
            <p id={`${id}-off`} className="sc-off">
              {text(`action.off.${offer.off}`, { name: practice.officer?.name ?? '' })}
            </p>
          )}
          {take.error && <TakeFailure practice={practice} error={take.error} onRetry={() => start('take')} />}
        </section>
      )}
      {dialog}
    </>
  );
};

/** A colleague was faster: what the practice is now. Any other failure can be tried again. */
const TakeFailure = ({ practice, error, onRetry }: { practice: Practice; error: unknown; onRetry: () => void }) => {
  const text = useText();
  const language = useLanguage();
  const holder = useHolder();
  if (!isConflict(error)) return <ErrorNote error={error} onRetry={onRetry} />;
  return (
    <Alert color="warning" fade={false} className="mt-2 mb-0">
      {text('practice.changed', { status: statusLabel(practice.status, language), holder: holder(practice) })}
    </Alert>
  );
};
