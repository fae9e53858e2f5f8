import { useAsk, useAskPages } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { useSession } from '@sportello/ui/session';
import { Tabs } from '@sportello/ui/tabs';
import { useSearchParams } from 'react-router';
import { DailyRegisters } from './daily-registers.js';
import { Entries } from './entries.js';
import { Settings } from './settings.js';
import { Waiting } from './waiting.js';

const parts = { entries: Entries, waiting: Waiting, days: DailyRegisters, settings: Settings };
type PartKey = keyof typeof parts;
const partKeys = Object.keys(parts) as PartKey[];

/** The protocol of the body: what stands in it, what waits, each day as a document, and where it is kept (PRA-49, INT-09). */
export const ProtocolPage = () => {
  const text = useText();
  const { account } = useSession();
  const [address] = useSearchParams();
  const active = partKeys.find((key) => key === address.get('scheda')) ?? 'entries';
  const waiting = useAskPages('rpc.practices.list-waiting-filings.v1', { limit: 25 }, { staleTimeMs: 0 });
  const settings = useAsk('rpc.practices.get-protocol-settings.v1', {});
  const total = waiting.data?.pages[0]?.total ?? 0;
  const tabs = partKeys.map((key) => ({
    key,
    to: key === 'entries' ? '/protocollo' : `/protocollo?scheda=${key}`,
    label: text(key === 'waiting' && total > 0 ? 'protocol.tab.waiting.count' : `protocol.tab.${key}`, { count: total }),
  }));
  const Part = parts[active];
  return (
    <Page
      title={text('protocol.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text(settings.data?.register === 'external' ? 'protocol.lead.external' : 'protocol.lead.own', {
        organization: account?.officer?.organizationName ?? '',
      })}
    >
      <Tabs label={text('protocol.tabs')} tabs={tabs} active={active} />
      <div className="mt-4">
        <Part />
      </div>
    </Page>
  );
};
