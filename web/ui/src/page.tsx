import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useHeadOfPage } from './head.js';
import { LocalLink, plainPath, useText } from './i18n.js';
import { Icon } from './icon.js';
import { useSiteName } from './session.js';

export interface Crumb {
  label: string;
  /** Path without language; absent for a level without a page. */
  to?: string;
}

/** Path of the last page whose heading took the focus: the first page of a visit leaves it where it is. */
let focusedPath: string | null = null;

/** For whoever shows another page at the same address: it begins at its top, and its heading takes the focus. */
export function beginAnew(): void {
  focusedPath = '';
  scrollTo(0, 0);
}

interface PageProps {
  /** The page's only `h1`, and the beginning of the window's title. */
  title: string;
  /** Said before the title of the window, for example "Errore:". */
  titlePrefix?: string;
  /** The way to here after the home page; the page itself is added. */
  trail?: readonly Crumb[];
  /** What the validator of public sites looks for in the heading. */
  element?: string;
  hasBreadcrumb?: boolean;
  /** What the page is called in the breadcrumb, when not by its title. */
  crumb?: string;
  lead?: ReactNode;
  /** Beside the heading: what one can do on this page. */
  actions?: ReactNode;
  /** Full width, for pages that lay themselves out in bands. */
  isBare?: boolean;
  appName?: string;
  /** What the page is about, for search engines; the lead where it is a text. */
  description?: string;
  /** What the page is about in the words of schema.org, given its address. */
  structured?: (url: string) => object;
  /** With which status the page comes when there is nothing at its address. */
  status?: 404 | 410;
  /** Where "Home" leads and how it is called. */
  home?: Crumb;
  children: ReactNode;
}

/** Window title, breadcrumb, heading; after a change of page the heading takes the focus, so that it is read aloud. */
export const Page = (props: PageProps) => {
  const { title, titlePrefix = '', trail = [], hasBreadcrumb = true, lead, actions, isBare = false, children } = props;
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const path = plainPath(useLocation().pathname);
  const siteName = useSiteName();
  const appName = props.appName ?? siteName;
  const windowTitle = `${titlePrefix ? `${titlePrefix} ` : ''}${title} - ${appName}`;
  useHeadOfPage({
    title: windowTitle,
    status: props.status ?? 200,
    description: props.description ?? (typeof lead === 'string' ? lead : ''),
    ...(props.structured && { structured: props.structured }),
  });
  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
  useEffect(() => {
    if (focusedPath !== null && focusedPath !== path) heading.current?.focus({ preventScroll: true });
    focusedPath = path;
  }, [path]);
  const head = (
    <>
      {hasBreadcrumb && (
        <Breadcrumb trail={[props.home ?? { label: text('ui.home'), to: '/' }, ...trail, { label: props.crumb ?? title }]} />
      )}
      <div className="sp-page-head">
        <div>
          <h1 ref={heading} tabIndex={-1} data-element={props.element}>
            {title}
          </h1>
          {lead && <p className="lead mb-0">{lead}</p>}
        </div>
        {actions && <div className="sp-page-actions">{actions}</div>}
      </div>
    </>
  );
  if (isBare) return children;
  return (
    <div className="container sp-page">
      {head}
      {children}
    </div>
  );
};

/** The path to the page (XCT-03). */
const Breadcrumb = ({ trail }: { trail: readonly Crumb[] }) => {
  const text = useText();
  return (
    <nav className="breadcrumb-container" aria-label={text('ui.breadcrumb')} data-element="breadcrumb">
      <ol className="breadcrumb">
        {trail.map(({ label, to }, index) => {
          const isLast = index === trail.length - 1;
          return (
            <li key={`${label} ${to}`} className={`breadcrumb-item ${isLast ? 'active' : ''}`} aria-current={isLast ? 'page' : undefined}>
              {to && !isLast ? <LocalLink to={to}>{label}</LocalLink> : label}
              {!isLast && (
                <span className="separator" aria-hidden="true">
                  /
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

/** A way back, at the end of a page. */
export const BackLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <p className="mt-4 sp-no-print">
    <LocalLink to={to} className="icon-link">
      <Icon name="it-arrow-left" className="icon-sm icon-primary me-1" />
      {children}
    </LocalLink>
  </p>
);
