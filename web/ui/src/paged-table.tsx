import type { ReactNode } from 'react';
import { DataTable, type DataTableProps, TableSkeleton } from './data-table.js';
import { useText } from './i18n.js';
import { More, type MoreProps } from './more.js';
import { ErrorState, Stale } from './page-states.js';

interface PagedTableProps<R> extends Omit<DataTableProps<R>, 'isUpdating'> {
  /** What `useAskPages` answered. */
  list: MoreProps & { data: unknown; error: unknown; dataUpdatedAt: number; isPlaceholderData: boolean; refetch: () => unknown };
  /** In the place of the rows, where there are none. */
  empty: ReactNode;
}

/** A list that is read page after page: the first reading, what failed, that there is nothing, the rows, and the next page. */
export const PagedTable = <R extends { id: string }>({ list, empty, ...table }: PagedTableProps<R>) => {
  const text = useText();
  const { data, error, dataUpdatedAt, isPlaceholderData, refetch } = list;
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <TableSkeleton caption={text('ui.loading')} columns={table.columns} />;
  return (
    <>
      {error !== null && <Stale at={dataUpdatedAt} onRefresh={() => void refetch()} />}
      {table.rows.length === 0 ? empty : <DataTable {...table} isUpdating={isPlaceholderData} />}
      <More {...list} />
    </>
  );
};
