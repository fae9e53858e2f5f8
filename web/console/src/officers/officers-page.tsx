import type { AnswerOf } from '@sportello/contracts/web';
import { useAddressWords } from '@sportello/ui/address-words';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { FilterBar } from '@sportello/ui/filter-bar';
import { useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { type Account, useSession } from '@sportello/ui/session';
import { toast } from '@sportello/ui/toasts';
import { Badge, Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { useCommands } from '../keys/commands.js';

type Officer = AnswerOf<'rpc.identity.list-officers.v1'>['items'][number];

/** Nobody suspends herself, and only an administrator another one. The server decides; here only what it would refuse is not offered. */
const mayChange = ({ id, role, state }: Officer, account: Account | null) =>
  state !== 'invited' && id !== account?.personId && (role !== 'administrator' || account?.officer?.role === 'administrator');

/** Suspends an officer, or takes it back, after asking. */
const Suspension = ({ officer }: { officer: Officer }) => {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  const suspend = useCommand('rpc.identity.suspend-officer.v1', ['rpc.identity.list-officers.v1']);
  const reinstate = useCommand('rpc.identity.reinstate-officer.v1', ['rpc.identity.list-officers.v1']);
  const name = `${officer.givenName} ${officer.familyName}`;
  const isSuspended = officer.state === 'suspended';
  const [command, words, done] = isSuspended
    ? ([reinstate, 'officers.reinstate', 'officers.reinstated'] as const)
    : ([suspend, 'officers.suspend', 'officers.suspended'] as const);
  const onSuccess = () => {
    setAsking(false);
    toast({ words: text(done, { name }) });
  };
  return (
    <>
      <Button
        type="button"
        outline
        color={isSuspended ? 'primary' : 'danger'}
        size="xs"
        aria-label={text(`${words}.label`, { name })}
        onClick={() => setAsking(true)}
      >
        {text(words)}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={text(`${words}.ask`, { name })}
          confirm={text(words)}
          isDangerous={!isSuspended}
          isPending={command.isPending}
          error={command.error}
          onConfirm={() => command.mutate({ id: officer.id }, { onSuccess })}
          onCancel={() => setAsking(false)}
        >
          <p>{text(`${words}.text`, { name })}</p>
        </ConfirmDialog>
      )}
    </>
  );
};

/** Who works for the body, in which role, for how many services. */
export const OfficersPage = () => {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  const [search, setSearch] = useAddressWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useAskPages(
    'rpc.identity.list-officers.v1',
    search ? { search, limit: 50 } : { limit: 50 },
    { keepsPrevious: true },
  );
  const officers = data?.pages.flatMap(({ items }) => items) ?? [];
  const column = (key: string, cell: Column<Officer>['cell']) => ({ key, label: text(`officers.${key}`), cell });
  const columns: Column<Officer>[] = [
    column('name', ({ id, familyName, givenName }) => (
      <>
        {familyName} {givenName}
        {id === account?.personId && (
          <Badge color="secondary" className="ms-2">
            {text('officers.you')}
          </Badge>
        )}
      </>
    )),
    column('role', ({ role }) => text(`ui.role.${role}`)),
    column('state', ({ state }) => (
      <Badge color={state === 'suspended' ? 'danger' : state === 'invited' ? 'warning' : 'success'}>
        {text(`officers.state.${state}`)}
      </Badge>
    )),
    column('services', ({ subjects }) => text('officers.services.count', { count: subjects.length })),
    column('actions', (officer) => mayChange(officer, account) && <Suspension officer={officer} />),
  ];
  useCommands({ search: () => field.current?.focus() });
  return (
    <Page
      title={text('officers.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('officers.lead', { organization: account?.officer?.organizationName ?? '' })}
    >
      <FilterBar search={{ label: text('officers.search'), words: search, field, onSearch: setSearch }} />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton caption={text('ui.loading')} columns={columns} />
      ) : officers.length === 0 ? (
        <Empty icon="it-user">
          <strong>{text('officers.empty')}.</strong> {text('officers.empty.text')}
        </Empty>
      ) : (
        <DataTable caption={text('officers.title')} columns={columns} rows={officers} isUpdating={isPlaceholderData} />
      )}
      <More {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </Page>
  );
};
