import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { announce } from '@sportello/ui/announcer';
import { useAsk, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { signInAddress, useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useId, useState } from 'react';

type Opinion = AnswerOf<'rpc.knowledge.get-own-opinion.v1'>;

/** So few stars, or a no, ask for what is missing. */
const LOW = 2;

/** Utile? and Valuta questo articolo: once a person, and changed as often as she likes (KNB-10, KNB-11). */
export const OwnOpinion = ({ number }: { number: string }) => {
  const text = useText();
  const { account } = useSession();
  const opinion = useAsk('rpc.knowledge.get-own-opinion.v1', { number }, { enabled: account !== null });
  return (
    <Panel className="sp-rating sp-no-print">
      <h2 className="h5">{text('library.useful')}</h2>
      {account === null ? (
        <p>
          <SignInToSay />
        </p>
      ) : (
        <Loaded query={opinion} skeleton={<Skeleton lines={2} />}>
          {(known) => <Say number={number} known={known} />}
        </Loaded>
      )}
    </Panel>
  );
};

/** The address is only known where there is a browser. */
const SignInToSay = () => {
  const text = useText();
  return (
    <a href="/accedi" onClick={({ currentTarget }) => currentTarget.setAttribute('href', signInAddress())}>
      {text('library.signIn')}
    </a>
  );
};

const Say = ({ number, known }: { number: string; known: Opinion }) => {
  const text = useText();
  const id = useId();
  const say = useCommand('rpc.knowledge.give-opinion.v1', ['rpc.knowledge.get-own-opinion.v1']);
  const { isUseful, stars, average } = known;
  const give = (change: Partial<Pick<Opinion, 'isUseful' | 'stars'>>) => {
    if (say.isPending) return;
    say.mutate({ number, isUseful, stars, ...change }, { onSuccess: () => announce(text('library.noted')) });
  };
  const isLow = isUseful === false || (stars !== null && stars <= LOW);
  return (
    <>
      <fieldset className="sp-useful" aria-busy={say.isPending}>
        <legend className="visually-hidden">{text('library.useful')}</legend>
        {([true, false] as const).map((answer) => (
          <Button
            key={String(answer)}
            type="button"
            size="sm"
            color="primary"
            outline={isUseful !== answer}
            aria-pressed={isUseful === answer}
            onClick={() => give({ isUseful: isUseful === answer ? null : answer })}
          >
            {text(answer ? 'library.useful.yes' : 'library.useful.no')}
          </Button>
        ))}
      </fieldset>
      <h3 id={id} className="h6">
        {text('library.rate')}
      </h3>
      <fieldset className="sp-stars" aria-labelledby={id}>
        {[1, 2, 3, 4, 5].map((count) => (
          <label key={count}>
            <input type="radio" name={`${id}-stars`} value={count} checked={stars === count} onChange={() => give({ stars: count })} />
            <Icon name={count <= (stars ?? 0) ? 'it-star-full' : 'it-star-outline'} className="icon-primary" />
            <span className="visually-hidden">{text('library.star', { count })}</span>
          </label>
        ))}
      </fieldset>
      {average !== null && <p className="small">{text('library.stars', { average })}</p>}
      {say.error ? <ErrorNote error={say.error} /> : null}
      {isLow && <Missing number={number} />}
    </>
  );
};

/** What is missing, for those who look after the library (KNB-20). */
const Missing = ({ number }: { number: string }) => {
  const text = useText();
  const [id] = useState(newId);
  const [words, setWords] = useState('');
  const leave = useCommand('rpc.knowledge.leave-remark.v1');
  if (leave.isSuccess) return <Done>{text('library.missing.thanks')}</Done>;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim().length >= 3 && !leave.isPending) leave.mutate({ number, id, words });
      }}
    >
      <TextField
        label={text('library.missing')}
        help={text('library.missing.help')}
        value={words}
        onChange={setWords}
        rows={3}
        input={{ maxLength: 1_000 }}
      />
      {leave.error ? <ErrorNote error={leave.error} keepsWords /> : null}
      <Button type="submit" color="primary" size="sm" aria-disabled={leave.isPending || undefined}>
        {text(leave.isPending ? 'ui.wait' : 'library.missing.send')}
      </Button>
    </form>
  );
};
