import { ButtonLink } from '@sportello/ui/button-link';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Page } from '@sportello/ui/page';
import { Panel } from '@sportello/ui/panel';
import { SignedIn } from '../signed-in.js';
import { OfficeNotice } from './held.js';

/** The services of the area, in the order of the manual (SCH-01). */
const cards = [
  { key: 'records', to: '/scuola/anagrafica', icon: 'it-user' },
  { key: 'meals', to: '/scuola/refezione', icon: 'it-calendar' },
  { key: 'documents', to: '/scuola/documenti', icon: 'it-files' },
  { key: 'account', to: '/scuola/conto', icon: 'it-list' },
  { key: 'payment', to: '/scuola/pagamento', icon: 'it-cart' },
  { key: 'topUp', to: '/scuola/ricariche', icon: 'it-card' },
  { key: 'absences', to: '/scuola/assenze', icon: 'it-clock' },
] as const;

/** "Tutta l'area servizi scolastici": a card for each service, and whom they are for. */
export const SchoolPage = () => {
  const text = useText();
  return (
    <SignedIn title={text('school.title')}>
      <Page title={text('school.title')} lead={text('school.lead')}>
        <ul className="sp-categories">
          {cards.map(({ key, to, icon }) => (
            <Panel key={key} tag="li">
              <h2 className="h5">
                <Icon name={icon} className="icon-primary me-2" />
                {text(`school.card.${key}`)}
              </h2>
              <p>{text(`school.card.${key}.detail`)}</p>
              <ButtonLink color="primary" size="sm" to={to} aria-label={text('school.open.named', { name: text(`school.card.${key}`) })}>
                {text('school.open')}
              </ButtonLink>
            </Panel>
          ))}
        </ul>
        <OfficeNotice />
      </Page>
    </SignedIn>
  );
};
