import { mayDo, type Permission } from '@sportello/contracts/permissions';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { useSession } from '@sportello/ui/session';
import { Tabs } from '@sportello/ui/tabs';
import type { ComponentType } from 'react';
import { useSearchParams } from 'react-router';
import { Anomalies, Refunds } from './anomalies.js';
import { CreditorSettings } from './creditor-settings.js';
import { Exports } from './exports.js';
import { Flows } from './flows.js';
import { Imports } from './imports.js';
import { Positions } from './positions.js';
import { Receipts } from './receipts.js';
import { RefusedReceipts } from './refused-receipts.js';

/** The parts of the section, each for whoever may read what it shows; the first has no name in the address. */
const parts = [
  { key: 'positions', address: '', permission: 'positions:search', Part: Positions },
  { key: 'anomalies', address: 'anomalie', permission: 'anomalies:read', Part: Anomalies },
  { key: 'refunds', address: 'rimborsi', permission: 'anomalies:read', Part: Refunds },
  { key: 'flows', address: 'flussi', permission: 'anomalies:read', Part: Flows },
  { key: 'receipts', address: 'ricevute', permission: 'anomalies:read', Part: Receipts },
  { key: 'refused', address: 'ricevute-rifiutate', permission: 'anomalies:read', Part: RefusedReceipts },
  { key: 'exports', address: 'esportazioni', permission: 'positions:search', Part: Exports },
  { key: 'imports', address: 'importazione', permission: 'positions:write', Part: Imports },
  { key: 'settings', address: 'impostazioni', permission: 'creditors:read', Part: CreditorSettings },
] as const satisfies readonly { key: string; address: string; permission: Permission; Part: ComponentType }[];

/** What the body is owed, what about it needs somebody, and how it is known to pagoPA. */
export const PaymentsPage = () => {
  const text = useText();
  const { account } = useSession();
  const [address] = useSearchParams();
  const role = account?.officer?.role;
  const offered = parts.filter(({ permission }) => role !== undefined && mayDo([role], permission));
  const { key, Part } = offered.find((part) => part.address === address.get('scheda')) ?? parts[0];
  return (
    <Page
      title={text('payments.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('payments.lead', { organization: account?.officer?.organizationName ?? '' })}
    >
      {offered.length > 1 && (
        <Tabs
          label={text('payments.tabs')}
          active={key}
          tabs={offered.map((part) => ({
            key: part.key,
            label: text(`payments.tab.${part.key}`),
            to: part.address ? `/pagamenti?scheda=${part.address}` : '/pagamenti',
          }))}
        />
      )}
      <div className="mt-4">
        <h2 className="visually-hidden">{text(`payments.tab.${key}`)}</h2>
        <Part key={key} />
      </div>
    </Page>
  );
};
