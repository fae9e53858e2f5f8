import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { announce } from './announcer.js';
import { ProblemError } from './api.js';
import { useErrorWords } from './error-note.js';
import { formatTime, useText } from './i18n.js';
import { Icon } from './icon.js';
import { StillReading } from './still-waiting.js';

interface EmptyProps {
  /** What would be here, and why it is empty. */
  children: ReactNode;
  action?: ReactNode;
  icon?: string;
}

export const Empty = ({ children, action, icon = 'it-inbox' }: EmptyProps) => (
  <div className="sp-state">
    <Icon name={icon} className="icon-lg icon-secondary" />
    <div>
      <p className="mb-2">{children}</p>
      {action}
    </div>
  </div>
);

/** Grey lines in the place of what is coming, after 300 ms: short waits show nothing that flickers. Long ones are spoken of. */
export const Skeleton = ({ lines = 5, isTable = false }: { lines?: number; isTable?: boolean }) => {
  const text = useText();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <StillReading />
      <div aria-busy="true" className={`sp-skeleton ${isTable ? 'sp-skeleton-table' : ''}`}>
        {isShown && <span className="visually-hidden">{text('ui.loading')}</span>}
        {Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grey lines are all alike and never move
          <div key={line} className={isShown ? 'is-shown' : ''} aria-hidden="true" />
        ))}
      </div>
    </>
  );
};

/** Who may see a page and how to ask; never whether something is behind it. */
export const Forbidden = ({ words, children }: { words: string; children?: ReactNode }) => (
  <div className="sp-state">
    <Icon name="it-locked" className="icon-lg icon-secondary" />
    <div>
      <p>{words}</p>
      {children && <div className="sp-operations">{children}</div>}
    </div>
  </div>
);

interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
  /** Where help is asked. */
  contact?: ReactNode;
}

/** What failed in plain words, "Riprova", the reference to give to the help desk. */
export const ErrorState = ({ error, onRetry, contact }: ErrorStateProps) => {
  const text = useText();
  const { title, detail, reference } = useErrorWords()(error);
  useEffect(() => announce(title, 'assertive'), [title]);
  if (error instanceof ProblemError && (error.status === 403 || error.status === 404)) {
    return (
      <div className="sp-state">
        <Icon name={error.status === 403 ? 'it-locked' : 'it-search'} className="icon-lg icon-secondary" />
        <div>
          <p className="mb-1">
            <strong>{title}</strong>
          </p>
          <p className="mb-2">{detail ?? text('ui.error.forbidden')}</p>
          {contact}
        </div>
      </div>
    );
  }
  return (
    <div className="sp-state">
      <Icon name="it-warning-circle" className="icon-lg icon-danger" />
      <div>
        <p className="mb-1">
          <strong>{title}</strong>
        </p>
        {detail && <p className="mb-1">{detail}</p>}
        {reference && <p className="mb-2 small">{text('ui.error.reference', { reference })}</p>}
        {onRetry && (
          <Button type="button" color="primary" size="sm" onClick={onRetry}>
            {text('ui.retry')}
          </Button>
        )}
        {contact}
      </div>
    </div>
  );
};

interface LoadedProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'dataUpdatedAt'> & { refetch: () => unknown };
  skeleton?: ReactNode;
  contact?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Draws what was read; waits, fails and grows old in the same words everywhere. */
export const Loaded = <T,>({ query, skeleton = <Skeleton />, contact, children }: LoadedProps<T>) => {
  const { data, error, refetch } = query;
  if (data === undefined) return error ? <ErrorState error={error} onRetry={() => void refetch()} contact={contact} /> : skeleton;
  return (
    <>
      {error && <Stale at={query.dataUpdatedAt} onRefresh={() => void refetch()} />}
      {children(data)}
    </>
  );
};

/** The page is open in too many places, and is not told of news here any more. */
export const ReplacedBanner = ({ onTakeBack }: { onTakeBack: () => void }) => {
  const text = useText();
  const words = text('ui.live.replaced');
  useEffect(() => announce(words), [words]);
  return (
    <div className="alert alert-warning sp-bar d-flex flex-wrap align-items-center gap-3 sp-no-print">
      <span>{words}</span>
      <Button type="button" outline color="primary" size="sm" onClick={onTakeBack}>
        {text('ui.live.takeBack')}
      </Button>
    </div>
  );
};

/** Shown when a later reading failed: the old data stay. */
export const Stale = ({ at, onRefresh }: { at: number; onRefresh: () => void }) => {
  const text = useText();
  return (
    <div className="alert alert-warning d-flex flex-wrap align-items-center gap-3 sp-no-print">
      <span>{text('ui.stale', { time: formatTime(new Date(at).toISOString()) })}</span>
      <Button type="button" outline color="primary" size="sm" onClick={onRefresh}>
        {text('ui.refresh')}
      </Button>
    </div>
  );
};

const subscribe = (listener: () => void) => {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
};

const useOnline = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

export const OfflineBanner = () => {
  const text = useText();
  const isOnline = useOnline();
  useEffect(() => {
    if (!isOnline) announce(text('ui.offline'), 'assertive');
  }, [isOnline, text]);
  if (isOnline) return null;
  return (
    <div className="sp-bar alert alert-warning">
      <p className="mb-0">{text('ui.offline')}</p>
    </div>
  );
};
