import { Frame } from '@sportello/ui/frame';
import type { MenuItem } from '@sportello/ui/header';
import { I18n, type Messages, useGo, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { SessionProvider, signInAddress, useSessionReading } from '@sportello/ui/session';
import { Outlet } from 'react-router';
import { dictionaries } from './dictionaries.js';
import { Entry } from './entry.js';
import { CommandsProvider, useCommands } from './keys/commands.js';
import { HelpProvider, Keys, useOpenHelp } from './keys/key-help.js';
import { keysOf } from './keys/keymap.js';
import { PaletteProvider, useOpenPalette } from './keys/palette.js';
import { PolicyGate } from './policy-gate.js';
import { usePlaces } from './use-places.js';

interface LayoutProps {
  first: { language: 'it' | 'en'; messages: Messages };
}

export const Layout = ({ first }: LayoutProps) => (
  <I18n dictionaries={dictionaries} first={first}>
    <SessionProvider signInAs="officer">
      <CommandsProvider>
        <HelpProvider>
          <PaletteProvider>
            <ConsoleFrame />
          </PaletteProvider>
        </HelpProvider>
      </CommandsProvider>
    </SessionProvider>
  </I18n>
);

const ConsoleFrame = () => {
  const text = useText();
  const go = useGo();
  const places = usePlaces();
  const account = useSessionReading().state?.account;
  const menu: MenuItem[] = places.map(({ label, to }) => ({ label, to, isExact: to === '/' }));
  const goTo = (key: string) => {
    const place = places.find((one) => one.key === key);
    if (place) go(place.to);
  };
  useCommands({
    'go-home': () => goTo('home'),
    'go-practices': () => goTo('practices'),
    'go-services': () => goTo('services'),
    'go-officers': () => goTo('officers'),
    'go-security': () => goTo('security'),
  });
  const organization = account?.officer?.organizationName;
  return (
    <Frame
      name={text('console.name')}
      tagline={account?.officer?.officeName ?? organization ?? text('console.tagline')}
      owner={organization ?? text('ui.appName')}
      menu={menu}
      tools={account?.officer && <Tools />}
      personMenu={[]}
      signIn={{ label: text('entry.sign-in'), href: signInAddress('officer') }}
      institutions={organization ? [organization] : []}
      footerLinks={[{ label: text('console.portal'), to: '/', isOutside: true }]}
      legalLinks={[
        { label: text('console.privacy'), to: '/privacy', isOutside: true },
        { label: text('console.notes'), to: '/note-legali', isOutside: true },
        { label: text('console.accessibility'), to: '/accessibilita', isOutside: true },
      ]}
      isWide
    >
      <Entry>
        <PolicyGate>
          <Outlet />
        </PolicyGate>
      </Entry>
    </Frame>
  );
};

/** The palette and the list of keys, for whoever does not know their keys. */
const Tools = () => {
  const text = useText();
  const openPalette = useOpenPalette();
  const openHelp = useOpenHelp();
  return (
    <>
      <button type="button" className="btn sc-tool" onClick={openPalette}>
        <Icon name="it-search" className="icon-sm icon-white" />
        <span>{text('console.palette')}</span>
        <Keys keys={keysOf('palette')} />
      </button>
      <button type="button" className="btn sc-tool" onClick={openHelp}>
        <Icon name="it-help-circle" className="icon-sm icon-white" />
        <span className="sc-tool-help">{text('console.keys')}</span>
      </button>
    </>
  );
};
