import type { AnswerOf } from '@sportello/contracts/web';
import { formatDateTime, rome, useText } from './i18n.js';
import { SummaryList } from './summary-list.js';

type Registration = NonNullable<AnswerOf<'rpc.practices.get.v1'>['registrations']>[number];

/** The documents of a practice in the protocol, each with number and date; those that have none yet wait (PRA-49). */
export const Registrations = ({ registrations }: { registrations: readonly Registration[] }) => {
  const text = useText();
  return (
    <SummaryList
      items={registrations.map(({ kind, direction, number, at, isAnnulled }) => ({
        label: text('ui.registration', { kind: text(`ui.registration.${kind}`), direction: text(`ui.registration.${direction}`) }),
        value:
          number === null || at === null
            ? text('ui.registration.waiting')
            : text(isAnnulled ? 'ui.registration.annulled' : 'ui.registration.of', { number, at: formatDateTime(at, rome) }),
      }))}
    />
  );
};
