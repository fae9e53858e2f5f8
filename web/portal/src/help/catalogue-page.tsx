import type { AnswerOf } from '@sportello/contracts/web';
import { announce } from '@sportello/ui/announcer';
import { useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { FilterBar } from '@sportello/ui/filter-bar';
import { LocalLink, useGo, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Loaded, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SelectField } from '@sportello/ui/text-field';
import { useAll } from '@sportello/ui/use-all';
import { useEffect } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { Contacts } from './contacts.js';
import { Elsewhere } from './elsewhere.js';
import { catalogueAddress, useCatalogueCrumb } from './frame.js';

type Category = AnswerOf<'rpc.ticketing.list-categories.v1'>['items'][number];
type Card = AnswerOf<'rpc.ticketing.list-services.v1'>['items'][number];

/** "Fai una richiesta": the catalogue by categories, for the profile that is worn (CAT-01, CAT-02, CAT-03). */
export const CataloguePage = () => {
  const text = useText();
  const say = useSay();
  const crumb = useCatalogueCrumb();
  const { category: categoryId } = useParams();
  const [search] = useSearchParams();
  const categories = useAll('rpc.ticketing.list-categories.v1', {}, { staleTimeMs: 60_000 });
  const catalogue = search.get('catalogo') ?? '';
  const words = search.get('q') ?? '';
  const all = categories.data ?? [];
  const here = all.find(({ id }) => id === categoryId);
  const title = here ? say(here.name) : text('help.ask');
  if (categoryId && categories.data && !here) return <NotFound />;
  return (
    <Page
      title={title}
      trail={categoryId ? [{ ...crumb, to: addressOf({ catalogue }) }] : []}
      lead={here ? undefined : text('help.ask.lead')}
    >
      <Search catalogue={catalogue} words={words} categories={all} categoryId={categoryId} />
      <Loaded query={categories} skeleton={<Skeleton lines={6} />}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{text('help.catalogue.empty')}</Empty>
          ) : (
            <div className="row">
              <div className="col-12 col-lg-4">
                <Categories
                  items={items.filter(({ organizationId }) => !catalogue || organizationId === catalogue)}
                  here={categoryId}
                  catalogue={catalogue}
                />
              </div>
              <div className="col-12 col-lg-8">
                <Cards
                  asked={{
                    ...(categoryId && { categoryId }),
                    ...(catalogue && { organizationId: catalogue }),
                    ...(words && { search: words }),
                  }}
                />
              </div>
            </div>
          )
        }
      </Loaded>
      {words !== '' && <Elsewhere words={words} />}
      <Contacts organizationId={catalogue} />
    </Page>
  );
};

interface Place {
  categoryId?: string | undefined;
  catalogue: string;
  words?: string;
}

/** Category, catalogue and words stand in the address. */
const addressOf = ({ categoryId, catalogue, words }: Place): string => {
  const search = new URLSearchParams({ ...(words && { q: words }), ...(catalogue && { catalogo: catalogue }) }).toString();
  return `${catalogueAddress}${categoryId ? `/categorie/${categoryId}` : ''}${search ? `?${search}` : ''}`;
};

interface SearchProps {
  categoryId: string | undefined;
  catalogue: string;
  words: string;
  categories: readonly Category[];
}

/** "Cerca" and "Cataloghi". */
const Search = ({ catalogue, words, categories, categoryId }: SearchProps) => {
  const text = useText();
  const go = useGo();
  const bodies = new Map(categories.map(({ organizationId, organizationName }) => [organizationId, organizationName]));
  const bodyHere = categories.find(({ id }) => id === categoryId)?.organizationId;
  return (
    <FilterBar
      search={{
        label: text('help.search'),
        words,
        onSearch: (typed) => go(addressOf({ categoryId, catalogue, words: typed.trim() })),
      }}
    >
      <SelectField
        label={text('help.catalogues')}
        value={catalogue}
        options={[{ value: '', label: text('help.catalogues.all') }, ...[...bodies].map(([value, label]) => ({ value, label }))]}
        // A category is of one body: in the catalogue of another one there is nothing of it.
        onChange={(of) => go(addressOf({ categoryId: of === '' || of === bodyHere ? categoryId : undefined, catalogue: of, words }))}
      />
    </FilterBar>
  );
};

/** "Categorie", the present one highlighted. */
const Categories = ({ items, here, catalogue }: { items: readonly Category[]; here: string | undefined; catalogue: string }) => {
  const text = useText();
  const say = useSay();
  return (
    <nav aria-labelledby="categorie" className="mb-4">
      <h2 id="categorie" className="h5">
        {text('help.categories')}
      </h2>
      <ul className="sp-side-list">
        <li>
          <LocalLink to={addressOf({ catalogue })} aria-current={here ? undefined : 'page'}>
            {text('help.categories.all')}
          </LocalLink>
        </li>
        {items.map(({ id, name, services }) => (
          <li key={id}>
            <LocalLink to={addressOf({ categoryId: id, catalogue })} aria-current={here === id ? 'page' : undefined}>
              {text('help.category', { name: say(name), count: services })}
            </LocalLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Cards = ({ asked }: { asked: { categoryId?: string; organizationId?: string; search?: string } }) => {
  const text = useText();
  const list = useAskPages('rpc.ticketing.list-services.v1', { ...asked, limit: 25 }, { keepsPrevious: true });
  const { data, error, refetch } = list;
  const cards = data?.pages.flatMap(({ items }) => items);
  const count = cards?.length;
  useEffect(() => {
    if (count !== undefined) announce(text('help.found', { count }));
  }, [count, text]);
  if (!cards) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />;
  if (cards.length === 0)
    return (
      <Empty icon="it-search" action={<LocalLink to={catalogueAddress}>{text('help.categories.all')}</LocalLink>}>
        {text('help.found.none')}
      </Empty>
    );
  return (
    <>
      <ul className="sp-categories sp-cards">
        {cards.map((card) => (
          <ServiceCard key={card.id} card={card} />
        ))}
      </ul>
      <More {...list} />
    </>
  );
};

/** Title of the group, name of the service, "Accedi al servizio" (CAT-03, CAT-04). */
const ServiceCard = ({ card: { id, group, name, intro, organizationName, status } }: { card: Card }) => {
  const text = useText();
  const say = useSay();
  return (
    <Panel tag="li">
      <h2 className="h5">{say(group)}</h2>
      <p className="mb-1">
        <strong>{say(name)}</strong>
      </p>
      <p className="mb-1">{say(intro)}</p>
      <p className="text-secondary small">{organizationName}</p>
      {status === 'suspended' ? (
        <p className="mb-0">{text('help.suspended')}</p>
      ) : (
        <ButtonLink
          color="primary"
          size="sm"
          to={`${catalogueAddress}/servizi/${id}`}
          aria-label={text('help.open.named', { name: say(name) })}
        >
          {text('help.open')}
        </ButtonLink>
      )}
    </Panel>
  );
};
