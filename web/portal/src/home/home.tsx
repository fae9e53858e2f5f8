import { useAsk } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Invitation } from '@sportello/ui/invitation';
import { Page } from '@sportello/ui/page';
import { Panel } from '@sportello/ui/panel';
import { useSession } from '@sportello/ui/session';
import { AreaTabs } from '../area-tabs.js';
import { CategoryCards } from '../catalogue/category-cards.js';
import { SearchServices } from '../catalogue/search-services.js';
import { PracticeLinks } from '../practices/practice-links.js';
import { YourTurn } from '../practices/your-turn.js';

/** Bacheca for who is signed in (CAT-12), what the counter is for everybody else. */
export const Home = () => (useSession().account ? <Board /> : <PublicHome />);

const steps = ['new', 'compile', 'check', 'send'] as const;

const Steps = () => {
  const text = useText();
  return (
    <ol className="sp-steps">
      {steps.map((step, index) => (
        <Panel key={step} tag="li">
          <p className="sp-step-number">{text('home.step', { number: index + 1 })}</p>
          <h3 className="h5">{text(`home.step.${step}`)}</h3>
          <p>{text(`home.step.${step}.detail`)}</p>
        </Panel>
      ))}
    </ol>
  );
};

const Board = () => {
  const text = useText();
  const { account } = useSession();
  const inProgress = useAsk('rpc.practices.list-own.v1', { tab: 'in-progress', limit: 5 });
  return (
    <Page
      title={text('menu.board')}
      hasBreadcrumb={false}
      lead={text('home.hello', { name: account?.identity.givenName ?? '' })}
      actions={
        <>
          <ButtonLink color="primary" to="/servizi">
            {text('menu.new')}
          </ButtonLink>
          <ButtonLink outline color="primary" to="/area-personale/pratiche">
            {text('menu.mine')}
          </ButtonLink>
        </>
      }
    >
      <AreaTabs active="board" />
      <Invitation />
      <YourTurn />
      {inProgress.data && inProgress.data.items.length > 0 && (
        <Panel>
          <h2 className="h4">{text('home.inProgress')}</h2>
          <PracticeLinks rows={inProgress.data.items} />
          <p className="mb-0 mt-2">{text('practices.notCounted')}</p>
        </Panel>
      )}
      <Panel>
        <h2 className="h4">{text('home.help')}</h2>
        <p>{text('home.help.detail')}</p>
        <div className="sp-operations">
          <ButtonLink color="primary" size="sm" to="/assistenza">
            {text('home.help.ask')}
          </ButtonLink>
          <ButtonLink outline color="primary" size="sm" to="/area-personale/richieste">
            {text('home.help.mine')}
          </ButtonLink>
        </div>
      </Panel>
      <section aria-labelledby="passi">
        <h2 id="passi" className="h4 mt-4">
          {text('home.what')}
        </h2>
        <Steps />
      </section>
    </Page>
  );
};

const PublicHome = () => {
  const text = useText();
  return (
    <Page title={text('home.title')} hasBreadcrumb={false} lead={text('home.lead')}>
      <SearchServices initial="" action="/servizi" />
      <section aria-labelledby="categorie">
        <h2 id="categorie" className="h4">
          {text('home.categories')}
        </h2>
        <CategoryCards />
        <p>
          <LocalLink to="/servizi" data-element="all-services">
            {text('home.allServices')}
          </LocalLink>
        </p>
      </section>
      <section aria-labelledby="passi">
        <h2 id="passi" className="h4 mt-4">
          {text('home.what')}
        </h2>
        <Steps />
      </section>
      <Panel className="mt-4">
        <h2 className="h4">{text('home.area')}</h2>
        <p>{text('home.area.detail')}</p>
        <ButtonLink color="primary" to="/accedi">
          {text('frame.signIn')}
        </ButtonLink>
      </Panel>
    </Page>
  );
};
