import type { AskedOf } from '@sportello/contracts/web';
import { slugOf } from '@sportello/italy/search-words';
import { announce } from '@sportello/ui/announcer';
import { useAsk, useAskPages } from '@sportello/ui/api';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Button } from 'design-react-kit';
import { type ComponentProps, useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { CategoryCards } from './category-cards.js';
import { FacetLinks, useNarrowing } from './facets.js';
import { SearchServices } from './search-services.js';
import { ServiceBox } from './service-box.js';
import { useOfBody } from './use-of-body.js';

type Asked = Pick<AskedOf<'rpc.practices.list-procedures.v1'>, 'category' | 'topic' | 'recipient' | 'search'>;

/** Services that a search or a category gives, one box each. */
const Services = ({ asked, empty }: { asked: Asked; empty: string }) => {
  const text = useText();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useAskPages('rpc.practices.list-procedures.v1', {
    ...asked,
    ...useOfBody(),
    limit: 25,
  });
  const count = data?.pages.reduce((sum, { items }) => sum + items.length, 0);
  useEffect(() => {
    if (count !== undefined) announce(text('services.found', { count }));
  }, [count, text]);
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />;
  if (count === 0) return <Empty icon="it-search">{empty}</Empty>;
  return (
    <>
      <p>{text('services.found', { count: count ?? 0 })}</p>
      <ul className="sp-services">
        {data.pages.flatMap(({ items }) => items.map((procedure) => <ServiceBox key={procedure.id} procedure={procedure} />))}
      </ul>
      {hasNextPage && (
        <Button type="button" outline color="primary" data-element="load-other-cards" onClick={() => void fetchNextPage()}>
          {text('services.more')}
        </Button>
      )}
    </>
  );
};

/** The list beside what narrows it. */
const NarrowedServices = ({ asked, empty, fixed }: ComponentProps<typeof Services> & Pick<ComponentProps<typeof FacetLinks>, 'fixed'>) => (
  <div className="sp-narrowed">
    <FacetLinks asked={asked} fixed={fixed} />
    <div>
      <Services asked={asked} empty={empty} />
    </div>
  </div>
);

/** "Nuova istanza": every service, by search or by category (CAT-14). */
export const ServicesPage = () => {
  const text = useText();
  const [search] = useSearchParams();
  const words = search.get('q') ?? '';
  const asked = { ...useNarrowing(), ...(words === '' ? {} : { search: words }) };
  const isWhole = Object.keys(asked).length === 0;
  return (
    <Page title={text('menu.new')} lead={text('services.lead')}>
      <SearchServices initial={words} action="/servizi" />
      {isWhole && (
        <section aria-labelledby="categorie" className="mb-4">
          <h2 id="categorie" className="h4">
            {text('home.categories')}
          </h2>
          <CategoryCards />
        </section>
      )}
      <section aria-labelledby="tutti">
        <h2 id="tutti" className="h4">
          {words === '' ? text(isWhole ? 'services.all' : 'services.chosen') : text('services.results', { words })}
        </h2>
        <NarrowedServices
          asked={asked}
          fixed={isWhole ? 'categories' : undefined}
          empty={words === '' ? text('services.none') : text('services.noResult', { words })}
        />
        {words !== '' && (
          <div className="mt-4">
            <h3 className="h5">{text('services.orCategory')}</h3>
            <CategoryCards />
          </div>
        )}
        {isWhole && (
          <p className="mt-4">
            {text('services.clickDays')} <LocalLink to="/click-day">{text('services.clickDays.link')}</LocalLink>
          </p>
        )}
      </section>
    </Page>
  );
};

/** "Moduli della categoria: …", with a search inside it. */
export const CategoryPage = () => {
  const text = useText();
  const say = useSay();
  const { slug = '' } = useParams();
  const [search] = useSearchParams();
  const words = search.get('q') ?? '';
  const narrowing = useNarrowing();
  const categories = useAsk('rpc.practices.list-categories.v1', useOfBody(), { staleTimeMs: 60_000 });
  const found = categories.data?.items.find(({ label }) => slugOf(label.it) === slug);
  if (categories.data && !found) return <NotFound />;
  const name = say(found?.label) || slug;
  return (
    <Page title={text('category.title', { name })} trail={[{ label: text('menu.new'), to: '/servizi' }]}>
      {categories.error && !categories.data ? <ErrorState error={categories.error} onRetry={() => void categories.refetch()} /> : null}
      {found && (
        <>
          <SearchServices initial={words} action={`/servizi/categorie/${slug}`} />
          <NarrowedServices
            asked={{ ...narrowing, category: found.category, ...(words === '' ? {} : { search: words }) }}
            fixed="categories"
            empty={words === '' ? text('services.none') : text('services.noResult', { words })}
          />
        </>
      )}
    </Page>
  );
};
