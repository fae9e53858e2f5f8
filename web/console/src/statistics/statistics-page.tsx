import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { formatDateTime, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { Button } from 'design-react-kit';
import { useSearchParams } from 'react-router';
import { Figure } from './figure.js';
import { Filters } from './filters.js';
import { monthInWords, readAsked } from './period.js';
import './statistics.css';

type Statistics = AnswerOf<'rpc.practices.get-statistics.v1'>;
type Row<K extends 'times' | 'backlog' | 'loads' | 'hours'> = Statistics[K][number];

/** Services, practices and times of a body as charts and tables (BKO-06, 07, 25). */
export const StatisticsPage = () => {
  const text = useText();
  const [address, setAddress] = useSearchParams();
  const asked = readAsked(address);
  const query = useAsk('rpc.practices.get-statistics.v1', asked, { keepsPrevious: true });
  return (
    <Page title={text('statistics.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('statistics.lead')}>
      <Loaded query={query}>
        {(answer) => (
          <>
            <p className="sc-figure-head">
              <span>{text('statistics.as-of', { at: formatDateTime(answer.asOf) })}</span>
              <Button type="button" outline color="primary" size="xs" className="d-print-none" onClick={() => print()}>
                {text('statistics.print')}
              </Button>
            </p>
            <p className="sc-figure-number">
              <strong>{answer.activeServices}</strong> {text('statistics.active', { count: answer.activeServices })}
            </p>
            <Filters
              asked={asked}
              answer={answer}
              onChange={(next) => setAddress(new URLSearchParams(Object.entries(next) as [string, string][]), { replace: true })}
            />
            {answer.years.length === 0 ? (
              <Empty>{text('statistics.none')}</Empty>
            ) : (
              <>
                <Opened answer={answer} />
                <Worked answer={answer} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};

interface Told {
  id: string;
  name: string;
  count: number;
  isPartial: boolean;
}

/** How many practices were sent, by year and by month. */
const Opened = ({ answer: { years, trend } }: { answer: Statistics }) => {
  const text = useText();
  const language = useLanguage();
  const counted = { name: text('statistics.practices'), of: ({ count }: Told) => count };
  const columns = (first: string): Column<Told>[] => [
    { key: 'name', label: text(`statistics.${first}`), cell: ({ name }) => name },
    {
      key: 'count',
      label: text('statistics.practices'),
      cell: ({ count, isPartial }) => (isPartial ? text('statistics.partial', { count }) : count),
    },
  ];
  const byYear = years.map(({ year, ...rest }) => ({ id: String(year), name: String(year), ...rest }));
  const byMonth = trend.map(({ month, ...rest }) => ({ id: month, name: monthInWords(month, language), ...rest }));
  const isPartial = [...years, ...trend].some((cell) => cell.isPartial);
  return (
    <>
      {isPartial && <p role="note">{text('statistics.partial.note')}</p>}
      <Figure
        title={text('statistics.years.title')}
        lead={text('statistics.years.lead')}
        rows={byYear}
        columns={columns('year')}
        point={({ name }) => name}
        bars={counted}
      />
      <Figure
        title={text('statistics.trend.title')}
        lead={text('statistics.trend.lead')}
        rows={byMonth}
        columns={columns('month')}
        point={({ id }) => monthInWords(id, language, 'short')}
        bars={counted}
      />
    </>
  );
};

/** How they are worked: times, what is open, who is in charge, when they come in. */
const Worked = ({ answer: { times, backlog, loads, hours } }: { answer: Statistics }) => {
  const text = useText();
  const say = useSay();
  const column = <R,>(key: string, cell: Column<R>['cell']): Column<R> => ({ key, label: text(`statistics.${key}`), cell });
  const mean = (rows: readonly { count: number }[]) =>
    Math.round((rows.reduce((all, { count }) => all + count, 0) / Math.max(1, rows.length)) * 10) / 10;
  const officeOf = (name: string | null) => name ?? text('statistics.no-office');
  return (
    <>
      {times.length > 0 && (
        <Figure
          title={text('statistics.times.title')}
          lead={text('statistics.times.lead')}
          rows={times.map((one) => ({ ...one, id: one.procedureId }))}
          columns={[
            column<Row<'times'>>('service', ({ title }) => say(title)),
            column<Row<'times'>>('decided', ({ decided }) => decided),
            column<Row<'times'>>('median', ({ medianDays }) => text('statistics.days', { count: medianDays })),
            column<Row<'times'>>('term', ({ targetDays }) => text('statistics.days', { count: targetDays })),
          ]}
          point={({ title }) => say(title)}
          bars={{ name: text('statistics.median'), of: ({ medianDays }) => medianDays }}
          target={{ name: text('statistics.term'), of: ({ targetDays }) => targetDays }}
          isLying
        />
      )}
      {backlog.length > 0 && (
        <Figure
          title={text('statistics.backlog.title')}
          lead={text('statistics.backlog.lead')}
          rows={backlog.map((one) => ({ ...one, id: one.officeId ?? 'none' }))}
          columns={[
            column<Row<'backlog'>>('office', ({ name }) => officeOf(name)),
            column<Row<'backlog'>>('waiting', ({ waiting }) => waiting),
            column<Row<'backlog'>>('in-charge', ({ inCharge }) => inCharge),
            column<Row<'backlog'>>('late', ({ late }) => late),
          ]}
          point={({ name }) => officeOf(name)}
          bars={{ name: text('statistics.open'), of: ({ waiting, inCharge }) => waiting + inCharge }}
          target={{ name: text('statistics.late'), of: ({ late }) => late }}
          isLying
        />
      )}
      {loads.length > 0 && (
        <Figure
          title={text('statistics.loads.title')}
          lead={text('statistics.loads.lead')}
          rows={loads.map((one) => ({ ...one, id: one.officerId }))}
          columns={[column<Row<'loads'>>('officer', ({ name }) => name), column<Row<'loads'>>('in-charge', ({ count }) => count)]}
          point={({ name }) => name}
          bars={{ name: text('statistics.in-charge'), of: ({ count }) => count }}
          target={{ name: text('statistics.mean'), of: () => mean(loads) }}
          isLying
        />
      )}
      {mean(hours) > 0 && (
        <Figure
          title={text('statistics.hours.title')}
          lead={text('statistics.hours.lead', { mean: mean(hours) })}
          rows={hours.map((one) => ({ ...one, id: String(one.hour) }))}
          columns={[column<Row<'hours'>>('hour', ({ hour }) => `${hour}:00`), column<Row<'hours'>>('practices', ({ count }) => count)]}
          point={({ hour }) => String(hour)}
          bars={{ name: text('statistics.practices'), of: ({ count }) => count }}
          target={{ name: text('statistics.mean'), of: () => mean(hours) }}
        />
      )}
    </>
  );
};
