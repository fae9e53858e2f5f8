import { LocalLink, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';

/** Where help is found, before the foot of every page; the entry of the page one is on is left out. */
export const HelpBar = ({ path }: { path: string }) => {
  const text = useText();
  const entries = [
    { to: '/faq', label: text('help.faq'), icon: 'it-help-circle' },
    { to: '/assistenza', label: text('help.contact'), icon: 'it-telephone' },
    { to: '/servizi', label: text('help.services'), icon: 'it-search' },
    { to: '/servizi/prenotazione-appuntamento', label: text('help.booking'), icon: 'it-calendar' },
    { to: '/pagamenti/avviso', label: text('help.notice'), icon: 'it-arrow-right-circle' },
    { to: '/verifica', label: text('help.verify'), icon: 'it-check-circle' },
  ].filter(({ to }) => to !== path);
  return (
    <aside className="sp-help" aria-labelledby="aiuto">
      <div className="container">
        <h2 id="aiuto" className="h4">
          {text('help.title')}
        </h2>
        <ul>
          {entries.map(({ to, label, icon }) => (
            <li key={to}>
              <LocalLink to={to}>
                <Icon name={icon} className="icon-primary icon-sm me-2" />
                {label}
              </LocalLink>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
};
