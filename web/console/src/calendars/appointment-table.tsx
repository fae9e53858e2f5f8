import type { AskedOf } from '@sportello/contracts/web';
import { addDays, isCivilDate, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { ask, attend, useAskPages } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { FilterBar } from '@sportello/ui/filter-bar';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useSearchParams } from 'react-router';
import { type Appointment, AppointmentStatus, looks, nameOf, useServiceName, useWhen } from './appointment.js';
import type { GridProps } from './time-grid.js';

const statuses = Object.keys(looks) as Appointment['status'][];

/** "Appuntamenti": as a table, with its search (APP-11); what was cancelled stands here and not in the grid. */
export const AppointmentTable = ({ calendar, onOpen }: GridProps) => {
  const text = useText();
  const when = useWhen();
  const serviceName = useServiceName();
  const [search, setSearch] = useSearchParams();
  const today = romeDate(new Date());
  const [words, status] = [search.get('cerca') ?? '', statuses.find((one) => one === search.get('stato'))];
  const [from, to] = [search.get('dal') ?? addDays(today, -30), search.get('al') ?? addDays(today, 60)];
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  const [first, last] = [asDate(from), asDate(to)];
  const areDays = isCivilDate(first) && isCivilDate(last);
  const listed = {
    calendarId: calendar.id,
    from: romeInstant(areDays ? first : today).toISOString(),
    to: romeInstant(addDays(areDays ? last : today, 1)).toISOString(),
    ...(words && { search: words }),
    ...(status && { status }),
  };
  const list = useAskPages('rpc.appointments.list-desk.v1', { ...listed, limit: 50 }, { keepsPrevious: true, enabled: areDays });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<Appointment>[] = [
    {
      key: 'name',
      label: text('calendars.applicant'),
      cell: (row) => (
        <button type="button" className="btn btn-link p-0 text-start" onClick={() => onOpen(row)}>
          {nameOf(row) || text('calendars.draft')}
        </button>
      ),
    },
    { key: 'when', label: text('calendars.when'), cell: (row) => when(row) },
    { key: 'service', label: text('calendars.service'), cell: (row) => serviceName(row) },
    { key: 'reason', label: text('calendars.field.reason'), cell: (row) => row.applicant?.reason },
    { key: 'state', label: text('calendars.state'), cell: (row) => <AppointmentStatus status={row.status} /> },
  ];
  return (
    <div className="mt-3">
      <FilterBar search={{ label: text('calendars.table.search'), words, onSearch: (value) => set('cerca', value) }}>
        <TextField label={text('calendars.table.from')} value={from} onChange={(value) => set('dal', value)} isDate />
        <TextField label={text('calendars.table.to')} value={to} onChange={(value) => set('al', value)} isDate />
        <SelectField
          label={text('calendars.state')}
          value={status ?? ''}
          options={[
            { value: '', label: text('calendars.table.all') },
            ...statuses.map((one) => ({ value: one, label: text(`calendars.state.${one}`) })),
          ]}
          onChange={(value) => set('stato', value)}
        />
      </FilterBar>
      <PagedTable
        list={list}
        caption={text('calendars.view.table')}
        columns={columns}
        rows={rows}
        empty={<Empty icon="it-calendar">{text('calendars.table.empty')}</Empty>}
      />
      {areDays && rows.length > 0 && <Downloads calendarId={calendar.id} listed={listed} />}
    </div>
  );
};

const formats = ['csv', 'xlsx', 'pdf', 'ics'] as const;

/** The same rows as a file (APP-11, APP-12). */
const Downloads = ({ calendarId, listed }: { calendarId: string; listed: Omit<AskedOf<'rpc.appointments.export.v1'>, 'format'> }) => {
  const text = useText();
  const file = useMutation({
    mutationFn: (format: (typeof formats)[number]) =>
      attend((signal) => ask('rpc.appointments.export.v1', { ...listed, calendarId, format }, signal)),
    onSuccess: ({ name, type, content }) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const url = URL.createObjectURL(new Blob([bytes], { type }));
      Object.assign(document.createElement('a'), { href: url, download: name }).click();
      URL.revokeObjectURL(url);
    },
  });
  return (
    <section aria-label={text('calendars.download')} className="mt-3">
      <div className="sc-buttons">
        {formats.map((format) => (
          <Button
            key={format}
            type="button"
            outline
            color="primary"
            size="sm"
            aria-disabled={file.isPending || undefined}
            onClick={() => {
              if (!file.isPending) file.mutate(format);
            }}
          >
            <Icon name="it-download" className="icon-sm icon-primary me-1" />
            {text(`calendars.download.${format}`)}
          </Button>
        ))}
      </div>
      {file.error ? <ErrorNote error={file.error} /> : null}
    </section>
  );
};
