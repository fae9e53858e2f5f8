import { ErrorNote } from '@sportello/ui/error-note';
import { formatTime, useText } from '@sportello/ui/i18n';
import type { Draft } from './use-draft.js';

/** Says what has been saved, when, and what has not. */
export const SaveStatus = ({ draft }: { draft: Draft }) => {
  const text = useText();
  const { state, savedAt, isDirty, number } = draft;
  if (state.kind === 'failed') return <ErrorNote error={state.error} onRetry={() => void draft.save()} />;
  const words = () => {
    if (state.kind === 'saving') return text('request.saving');
    if (state.kind === 'waiting') return text('request.keptOffline');
    if (state.kind === 'signed-out') return text('request.keptSignedOut');
    if (savedAt === null) return text(isDirty ? 'request.notSaved' : 'request.nothingSaved');
    return text(isDirty ? 'request.changedSince' : 'request.savedAt', { time: formatTime(savedAt) });
  };
  return (
    <p className={`sp-save-status ${state.kind === 'waiting' || state.kind === 'signed-out' ? 'is-kept' : ''}`}>
      {number && <strong>{number}</strong>} {words()}
    </p>
  );
};
