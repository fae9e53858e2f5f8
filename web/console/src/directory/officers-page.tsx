import { useAskPages } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { Badge, Button, Table } from 'design-react-kit';
import { useRef, useState } from 'react';
import { useCommands } from '../keys/commands.js';
import { useDelayed } from '../use-delayed.js';

/** Who works for the body, in which role, for how many services. */
export const OfficersPage = () => {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  const [words, setWords] = useState('');
  const search = useDelayed(words.trim(), 250);
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
              <th scope="col">{text('officers.services')}</th>
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
                <td data-label={text('officers.services')}>{text('officers.services.count', { count: officer.procedureIds.length })}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {hasNextPage && (
        <div className="sc-more">
          <Button
            type="button"
            outline
            color="primary"
            size="sm"
            aria-disabled={isFetchingNextPage || undefined}
            onClick={() => void fetchNextPage()}
          >
            {text(isFetchingNextPage ? 'queue.more.loading' : 'queue.more')}
          </Button>
        </div>
      )}
    </Page>
  );
};
