import { useAsk } from '@sportello/ui/api';
import { formatDateTime, formatEuro, useSay, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { answeredWithin, type Sheet } from './sheet-parts.js';

/** What a request takes: minutes, documents, money, and how long the answer takes by rule and in fact (CAT-90). */
export const BeforeStarting = ({ procedure }: { procedure: Sheet }) => {
  const text = useText();
  const say = useSay();
  const { sheet, settings, closesAt } = procedure;
  const { data } = useAsk('rpc.practices.get-requirements.v1', { id: procedure.id }, { staleTimeMs: 60_000 });
  const costs = [
    ...(settings.payment === 'request' && settings.paymentCents
      ? [text('before.cost.payment.request', { amount: formatEuro(settings.paymentCents) })]
      : []),
    ...(settings.payment === 'release' ? [text('before.cost.payment.release')] : []),
    ...(settings.stamps ? [text(`before.cost.stamp.${settings.stamps}`)] : []),
  ];
  return (
    <Panel aria-label={text('before.title')}>
      <h2 className="h5">{text('before.title')}</h2>
      <SummaryList
        items={[
          ...(sheet.minutes ? [{ label: text('before.minutes'), value: text('before.minutes.count', { count: sheet.minutes }) }] : []),
          ...(data
            ? [
                {
                  label: text('before.documents'),
                  value:
                    data.documents.length === 0 ? (
                      text('before.documents.none')
                    ) : (
                      <ul className="mb-0">
                        {data.documents.map(({ label, isAlways }) => (
                          <li key={label.it}>{isAlways ? say(label) : `${say(label)} (${text('before.documents.cases')})`}</li>
                        ))}
                      </ul>
                    ),
                },
              ]
            : []),
          ...(costs.length > 0 ? [{ label: text('before.cost'), value: costs.join('; ') }] : []),
          ...(closesAt ? [{ label: text('before.closes'), value: formatDateTime(closesAt) }] : []),
          {
            label: text('before.answer'),
            value: [answeredWithin(settings, text), data?.usualDays ? text('before.usual', { count: data.usualDays }) : '']
              .filter(Boolean)
              .join(' '),
          },
        ]}
      />
    </Panel>
  );
};
