import { Icon } from './icon.js';
import { useSessionReading } from './session.js';

export interface SignIn {
  label: string;
  href: string;
}

/** Where to sign in. Until it is known whether somebody is signed in, the link only keeps its room. */
export const SignInLink = ({ label, href }: SignIn) => (
  <a
    className={`btn btn-primary btn-icon btn-full sp-sign-in ${useSessionReading().state === null ? 'invisible' : ''}`}
    href={href}
    data-element="personal-area-login"
  >
    <span className="rounded-icon" aria-hidden="true">
      <Icon name="it-user" className="icon-primary" />
    </span>
    <span className="d-none d-lg-block">{label}</span>
    <span className="visually-hidden d-lg-none">{label}</span>
  </a>
);
