import type { AnswerOf } from '@sportello/contracts/web';
import { Table } from 'design-react-kit';
import { formatDateTime, useLanguage, useSay, useText } from './i18n.js';
import { StatusChip } from './status-chip.js';

type Passage = AnswerOf<'rpc.practices.get.v1'>['iter'][number];

/** The passages of a practice, oldest first; the last one is where it stands (PRA-19). */
export const Iter = ({ passages }: { passages: readonly Passage[] }) => {
  const say = useSay();
  const text = useText();
  return (
    <ol className="sp-iter">
      {passages.map((passage, index) => (
        <li key={`${passage.at} ${passage.to} ${passage.move}`} className={index === passages.length - 1 ? 'is-last' : ''}>
          <p>
            <StatusChip status={passage.to} />
          </p>
          <p>
            <time dateTime={passage.at}>{formatDateTime(passage.at)}</time> - {say(passage.actor)}
          </p>
          {passage.move === 'give-back' && <p>{text('ui.iter.give-back')}</p>}
          {passage.reason && <p>{text('ui.iter.reason', { reason: passage.reason })}</p>}
        </li>
      ))}
    </ol>
  );
};

/** The same passages as a table, for "Storico lavorazione". */
export const IterTable = ({ passages }: { passages: readonly Passage[] }) => {
  const say = useSay();
  const text = useText();
  const language = useLanguage();
  return (
    <Table className="sp-table" lang={language}>
      <caption className="visually-hidden">{text('ui.iter.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('ui.iter.when')}</th>
          <th scope="col">{text('ui.iter.status')}</th>
          <th scope="col">{text('ui.iter.who')}</th>
        </tr>
      </thead>
      <tbody>
        {passages.map((passage) => (
          <tr key={`${passage.at} ${passage.to} ${passage.move}`}>
            <td data-label={text('ui.iter.when')}>{formatDateTime(passage.at)}</td>
            <td data-label={text('ui.iter.status')}>
              <StatusChip status={passage.to} />
              {passage.move === 'give-back' && <p className="mb-0 mt-1">{text('ui.iter.give-back')}</p>}
              {passage.reason && <p className="mb-0 mt-1">{passage.reason}</p>}
            </td>
            <td data-label={text('ui.iter.who')}>{say(passage.actor)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
