import { newId } from '@sportello/contracts/id';
import { isPositive, ratingAnswers } from '@sportello/contracts/practices/rating-answers';
import type { AskedOf } from '@sportello/contracts/web';
import { useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { Frozen } from '@sportello/ui/frozen';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useId, useState } from 'react';

type Asked = AskedOf<'rpc.practices.rate-procedure.v1'>;
type Answer = NonNullable<Asked['answers']>[number];

interface RatingProps {
  procedureId: string;
  /** The page of the service, or the service as it was used. */
  part: 'page' | 'request';
}

/**
 * How clear a page is, or how easy a service was, from one star to five (C.SI.2.5, C.SE.1.7). The hooks and the Italian words are those that the
 * criteria for the sites of the comuni look for.
 */
export const Rating = ({ procedureId, part }: RatingProps) => {
  const text = useText();
  const id = useId();
  const [ratingId] = useState(newId);
  const [stars, setStars] = useState(0);
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [words, setWords] = useState('');
  const rate = useCommand('rpc.practices.rate-procedure.v1');
  const kind = stars === 0 ? null : isPositive(stars) ? 'positive' : 'negative';
  const choose = (chosen: number) => {
    if (stars > 0 && isPositive(chosen) !== isPositive(stars)) setAnswers([]);
    setStars(chosen);
  };
  const send = () => {
    if (stars > 0 && !rate.isPending) rate.mutate({ id: procedureId, ratingId, part, stars, answers: [...answers], words });
  };
  return (
    <Panel
      tag="form"
      className="sp-rating sp-no-print"
      data-element="feedback"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2 id={id} className="h5" data-element="feedback-title">
        {text(`rating.title.${part}`)}
      </h2>
      {rate.isSuccess ? (
        <Done>{text('rating.thanks')}</Done>
      ) : (
        <Frozen isFrozen={rate.isPending}>
          <fieldset className="sp-stars" aria-labelledby={id}>
            {[1, 2, 3, 4, 5].map((count) => (
              <label key={count} data-element={`feedback-rate-${count}`}>
                <input type="radio" name={`${id}-stars`} value={count} checked={stars === count} onChange={() => choose(count)} />
                <Icon name={count <= stars ? 'it-star-full' : 'it-star-outline'} className="icon-primary" />
                <span className="visually-hidden">{text('rating.stars', { count })}</span>
              </label>
            ))}
          </fieldset>
          {(['negative', 'positive'] as const).map((each) => (
            <fieldset key={each} hidden={each !== kind} data-element={`feedback-rating-${each}`}>
              <legend className="h6" data-element="feedback-rating-question">
                {text(`rating.question.${each}`)}
              </legend>
              {ratingAnswers[each].map((answer) => (
                <div key={answer} className="form-check">
                  <input
                    id={`${id}-${answer}`}
                    type="checkbox"
                    checked={answers.includes(answer)}
                    onChange={({ currentTarget: { checked } }) =>
                      setAnswers((before) => (checked ? [...before, answer] : before.filter((other) => other !== answer)))
                    }
                  />
                  <label htmlFor={`${id}-${answer}`} data-element="feedback-rating-answer">
                    {text(`rating.answer.${answer}`)}
                  </label>
                </div>
              ))}
            </fieldset>
          ))}
          <div hidden={kind === null}>
            <div data-element="feedback-input-text">
              <TextField
                label={text('rating.words')}
                help={text('rating.words.help')}
                value={words}
                onChange={setWords}
                input={{ maxLength: 200, autoComplete: 'off' }}
              />
            </div>
            {rate.error ? <ErrorNote error={rate.error} keepsWords={words !== ''} /> : null}
            <Button type="submit" color="primary" aria-disabled={rate.isPending || undefined}>
              {text(rate.isPending ? 'ui.wait' : 'rating.send')}
            </Button>
          </div>
        </Frozen>
      )}
    </Panel>
  );
};
