import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { formatDateTime, useGo, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Loaded } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { toast } from '@sportello/ui/toasts';
import { useAll } from '@sportello/ui/use-all';
import { Badge } from 'design-react-kit';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ArticleForm, emptyArticle, typedOf } from './article-form.js';
import { Moves } from './moves.js';
import { statusColours } from './status-colours.js';

type Article = AnswerOf<'rpc.knowledge.get-own-article.v1'>;

export const NewArticlePage = () => {
  const text = useText();
  const go = useGo();
  const [id] = useState(newId);
  const topics = useAll('rpc.knowledge.list-own-topics.v1', {});
  return (
    <Page
      title={text('library.new')}
      appName={text('console.name')}
      trail={[{ label: text('library.title'), to: '/conoscenza' }]}
      home={{ label: text('console.name'), to: '/' }}
    >
      <Loaded query={topics}>
        {(all) => (
          <ArticleForm
            id={id}
            version={0}
            topics={all.filter(({ mayEdit }) => mayEdit)}
            initial={emptyArticle}
            onSaved={() => {
              toast({ words: text('library.saved') });
              go(`/conoscenza/${id}`);
            }}
          />
        )}
      </Loaded>
    </Page>
  );
};

/** An article as those who write it see it: its text, what can be done with it, what was done. */
export const ArticlePage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const article = useAsk('rpc.knowledge.get-own-article.v1', { id });
  return (
    <Page
      title={article.data?.title ?? text('library.article')}
      crumb={article.data?.number}
      appName={text('console.name')}
      trail={[{ label: text('library.title'), to: '/conoscenza' }]}
      home={{ label: text('console.name'), to: '/' }}
    >
      <Loaded query={article}>{(known) => <Body key={known.id} article={known} />}</Loaded>
    </Page>
  );
};

const Body = ({ article }: { article: Article }) => {
  const text = useText();
  const topics = useAll('rpc.knowledge.list-own-topics.v1', {});
  const [isDirty, setDirty] = useState(false);
  return (
    <>
      <p>
        {article.number} <Badge color={statusColours[article.status]}>{text(`library.status.${article.status}`)}</Badge>
        {article.isPublished && article.status !== 'published' && <span className="ms-2">{text('library.shown')}</span>}
        {article.publishAt && <span className="ms-2">{text('library.publishAt', { at: formatDateTime(article.publishAt) })}</span>}
      </p>
      <Moves article={article} isDirty={isDirty} />
      <Loaded query={topics}>
        {(all) => (
          <ArticleForm
            id={article.id}
            version={article.version}
            topics={all.filter(({ mayEdit }) => mayEdit)}
            initial={typedOf(article)}
            isOff={!article.moves.includes('save')}
            onDirty={setDirty}
            onSaved={() => toast({ words: text('library.saved') })}
          />
        )}
      </Loaded>
      <History article={article} />
    </>
  );
};

const History = ({ article: { history } }: { article: Article }) => {
  const text = useText();
  const say = useSay();
  return (
    <Panel aria-label={text('library.history')}>
      <h2 className="h5">{text('library.history')}</h2>
      <ul className="mb-0">
        {history.map(({ at, move, actor, reason }) => (
          <li key={`${at} ${move}`}>
            <time dateTime={at}>{formatDateTime(at)}</time> {text(`library.passage.${move}`)}, {say(actor)}
            {reason && `: ${reason}`}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
