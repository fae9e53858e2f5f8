import { mayDo } from '@sportello/contracts/permissions';
import type { AnswerOf } from '@sportello/contracts/web';
import { asLine } from '@sportello/italy/typed-text';
import { useAddressWords } from '@sportello/ui/address-words';
import { useAskPages } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { formatDateTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { useOpenness } from '@sportello/ui/opening-window';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { useSorting } from '@sportello/ui/sorting';
import { useEffect, useRef } from 'react';
import { useCommands } from '../keys/commands.js';
import { fit } from '../keys/match.js';
import { useQueueFilters } from '../use-queue-filters.js';

type Procedure = AnswerOf<'rpc.practices.list-procedures.v1'>['items'][number];

/** The services that one is enabled to, or all of the body for those who do not work practices (BKO-01). */
export const ServicesPage = () => {
  const text = useText();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  const officer = account?.officer;
  const works = officer ? mayDo([officer.role], 'practices:queue') : false;
  const [words, setWords] = useAddressWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAskPages('rpc.practices.list-procedures.v1', {
    limit: 100,
  });
  const enabled = useQueueFilters(works);
  // The catalogue is of the whole installation; a body has few services, so all pages are read and its own are kept.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && (data?.pages.length ?? 0) < 20) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, data]);
  useCommands({ search: () => field.current?.focus() });

  const enabledIds = works ? enabled.data?.procedures.map((procedure) => procedure.id) : undefined;
  const own = data?.pages
    .flatMap(({ items }) => items)
    .filter((procedure) => (works ? enabledIds?.includes(procedure.id) : procedure.organizationId === officer?.organizationId));
  const isReady = own !== undefined && (!works || enabledIds !== undefined) && !hasNextPage;
  const shown = own?.filter(({ title, code }) => fit(words, say(title)) > 1 || fit(words, code) > 1 || asLine(words) === '') ?? [];
  const columns = useServiceColumns(works);
  const { rows, sorting } = useSorting(shown, {
    name: ({ title }) => say(title),
    status: ({ status }) => text(`services.status.${status}`),
    window: ({ opensAt }) => opensAt ?? '',
  });
  const failure = (data ? null : error) ?? (enabled.data ? null : enabled.error);
  return (
    <Page
      title={text('services.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={works ? text('services.lead.enabled') : text('services.lead.all', { organization: officer?.organizationName ?? '' })}
    >
      <FilterBar search={{ label: text('services.search'), words, field, onSearch: setWords }} />
      {failure ? (
        <ErrorState
          error={failure}
          onRetry={() => {
            void refetch();
            void enabled.refetch();
          }}
        />
      ) : !isReady ? (
        <TableSkeleton caption={text('ui.loading')} columns={columns} />
      ) : shown.length === 0 ? (
        <Empty icon="it-files">
          <strong>{text('services.empty')}.</strong> {text(own.length === 0 ? 'services.empty.text' : 'services.empty.search')}
        </Empty>
      ) : (
        <DataTable caption={text('services.title')} columns={columns} rows={rows} sorting={sorting} />
      )}
    </Page>
  );
};

/** When it can be compiled, in words, and whether it can now. */
const OpeningCell = ({ procedure }: { procedure: Procedure }) => {
  const text = useText();
  const { opensAt, closesAt } = procedure;
  const open = useOpenness(procedure);
  const words =
    opensAt && closesAt
      ? text('services.window.between', { opens: formatDateTime(opensAt), closes: formatDateTime(closesAt) })
      : opensAt
        ? text('services.window.from', { opens: formatDateTime(opensAt) })
        : closesAt
          ? text('services.window.to', { closes: formatDateTime(closesAt) })
          : text('services.window.always');
  return (
    <>
      <span className={`badge sc-badge sc-badge-${open}`}>{text(`services.${open}`)}</span>
      <span className="sc-service">{words}</span>
    </>
  );
};

const useServiceColumns = (works: boolean): Column<Procedure>[] => {
  const text = useText();
  const say = useSay();
  const column = (key: string, cell: Column<Procedure>['cell']) => ({ key, label: text(`services.${key}`), cell });
  return [
    column('name', ({ title, subtitle, code }) => (
      <>
        {say(title)}
        <span className="sc-service">{say(subtitle)}</span>
        <span className="sc-code sc-service">{code}</span>
      </>
    )),
    column('status', ({ status }) => text(`services.status.${status}`)),
    column('window', (procedure) => <OpeningCell procedure={procedure} />),
    column('settings', ({ settings: { workflow, registers } }) => (
      <>
        {text(`services.workflow.${workflow}`)}
        {registers && <span className="sc-service">{text('services.registers')}</span>}
      </>
    )),
    ...(works
      ? [
          column('practices', ({ id, title }) => (
            <LocalLink to={`/pratiche?procedureId=${id}`} aria-label={text('services.open-practices', { title: say(title) })}>
              {text('services.see')}
            </LocalLink>
          )),
        ]
      : []),
  ];
};
