import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useText } from './i18n.js';

export interface JobState<T> {
  total: number;
  done: number;
  failed: readonly T[];
  isRunning: boolean;
}

const idle = { total: 0, done: 0, failed: [], isRunning: false };

/** Does the same to many things, one after the other: one that fails does not stop the others. */
export const useJob = <T,>(work: (item: T) => Promise<unknown>) => {
  const [state, setState] = useState<JobState<T>>(idle);
  /** @returns those that succeeded */
  const start = async (items: readonly T[]): Promise<readonly T[]> => {
    const failed: T[] = [];
    setState({ total: items.length, done: 0, failed, isRunning: true });
    for (const [index, item] of items.entries()) {
      await work(item).catch(() => failed.push(item));
      setState({ total: items.length, done: index + 1, failed: [...failed], isRunning: index + 1 < items.length });
    }
    return items.filter((item) => !failed.includes(item));
  };
  return { ...state, start, forget: () => setState(idle) };
};

interface JobProgressProps {
  label: string;
  job: Pick<JobState<unknown>, 'total' | 'done' | 'isRunning'> & { failed: readonly unknown[] };
  /** Tries those that failed again. */
  onRetry: () => void;
}

/** How far a job is; once it is over, only what did not succeed. */
export const JobProgress = ({ label, job: { total, done, failed, isRunning }, onRetry }: JobProgressProps) => {
  const text = useText();
  if (isRunning)
    return (
      <div className="sp-job">
        <progress max={total} value={done} aria-label={label} />
        <span>{text('ui.job.progress', { done, total })}</span>
      </div>
    );
  if (failed.length === 0) return null;
  return (
    <div className="sp-job" role="alert">
      <span className="sp-error">{text('ui.job.failed', { count: failed.length, total })}</span>
      <Button type="button" outline color="danger" size="xs" onClick={onRetry}>
        {text('ui.retry')}
      </Button>
    </div>
  );
};
