import { useText } from '@sportello/ui/i18n';
import { useSessionReading } from '@sportello/ui/session';

/** What must stand on every page (IDE-21), in one line. */
export const Foot = () => {
  const text = useText();
  const session = useSessionReading().state?.session;
  const organization = session?.account?.officer?.organizationName;
  return (
    <footer id="piede" tabIndex={-1} className="it-footer sc-foot sp-no-print">
      <ul className="sp-legal">
        <li>{organization ?? text('console.tagline')}</li>
        {(['portal', 'privacy', 'notes', 'accessibility'] as const).map((key) => (
          <li key={key}>
            <a href={addresses[key]}>{text(`console.${key}`)}</a>
          </li>
        ))}
        {session && <li className="sp-version">{text('ui.footer.version', { version: session.version })}</li>}
      </ul>
    </footer>
  );
};

const addresses = { portal: '/', privacy: '/privacy', notes: '/note-legali', accessibility: '/accessibilita' };
