import type { ReactNode } from 'react';
import { Footer, type FooterLink } from './footer.js';
import { CenterHeader, type MenuItem, NavbarHeader, type Search, SlimHeader } from './header.js';
import { PageFrame } from './page-frame.js';
import { useSessionReading } from './session.js';
import type { SignIn } from './sign-in-link.js';

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
  search: Search;
  /** What the person's menu offers besides the profiles and signing out. */
  personMenu: readonly MenuItem[];
  /** Where to sign in; shown when nobody is. */
  signIn: SignIn;
  helpBar?: ReactNode;
  /** Institutions named in the footer. */
  institutions: readonly string[];
  footerLinks: readonly FooterLink[];
  legalLinks: readonly FooterLink[];
  children: ReactNode;
}

/** What stands on every page of the portal: head, menu, content, help, foot. */
export const Frame = (props: FrameProps) => (
  <PageFrame
    head={
      <div className="it-header-wrapper">
        <SlimHeader owner={props.owner} personMenu={props.personMenu} signIn={props.signIn} />
        <div className="it-nav-wrapper">
          <CenterHeader name={props.name} tagline={props.tagline} search={props.search} />
          <NavbarHeader menu={props.menu} secondaryMenu={props.secondaryMenu ?? []} />
        </div>
      </div>
    }
    help={props.helpBar}
    foot={
      <Footer
        name={props.name}
        institutions={props.institutions}
        links={props.footerLinks}
        legalLinks={props.legalLinks}
        version={useSessionReading().state?.session.version}
      />
    }
  >
    {props.children}
  </PageFrame>
);
