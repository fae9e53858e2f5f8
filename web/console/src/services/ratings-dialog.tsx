import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { Dialog } from '@sportello/ui/dialog';
import { formatDate, useSay, useText } from '@sportello/ui/i18n';
import { Empty, Loaded } from '@sportello/ui/page-states';

type Procedure = AnswerOf<'rpc.practices.list-procedures.v1'>['items'][number];
type Part = AnswerOf<'rpc.practices.get-ratings.v1'>['parts'][number];

/** How people rated a service: how many stars, what they said, and what they added (C.SE.1.7). */
export const RatingsDialog = ({ procedure, onClose }: { procedure: Procedure; onClose: () => void }) => {
  const text = useText();
  const say = useSay();
  const ratings = useAsk('rpc.practices.get-ratings.v1', { id: procedure.id });
  return (
    <Dialog title={text('services.ratings.of', { title: say(procedure.title) })} onClose={onClose}>
      <Loaded query={ratings}>
        {({ parts, words }) => (
          <>
            {parts.length === 0 && <Empty icon="it-star-outline">{text('services.ratings.none')}</Empty>}
            {parts.map((part) => (
              <PartOfRatings key={part.part} part={part} />
            ))}
            {words.length > 0 && (
              <>
                <h3 className="h6">{text('services.ratings.words')}</h3>
                <ul>
                  {words.map(({ part, stars, words: added, givenOn }, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same words may have been added twice on one day
                    <li key={place}>
                      {added}{' '}
                      <span className="text-secondary">
                        ({text(`services.ratings.${part}`)}, {text('services.ratings.stars', { count: stars })}, {formatDate(givenOn)})
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  );
};

const PartOfRatings = ({ part: { part, stars, answers } }: { part: Part }) => {
  const text = useText();
  return (
    <section className="mb-4">
      <h3 className="h6">
        {text(`services.ratings.${part}`)}: {text('services.ratings.count', { count: stars.reduce((sum, count) => sum + count, 0) })}
      </h3>
      <table className="table table-sm">
        <caption className="visually-hidden">{text(`services.ratings.${part}`)}</caption>
        <thead>
          <tr>
            {stars.map((_, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one star to five, always in this order
              <th key={place} scope="col">
                {text('services.ratings.stars', { count: place + 1 })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {stars.map((count, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one star to five, always in this order
              <td key={place}>{count}</td>
            ))}
          </tr>
        </tbody>
      </table>
      <ul>
        {answers.map(({ answer, count }) => (
          <li key={answer}>
            {text(`services.ratings.answer.${answer}`)}: {count}
          </li>
        ))}
      </ul>
    </section>
  );
};
