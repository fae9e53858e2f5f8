import { useAsk } from '@sportello/ui/api';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Page } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { useSearchParams } from 'react-router';
import { useOfBody } from '../catalogue/use-of-body.js';
import { type Card, Cards, Part } from './card.js';
import { LibrarySearch } from './search.js';

/** "Argomenti": topics with how many articles are in them, and what is in evidence, most useful, most viewed (KNB-01 to KNB-05). */
export const LibraryPage = () => {
  const text = useText();
  const [search] = useSearchParams();
  return (
    <Page title={text('library.title')} lead={text('library.lead')}>
      <LibrarySearch sent={search.get('q') ?? ''} action="/argomenti">
        <Topics />
        <Shelves />
      </LibrarySearch>
    </Page>
  );
};

const Topics = () => {
  const text = useText();
  const say = useSay();
  const topics = useAsk('rpc.knowledge.list-topics.v1', useOfBody(), { staleTimeMs: 60_000 });
  return (
    <Part id="argomenti" title={text('library.topics')}>
      <Loaded query={topics}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{text('library.empty')}</Empty>
          ) : (
            <ul className="sp-categories">
              {items.map(({ id, slug, name, articles }) => (
                <li key={id}>
                  <LocalLink to={`/argomenti/${slug}`} className="sp-category">
                    <Icon name="it-folder" className="icon-primary" />
                    <span>
                      <strong>{say(name)}</strong>
                      <span className="d-block">{text('library.count', { count: articles })}</span>
                    </span>
                  </LocalLink>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Part>
  );
};

const Shelves = () => {
  const text = useText();
  const home = useAsk('rpc.knowledge.get-home.v1', useOfBody(), { staleTimeMs: 60_000 });
  const shelf = (id: string, title: string, cards: readonly Card[]) => (
    <Part id={id} title={title}>
      {cards.length === 0 ? <p>{text('library.nothing')}</p> : <Cards cards={cards} level="h3" isShort />}
    </Part>
  );
  return (
    <Loaded query={home}>
      {({ highlighted, mostUseful, mostViewed }) => (
        <div className="sp-shelves">
          {shelf('in-evidenza', text('library.highlighted'), highlighted)}
          {shelf('piu-utili', text('library.mostUseful'), mostUseful)}
          {shelf('piu-visualizzato', text('library.mostViewed'), mostViewed)}
        </div>
      )}
    </Loaded>
  );
};
