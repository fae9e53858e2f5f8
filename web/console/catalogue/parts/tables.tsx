import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { useSay } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { SelectionBar } from '@sportello/ui/selection-bar';
import { useSorting } from '@sportello/ui/sorting';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { type Loan, loans, words } from '../rows.js';
import { State } from '../state.js';

export const Tables = () => {
  const say = useSay();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['2']));
  const columns: Column<Loan>[] = [
    { key: 'title', label: say(words.title), cell: ({ title }) => title },
    { key: 'reader', label: say(words.reader), cell: ({ reader }) => reader },
    { key: 'days', label: say(words.days), cell: ({ days }) => days },
  ];
  const { rows, sorting } = useSorting(loans, { title: ({ title }) => title, days: ({ days }) => days });
  return (
    <>
      <State name={{ it: 'Ordine, selezione, righe segnate', en: 'Order, selection, marked rows' }}>
        <SelectionBar count={rows.filter(({ id }) => selected.has(id)).length} onClear={() => setSelected(new Set())}>
          <Button type="button" outline color="primary" size="xs">
            {say({ it: 'Sollecita', en: 'Send a reminder' })}
          </Button>
        </SelectionBar>
        <DataTable
          caption={say(words.loans)}
          columns={columns}
          rows={rows}
          sorting={sorting}
          rowClass={({ id }) => (id === '1' ? 'is-current' : id === '3' ? 'is-gone' : '')}
          selection={{
            selected,
            onSelect: (ids, isSelected) =>
              setSelected(new Set([...[...selected].filter((id) => !ids.includes(id)), ...(isSelected ? ids : [])])),
            allLabel: say({ it: 'Seleziona tutti i prestiti', en: 'Select all loans' }),
            oneLabel: ({ title }) => say({ it: `Seleziona ${title}`, en: `Select ${title}` }),
          }}
        />
        <More hasNextPage isFetchingNextPage={false} fetchNextPage={() => undefined} />
      </State>
      <State name={{ it: 'Mentre si rilegge', en: 'While it is read again' }}>
        <DataTable caption={say(words.loans)} columns={columns} rows={rows} isUpdating />
        <More hasNextPage isFetchingNextPage fetchNextPage={() => undefined} />
      </State>
      <State name={{ it: 'Prima lettura', en: 'First reading' }}>
        <TableSkeleton caption={say(words.loans)} columns={columns} />
      </State>
    </>
  );
};
