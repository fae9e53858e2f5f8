import type { AnswerOf } from '@sportello/contracts/web';
import { announce } from '@sportello/ui/announcer';
import { useAsk, useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { LocalLink, useGo, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Loaded, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { type FormEvent, useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { Contacts } from './contacts.js';
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
  const categories = useAsk('rpc.ticketing.list-categories.v1', {}, { staleTimeMs: 60_000 });
  const catalogue = search.get('catalogo') ?? '';
  const words = search.get('q') ?? '';
  const all = categories.data?.items ?? [];
  const here = all.find(({ id }) => id === categoryId);
  const title = here ? say(here.name) : text('help.ask');
  if (categoryId && categories.data && !here) return <NotFound />;
  return (
    <Page title={title} trail={categoryId ? [crumb] : []} lead={here ? undefined : text('help.ask.lead')}>
      <Search catalogue={catalogue} words={words} categories={all} categoryId={categoryId} />
      <Loaded query={categories} skeleton={<Skeleton lines={6} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{text('help.catalogue.empty')}</Empty>
          ) : (
            <div className="row">
              <div className="col-12 col-lg-4">
                <Categories items={items.filter(({ organizationId }) => !catalogue || organizationId === catalogue)} here={categoryId} />
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
      <Contacts organizationId={catalogue} />
    </Page>
  );
};

interface SearchProps {
  catalogue: string;
  words: string;
  categories: readonly Category[];
  categoryId: string | undefined;
}

/** "Cerca" and "Cataloghi": both stand in the address. */
const Search = ({ catalogue, words, categories, categoryId }: SearchProps) => {
  const text = useText();
  const go = useGo();
  const [typed, setTyped] = useState(words);
  const bodies = new Map(categories.map(({ organizationId, organizationName }) => [organizationId, organizationName]));
  const show = (q: string, of: string) => {
    const params = new URLSearchParams({ ...(q && { q }), ...(of && { catalogo: of }) }).toString();
    go(`${catalogueAddress}${categoryId ? `/categorie/${categoryId}` : ''}${params ? `?${params}` : ''}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    show(typed.trim(), catalogue);
  };
  return (
    <search>
      <form className="row align-items-end" onSubmit={submit}>
        <div className="col-12 col-md-6">
          <TextField
            label={text('help.search')}
            value={typed}
            input={{ type: 'search', maxLength: 100, autoComplete: 'off' }}
            onChange={setTyped}
          />
        </div>
        <div className="col-8 col-md-4">
          <SelectField
            label={text('help.catalogues')}
            value={catalogue}
            options={[{ value: '', label: text('help.catalogues.all') }, ...[...bodies].map(([value, label]) => ({ value, label }))]}
            onChange={(of) => show(typed.trim(), of)}
          />
        </div>
        <div className="col-4 col-md-2 sp-field">
          <Button type="submit" color="primary" size="sm">
            {text('help.search.go')}
          </Button>
        </div>
      </form>
    </search>
  );
};

/** "Categorie", the present one highlighted. */
const Categories = ({ items, here }: { items: readonly Category[]; here: string | undefined }) => {
  const text = useText();
  const say = useSay();
  return (
    <nav aria-labelledby="categorie" className="mb-4">
      <h2 id="categorie" className="h5">
        {text('help.categories')}
      </h2>
      <ul className="sp-side-list">
        <li>
          <LocalLink to={catalogueAddress} aria-current={here ? undefined : 'page'}>
            {text('help.categories.all')}
          </LocalLink>
        </li>
        {items.map(({ id, name, services }) => (
          <li key={id}>
            <LocalLink to={`${catalogueAddress}/categorie/${id}`} aria-current={here === id ? 'page' : undefined}>
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
