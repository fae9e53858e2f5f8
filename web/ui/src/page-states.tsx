import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { announce } from './announcer.js';
import { ProblemError } from './api.js';
import { useErrorWords } from './error-note.js';
import { formatDateTime, formatLongDate, formatTime, rome, useLanguage, useText } from './i18n.js';
import { Icon } from './icon.js';
import { useSession } from './session.js';

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

/** Grey lines in the place of what is coming, after 300 ms: short waits show nothing that flickers. */
export const Skeleton = ({ lines = 5, isTable = false }: { lines?: number; isTable?: boolean }) => {
  const text = useText();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className={`sp-skeleton ${isTable ? 'sp-skeleton-table' : ''}`}>
      {isShown && <span className="visually-hidden">{text('ui.loading')}</span>}
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines are all alike and never move
        <div key={line} className={isShown ? 'is-shown' : ''} aria-hidden="true" />
      ))}
    </div>
  );
};

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
        <p className="mb-1">{text('ui.error.kept')}</p>
        {reference && <p className="mb-2 small">{text('ui.error.reference', { reference })}</p>}
        {onRetry && (
          <button type="button" className="btn btn-primary btn-sm" onClick={onRetry}>
            {text('ui.retry')}
          </button>
        )}
        {contact}
      </div>
    </div>
  );
};

interface LoadedProps<T> {
  query: UseQueryResult<T>;
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

/** Shown when a later reading failed: the old data stay. */
export const Stale = ({ at, onRefresh }: { at: number; onRefresh: () => void }) => {
  const text = useText();
  return (
    <div className="alert alert-warning d-flex flex-wrap align-items-center gap-3 sp-no-print">
      <span>{text('ui.stale', { time: formatTime(new Date(at).toISOString()) })}</span>
      <button type="button" className="btn btn-sm btn-outline-primary" onClick={onRefresh}>
        {text('ui.refresh')}
      </button>
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

const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine);

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

interface WindowProps {
  opensAt: string | null;
  closesAt: string | null;
}

/** Opening and closing with date, hour and time zone, and what the server's clock says of them (CAT-16). */
export const OpeningWindow = ({ opensAt, closesAt }: WindowProps) => {
  const text = useText();
  const language = useLanguage();
  const { serverNow } = useSession();
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 10_000);
    return () => clearInterval(timer);
  }, [serverNow]);
  if (!opensAt && !closesAt) return <p className="mb-0">{text('ui.window.always')}</p>;
  const when = (instant: string) => `${formatLongDate(instant, language, rome)}, ${formatTime(instant, rome)}`;
  const isBefore = opensAt !== null && now < new Date(opensAt);
  const isAfter = closesAt !== null && now >= new Date(closesAt);
  const chip = isBefore ? 'ui.window.notYet' : isAfter ? 'ui.window.closed' : 'ui.window.open';
  return (
    <div className="sp-window">
      <p className="mb-1">
        <span className={`badge ${isBefore || isAfter ? 'bg-secondary' : 'bg-success'}`}>{text(chip)}</span>
      </p>
      {opensAt && (
        <p className="mb-0">
          {text('ui.window.from')} <time dateTime={opensAt}>{when(opensAt)}</time>
        </p>
      )}
      {closesAt && (
        <p className="mb-0">
          {text('ui.window.to')} <time dateTime={closesAt}>{when(closesAt)}</time>
        </p>
      )}
      <p className="mb-0 small text-secondary">{text('ui.window.clock', { now: formatDateTime(now.toISOString(), rome) })}</p>
    </div>
  );
};
