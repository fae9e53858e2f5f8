import { type ReactNode, useEffect, useRef } from 'react';
import { useNavigationType } from 'react-router';
import { LocalLink, useText } from './i18n.js';
import { Icon } from './icon.js';
import { Page } from './page.js';
import './record-page.css';

interface RecordPageProps {
  title: string;
  appName: string;
  /** Back to the list, and along it. */
  nav: ReactNode;
  /** Above the title: what kind of thing it is. */
  kind?: ReactNode;
  /** Beside the title: copy its number, mark it. */
  tools?: ReactNode;
  /** Under the title: where it stands, and whose turn it is. */
  standing?: ReactNode;
  children: ReactNode;
}

/** Everything about one thing: what it is and where it stands first, then what can be done, then its parts. Its heading takes the focus when it is opened. */
export const RecordPage = ({ title, appName, nav, kind, tools, standing, children }: RecordPageProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const isLed = useNavigationType() !== 'POP';
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is opened
  useEffect(() => {
    if (isLed) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <article className="sp-record" aria-labelledby="record-title">
      <Page isBare title={title} appName={appName}>
        {null}
      </Page>
      {nav}
      <div className="sp-record-head">
        {kind && <p className="sp-record-kind">{kind}</p>}
        <div className="sp-record-title">
          <h1 id="record-title" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {tools}
        </div>
        {standing}
      </div>
      {children}
    </article>
  );
};

interface RecordNavProps {
  /** What the list is called. */
  label: string;
  listAddress: string;
  /** Place in the view, from 1; 0 when it is not in it. */
  at: number;
  of: number;
  /** True when the view goes on beyond what is shown. */
  hasMore: boolean;
  onPrevious?: () => void;
  onNext?: () => void;
}

/** Back to the list, and along the view that one came from. */
export const RecordNav = ({ label, listAddress, at, of, hasMore, onPrevious, onNext }: RecordNavProps) => {
  const text = useText();
  const step = (words: string, icon: string, go?: () => void) => (
    <button
      type="button"
      className="btn sp-icon-button"
      aria-label={words}
      title={words}
      aria-disabled={go ? undefined : true}
      onClick={go}
    >
      <Icon name={icon} className="icon-sm" />
    </button>
  );
  return (
    <nav className="sp-record-nav sp-no-print" aria-label={label}>
      <LocalLink to={listAddress} className="sp-back">
        <Icon name="it-arrow-left" className="icon-sm" />
        {text('ui.record.back')}
      </LocalLink>
      {at > 0 && (
        <div className="sp-along">
          {step(text('ui.record.previous'), 'it-chevron-left', onPrevious)}
          <span>{text(hasMore ? 'ui.record.atMore' : 'ui.record.at', { at, of })}</span>
          {step(text('ui.record.next'), 'it-chevron-right', onNext)}
        </div>
      )}
    </nav>
  );
};
