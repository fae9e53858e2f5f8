import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { isCivilDate } from '@sportello/italy/rome-time';
import { useAddressWords } from '@sportello/ui/address-words';
import { useAskPages } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { formatDateTime, LocalLink, rome, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { useSession } from '@sportello/ui/session';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { useAll } from '@sportello/ui/use-all';
import { useRef, useState } from 'react';
import { useCommands } from '../keys/commands.js';

type Access = AnswerOf<'rpc.identity.list-body-accesses.v1'>['items'][number];
type Asked = AskedOf<'rpc.identity.list-body-accesses.v1'>;

/** Who of the body has read which practice, the newest first, by number, officer and day (BKO-27). */
export const AccessesPage = () => {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  const [number, setNumber] = useAddressWords();
  const [actorId, setActorId] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const officers = useAll('rpc.identity.list-officers.v1', {});
  const asked: Asked = {
    limit: 50,
    ...(number && { number }),
    ...(actorId && { actorId }),
    ...(isCivilDate(from) && { from }),
    ...(isCivilDate(to) && { to }),
  };
  const list = useAskPages('rpc.identity.list-body-accesses.v1', asked, { keepsPrevious: true, staleTimeMs: 0 });
  const accesses = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  useCommands({ search: () => field.current?.focus() });
  return (
    <Page
      title={text('accesses.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('accesses.lead', { organization: account?.officer?.organizationName ?? '' })}
    >
      <FilterBar search={{ label: text('accesses.search'), words: number, field, onSearch: setNumber }}>
        <SelectField
          label={text('accesses.officer')}
          value={actorId}
          options={[
            { value: '', label: text('accesses.officer.all') },
            ...(officers.data ?? []).map(({ id, givenName, familyName }) => ({ value: id, label: `${givenName} ${familyName}` })),
          ]}
          onChange={setActorId}
        />
        <TextField isDate label={text('accesses.from')} value={from} onChange={setFrom} />
        <TextField isDate label={text('accesses.to')} value={to} onChange={setTo} />
      </FilterBar>
      <PagedTable
        list={list}
        caption={text('accesses.title')}
        columns={columns}
        rows={accesses}
        empty={
          <Empty icon="it-password-visible">
            <strong>{text('accesses.empty')}.</strong>{' '}
            {text(number || actorId || from || to ? 'accesses.empty.filtered' : 'accesses.empty.text')}
          </Empty>
        }
      />
    </Page>
  );
};

const useColumns = (): Column<Access>[] => {
  const text = useText();
  const say = useSay();
  const column = (key: string, cell: Column<Access>['cell']) => ({ key, label: text(`accesses.${key}`), cell });
  return [
    column('what', ({ what, number, about }) => (
      <>
        {say(what)}
        {about && (
          <span className="sc-service">
            <LocalLink to={`/pratiche/${about.id}`} className="sc-code">
              {number ?? text('accesses.practice')}
            </LocalLink>
          </span>
        )}
      </>
    )),
    column('at', ({ at }) => <time dateTime={at}>{formatDateTime(at, rome)}</time>),
    column('who', ({ actorName }) => actorName ?? text('accesses.who.none')),
    column('office', ({ office }) => office ?? text('accesses.office.none')),
  ];
};
