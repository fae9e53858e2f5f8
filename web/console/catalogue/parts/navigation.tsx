import { Disclosure } from '@sportello/ui/disclosure';
import { CenterHeader, NavbarHeader } from '@sportello/ui/header';
import { useSay } from '@sportello/ui/i18n';
import { BackLink } from '@sportello/ui/page';
import { Tabs } from '@sportello/ui/tabs';
import { Headers } from 'design-react-kit';
import { useParams } from 'react-router';
import { words } from '../rows.js';
import { State } from '../state.js';

export const Navigation = () => {
  const say = useSay();
  const path = `/${useParams()['part']}`;
  return (
    <>
      <State name={{ it: 'Testa del portale', en: 'Head of the portal' }}>
        <Headers>
          <div className="it-nav-wrapper">
            <CenterHeader
              name={say({ it: 'Biblioteca', en: 'Library' })}
              tagline={say({ it: 'Prestiti e rinnovi', en: 'Loans and renewals' })}
              search={{ label: say({ it: 'Cerca un libro', en: 'Search a book' }), action: path, isOnPage: false }}
            />
            <NavbarHeader menu={[{ label: say(words.loans), to: path, count: 2 }]} secondaryMenu={[]} />
          </div>
        </Headers>
      </State>
      <State name={{ it: 'Schede e ritorno', en: 'Tabs and way back' }}>
        <Tabs
          label={say(words.loans)}
          tabs={[
            { key: 'now', label: say({ it: 'In corso', en: 'Current' }), to: path },
            { key: 'past', label: say({ it: 'Conclusi', en: 'Past' }), to: path },
          ]}
          active="now"
        />
        <BackLink to={path}>{say({ it: 'Torna ai prestiti', en: 'Back to the loans' })}</BackLink>
      </State>
      <State name={{ it: 'Elenco che si apre', en: 'List that opens' }}>
        <Disclosure className="btn btn-outline-primary btn-sm" label={<span>{say(words.loans)}</span>}>
          {() => <p className="m-2">Zibaldone</p>}
        </Disclosure>
      </State>
    </>
  );
};
