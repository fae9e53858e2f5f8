import type { AnswerOf } from '@sportello/contracts/web';
import { announce } from '@sportello/ui/announcer';
import { ProblemError, useAsk } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { formatDate, useLanguage, useLocalPath, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { RichText } from '@sportello/ui/rich-text';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { articlePath, Facts } from './card.js';
import { OwnOpinion } from './opinion.js';
import { useVisit } from './use-visit.js';

type Article = AnswerOf<'rpc.knowledge.read-article.v1'>;

/** An article: number, title, author, age, views, stars, text (KNB-08). */
export const ArticlePage = () => {
  const text = useText();
  const say = useSay();
  const { number = '' } = useParams();
  const { data: article, error, refetch } = useAsk('rpc.knowledge.read-article.v1', { number });
  const topics = { label: text('library.title'), to: '/argomenti' };
  if (error instanceof ProblemError && error.status === 410)
    return <Withdrawn number={number.toUpperCase()} replacedBy={error.problem.more?.['replacedBy']} />;
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422)) return <NotFound />;
  const topic = article && { label: say(article.topic.name), to: `/argomenti/${article.topic.slug}` };
  return (
    <Page
      title={article?.title ?? text('library.article')}
      crumb={article?.number}
      trail={topic ? [topics, topic] : [topics]}
      description={article?.excerpt}
    >
      {!article && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
      {article && <Body key={article.number} article={article} />}
    </Page>
  );
};

const Body = ({ article }: { article: Article }) => {
  const text = useText();
  const language = useLanguage();
  const views = useVisit(article.number);
  const isForeign = article.language !== language;
  return (
    <>
      <p className="sp-path">{article.number}</p>
      <Facts card={{ ...article, views: views ?? article.views }} />
      {isForeign && <p className="alert alert-info">{text(`library.onlyIn.${article.language}`)}</p>}
      <RichText html={article.body} className="sp-prose" language={isForeign ? article.language : undefined} />
      <p className="small">{text('library.updated', { date: formatDate(article.updatedAt) })}</p>
      <Permalink number={article.number} />
      <OwnOpinion number={article.number} />
    </>
  );
};

/** "Copia Permalink" (KNB-09): where it cannot be copied, it can be read. */
const Permalink = ({ number }: { number: string }) => {
  const text = useText();
  const local = useLocalPath();
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    const address = location.origin + local(articlePath(number));
    const words = await navigator.clipboard.writeText(address).then(
      () => text('library.permalink.copied'),
      () => address,
    );
    setSaid(words);
    announce(words);
  };
  return (
    <p className="sp-no-print">
      <Button type="button" outline color="primary" size="sm" onClick={() => void copy()}>
        {text('library.permalink')}
      </Button>
      {said && <span className="ms-3">{said}</span>}
    </p>
  );
};

/** What no longer holds, and what does in its place. */
const Withdrawn = ({ number, replacedBy }: { number: string; replacedBy: unknown }) => {
  const text = useText();
  const other = typeof replacedBy === 'string' ? replacedBy : null;
  return (
    <Page title={text('library.withdrawn')} crumb={number} status={410} trail={[{ label: text('library.title'), to: '/argomenti' }]}>
      <Empty
        icon="it-info-circle"
        action={
          <ButtonLink color="primary" to={other ? articlePath(other) : '/argomenti'}>
            {other ? text('library.withdrawn.other', { number: other }) : text('library.withdrawn.search')}
          </ButtonLink>
        }
      >
        {text('library.withdrawn.detail')}
      </Empty>
    </Page>
  );
};
