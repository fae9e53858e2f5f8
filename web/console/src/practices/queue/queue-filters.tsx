import { romeDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { asLine } from '@sportello/italy/typed-text';
import { DateInput } from '@sportello/ui/date-input';
import { FilterBar, FilterChips } from '@sportello/ui/filter-bar';
import { formatDate, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { statusLabel } from '@sportello/ui/status-chip';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { type RefObject, useId, useState } from 'react';
import { useQueueFilters } from '../../use-queue-filters.js';
import {
  activeFilters,
  type ChangeView,
  chooseProcedure,
  type Filter,
  offeredStatuses,
  orders,
  periods,
  type QueueView,
  queues,
  withoutFilter,
} from './filters.js';
import { checkDays, daysOf, writeDays } from './periods.js';
import { withOrder } from './sorting.js';

interface FiltersProps {
  view: QueueView;
  searchField: RefObject<HTMLInputElement | null>;
  onChange: ChangeView;
}

/** One search bar and four filters (PRA-25 to PRA-29); each choice is a new address. */
export const QueueFilters = ({ view, searchField, onChange }: FiltersProps) => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const procedures = useQueueFilters().data?.procedures ?? [];
  const [custom, setCustom] = useState({ of: view.period, isOpen: view.period === 'custom' });
  // The address may change by the back button or a chip: the field follows it.
  if (custom.of !== view.period) setCustom({ of: view.period, isOpen: view.period === 'custom' });

  const choosePeriod = (value: string) => {
    const period = periods.find((one) => one === value);
    setCustom({ of: view.period, isOpen: period === 'custom' });
    if (period !== 'custom') onChange((now) => (period ? { ...withoutFilter(now, 'period'), period } : withoutFilter(now, 'period')));
  };

  return (
    <FilterBar
      search={{
        label: text('queue.search'),
        words: view.search ?? '',
        field: searchField,
        onSearch: (typed) => {
          const words = asLine(typed);
          onChange((now) => (words ? { ...now, search: words } : withoutFilter(now, 'search')));
        },
      }}
    >
      <SelectField
        label={text('queue.work')}
        value={view.queue ?? ''}
        options={[
          { value: '', label: text('queue.work.all') },
          ...queues.map((queue) => ({ value: queue, label: text(`queue.work.${queue}`) })),
        ]}
        onChange={(value) => {
          const queue = queues.find((one) => one === value);
          onChange((now) => (queue ? { ...now, queue } : withoutFilter(now, 'queue')));
        }}
      />
      <SelectField
        label={text('queue.service')}
        value={view.procedureId ?? ''}
        options={[
          { value: '', label: text('queue.service.all') },
          ...procedures.map(({ id, title }) => ({ value: id, label: say(title) })),
        ]}
        onChange={(value) => onChange((now) => chooseProcedure(now, procedures, value || undefined))}
      />
      <SelectField
        label={text('queue.status')}
        value={view.status ?? ''}
        options={[
          { value: '', label: text('queue.status.all') },
          ...offeredStatuses(procedures, view.procedureId).map((status) => ({ value: status, label: statusLabel(status, language) })),
        ]}
        onChange={(value) => {
          const status = offeredStatuses(procedures, view.procedureId).find((one) => one === value);
          onChange((now) => (status ? { ...now, status } : withoutFilter(now, 'status')));
        }}
      />
      <SelectField
        label={text('queue.period')}
        value={custom.isOpen ? 'custom' : (view.period ?? '')}
        options={[
          { value: '', label: text('queue.period.all') },
          ...periods.map((period) => ({ value: period, label: text(`queue.period.${period}`) })),
        ]}
        onChange={choosePeriod}
      />
      <div className="sp-filter-wide">
        <SelectField
          label={text('queue.order')}
          value={view.sort ?? '-changed'}
          options={orders.map((order) => ({ value: order, label: text(`queue.order.${order}`) }))}
          onChange={(value) =>
            onChange((now) =>
              withOrder(
                now,
                orders.find((one) => one === value),
              ),
            )
          }
        />
      </div>
      <ProtocolNumber key={view.protocol} view={view} onApply={onChange} />
      {custom.isOpen && <CustomPeriod key={`${view.from} ${view.to}`} view={view} onApply={onChange} />}
    </FilterBar>
  );
};

/** The number in the protocol of any document of a practice, with or without the zeros before it. */
const ProtocolNumber = ({ view, onApply }: { view: QueueView; onApply: ChangeView }) => {
  const text = useText();
  const [typed, setTyped] = useState(view.protocol ?? '');
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const protocol = asLine(typed).slice(0, 40);
        onApply((now) => (protocol ? { ...now, protocol } : withoutFilter(now, 'protocol')));
      }}
    >
      <TextField label={text('queue.protocol')} value={typed} onChange={setTyped} input={{ maxLength: 40, autoComplete: 'off' }} />
    </form>
  );
};

/** Start, end, (Applica): a period of one's own (PRA-29). */
const CustomPeriod = ({ view, onApply }: { view: QueueView; onApply: ChangeView }) => {
  const text = useText();
  const id = useId();
  const [from, setFrom] = useState(view.from ?? '');
  const [to, setTo] = useState(view.to ?? '');
  const [mistake, setMistake] = useState<ReturnType<typeof checkDays>>(null);
  const field = (name: 'from' | 'to', value: string, set: (value: string) => void) => (
    <div className="sc-field">
      <label htmlFor={`${id}-${name}`}>{text(`queue.period.${name}`)}</label>
      <DateInput
        id={`${id}-${name}`}
        label={text(`queue.period.${name}`)}
        className="form-control"
        value={value}
        aria-invalid={mistake !== null || undefined}
        aria-describedby={[`${id}-format`, mistake ? `${id}-mistake` : ''].filter(Boolean).join(' ')}
        onChange={set}
      />
    </div>
  );
  return (
    <form
      className="sc-period"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const days = { from: asDate(from), to: asDate(to) };
        const found = checkDays(days.from, days.to);
        setMistake(found);
        if (!found) onApply((now) => ({ ...now, period: 'custom', ...days }));
      }}
    >
      {field('from', from, setFrom)}
      {field('to', to, setTo)}
      <Button type="submit" outline color="primary" size="sm">
        {text('queue.period.apply')}
      </Button>
      <p id={`${id}-format`} className="form-text">
        {text('ui.date.format')}
      </p>
      {mistake && (
        <p id={`${id}-mistake`} className="sc-mistake" role="alert">
          {text(`queue.period.${mistake}`)}
        </p>
      )}
    </form>
  );
};

/** The filters that narrow the view, each with its way out. */
export const ActiveFilters = ({ view, onChange }: { view: QueueView; onChange: ChangeView }) => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const procedures = useQueueFilters().data?.procedures ?? [];
  const { serverNow } = useSession();
  const wordsOf = (filter: Filter): string => {
    switch (filter) {
      case 'search':
        return view.search ?? '';
      case 'protocol':
        return view.protocol ?? '';
      case 'queue':
        return view.queue ? text(`queue.work.${view.queue}`) : '';
      case 'procedureId':
        return say(procedures.find(({ id }) => id === view.procedureId)?.title) || '…';
      case 'status':
        return view.status ? statusLabel(view.status, language) : '';
      case 'period':
        if (view.period === 'custom' && view.from && view.to)
          return text('queue.period.custom-of', { from: formatDate(view.from), to: formatDate(view.to) });
        return view.period && view.period !== 'custom'
          ? text('queue.period.named', {
              name: text(`queue.period.${view.period}`),
              days: writeDays(daysOf(view.period, romeDate(serverNow()))),
            })
          : '';
    }
  };
  return (
    <FilterChips
      filters={activeFilters(view).map((filter) => ({
        key: filter,
        words: text(`queue.chip.${filter}`, { value: wordsOf(filter) }),
        onRemove: () => onChange((now) => withoutFilter(now, filter)),
      }))}
      onRemoveAll={() => onChange(({ sort }) => (sort ? { sort } : {}))}
    />
  );
};
