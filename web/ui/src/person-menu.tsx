import { Disclosure } from './disclosure.js';
import { LocalLink, useLanguage, useText } from './i18n.js';
import { Icon } from './icon.js';
import { profileName } from './profile-name.js';
import { useProfileSwitch, useSession, useSignOut } from './session.js';

interface PersonMenuItem {
  label: string;
  /** Path without language. */
  to: string;
  /** Number of things waiting, said after the label. */
  count?: number;
}

/** Who is signed in, as whom, and what she may do about it (IDE-19, IDE-38). */
export const PersonMenu = ({ items }: { items: readonly PersonMenuItem[] }) => {
  const text = useText();
  const language = useLanguage();
  const { account } = useSession();
  const switchProfile = useProfileSwitch();
  const signOut = useSignOut();
  if (!account) return null;
  const { givenName, familyName } = account.identity;
  const active = account.profiles.find(({ id }) => id === account.activeProfileId);
  const wears = active ? profileName(active, language) : account.officer ? text(`ui.role.${account.officer.role}`) : '';
  return (
    <Disclosure
      className="sp-slim-button sp-person"
      menuClassName="sp-menu-end sp-menu-wide"
      label={
        <>
          <span className="sp-avatar">
            {account.pictureKey ? (
              <img src={`/api/v1/account/picture?v=${encodeURIComponent(account.pictureKey)}`} alt="" />
            ) : (
              <Icon name="it-user" className="icon-sm" />
            )}
          </span>
          <span className="sp-person-text">
            <strong>
              {givenName} {familyName}
            </strong>
            <span className="visually-hidden">, </span>
            <span>{wears}</span>
            <span className="visually-hidden">, {text('ui.person.menu')}</span>
          </span>
        </>
      }
    >
      {(close) => (
        <>
          {account.profiles.length > 1 && (
            <fieldset className="sp-profiles">
              <legend>{text('ui.person.profiles')}</legend>
              {account.profiles.map((profile) => {
                const isActive = profile.id === account.activeProfileId;
                return (
                  <button
                    key={profile.id}
                    type="button"
                    className={`dropdown-item list-item ${isActive ? 'active' : ''}`}
                    aria-pressed={isActive}
                    onClick={() => {
                      if (!isActive && !switchProfile.isPending) switchProfile.mutate(profile.id, { onSuccess: close });
                    }}
                  >
                    <span>{profileName(profile, language)}</span>
                    {isActive && <Icon name="it-check" className="icon-sm icon-primary ms-2" />}
                  </button>
                );
              })}
            </fieldset>
          )}
          <ul className="link-list">
            {items.map(({ label, to, count }) => (
              <li key={to}>
                <LocalLink className="dropdown-item list-item" to={to}>
                  <span>{label}</span>
                  {count ? <span className="badge bg-primary ms-2">{count}</span> : null}
                </LocalLink>
              </li>
            ))}
            <li>
              <button type="button" className="dropdown-item list-item" onClick={() => signOut.mutate()}>
                <span>{text('ui.person.signOut')}</span>
                <Icon name="it-logout" className="icon-sm icon-primary ms-2" />
              </button>
            </li>
          </ul>
        </>
      )}
    </Disclosure>
  );
};
