import { EnablingState } from '@sportello/contracts/practices/enabling';
import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { useAddressWords } from '@sportello/ui/address-words';
import { useAskPages, useCommand } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { FilterBar } from '@sportello/ui/filter-bar';
import { formatDate, formatDateTime, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { useSession } from '@sportello/ui/session';
import { SelectField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Badge, Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { useCommands } from '../keys/commands.js';

type Item = AnswerOf<'rpc.practices.list-enablings.v1'>['items'][number];
type Asked = AskedOf<'rpc.practices.list-enablings.v1'>;

const list = 'rpc.practices.list-enablings.v1';
const colours: Record<Item['state'], string> = {
  requested: 'secondary',
  existing_credential: 'primary',
  new_credential: 'primary',
  enabled: 'success',
  discarded: 'danger',
};

/** The people whom requests list to be enabled: how far each has come, and for whom the regional system is waited for (INT-12). */
export const EnablingsPage = () => {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  const [search, setSearch] = useAddressWords();
  const [state, setState] = useState<Item['state'] | 'waits' | ''>('');
  const asked: Asked = {
    limit: 50,
    ...(search && { search }),
    ...(state === 'waits' ? { waits: 'yes' as const } : state && { state }),
  };
  const pages = useAskPages(list, asked, { keepsPrevious: true, staleTimeMs: 0 });
  const retry = useCommand('rpc.practices.retry-enabling.v1', [list]);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const columns = useColumns(retry.isPending, ({ id }) => {
    if (!retry.isPending) retry.mutate({ id }, { onSuccess: () => toast({ words: text('enablings.retry.done') }) });
  });
  useCommands({ search: () => field.current?.focus() });
  return (
    <Page
      title={text('enablings.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('enablings.lead', { organization: account?.officer?.organizationName ?? '' })}
    >
      <FilterBar search={{ label: text('enablings.search'), words: search, field, onSearch: setSearch }}>
        <SelectField
          label={text('enablings.state')}
          value={state}
          options={[
            { value: '', label: text('enablings.state.all') },
            { value: 'waits', label: text('enablings.state.waits') },
            ...EnablingState.options.map((value) => ({ value, label: text(`enablings.state.${value}`) })),
          ]}
          onChange={(value) => setState(value === 'waits' ? value : (EnablingState.options.find((one) => one === value) ?? ''))}
        />
      </FilterBar>
      {retry.error && <ErrorNote error={retry.error} />}
      <PagedTable
        list={pages}
        caption={text('enablings.title')}
        columns={columns}
        rows={items}
        empty={
          <Empty icon="it-user">
            <strong>{text('enablings.empty')}.</strong> {text(search || state ? 'enablings.empty.filtered' : 'enablings.empty.text')}
          </Empty>
        }
      />
    </Page>
  );
};

const useColumns = (isTrying: boolean, onRetry: (item: Item) => void): Column<Item>[] => {
  const text = useText();
  const column = (key: string, cell: Column<Item>['cell']) => ({ key, label: text(`enablings.column.${key}`), cell });
  return [
    column('who', ({ givenName, familyName, fiscalCode, username }) => (
      <>
        {givenName} {familyName}
        <span className="sc-service sc-code">{fiscalCode}</span>
        {username && <span className="sc-service">{text('enablings.username', { username })}</span>}
      </>
    )),
    column('request', ({ onBehalfOf, practiceId, practiceNumber }) => (
      <>
        {onBehalfOf}
        <span className="sc-service">
          <LocalLink to={`/pratiche/${practiceId}`} className="sc-code">
            {practiceNumber}
          </LocalLink>
        </span>
      </>
    )),
    column('state', ({ state, reason }) => (
      <>
        <Badge color={colours[state]}>{text(`enablings.state.${state}`)}</Badge>
        {reason && <span className="sc-service">{text(`enablings.reason.${reason}`)}</span>}
      </>
    )),
    column('day', ({ enabledAt, dueOn }) => {
      if (enabledAt) return <time dateTime={enabledAt}>{formatDateTime(enabledAt, rome)}</time>;
      return dueOn && text('enablings.due', { date: formatDate(dueOn) });
    }),
    column('waits', (item) => item.cause && <Waits item={item} isTrying={isTrying} onRetry={() => onRetry(item)} />),
  ];
};

/** What the last try ended with, when the next is, and a button for now. */
const Waits = ({ item, isTrying, onRetry }: { item: Item; isTrying: boolean; onRetry: () => void }) => {
  const text = useText();
  const { cause, detail, attempts, nextTryAt, givenName, familyName } = item;
  return (
    <>
      {text(`enablings.cause.${cause}`)}
      {detail && <span className="sc-service">{text('enablings.detail', { detail })}</span>}
      <span className="sc-service">
        {text('enablings.tried', { count: attempts })} {nextTryAt && text('enablings.next', { at: formatDateTime(nextTryAt) })}
      </span>
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        aria-label={text('enablings.retry.label', { name: `${givenName} ${familyName}` })}
        aria-disabled={isTrying || undefined}
        onClick={onRetry}
      >
        {text('enablings.retry')}
      </Button>
    </>
  );
};
