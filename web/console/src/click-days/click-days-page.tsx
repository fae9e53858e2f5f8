import { useAskPages } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { formatDateTime, LocalLink, rome, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { useSession } from '@sportello/ui/session';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { type ClickDay, StateBadge } from './click-day.js';
import { ClickDayDialog } from './click-day-dialog.js';

/** The click days of the body, the last to open first (ADM-16). */
export const ClickDaysPage = () => {
  const text = useText();
  const say = useSay();
  const [isNew, setNew] = useState(false);
  const organizationId = useSession().account?.officer?.organizationId ?? '';
  const list = useAskPages('rpc.practices.list-click-days.v1', { limit: 20, organizationId });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<ClickDay>[] = [
    { key: 'title', label: text('clickDays.name'), cell: ({ id, title }) => <LocalLink to={`/click-day/${id}`}>{say(title)}</LocalLink> },
    { key: 'state', label: text('clickDays.state'), cell: ({ state }) => <StateBadge state={state} /> },
    { key: 'opens', label: text('clickDays.opensAt'), cell: ({ opensAt }) => formatDateTime(opensAt, rome) },
    { key: 'closes', label: text('clickDays.closesAt'), cell: ({ closesAt }) => formatDateTime(closesAt, rome) },
    {
      key: 'services',
      label: text('clickDays.services'),
      cell: ({ services }) =>
        services.length === 0 ? text('clickDays.services.moved') : services.map(({ title }) => say(title)).join(', '),
    },
  ];
  return (
    <Page title={text('clickDays.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('clickDays.lead')}>
      <div className="sp-operations mb-4">
        <Button type="button" color="primary" size="sm" onClick={() => setNew(true)}>
          {text('clickDays.new')}
        </Button>
      </div>
      <PagedTable
        caption={text('clickDays.title')}
        columns={columns}
        rows={rows}
        list={list}
        empty={<Empty icon="it-clock">{text('clickDays.empty')}</Empty>}
      />
      {isNew && <ClickDayDialog day={null} onClose={() => setNew(false)} />}
    </Page>
  );
};
