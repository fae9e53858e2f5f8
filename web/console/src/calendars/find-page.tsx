import { isCivilDate, romeInstant } from '@sportello/italy/rome-time';
import { wordsIn } from '@sportello/italy/search-words';
import { asDate } from '@sportello/italy/typed-date';
import { useAskPages } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Appointment, AppointmentStatus, nameOf, useServiceName, useWhen } from './appointment.js';

/** "Cerca appuntamenti": by name, surname or fiscal code, from a day on (APP-14). */
export const FindPage = () => {
  const text = useText();
  const when = useWhen();
  const serviceName = useServiceName();
  const [search, setSearch] = useSearchParams();
  const [words, from] = [search.get('cerca') ?? '', search.get('dal') ?? ''];
  const address = search.toString();
  const [typed, setTyped] = useState({ of: address, words, from });
  // The back button changes the address: the fields follow it.
  if (typed.of !== address) setTyped({ of: address, words, from });
  const day = asDate(from);
  // One letter is in everybody's name.
  const isAsked = wordsIn(words).some(({ length }) => length > 1);
  const list = useAskPages(
    'rpc.appointments.find.v1',
    { limit: 25, search: words, ...(isCivilDate(day) && { from: romeInstant(day).toISOString() }) },
    { enabled: isAsked },
  );
  const rows = isAsked ? (list.data?.pages.flatMap(({ items }) => items) ?? []) : [];
  const columns: Column<Appointment>[] = [
    {
      key: 'name',
      label: text('calendars.applicant'),
      cell: (row) => <LocalLink to={`/calendari/${row.calendarId}/appuntamenti/${row.id}`}>{nameOf(row)}</LocalLink>,
    },
    { key: 'when', label: text('calendars.when'), cell: (row) => when(row) },
    { key: 'service', label: text('calendars.service'), cell: (row) => serviceName(row) },
    { key: 'calendar', label: text('calendars.calendar'), cell: (row) => row.calendarTitle },
    { key: 'state', label: text('calendars.state'), cell: (row) => <AppointmentStatus status={row.status} /> },
  ];
  return (
    <Page
      title={text('calendars.find')}
      appName={text('console.name')}
      home={{ label: text('calendars.title'), to: '/calendari' }}
      lead={text('calendars.find.lead')}
    >
      <search>
        <form
          className="row align-items-end"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const next = new URLSearchParams();
            if (typed.words) next.set('cerca', typed.words);
            if (typed.from) next.set('dal', asDate(typed.from));
            setSearch(next);
          }}
        >
          <div className="col-12 col-md-5">
            <TextField
              label={text('calendars.find.words')}
              value={typed.words}
              error={words !== '' && !isAsked ? text('calendars.find.tooShort') : undefined}
              onChange={(value) => setTyped({ ...typed, words: value })}
              input={{ maxLength: 100, type: 'search' }}
            />
          </div>
          <div className="col-12 col-md-4">
            <TextField
              label={text('calendars.find.from')}
              value={typed.from}
              onChange={(value) => setTyped({ ...typed, from: value })}
              isDate
            />
          </div>
          <div className="col-12 col-md-3 mb-4">
            <Button type="submit" color="primary" size="sm">
              {text('calendars.find.go')}
            </Button>
          </div>
        </form>
      </search>
      <div aria-live="polite">
        {isAsked && list.data && rows.length === 0 && <Empty icon="it-search">{text('calendars.find.none')}</Empty>}
      </div>
      {isAsked &&
        !list.data &&
        (list.error ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <TableSkeleton caption={text('ui.loading')} columns={columns} />
        ))}
      {rows.length > 0 && <DataTable caption={text('calendars.find')} columns={columns} rows={rows} />}
      {isAsked && <More {...list} />}
    </Page>
  );
};
