import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useLocation, useSearchParams } from 'react-router';
import { useOfBody } from './use-of-body.js';

type Facets = AnswerOf<'rpc.practices.list-facets.v1'>;
type Kind = keyof Facets;
type Narrowing = 'category' | 'topic' | 'recipient';

/** The words of the address by which the catalogue is narrowed, as contracts call what they narrow. */
const narrowings = {
  categories: { key: 'category', word: 'categoria' },
  topics: { key: 'topic', word: 'argomento' },
  recipients: { key: 'recipient', word: 'destinatari' },
} as const satisfies Record<Kind, { key: Narrowing; word: string }>;
const kinds = Object.keys(narrowings) as Kind[];

const isEntry = (word: string | null): word is string => word !== null && /^[a-z0-9][a-z0-9-]{0,39}$/.test(word);

/** What the address narrows the catalogue to; whatever is no entry of a catalogue is left out. */
export const useNarrowing = (): Partial<Record<Narrowing, string>> => {
  const [search] = useSearchParams();
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const word = search.get(narrowings[kind].word);
      return isEntry(word) ? [[narrowings[kind].key, word]] : [];
    }),
  );
};

interface FacetsProps {
  asked: Partial<Record<Narrowing | 'search', string>>;
  /** The kind that the page itself is about. */
  fixed?: Kind;
}

/** Links that narrow the list of services: only what leaves some, with how many (CAT-86). */
export const FacetLinks = ({ asked, fixed }: FacetsProps) => {
  const text = useText();
  const say = useSay();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const { data } = useAsk('rpc.practices.list-facets.v1', { ...asked, ...useOfBody() }, { staleTimeMs: 60_000 });
  const shown = kinds.filter((kind) => kind !== fixed && data && (data[kind].length > 1 || asked[narrowings[kind].key]));
  if (!data || shown.length === 0) return null;
  const addressWith = (word: string, entry: string | null) => {
    const next = new URLSearchParams(search);
    if (entry === null) next.delete(word);
    else next.set(word, entry);
    const path = pathname.replace(/^\/en(?=\/|$)/, '');
    return next.size > 0 ? `${path}?${next}` : path;
  };
  return (
    <nav className="sp-facets" aria-label={text('services.narrow')}>
      {shown.map((kind) => {
        const { key, word } = narrowings[kind];
        const chosen = asked[key];
        return (
          <section key={kind} aria-labelledby={`filtro-${word}`}>
            <h3 id={`filtro-${word}`} className="h6">
              {text(`services.facet.${kind}`)}
            </h3>
            <ul>
              {data[kind].map(({ id, label, count }) => (
                <li key={id}>
                  {id === chosen ? (
                    <LocalLink
                      to={addressWith(word, null)}
                      aria-current="true"
                      aria-label={text('services.facet.remove', { name: say(label) })}
                    >
                      <Icon name="it-check" className="icon-xs icon-primary" /> {say(label)}
                    </LocalLink>
                  ) : (
                    <LocalLink to={addressWith(word, id)}>
                      {say(label)} <span aria-hidden="true">({count})</span>
                      <span className="visually-hidden">{text('services.count', { count })}</span>
                    </LocalLink>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
};
