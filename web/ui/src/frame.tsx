import { Headers, SkiplinkItem } from 'design-react-kit';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { Announcer } from './announcer.js';
import { Footer, type FooterLink } from './footer.js';
import { CenterHeader, type MenuItem, NavbarHeader, type Search, SlimHeader } from './header.js';
import { plainPath, useText } from './i18n.js';
import { useLive } from './live.js';
import { ErrorState, OfflineBanner, ReplacedBanner, Skeleton } from './page-states.js';
import { useSessionReading } from './session.js';

interface FrameProps {
  /** Name and line under it, in the head of each page. */
  name: string;
  tagline: string;
  /** Whoever the installation belongs to; stands above the name. */
  owner: string;
  menu: readonly MenuItem[];
  /** Second row of the menu bar, on the right. */
  secondaryMenu?: readonly MenuItem[];
  /** The search of the head (XCT-02). */
  search?: Search;
  /** Other tools of the head, beside the search. */
  tools?: ReactNode;
  /** What the person's menu offers besides the profiles and signing out. */
  personMenu: readonly MenuItem[];
  /** Where to sign in; shown when nobody is. */
  signIn: { label: string; href: string };
  helpBar?: ReactNode;
  /** Institutions named in the footer. */
  institutions: readonly string[];
  footerLinks: readonly FooterLink[];
  legalLinks: readonly FooterLink[];
  /** Wide pages for working lists. */
  isWide?: boolean;
  children: ReactNode;
}

/** What stands on every page of both front ends: head, menu, content, help, foot, live regions. */
export const Frame = (props: FrameProps) => {
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
    <div className={`sp-frame ${props.isWide ? 'sp-wide' : ''}`}>
      {/* The kit's own Skiplink draws nothing of what it holds unless it is a list. */}
      <div className="skiplinks">
        <SkiplinkItem href="#contenuto">{text('ui.skip.content')}</SkiplinkItem>
        <SkiplinkItem href="#piede">{text('ui.skip.footer')}</SkiplinkItem>
      </div>
      <header className="sp-no-print">
        <Headers>
          <SlimHeader owner={props.owner} personMenu={props.personMenu} signIn={props.signIn} />
          <div className="it-nav-wrapper">
            <CenterHeader name={props.name} tagline={props.tagline} search={props.search} tools={props.tools} />
            <NavbarHeader menu={props.menu} secondaryMenu={props.secondaryMenu ?? []} />
          </div>
        </Headers>
        {state?.session.isLaboratory && <p className="sp-laboratory">{text('ui.laboratory')}</p>}
      </header>
      <OfflineBanner />
      {live.isReplaced && <ReplacedBanner onTakeBack={live.takeBack} />}
      <main id="contenuto" tabIndex={-1}>
        {state ? (
          props.children
        ) : (
          <div className="container sp-page">{error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton lines={8} />}</div>
        )}
      </main>
      {props.helpBar && <div className="sp-no-print">{props.helpBar}</div>}
      <Footer
        name={props.name}
        institutions={props.institutions}
        links={props.footerLinks}
        legalLinks={props.legalLinks}
        version={state?.session.version}
      />
      <Announcer />
    </div>
  );
};
