import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { Announcer } from './announcer.js';
import { plainPath, useText } from './i18n.js';
import { useLive } from './live.js';
import { ErrorState, OfflineBanner, ReplacedBanner, Skeleton } from './page-states.js';
import { useSessionReading } from './session.js';
import { StillWaiting } from './still-waiting.js';
import { Toasts } from './toasts.js';

interface PageFrameProps {
  className?: string;
  head: ReactNode;
  /** What stands beside the content: the menu of the console. */
  side?: ReactNode;
  /** Between content and foot. */
  help?: ReactNode;
  foot: ReactNode;
  children: ReactNode;
}

/** What every page of both front ends has around it: skip links, head, content, foot, states of the whole page, live regions. */
export const PageFrame = ({ className = '', head, side, help, foot, children }: PageFrameProps) => {
  const text = useText();
  const { state, error, retry } = useSessionReading();
  const path = plainPath(useLocation().pathname);
  const live = useLive(state?.account?.hasAcceptedPolicy === true && !state.isOver);
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== path) scrollTo(0, 0);
    before.current = path;
  }, [path]);
  return (
    <div className={`sp-frame ${className}`}>
      <div className="skiplinks">
        <a href="#contenuto" className="visually-hidden-focusable">
          {text('ui.skip.content')}
        </a>
        <a href="#piede" className="visually-hidden-focusable">
          {text('ui.skip.footer')}
        </a>
      </div>
      <header className="sp-head sp-no-print">{head}</header>
      {state?.session.isLaboratory && <p className="sp-laboratory sp-no-print">{text('ui.laboratory')}</p>}
      <OfflineBanner />
      {live.isReplaced && <ReplacedBanner onTakeBack={live.takeBack} />}
      {side}
      <main id="contenuto" tabIndex={-1}>
        {state ? (
          children
        ) : (
          <div className="container sp-page">{error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton lines={8} />}</div>
        )}
      </main>
      {help && <div className="sp-no-print">{help}</div>}
      {foot}
      <StillWaiting className="sp-late-page" />
      <Toasts />
      <Announcer />
    </div>
  );
};
