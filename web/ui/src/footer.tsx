import { BodyContacts } from './body-contacts.js';
import { BrandMark } from './brand-mark.js';
import { LocalLink, useText } from './i18n.js';
import { useBody } from './session.js';

export interface FooterLink {
  label: string;
  /** Path without language, or a whole address. */
  to: string;
  /** True for a page of the other front end or of another site. */
  isOutside?: boolean;
  /** Hook of the official site criteria. */
  element?: string;
}

interface FooterProps {
  name: string;
  institutions: readonly string[];
  links: readonly FooterLink[];
  legalLinks: readonly FooterLink[];
  /** Known when the session is. */
  version?: string;
}

const FooterAnchor = ({ label, to, isOutside, element }: FooterLink) =>
  isOutside ? (
    <a href={to} data-element={element}>
      {label}
    </a>
  ) : (
    <LocalLink to={to} data-element={element}>
      {label}
    </LocalLink>
  );

/** Institutions, or contacts of the one body whose site it is, useful links, privacy, accessibility and version: on every page (XCT-07, IDE-21). */
export const Footer = ({ name, institutions, links, legalLinks, version }: FooterProps) => {
  const text = useText();
  const isOfBody = useBody() !== null;
  return (
    <footer className="it-footer sp-no-print" id="piede" tabIndex={-1}>
      <div className="it-footer-main">
        <div className="container">
          <div className="it-brand-wrapper sp-footer-brand">
            <BrandMark className="icon-white" />
            <span className="it-brand-text">{name}</span>
          </div>
          <div className="row">
            <div className="col-12 col-md-6">
              <h2 className="footer-heading-title">{text(isOfBody ? 'ui.footer.contacts' : 'ui.footer.institutions')}</h2>
              {isOfBody ? (
                <BodyContacts />
              ) : (
                <ul className="link-list footer-list">
                  {institutions.length === 0 && <li>{text('ui.footer.public')}</li>}
                  {institutions.map((institution) => (
                    <li key={institution}>{institution}</li>
                  ))}
                </ul>
              )}
            </div>
            <div className="col-12 col-md-6">
              <h2 className="footer-heading-title">{text('ui.footer.links')}</h2>
              <ul className="link-list footer-list">
                {links.map((link) => (
                  <li key={link.to}>
                    <FooterAnchor {...link} />
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </div>
      </div>
      <div className="it-footer-small-prints">
        <div className="container">
          <h2 className="visually-hidden">{text('ui.footer.legal')}</h2>
          <ul className="sp-legal">
            {legalLinks.map((link) => (
              <li key={link.to}>
                <FooterAnchor {...link} />
              </li>
            ))}
            {version && <li className="sp-version">{text('ui.footer.version', { version })}</li>}
          </ul>
        </div>
      </div>
    </footer>
  );
};
