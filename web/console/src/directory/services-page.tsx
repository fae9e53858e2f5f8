import { mayDo } from '@sportello/contracts/permissions';
import type { AnswerOf } from '@sportello/contracts/web';
import { asLine } from '@sportello/italy/typed-text';
import { useAskPages } from '@sportello/ui/api';
import { formatDateTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { useOpenness } from '@sportello/ui/opening-window';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { Table } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { useCommands } from '../keys/commands.js';
import { fit } from '../keys/match.js';
import { useQueueFilters } from '../queue/use-queue.js';

type Procedure = AnswerOf<'rpc.practices.list-procedures.v1'>['items'][number];

/** The services that one is enabled to, or all of the body for those who do not work practices (BKO-01). */
export const ServicesPage = () => {
  const text = useText();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  const officer = account?.officer;
  const works = officer ? mayDo([officer.role], 'practices:queue') : false;
  const [words, setWords] = useState('');
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
  const failure = (data ? null : error) ?? (enabled.data ? null : enabled.error);
  return (
    <Page
      title={text('services.title')}
      appName={text('console.name')}
      home={{ label: text('place.home'), to: '/' }}
      lead={works ? text('services.lead.enabled') : text('services.lead.all', { organization: officer?.organizationName ?? '' })}
    >
      <search className="sc-directory-search">
        <TextField
          label={text('services.search')}
          value={words}
          onChange={setWords}
          input={{ ref: field, type: 'search', maxLength: 100, autoComplete: 'off' }}
        />
      </search>
      {failure ? (
        <ErrorState
          error={failure}
          onRetry={() => {
            void refetch();
            void enabled.refetch();
          }}
        />
      ) : !isReady ? (
        <Skeleton lines={6} isTable />
      ) : shown.length === 0 ? (
        <Empty icon="it-files">
          <strong>{text('services.empty')}.</strong> {text(own.length === 0 ? 'services.empty.text' : 'services.empty.search')}
        </Empty>
      ) : (
        <Table className="sc-table sp-table">
          <caption className="visually-hidden">{text('services.title')}</caption>
          <thead>
            <tr>
              {(['name', 'status', 'window', 'settings'] as const).map((column) => (
                <th key={column} scope="col">
                  {text(`services.${column}`)}
                </th>
              ))}
              {works && <th scope="col">{text('services.practices')}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((procedure) => (
              <ServiceRow key={procedure.id} procedure={procedure} works={works} />
            ))}
          </tbody>
        </Table>
      )}
    </Page>
  );
};

const ServiceRow = ({ procedure, works }: { procedure: Procedure; works: boolean }) => {
  const text = useText();
  const say = useSay();
  const { opensAt, closesAt, settings, status } = procedure;
  const open = useOpenness(procedure);
  const window =
    opensAt && closesAt
      ? text('services.window.between', { opens: formatDateTime(opensAt), closes: formatDateTime(closesAt) })
      : opensAt
        ? text('services.window.from', { opens: formatDateTime(opensAt) })
        : closesAt
          ? text('services.window.to', { closes: formatDateTime(closesAt) })
          : text('services.window.always');
  return (
    <tr>
      <th scope="row">
        {say(procedure.title)}
        <span className="sc-service">{say(procedure.subtitle)}</span>
        <span className="sc-code sc-service">{procedure.code}</span>
      </th>
      <td data-label={text('services.status')}>{text(`services.status.${status}`)}</td>
      <td data-label={text('services.window')}>
        <span className={`badge sc-badge sc-badge-${open}`}>{text(`services.${open}`)}</span>
        <span className="sc-service">{window}</span>
      </td>
      <td data-label={text('services.settings')}>
        {text(`services.workflow.${settings.workflow}`)}
        {settings.registers && <span className="sc-service">{text('services.registers')}</span>}
      </td>
      {works && (
        <td data-label={text('services.practices')}>
          <LocalLink
            to={`/pratiche?procedureId=${procedure.id}`}
            aria-label={text('services.open-practices', { title: say(procedure.title) })}
          >
            {text('services.see')}
          </LocalLink>
        </td>
      )}
    </tr>
  );
};
