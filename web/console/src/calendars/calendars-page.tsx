import type { AnswerOf } from '@sportello/contracts/web';
import { useAddressWords } from '@sportello/ui/address-words';
import { useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import type { Column } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { useSession } from '@sportello/ui/session';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { useCommands } from '../keys/commands.js';
import { NewCalendarDialog } from './new-calendar-dialog.js';

type Row = AnswerOf<'rpc.appointments.list-calendars.v1'>['items'][number];

/** "Calendari": all of the body, those to which one is enabled with their way in (APP-07, APP-08, APP-36). */
export const CalendarsPage = () => {
  const text = useText();
  const { account } = useSession();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useAddressWords();
  const [isNew, setNew] = useState(false);
  const list = useAskPages('rpc.appointments.list-calendars.v1', { limit: 50, ...(words && { search: words }) }, { keepsPrevious: true });
  useCommands({ search: () => field.current?.focus() });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<Row>[] = [
    {
      key: 'title',
      label: text('calendars.name'),
      cell: ({ id, title, mayWork }) => (mayWork ? <LocalLink to={`/calendari/${id}`}>{title}</LocalLink> : title),
    },
    { key: 'place', label: text('calendars.place'), cell: ({ place }) => `${place.name}, ${place.address}` },
    {
      key: 'visible',
      label: text('calendars.visible'),
      cell: ({ isHidden }) => text(isHidden ? 'calendars.hidden' : 'calendars.bookable'),
    },
    {
      key: 'edit',
      label: text('calendars.edit'),
      cell: ({ id, title, mayWork }) =>
        mayWork ? (
          <LocalLink to={`/calendari/${id}/configurazione`} aria-label={text('calendars.editNamed', { title })}>
            {text('calendars.edit')}
          </LocalLink>
        ) : (
          <span className="sc-off">
            <Icon name="it-locked" className="icon-xs me-1" />
            {text('calendars.notEnabled')}
          </span>
        ),
    },
  ];
  return (
    <Page title={text('calendars.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('calendars.lead')}>
      <div className="sp-operations mb-4">
        <ButtonLink to="/appuntamenti" color="primary" outline size="sm">
          {text('calendars.find')}
        </ButtonLink>
        {account?.officer?.role === 'administrator' && (
          <Button type="button" color="primary" size="sm" onClick={() => setNew(true)}>
            {text('calendars.new')}
          </Button>
        )}
      </div>
      <FilterBar search={{ label: text('calendars.search'), words, field, onSearch: setWords }} />
      <PagedTable
        list={list}
        caption={text('calendars.title')}
        columns={columns}
        rows={rows}
        empty={<Empty icon="it-calendar">{text(words ? 'calendars.empty.search' : 'calendars.empty')}</Empty>}
      />
      {isNew && <NewCalendarDialog onClose={() => setNew(false)} />}
    </Page>
  );
};
