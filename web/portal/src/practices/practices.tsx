import { useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { Done } from '@sportello/ui/done';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Invitation } from '@sportello/ui/invitation';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Tabs } from '@sportello/ui/tabs';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { AreaTabs } from '../area-tabs.js';
import { SignedIn } from '../signed-in.js';
import { ExternalPractices } from './external.js';
import { PracticeTable } from './practice-table.js';
import { YourTurn } from './your-turn.js';

const tabs = [
  { key: 'in-progress', address: 'in-lavorazione' },
  { key: 'important', address: 'importanti' },
  { key: 'sent', address: 'inviate' },
] as const;
type Tab = (typeof tabs)[number]['key'];

/** "Le mie istanze": what waits for the reader, then in progress, important, sent (PRA-02, PRA-09, PRA-13). */
export const PracticesPage = () => {
  const text = useText();
  const [search] = useSearchParams();
  const [deleted, setDeleted] = useState<string | null>(useLocation().state?.deleted ?? null);
  const active = tabs.find(({ address }) => address === search.get('scheda'))?.key ?? 'in-progress';
  return (
    <SignedIn title={text('menu.mine')}>
      <Page
        title={text('menu.mine')}
        actions={
          <ButtonLink color="primary" className="sp-no-print" to="/servizi">
            {text('menu.new')}
          </ButtonLink>
        }
      >
        <AreaTabs active="practices" />
        {deleted && <Done of={deleted}>{text('delete.done', { number: deleted })}</Done>}
        <Invitation />
        <YourTurn />
        <Tabs
          label={text('practices.tabs')}
          active={active}
          tabs={tabs.map(({ key, address }) => ({
            key,
            label: text(`practices.tab.${key}`),
            to: `/area-personale/pratiche?scheda=${address}`,
          }))}
        />
        <TabContent key={active} tab={active} onDeleted={setDeleted} />
      </Page>
    </SignedIn>
  );
};

const TabContent = ({ tab, onDeleted }: { tab: Tab; onDeleted: (number: string) => void }) => {
  const text = useText();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useAskPages('rpc.practices.list-own.v1', { tab, limit: 25 });
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="mt-4">
      <h2 className="visually-hidden">{text(`practices.tab.${tab}`)}</h2>
      <p>{text(`practices.intro.${tab}`)}</p>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton isTable />)}
      {data && rows.length === 0 && (
        <Empty action={<LocalLink to="/servizi">{text('practices.empty.action')}</LocalLink>}>{text(`practices.empty.${tab}`)}</Empty>
      )}
      {rows.length > 0 && (
        <PracticeTable
          rows={rows}
          caption={text(`practices.tab.${tab}`)}
          date={tab === 'sent' ? 'sent' : 'created'}
          onDeleted={onDeleted}
        />
      )}
      {tab === 'sent' && !hasNextPage && <ExternalPractices />}
      {hasNextPage && (
        <Button type="button" outline color="primary" onClick={() => void fetchNextPage()}>
          {text('ui.more')}
        </Button>
      )}
    </div>
  );
};
