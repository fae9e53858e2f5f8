import { announce } from '@sportello/ui/announcer';
import { useErrorWords } from '@sportello/ui/error-note';
import { formatTime, useText } from '@sportello/ui/i18n';
import { useIsLate } from '@sportello/ui/still-waiting';
import { Button } from 'design-react-kit';
import { useEffect } from 'react';
import type { Draft } from './use-draft.js';

/** Says what has been saved, when, and what has not: always in the same room, so that nothing under it moves. */
export const SaveStatus = ({ draft }: { draft: Draft }) => {
  const text = useText();
  const failure = useErrorWords();
  const { state, savedAt, isDirty, number } = draft;
  const isLate = useIsLate(state.kind === 'saving');
  useEffect(() => {
    if (isLate) announce(text('request.savingLong'));
  }, [isLate, text]);
  const why = state.kind === 'failed' ? failure(state.error) : null;
  const failed = why && text('request.saveFailed', { why: why.detail ?? why.title });
  useEffect(() => {
    if (failed) announce(failed, 'assertive');
  }, [failed]);
  const words = () => {
    if (failed) return failed;
    if (state.kind === 'saving') return text(isLate ? 'request.savingLong' : 'request.saving');
    if (state.kind === 'waiting') return text('request.keptOffline');
    if (state.kind === 'signed-out') return text('request.keptSignedOut');
    if (savedAt === null) return text(isDirty ? 'request.notSaved' : 'request.nothingSaved');
    return text(isDirty ? 'request.changedSince' : 'request.savedAt', { time: formatTime(savedAt) });
  };
  return (
    <p className={`sp-save-status ${['failed', 'waiting', 'signed-out'].includes(state.kind) ? 'is-kept' : ''}`}>
      {number && <strong>{number}</strong>} {words()}{' '}
      {failed && (
        <Button type="button" color="link" className="p-0" onClick={() => void draft.save()}>
          {text('ui.retry')}
        </Button>
      )}
    </p>
  );
};
