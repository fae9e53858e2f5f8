import { I18n, type Messages, useGo } from '@sportello/ui/i18n';
import { PageFrame } from '@sportello/ui/page-frame';
import { SessionProvider } from '@sportello/ui/session';
import { useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { dictionaries } from '../dictionaries.js';
import { Entry } from '../entry.js';
import { CommandsProvider, useCommands } from '../keys/commands.js';
import { HelpProvider } from '../keys/key-help.js';
import { PaletteProvider, useOpenPalette } from '../keys/palette.js';
import { PolicyGate } from '../policy-gate.js';
import { usePreference } from '../preferences.js';
import { useSections } from '../use-sections.js';
import { Bar } from './bar.js';
import { Foot } from './foot.js';
import { SideMenu } from './side-menu.js';

interface LayoutProps {
  first: { language: 'it' | 'en'; messages: Messages };
}

export const Layout = ({ first }: LayoutProps) => (
  <I18n dictionaries={dictionaries} first={first}>
    <SessionProvider signInAs="officer">
      <CommandsProvider>
        <HelpProvider>
          <PaletteProvider>
            <Shell />
          </PaletteProvider>
        </HelpProvider>
      </CommandsProvider>
    </SessionProvider>
  </I18n>
);

/** A narrow bar on top and the sections at the side, on every page of the console. */
const Shell = () => {
  const go = useGo();
  const sections = useSections();
  const openPalette = useOpenPalette();
  const { pathname } = useLocation();
  const [side] = usePreference('side');
  const [isMenuOpen, setMenuOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the menu
  useEffect(() => setMenuOpen(false), [pathname]);
  useCommands({
    search: openPalette,
    ...Object.fromEntries(sections.map(({ command, to }) => [command, () => go(to)])),
  });
  return (
    <PageFrame
      className={`sp-wide sc-shell ${side === 'folded' ? 'is-folded' : ''}`}
      head={<Bar isMenuOpen={isMenuOpen} onMenu={() => setMenuOpen(!isMenuOpen)} />}
      side={sections.length > 0 && <SideMenu sections={sections.filter(({ isOwn }) => !isOwn)} isOpen={isMenuOpen} />}
      foot={<Foot />}
    >
      <Entry>
        <PolicyGate>
          <Outlet />
        </PolicyGate>
      </Entry>
    </PageFrame>
  );
};
