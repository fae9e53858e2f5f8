import { useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { goToFirstMistake } from '@sportello/ui/first-mistake';
import { useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useId, useState } from 'react';
import { type Ticket, ticketReads } from './ticket-facts.js';

const stars = [1, 2, 3, 4, 5] as const;

/** One survey for a closed ticket, once (TIC-44, XCT-24). */
export const TicketRating = ({ ticket: { id, rating } }: { ticket: Ticket }) => {
  const text = useText();
  const name = useId();
  const [chosen, setChosen] = useState(0);
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  const rate = useCommand('rpc.ticketing.rate.v1', ticketReads);
  if (rate.isSuccess) return <Done>{text('help.rating.thanks')}</Done>;
  if (rating) return <p>{text('help.rating.given', { stars: rating.stars })}</p>;
  const send = () => {
    if (rate.isPending) return;
    setTried(true);
    if (chosen > 0) rate.mutate({ id, stars: chosen, words: words.trim() || null });
  };
  const isMissing = isTried && chosen === 0;
  return (
    <Panel
      tag="form"
      noValidate
      className="sp-no-print"
      onSubmit={(event) => {
        event.preventDefault();
        send();
        goToFirstMistake(event.currentTarget);
      }}
    >
      <fieldset className={`sp-group ${isMissing ? 'is-invalid' : ''}`} aria-describedby={isMissing ? `${name}-errore` : undefined}>
        <legend className="h5">{text('help.rating.title')}</legend>
        {stars.map((count) => (
          <div key={count} className="form-check form-check-inline">
            <input
              id={`${name}-${count}`}
              type="radio"
              name={name}
              className="form-check-input"
              checked={chosen === count}
              aria-invalid={isMissing || undefined}
              aria-describedby={isMissing ? `${name}-errore` : undefined}
              onChange={() => setChosen(count)}
            />
            <label htmlFor={`${name}-${count}`}>{text('help.rating.stars', { count })}</label>
          </div>
        ))}
        {isMissing && (
          <p id={`${name}-errore`} className="sp-error">
            <strong>{text('ui.form.error')}</strong> {text('help.rating.missing')}
          </p>
        )}
      </fieldset>
      <TextField label={text('help.rating.words')} value={words} rows={2} input={{ maxLength: 1_000 }} onChange={setWords} />
      {rate.error ? <ErrorNote error={rate.error} onRetry={send} keepsWords /> : null}
      <Button type="submit" color="primary" size="sm" aria-disabled={rate.isPending || undefined}>
        {text(rate.isPending ? 'ui.wait' : 'help.rating.send')}
      </Button>
    </Panel>
  );
};
