import type { AskedOf } from '@sportello/contracts/web';
import { announce } from '@sportello/ui/announcer';
import { useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { FilterBar } from '@sportello/ui/filter-bar';
import { LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty, Loaded, Skeleton } from '@sportello/ui/page-states';
import { SelectField } from '@sportello/ui/text-field';
import { type TicketStatus, TicketStatusChip, ticketPriority, ticketStatuses, ticketStatusLabel } from '@sportello/ui/ticket-status';
import { Button, Table } from 'design-react-kit';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { AreaTabs } from '../area-tabs.js';
import { catalogueAddress, OwnPage } from './frame.js';
import { Ago } from './ticket-facts.js';

/** "Le mie richieste": every one that was sent, with its state; the filters stand in the address (TIC-10). */
export const TicketsPage = () => {
  const text = useText();
  return (
    <OwnPage
      title={text('help.mine')}
      trail={[{ label: text('area.title'), to: '/area-personale' }]}
      actions={
        <ButtonLink color="primary" to={catalogueAddress}>
          {text('help.ask')}
        </ButtonLink>
      }
    >
      <AreaTabs active="tickets" />
      <List />
    </OwnPage>
  );
};

const isStatus = (value: string): value is TicketStatus => (ticketStatuses as readonly string[]).includes(value);

const List = () => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const status = search.get('stato') ?? '';
  const words = search.get('q') ?? '';
  const asked: AskedOf<'rpc.ticketing.list-own.v1'> = {
    ...(isStatus(status) ? { status } : status === 'aperte' ? { isOpen: 'true' as const } : {}),
    ...(words && { search: words }),
    limit: 25,
  };
  const list = useAskPages('rpc.ticketing.list-own.v1', asked, { keepsPrevious: true });
  const rows = list.data?.pages.flatMap(({ items }) => items);
  const count = rows?.length;
  useEffect(() => {
    if (count !== undefined) announce(text('help.mine.found', { count }));
  }, [count, text]);
  const show = (stato: string, q: string) => setSearch({ ...(stato && { stato }), ...(q && { q }) }, { preventScrollReset: true });
  const isFiltered = status !== '' || words !== '';
  return (
    <>
      <FilterBar search={{ label: text('help.mine.search'), words, onSearch: (typed) => show(status, typed.trim()) }}>
        <SelectField
          label={text('help.status')}
          value={status}
          options={[
            { value: '', label: text('help.status.all') },
            { value: 'aperte', label: text('help.status.open') },
            ...ticketStatuses.map((value) => ({ value, label: ticketStatusLabel(value, language) })),
          ]}
          onChange={(value) => show(value, words)}
        />
      </FilterBar>
      <Loaded query={list} skeleton={<Skeleton isTable />}>
        {({ pages }) => {
          const found = pages.flatMap(({ items }) => items);
          if (found.length === 0)
            return isFiltered ? (
              <Empty
                icon="it-search"
                action={
                  <Button type="button" outline color="primary" size="sm" onClick={() => show('', '')}>
                    {text('help.mine.clear')}
                  </Button>
                }
              >
                {text('help.mine.filtered')}
              </Empty>
            ) : (
              <Empty action={<LocalLink to={catalogueAddress}>{text('help.ask')}</LocalLink>}>{text('help.mine.empty')}</Empty>
            );
          return (
            <Table className="sp-table align-middle" aria-label={text('help.mine')}>
              <thead>
                <tr>
                  <th scope="col">{text('help.number')}</th>
                  <th scope="col">{text('help.service')}</th>
                  <th scope="col">{text('help.status')}</th>
                  <th scope="col">{text('help.priority')}</th>
                  <th scope="col">{text('help.created')}</th>
                  <th scope="col">{text('help.changed')}</th>
                </tr>
              </thead>
              <tbody>
                {found.map((row) => (
                  <tr key={row.id}>
                    <th scope="row" data-label={text('help.number')}>
                      <LocalLink to={`/area-personale/richieste/${row.id}`}>{row.number}</LocalLink>
                    </th>
                    <td data-label={text('help.service')}>
                      {say(row.name)}
                      <span className="d-block small text-secondary">{row.organizationName}</span>
                    </td>
                    <td data-label={text('help.status')}>
                      <TicketStatusChip status={row.status} />
                    </td>
                    <td data-label={text('help.priority')}>{ticketPriority(row.priority)}</td>
                    <td data-label={text('help.created')}>
                      <Ago at={row.createdAt} />
                    </td>
                    <td data-label={text('help.changed')}>
                      <Ago at={row.changedAt} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          );
        }}
      </Loaded>
      <More {...list} />
    </>
  );
};
