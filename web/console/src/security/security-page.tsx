import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { useSession } from '@sportello/ui/session';
import { Badge } from 'design-react-kit';

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
  const column = (key: string, cell: Column<SecurityEvent>['cell']) => ({ key, label: text(`security.${key}`), cell });
  const columns: Column<SecurityEvent>[] = [
    column('what', ({ kind }) => <Badge color={colours[kind] ?? 'secondary'}>{text(`security.kind.${kind}`)}</Badge>),
    column('at', ({ at }) => <time dateTime={at}>{formatDateTime(at)}</time>),
    column('whom', ({ name }) => name ?? text('security.nobody')),
    column('by', ({ kind, actorName }) => actorName ?? text(nobodys.includes(kind) ? 'security.by.none' : 'security.by.installation')),
    column('address', ({ address }) => <span className="sc-code">{address ?? text('security.address.none')}</span>),
  ];
  const events = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={text('security.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('security.lead', { organization: account?.officer?.organizationName ?? '' })}
    >
      <PagedTable
        list={list}
        caption={text('security.title')}
        columns={columns}
        rows={events}
        empty={
          <Empty icon="it-locked">
            <strong>{text('security.empty')}.</strong> {text('security.empty.text')}
          </Empty>
        }
      />
    </Page>
  );
};
