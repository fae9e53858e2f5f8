import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { announce } from './announcer.js';
import { deadlineMs } from './api.js';
import { useText } from './i18n.js';
import { type LateAnswer, lateAnswers, onLateAnswers, patienceMs } from './patience.js';

const none: readonly LateAnswer[] = [];
export const useLateAnswers = (): readonly LateAnswer[] => useSyncExternalStore(onLateAnswers, lateAnswers, () => none);

/** True when something has been waited for for long. */
export const useIsLate = (isWaiting: boolean): boolean => {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting]);
  return isLate;
};

/** Says that what was pressed takes long, for how long at most, and offers to stop waiting for it. */
export const StillWaiting = ({ className = '' }: { className?: string }) => {
  const text = useText();
  const late = useLateAnswers();
  const isLate = late.length > 0;
  const words = text('ui.late', { seconds: deadlineMs / 1_000 });
  useEffect(() => {
    if (isLate) announce(words);
  }, [isLate, words]);
  if (!isLate) return null;
  return (
    <section className={`sp-late sp-no-print ${className}`} aria-label={text('ui.late.label')}>
      <p>{words}</p>
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        onClick={() => {
          for (const answer of late) answer.giveUp();
        }}
      >
        {text('ui.late.stop')}
      </Button>
    </section>
  );
};

/** The same of what the page itself waits for: it can be asked for again. */
export const StillReading = () => {
  const text = useText();
  const client = useQueryClient();
  const isLate = useIsLate(true);
  const words = text('ui.late.reading');
  useEffect(() => {
    if (isLate) announce(words);
  }, [isLate, words]);
  if (!isLate) return null;
  const askAgain = () => {
    const isHanging = ({ state }: { state: { status: string; fetchStatus: string } }) =>
      state.status === 'pending' && state.fetchStatus === 'fetching';
    // What does not come may be a part of the page itself.
    if (client.getQueryCache().findAll({ predicate: isHanging }).length === 0) location.reload();
    else void client.refetchQueries({ predicate: isHanging }, { cancelRefetch: true });
  };
  return (
    <div className="sp-late sp-no-print">
      <p>{words}</p>
      <Button type="button" outline color="primary" size="xs" onClick={askAgain}>
        {text('ui.retry')}
      </Button>
    </div>
  );
};
