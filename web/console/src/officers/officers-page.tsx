import { isId } from '@sportello/contracts/id';
import { OfficerRole, OfficerState } from '@sportello/contracts/identity/officers';
import { asLine } from '@sportello/italy/typed-text';
import { useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import type { Column } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { formatDate, LocalLink, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { useSession } from '@sportello/ui/session';
import { SelectField } from '@sportello/ui/text-field';
import { useAll } from '@sportello/ui/use-all';
import { Badge } from 'design-react-kit';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useCommands } from '../keys/commands.js';
import { nameOf, type Officer } from './officer.js';
import { StateBadge } from './state-badge.js';
import './officers.css';

/** Words and filters, in the address: a list can be kept, sent, and gone back to. */
function useFilters() {
  const [address, setAddress] = useSearchParams();
  const office = address.get('ufficio') ?? '';
  const filters = {
    search: asLine(address.get('q') ?? '').slice(0, 100),
    officeId: isId(office) ? office : '',
    role: OfficerRole.options.find((role) => role === address.get('ruolo')) ?? ('' as const),
    state: OfficerState.options.find((state) => state === address.get('stato')) ?? ('' as const),
  };
  const set = (name: 'q' | 'ufficio' | 'ruolo' | 'stato', value: string) => {
    const next = new URLSearchParams(address);
    if (value) next.set(name, value);
    else next.delete(name);
    setAddress(next, { preventScrollReset: true });
  };
  return { filters, set };
}

/** Who works for the body, in which role and office, for how many services (ADM-06). */
export const OfficersPage = () => {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  const { filters, set } = useFilters();
  const { data: offices = [] } = useAll('rpc.identity.list-offices.v1', {});
  const asked = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  const list = useAskPages('rpc.identity.list-officers.v1', { ...asked, limit: 50 }, { keepsPrevious: true });
  const officers = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns(account?.personId, new Map(offices.map(({ id, name }) => [id, name])));
  useCommands({ search: () => field.current?.focus() });
  const filter = (name: 'ufficio' | 'ruolo' | 'stato', key: string, value: string, options: { value: string; label: string }[]) => (
    <SelectField
      label={text(`officers.${key}`)}
      value={value}
      options={[{ value: '', label: text(`officers.${key}.all`) }, ...options]}
      onChange={(chosen) => set(name, chosen)}
    />
  );
  return (
    <Page
      title={text('officers.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('officers.lead', { organization: account?.officer?.organizationName ?? '' })}
      actions={
        <>
          <ButtonLink to="/operatori/uffici" color="primary" outline size="sm">
            {text('offices.title')}
          </ButtonLink>
          <ButtonLink to="/operatori/nuovo" color="primary" size="sm" aria-label={`${text('officers.add')}: ${text('officers.new')}`}>
            {text('officers.add')}
          </ButtonLink>
        </>
      }
    >
      <FilterBar search={{ label: text('officers.search'), words: filters.search, field, onSearch: (words) => set('q', asLine(words)) }}>
        {filter(
          'ufficio',
          'office',
          filters.officeId,
          offices.map(({ id, name }) => ({ value: id, label: name })),
        )}
        {filter(
          'ruolo',
          'role',
          filters.role,
          OfficerRole.options.map((role) => ({ value: role, label: text(`ui.role.${role}`) })),
        )}
        {filter(
          'stato',
          'state',
          filters.state,
          OfficerState.options.map((state) => ({ value: state, label: text(`officers.state.${state}`) })),
        )}
      </FilterBar>
      <PagedTable
        list={list}
        caption={text('officers.title')}
        columns={columns}
        rows={officers}
        empty={
          <Empty icon="it-user">
            <strong>{text('officers.empty')}.</strong> {text('officers.empty.text')}
          </Empty>
        }
      />
    </Page>
  );
};

const useColumns = (personId: string | undefined, offices: ReadonlyMap<string, string>): Column<Officer>[] => {
  const text = useText();
  const column = (key: string, cell: Column<Officer>['cell']) => ({ key, label: text(`officers.${key}`), cell });
  return [
    column('name', (officer) => (
      <>
        <LocalLink to={`/operatori/${officer.id}`}>{nameOf(officer)}</LocalLink>
        {officer.id === personId && (
          <Badge color="secondary" className="ms-2">
            {text('officers.you')}
          </Badge>
        )}
      </>
    )),
    column('role', ({ role }) => text(`ui.role.${role}`)),
    column('office', ({ officeId }) => (officeId && offices.get(officeId)) || text('officers.office.none')),
    column('state', ({ state, absence }) => (
      <>
        <StateBadge state={state} />
        {absence && (
          <span className="d-block small">{text('absence.days', { from: formatDate(absence.from), to: formatDate(absence.to) })}</span>
        )}
      </>
    )),
    column('services', ({ subjects }) =>
      text('officers.services.count', { count: subjects.filter(({ kind }) => kind === 'procedure').length }),
    ),
  ];
};
