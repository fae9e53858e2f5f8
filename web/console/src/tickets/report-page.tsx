import { MOST_REPORT_MONTHS } from '@sportello/contracts/ticketing/reports';
import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { monthsLater } from '@sportello/italy/months';
import { useAsk } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { formatDateTime, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { SelectField } from '@sportello/ui/text-field';
import { useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useSearchParams } from 'react-router';
import { Figure } from '../statistics/figure.js';
import { earlierOf, laterOf, monthInWords, monthsSince } from '../statistics/period.js';
import '../statistics/statistics.css';
import './tickets.css';

type Report = AnswerOf<'rpc.ticketing.get-report.v1'>;
type Figures = Report['total'];

/** The first year that can be chosen: before it no desk answered here. */
const firstYear = 2020;

/** What the help desk did, by channel, kind, desk, operator and hour, as charts and tables (TIC-37, BKO-09). */
export const ReportPage = () => {
  const text = useText();
  const language = useLanguage();
  const say = useSay();
  const [address, setAddress] = useSearchParams();
  const [from, to, deskId] = ['dal', 'al', 'sportello'].map((name) => address.get(name) ?? '');
  const asked: AskedOf<'rpc.ticketing.get-report.v1'> = { ...(from && { from }), ...(to && { to }), ...(deskId && { deskId }) };
  const report = useAsk('rpc.ticketing.get-report.v1', asked, { keepsPrevious: true });
  const desks = useAll('rpc.ticketing.list-desks.v1', {}, { staleTimeMs: 60_000 });
  const set = (changes: Record<string, string>) => {
    const after = new URLSearchParams(address);
    for (const [name, value] of Object.entries(changes)) {
      if (value) after.set(name, value);
      else after.delete(name);
    }
    setAddress(after, { replace: true });
  };
  return (
    <Page
      title={text('tickets.report')}
      appName={text('console.name')}
      trail={[{ label: text('section.tickets'), to: '/ticket' }]}
      lead={text('tickets.report.lead')}
    >
      <Loaded query={report}>
        {(answer) => {
          const months = monthsSince(firstYear, laterOf(new Date().toISOString().slice(0, 7), answer.to));
          const options = months.map((value) => ({ value, label: monthInWords(value, language) }));
          return (
            <div className="sc-report">
              <p className="sc-figure-head">
                <span>{text('tickets.report.asOf', { at: formatDateTime(answer.asOf) })}</span>
                <Button type="button" outline color="primary" size="xs" className="d-print-none" onClick={() => print()}>
                  {text('tickets.report.print')}
                </Button>
              </p>
              <div className="sc-figure-filters">
                <SelectField
                  label={text('tickets.desk')}
                  value={asked.deskId ?? ''}
                  options={[
                    { value: '', label: text('tickets.all') },
                    ...(desks.data ?? []).filter(({ mayWork }) => mayWork).map(({ id, name }) => ({ value: id, label: say(name) })),
                  ]}
                  onChange={(sportello) => set({ sportello })}
                />
                <SelectField
                  label={text('tickets.report.from')}
                  value={answer.from}
                  options={options}
                  onChange={(dal) => set({ dal, al: earlierOf(laterOf(dal, answer.to), monthsLater(dal, MOST_REPORT_MONTHS - 1)) })}
                />
                <SelectField
                  label={text('tickets.report.to')}
                  value={answer.to}
                  options={options}
                  onChange={(al) => set({ dal: laterOf(earlierOf(answer.from, al), monthsLater(al, 1 - MOST_REPORT_MONTHS)), al })}
                />
              </div>
              {answer.total.opened + answer.total.merged + answer.total.cancelled === 0 ? (
                <Empty>{text('tickets.report.none')}</Empty>
              ) : (
                <Parts report={answer} />
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
};

interface Line extends Figures {
  id: string;
  name: string;
}

const Parts = ({ report: { total, channels, kinds, desks, operators, hours } }: { report: Report }) => {
  const text = useText();
  const say = useSay();
  const columns = useColumns();
  const opened = text('tickets.report.opened');
  const part = (of: string, rows: readonly Line[]) =>
    rows.length > 0 && (
      <Figure
        key={of}
        title={text(`tickets.report.by.${of}`)}
        lead={text('tickets.report.by.lead')}
        rows={rows}
        columns={columns(text(`tickets.report.name.${of}`))}
        point={({ name }) => name}
        bars={{ name: opened, of: (row) => row.opened }}
        target={{ name: text('tickets.report.solvedInTime'), of: (row) => row.solvedInTime }}
        isLying
      />
    );
  return (
    <>
      {part('total', [{ ...total, id: 'total', name: text('tickets.report.total') }])}
      <p>{text('tickets.report.beside', { silent: total.silent, merged: total.merged, cancelled: total.cancelled })}</p>
      {part(
        'channel',
        channels.map((row) => ({ ...row, id: row.channel, name: text(`tickets.channel.${row.channel}`) })),
      )}
      {part(
        'kind',
        kinds.map((row) => ({ ...row, id: row.kind, name: text(`tickets.kind.${row.kind}`) })),
      )}
      {part(
        'desk',
        desks.map(({ name, ...row }) => ({ ...row, id: row.deskId, name: say(name) })),
      )}
      {part(
        'operator',
        operators.map((row) => ({ ...row, id: row.officerId })),
      )}
      <Figure
        title={text('tickets.report.by.hour')}
        lead={text('tickets.report.hours.lead')}
        rows={hours.map((row) => ({ ...row, id: String(row.hour) }))}
        columns={[
          { key: 'hour', label: text('tickets.report.name.hour'), cell: ({ hour }) => `${hour}:00` },
          { key: 'opened', label: opened, cell: (row) => row.opened },
        ]}
        point={({ hour }) => String(hour)}
        bars={{ name: opened, of: (row) => row.opened }}
      />
    </>
  );
};

const useColumns = () => {
  const text = useText();
  const span = (minutes: number | null) =>
    minutes === null ? '-' : text('tickets.minutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  return (first: string): Column<Line>[] => [
    { key: 'name', label: first, cell: ({ name }) => name },
    { key: 'opened', label: text('tickets.report.opened'), cell: ({ opened }) => opened },
    { key: 'solved', label: text('tickets.report.solved'), cell: ({ solved }) => solved },
    { key: 'in-time', label: text('tickets.report.solvedInTime'), cell: ({ solvedInTime }) => solvedInTime },
    { key: 'answered', label: text('tickets.report.answeredInTime'), cell: ({ answeredInTime }) => answeredInTime },
    { key: 'answer', label: text('tickets.report.medianAnswer'), cell: ({ medianAnswerMinutes }) => span(medianAnswerMinutes) },
    { key: 'solution', label: text('tickets.report.medianSolution'), cell: ({ medianSolutionMinutes }) => span(medianSolutionMinutes) },
    { key: 'reopened', label: text('tickets.report.reopened'), cell: ({ reopened }) => reopened },
    { key: 'stars', label: text('tickets.report.stars'), cell: ({ stars, rated }) => (stars === null ? '-' : `${stars} (${rated})`) },
  ];
};
