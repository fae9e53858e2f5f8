import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import type { Practice } from './practice.js';

type Item = AnswerOf<'rpc.practices.get-enabling.v1'>['items'][number];

/** The people listed in a request of enabling, each with how far she has come, and the days from which they become active (PRA-52). */
export const Enabling = ({ practice: { id, enabling } }: { practice: Practice }) => {
  const text = useText();
  if (!enabling) return null;
  return (
    <Panel aria-labelledby="abilitazione">
      <h2 id="abilitazione" className="h5">
        {text('practice.enabling')}
      </h2>
      <p>{text('practice.enabling.detail')}</p>
      <ul>
        <li>{text('practice.enabling.existing', { date: formatDate(enabling.existingCredentialOn) })}</li>
        <li>{text('practice.enabling.new', { date: formatDate(enabling.newCredentialOn) })}</li>
      </ul>
      <People practiceId={id} />
    </Panel>
  );
};

const People = ({ practiceId }: { practiceId: string }) => {
  const text = useText();
  const { data, error } = useAsk('rpc.practices.get-enabling.v1', { id: practiceId });
  if (!data) return error ? <ErrorNote error={error} /> : null;
  if (data.items.length === 0) return null;
  return (
    <>
      <h3 className="h6">{text('practice.enabling.people')}</h3>
      <ul className="mb-0">
        {data.items.map((item) => (
          <li key={item.id}>
            <strong>
              {item.givenName} {item.familyName}
            </strong>{' '}
            ({item.fiscalCode})<br />
            <Standing item={item} />
          </li>
        ))}
      </ul>
    </>
  );
};

const Standing = ({ item: { state, reason, dueOn, enabledAt, username } }: { item: Item }) => {
  const text = useText();
  if (state === 'discarded') return text(`practice.enabling.reason.${reason}`);
  const date = enabledAt ?? dueOn;
  return text(`practice.enabling.state.${state}`, { date: date ? formatDate(date) : '', username: username ?? '' });
};
