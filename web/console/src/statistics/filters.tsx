import type { AnswerOf } from '@sportello/contracts/web';
import { useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { statusLabel } from '@sportello/ui/status-chip';
import { SelectField } from '@sportello/ui/text-field';
import { statuses } from '../practices/queue/filters.js';
import { type Asked, earlierOf, laterOf, monthInWords, monthsSince } from './period.js';

interface FiltersProps {
  asked: Asked;
  answer: AnswerOf<'rpc.practices.get-statistics.v1'>;
  onChange: (asked: Asked) => void;
}

/** What the chart is filtered by (BKO-07): service, working state, period. */
export const Filters = ({ asked, answer: { services, years, trend }, onChange }: FiltersProps) => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const [from = '', to = ''] = [trend[0]?.month, trend.at(-1)?.month];
  const running = new Date().toISOString().slice(0, 7);
  const months = monthsSince(Math.min(years[0]?.year ?? Infinity, Number(from.slice(0, 4))), laterOf(running, to));
  const options = months.map((value) => ({ value, label: monthInWords(value, language) }));
  const { procedureId, status, ...period } = asked;
  return (
    <div className="sc-figure-filters">
      <SelectField
        label={text('statistics.filter.service')}
        value={procedureId ?? ''}
        options={[
          { value: '', label: text('statistics.filter.every-service') },
          ...services.map(({ id, title }) => ({ value: id, label: say(title) })),
        ]}
        onChange={(value) => onChange({ ...period, ...(status && { status }), ...(value && { procedureId: value }) })}
      />
      <SelectField
        label={text('statistics.filter.status')}
        value={status ?? ''}
        options={[
          { value: '', label: text('statistics.filter.every-status') },
          ...statuses.map((value) => ({ value, label: statusLabel(value, language) })),
        ]}
        onChange={(value) => {
          const { status: _, ...rest } = asked;
          const chosen = statuses.find((one) => one === value);
          onChange({ ...rest, ...(chosen && { status: chosen }) });
        }}
      />
      <SelectField
        label={text('statistics.filter.from')}
        value={from}
        options={options}
        onChange={(value) => onChange({ ...asked, from: value, to: laterOf(value, to) })}
      />
      <SelectField
        label={text('statistics.filter.to')}
        value={to}
        options={options}
        onChange={(value) => onChange({ ...asked, from: earlierOf(value, from), to: value })}
      />
    </div>
  );
};
