import { useAsk } from '@sportello/ui/api';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { ErrorState } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { useSession } from '@sportello/ui/session';
import { UnsentMails } from './unsent-mails.js';

/** What is done by itself for the body and did not come to its end (ADM-33). */
export const WorkPage = () => {
  const text = useText();
  const { account } = useSession();
  return (
    <Page
      title={text('work.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('work.lead', { organization: account?.officer?.organizationName ?? '' })}
    >
      <OtherSystems />
      <h2 className="h4 mt-4">{text('work.mails')}</h2>
      <p>{text('work.mails.lead')}</p>
      <UnsentMails />
    </Page>
  );
};

/** What waits for systems of others has pages of its own. */
const OtherSystems = () => {
  const text = useText();
  const filings = useAsk('rpc.practices.list-waiting-filings.v1', { limit: 1 }, { staleTimeMs: 0 });
  const enablings = useAsk('rpc.practices.list-enablings.v1', { limit: 100, waits: 'yes' }, { staleTimeMs: 0 });
  const error = filings.error ?? enablings.error;
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([filings.refetch(), enablings.refetch()])} />;
  const people = enablings.data?.items.length ?? 0;
  return (
    <Panel aria-label={text('work.systems')}>
      <h2 className="h5">{text('work.systems')}</h2>
      <ul className="mb-0">
        <li>
          <LocalLink to="/protocollo?scheda=waiting">{text('work.filings')}</LocalLink>
          {filings.data && `: ${text('work.filings.count', { count: filings.data.total })}`}
        </li>
        <li>
          <LocalLink to="/abilitazioni">{text('work.enablings')}</LocalLink>
          {enablings.data && `: ${text(enablings.data.next ? 'work.enablings.many' : 'work.enablings.count', { count: people })}`}
        </li>
      </ul>
    </Panel>
  );
};
