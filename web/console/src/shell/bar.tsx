import { BrandMark } from '@sportello/ui/brand-mark';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { LanguageMenu } from '@sportello/ui/language-menu';
import { PersonMenu } from '@sportello/ui/person-menu';
import { signInAddress, useSessionReading } from '@sportello/ui/session';
import { SignInLink } from '@sportello/ui/sign-in-link';
import { keysOf } from '../keys/keymap.js';
import { Keys } from '../keys/keys.js';
import { useOpenPalette } from '../keys/palette.js';
import { useSections } from '../use-sections.js';
import { NoticesMenu } from './notices-menu.js';

/** The menu's button has this as what it opens. */
export const menuId = 'sezioni';

/** Where one is, the one search, what is new, and who works. */
export const Bar = ({ isMenuOpen, onMenu }: { isMenuOpen: boolean; onMenu: () => void }) => {
  const text = useText();
  const account = useSessionReading().state?.account;
  const officer = account?.officer;
  const own = useSections().filter(({ isOwn }) => isOwn);
  return (
    <div className="it-header-slim-wrapper">
      <div className="sc-bar">
        {officer && (
          <button type="button" className="sc-bar-button sc-burger" aria-expanded={isMenuOpen} aria-controls={menuId} onClick={onMenu}>
            <Icon name={isMenuOpen ? 'it-close' : 'it-burger'} className="icon-white" />
            <span className="visually-hidden">{text('ui.menu')}</span>
          </button>
        )}
        <LocalLink to="/" className="sc-brand">
          <BrandMark className="icon-white" />
          <span className="sc-brand-name">{text('console.name')}</span>
          {officer && <span className="sc-brand-body">{officer.officeName ?? officer.organizationName}</span>}
        </LocalLink>
        {officer && <SearchButton />}
        <div className="sc-bar-end">
          {officer && account.hasAcceptedPolicy && <NoticesMenu />}
          <LanguageMenu />
          {account ? <PersonMenu items={own} /> : <SignInLink label={text('entry.sign-in')} href={signInAddress('officer')} />}
        </div>
      </div>
    </div>
  );
};

/** The search of the console is the palette: it finds whatever the officer may see, and does what can be done here. */
const SearchButton = () => {
  const text = useText();
  return (
    <button type="button" className="sc-bar-button sc-search-button" onClick={useOpenPalette()}>
      <Icon name="it-search" className="icon-sm icon-white" />
      <span className="sc-search-words">{text('console.search')}</span>
      <Keys keys={keysOf('palette')} />
    </button>
  );
};
