import { LocalNavLink, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useOpenHelp } from '../keys/key-help.js';
import { usePreference } from '../preferences.js';
import type { useSections } from '../use-sections.js';
import { menuId } from './bar.js';

interface SideMenuProps {
  sections: ReturnType<typeof useSections>;
  /** On small screens it is behind a button of the bar. */
  isOpen: boolean;
}

/** The sections that this role has; folded, their icons alone. */
export const SideMenu = ({ sections, isOpen }: SideMenuProps) => {
  const text = useText();
  const openHelp = useOpenHelp();
  const [side, setSide] = usePreference('side');
  const isFolded = side === 'folded';
  const label = (words: string) => <span className="sc-side-label">{words}</span>;
  return (
    <div id={menuId} className={`sc-side sp-no-print ${isOpen ? 'is-open' : ''}`}>
      <nav aria-label={text('ui.menu.main')}>
        <ul>
          {sections.map((section) => (
            <li key={section.key}>
              <LocalNavLink to={section.to} end={section.to === '/'} title={isFolded ? section.label : undefined}>
                <Icon name={section.icon} className="icon-sm" />
                {label(section.label)}
              </LocalNavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="sc-side-tools">
        <button type="button" title={isFolded ? text('console.keys') : undefined} onClick={openHelp}>
          <Icon name="it-help-circle" className="icon-sm" />
          {label(text('console.keys'))}
        </button>
        <button
          type="button"
          className="sc-fold"
          aria-pressed={isFolded}
          title={isFolded ? text('console.fold') : undefined}
          onClick={() => setSide(isFolded ? 'open' : 'folded')}
        >
          <Icon name={isFolded ? 'it-chevron-right' : 'it-chevron-left'} className="icon-sm" />
          {label(text('console.fold'))}
        </button>
      </div>
    </div>
  );
};
