import type { AnswerOf } from '@sportello/contracts/web';
import { formatAgo, formatDate, LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useSession } from '@sportello/ui/session';
import { type ReactNode, useEffect, useState } from 'react';

export type Card = AnswerOf<'rpc.knowledge.search.v1'>['items'][number];

export const articlePath = (number: string): string => `/argomenti/articoli/${number}`;

/** The age of an article in the short words of the portal (XCT-05). The day, until the page is alive: a page that is kept would grow old with it. */
const Age = ({ at }: { at: string }) => {
  const language = useLanguage();
  const { serverNow } = useSession();
  const [ago, setAgo] = useState<string | null>(null);
  useEffect(() => setAgo(formatAgo(at, serverNow(), language)), [at, serverNow, language]);
  return (
    <time dateTime={at} title={formatDate(at)}>
      {ago ?? formatDate(at)}
    </time>
  );
};

/** Five stars and what they say in words; those of an article to which nobody gave any are empty. */
const Stars = ({ average }: { average: number | null }) => {
  const text = useText();
  return (
    <span className="sp-average">
      {[1, 2, 3, 4, 5].map((star) => (
        <Icon key={star} name={(average ?? 0) >= star - 0.25 ? 'it-star-full' : 'it-star-outline'} className="icon-xs icon-primary" />
      ))}
      <span className="visually-hidden">{average === null ? text('library.stars.none') : text('library.stars', { average })}</span>
    </span>
  );
};

/** Author, views, age, stars (KNB-04). */
export const Facts = ({ card: { author, views, publishedAt, stars } }: { card: Card }) => {
  const text = useText();
  return (
    <p className="sp-facts">
      <span>{author}</span>
      <span>{text('library.views', { count: views })}</span>
      <Age at={publishedAt} />
      <Stars average={stars} />
    </p>
  );
};

interface CardsProps {
  cards: readonly Card[];
  /** How deep the titles stand. */
  level: 'h2' | 'h3';
  /** Where a list is short, nobody needs first lines. */
  isShort?: boolean;
}

/** Articles as lists show them: title, path, first lines, facts (KNB-07). */
export const Cards = ({ cards, level: Title, isShort = false }: CardsProps) => {
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className="sp-articles">
      {cards.map((card) => {
        const lang = card.language === language ? undefined : card.language;
        const category = say(card.category);
        return (
          <li key={card.number}>
            <Title className="h6" lang={lang}>
              <LocalLink to={articlePath(card.number)}>{card.title}</LocalLink>
            </Title>
            {!isShort && (
              <>
                <p className="sp-path">
                  {say(card.topic.name)}
                  {category && ` | ${category}`}
                </p>
                <p lang={lang}>{card.excerpt}</p>
              </>
            )}
            <Facts card={card} />
          </li>
        );
      })}
    </ul>
  );
};

/** A heading and what stands under it. */
export const Part = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="mb-4">
    <h2 id={id} className="h4">
      {title}
    </h2>
    {children}
  </section>
);
