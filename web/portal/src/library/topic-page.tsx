import { ProblemError, useAsk, useAskPages } from '@sportello/ui/api';
import { LocalLink, LocalNavigate, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useParams, useSearchParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { Cards } from './card.js';
import { LibrarySearch } from './search.js';

/** A topic with the panel "Categoria / Filtro" that narrows its entries (KNB-06). */
export const TopicPage = () => {
  const text = useText();
  const say = useSay();
  const { topic: slug = '' } = useParams();
  const [search] = useSearchParams();
  const chosen = search.get('categoria');
  const { data: topic, error, refetch } = useAsk('rpc.knowledge.get-topic.v1', { slug });
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422)) return <NotFound />;
  const address = `/argomenti/${topic?.slug ?? slug}`;
  // It has another address by now.
  if (topic && topic.slug !== slug) return <LocalNavigate to={`${address}${search.size > 0 ? `?${search}` : ''}`} replace />;
  const category = topic?.categories.find(({ id }) => id === chosen);
  const link = (id: string | null, label: string, count: number) => (
    <li key={id ?? 'all'}>
      <LocalLink
        to={id === null ? address : `${address}?categoria=${id}`}
        aria-current={(category?.id ?? null) === id ? 'true' : undefined}
      >
        {text('library.category', { name: label, count })}
      </LocalLink>
    </li>
  );
  return (
    <Page title={topic ? say(topic.name) : text('library.topic')} trail={[{ label: text('library.title'), to: '/argomenti' }]}>
      {!topic && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />)}
      {topic && (
        <LibrarySearch sent={search.get('q') ?? ''} action={address} topic={topic.slug}>
          <div className="sp-narrowed">
            {topic.categories.length > 0 && (
              <nav className="sp-facets" aria-labelledby="filtro">
                <div>
                  <h2 id="filtro" className="h6">
                    {text('library.filter')}
                  </h2>
                  <ul>
                    {link(null, text('library.all'), topic.articles)}
                    {topic.categories.map(({ id, name, articles }) => link(id, say(name), articles))}
                  </ul>
                </div>
              </nav>
            )}
            <Articles topic={topic.slug} categoryId={category?.id} />
          </div>
        </LibrarySearch>
      )}
    </Page>
  );
};

const Articles = ({ topic, categoryId }: { topic: string; categoryId?: string | undefined }) => {
  const text = useText();
  const { data, error, refetch, ...pages } = useAskPages('rpc.knowledge.list-articles.v1', {
    ...{ topic, limit: 25 },
    ...(categoryId && { categoryId }),
  });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />;
  const cards = data.pages.flatMap(({ items }) => items);
  if (cards.length === 0) return <Empty>{text('library.nothing')}</Empty>;
  return (
    <div>
      <Cards cards={cards} level="h2" />
      <More {...pages} />
    </div>
  );
};
