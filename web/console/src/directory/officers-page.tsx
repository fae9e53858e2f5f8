import type { AnswerOf } from '@sportello/contracts/web';
import { asLine } from '@sportello/italy/typed-text';
import { announce } from '@sportello/ui/announcer';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { type Account, useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { Badge, Button, Table } from 'design-react-kit';
import { useRef, useState } from 'react';
import { useCommands } from '../keys/commands.js';
import { useDelayed } from '../use-delayed.js';
import { More } from './more.js';

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
    announce(text(done, { name }));
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
  const [words, setWords] = useState('');
  const search = useDelayed(asLine(words), 250);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useAskPages(
    'rpc.identity.list-officers.v1',
    search ? { search, limit: 50 } : { limit: 50 },
    { keepsPrevious: true },
  );
  const officers = data?.pages.flatMap(({ items }) => items) ?? [];
  useCommands({ search: () => field.current?.focus() });
  return (
    <Page
      title={text('officers.title')}
      appName={text('console.name')}
      home={{ label: text('place.home'), to: '/' }}
      lead={text('officers.lead', { organization: account?.officer?.organizationName ?? '' })}
    >
      <search className="sc-directory-search">
        <TextField
          label={text('officers.search')}
          value={words}
          onChange={setWords}
          input={{ ref: field, type: 'search', maxLength: 100, autoComplete: 'off' }}
        />
      </search>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={6} isTable />
      ) : officers.length === 0 ? (
        <Empty icon="it-user">
          <strong>{text('officers.empty')}.</strong> {text('officers.empty.text')}
        </Empty>
      ) : (
        <Table className={`sc-table sp-table sc-rows ${isPlaceholderData ? 'is-updating' : ''}`}>
          <caption className="visually-hidden">{text('officers.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('officers.name')}</th>
              <th scope="col">{text('officers.role')}</th>
              <th scope="col">{text('officers.state')}</th>
              <th scope="col">{text('officers.services')}</th>
              <th scope="col">{text('officers.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {officers.map((officer) => (
              <tr key={officer.id}>
                <th scope="row">
                  {officer.familyName} {officer.givenName}
                  {officer.id === account?.personId && (
                    <Badge color="secondary" className="ms-2">
                      {text('officers.you')}
                    </Badge>
                  )}
                </th>
                <td data-label={text('officers.role')}>{text(`ui.role.${officer.role}`)}</td>
                <td data-label={text('officers.state')}>
                  <Badge color={officer.state === 'suspended' ? 'danger' : officer.state === 'invited' ? 'warning' : 'success'}>
                    {text(`officers.state.${officer.state}`)}
                  </Badge>
                </td>
                <td data-label={text('officers.services')}>{text('officers.services.count', { count: officer.subjects.length })}</td>
                <td data-label={text('officers.actions')}>{mayChange(officer, account) && <Suspension officer={officer} />}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <More {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </Page>
  );
};
