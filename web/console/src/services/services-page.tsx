import { mayDo } from '@sportello/contracts/permissions';
import { asLine } from '@sportello/italy/typed-text';
import { useAddressWords } from '@sportello/ui/address-words';
import { ButtonLink } from '@sportello/ui/button-link';
import { type Column, DataTable, type Selection, TableSkeleton } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { formatDateTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { useOpenness } from '@sportello/ui/opening-window';
import { Page } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { SelectionBar } from '@sportello/ui/selection-bar';
import { useSession } from '@sportello/ui/session';
import { useSorting } from '@sportello/ui/sorting';
import { HowFar, useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { useCommands } from '../keys/commands.js';
import { fit } from '../keys/match.js';
import { ImportDialog } from './import-dialog.js';
import { NewServiceDialog } from './new-service-dialog.js';
import { RatingsDialog } from './ratings-dialog.js';
import { ScheduleDialog } from './schedule-dialog.js';
import type { Procedure } from './service/service.js';

/** The services that one is enabled to, or all of the body for those who do not work practices (BKO-01). */
export const ServicesPage = () => {
  const text = useText();
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  const officer = account?.officer;
  const works = officer ? mayDo([officer.role], 'practices:queue') : false;
  const [words, setWords] = useAddressWords();
  const list = useAll('rpc.practices.list-services.v1', {});
  useCommands({ search: () => field.current?.focus() });

  const shown = list.data?.filter(({ title, code }) => fit(words, say(title)) > 1 || fit(words, code) > 1 || asLine(words) === '') ?? [];
  const [rated, setRated] = useState<Procedure | null>(null);
  const columns = useServiceColumns(works, officer && mayDo([officer.role], 'ratings:read') ? setRated : undefined);
  const { rows, sorting } = useSorting(shown, {
    name: ({ title }) => say(title),
    status: ({ status }) => text(`services.status.${status}`),
    window: ({ opensAt }) => opensAt ?? '',
  });
  const mayWrite = officer ? mayDo([officer.role], 'procedures:write') : false;
  const [asked, setAsked] = useState<'new' | 'import' | 'schedule' | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => selected.has(id));
  const selection: Selection<Procedure> = {
    selected,
    onSelect: (ids, isSelected) => {
      const next = new Set(selected);
      for (const id of ids) isSelected ? next.add(id) : next.delete(id);
      setSelected(next);
    },
    allLabel: text('services.select.all'),
    oneLabel: ({ title }) => text('services.select.one', { title: say(title) }),
  };
  return (
    <Page
      title={text('services.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={works ? text('services.lead.enabled') : text('services.lead.all', { organization: officer?.organizationName ?? '' })}
    >
      {mayWrite && (
        <div className="sp-operations mb-4">
          <Button type="button" color="primary" size="sm" onClick={() => setAsked('new')}>
            {text('services.new')}
          </Button>
          <Button type="button" outline color="primary" size="sm" onClick={() => setAsked('import')}>
            {text('services.import.short')}
          </Button>
          <ButtonLink to="/servizi/modelli" outline color="primary" size="sm">
            {text('services.models.title')}
          </ButtonLink>
          <ButtonLink to="/servizi/catalogo" outline color="primary" size="sm">
            {text('services.groups.title')}
          </ButtonLink>
        </div>
      )}
      {asked === 'new' && <NewServiceDialog onClose={() => setAsked(null)} />}
      {asked === 'import' && <ImportDialog onClose={() => setAsked(null)} />}
      <FilterBar search={{ label: text('services.search'), words, field, onSearch: setWords }} />
      <HowFar list={list} />
      <Loaded query={list} skeleton={<TableSkeleton caption={text('ui.loading')} columns={columns} />}>
        {(own) =>
          shown.length === 0 ? (
            <Empty icon="it-files">
              <strong>{text('services.empty')}.</strong> {text(own.length === 0 ? 'services.empty.text' : 'services.empty.search')}
            </Empty>
          ) : (
            <>
              <SelectionBar count={chosen.length} onClear={() => setSelected(new Set())}>
                <Button type="button" outline color="primary" size="xs" onClick={() => setAsked('schedule')}>
                  {text('services.schedule.short')}
                </Button>
              </SelectionBar>
              <DataTable
                caption={text('services.title')}
                columns={columns}
                rows={rows}
                sorting={sorting}
                {...(mayWrite && { selection })}
              />
            </>
          )
        }
      </Loaded>
      {asked === 'schedule' && (
        <ScheduleDialog
          services={chosen}
          onDone={() => {
            setAsked(null);
            setSelected(new Set());
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {rated && <RatingsDialog procedure={rated} onClose={() => setRated(null)} />}
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
      <span className={`badge sc-badge sc-badge-${open}`}>
        {text(opensAt && closesAt && open === 'not-yet' ? 'services.scheduled' : `services.${open}`)}
      </span>
      <span className="sc-service">{words}</span>
    </>
  );
};

/** @param onRatings shows how people rated a service, to whoever may know it */
const useServiceColumns = (works: boolean, onRatings: ((procedure: Procedure) => void) | undefined): Column<Procedure>[] => {
  const text = useText();
  const say = useSay();
  const column = (key: string, cell: Column<Procedure>['cell']) => ({ key, label: text(`services.${key}`), cell });
  return [
    column('name', ({ id, title, subtitle, code }) => (
      <>
        <LocalLink to={`/servizi/${id}`}>{say(title)}</LocalLink>
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
    ...(onRatings
      ? [
          column('ratings', (procedure) => (
            <Button
              type="button"
              outline
              color="primary"
              size="xs"
              aria-label={text('services.ratings.of', { title: say(procedure.title) })}
              onClick={() => onRatings(procedure)}
            >
              {text('services.ratings.see')}
            </Button>
          )),
        ]
      : []),
  ];
};
