import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages } from '@sportello/ui/api';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton, Stale } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { Badge, Table } from 'design-react-kit';
import { More } from './more.js';

type SecurityEvent = AnswerOf<'rpc.identity.list-security-events.v1'>['items'][number];

const colours: Partial<Record<SecurityEvent['kind'], string>> = {
  'sign-in-failed': 'warning',
  'sign-in-locked': 'danger',
  'officer-suspended': 'danger',
};

/** Done by whoever typed a name and a wrong password. */
const nobodys: readonly SecurityEvent['kind'][] = ['sign-in-failed', 'sign-in-locked'];

/** Sign-ins and changed rights of the body's officers, the newest first (IDE-53). */
export const SecurityPage = () => {
  const text = useText();
  const { account } = useSession();
  const list = useAskPages('rpc.identity.list-security-events.v1', { limit: 50 }, { staleTimeMs: 0 });
  const { data, error, refetch } = list;
  const events = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={text('security.title')}
      appName={text('console.name')}
      home={{ label: text('place.home'), to: '/' }}
      lead={text('security.lead', { organization: account?.officer?.organizationName ?? '' })}
    >
      {data && error && <Stale at={list.dataUpdatedAt} onRefresh={() => void refetch()} />}
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={6} isTable />
      ) : events.length === 0 ? (
        <Empty icon="it-locked">
          <strong>{text('security.empty')}.</strong> {text('security.empty.text')}
        </Empty>
      ) : (
        <Table className="sc-table sp-table">
          <caption className="visually-hidden">{text('security.title')}</caption>
          <thead>
            <tr>
              {(['what', 'at', 'whom', 'by', 'address'] as const).map((column) => (
                <th key={column} scope="col">
                  {text(`security.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <EventRow key={event.id} event={event} />
            ))}
          </tbody>
        </Table>
      )}
      <More {...list} />
    </Page>
  );
};

const EventRow = ({ event: { kind, at, name, actorName, address } }: { event: SecurityEvent }) => {
  const text = useText();
  return (
    <tr>
      <th scope="row">
        <Badge color={colours[kind] ?? 'secondary'}>{text(`security.kind.${kind}`)}</Badge>
      </th>
      <td data-label={text('security.at')}>
        <time dateTime={at}>{formatDateTime(at)}</time>
      </td>
      <td data-label={text('security.whom')}>{name ?? text('security.nobody')}</td>
      <td data-label={text('security.by')}>
        {actorName ?? text(nobodys.includes(kind) ? 'security.by.none' : 'security.by.installation')}
      </td>
      <td data-label={text('security.address')}>
        <span className="sc-code">{address ?? text('security.address.none')}</span>
      </td>
    </tr>
  );
};
