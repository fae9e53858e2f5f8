import type { ReactNode } from 'react';
import { Icon } from './icon.js';
import type { Sorting } from './sorting.js';
import './data-table.css';

export interface Column<R> {
  key: string;
  label: string;
  cell: (row: R) => ReactNode;
  /** The cell that names its row; without one it is the first. */
  isName?: boolean;
  /** True for a column whose cells say by themselves what they are. */
  isLabelHidden?: boolean;
}

export interface Selection<R> {
  selected: ReadonlySet<string>;
  onSelect: (ids: readonly string[], isSelected: boolean) => void;
  allLabel: string;
  oneLabel: (row: R) => string;
}

export interface DataTableProps<R> {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowClass?: (row: R) => string;
  selection?: Selection<R>;
  sorting?: Sorting;
  /** True while newer rows are being read: the old ones stay, dimmed. */
  isUpdating?: boolean;
}

/** Rows under heads that stay in view; on small screens each row is laid out as a card by the stylesheet, with the same cells. */
export const DataTable = <R extends { id: string }>(props: DataTableProps<R>) => {
  const { caption, columns, rows, rowClass, selection, sorting, isUpdating = false } = props;
  const name = columns.find(({ isName }) => isName) ?? columns[0];
  return (
    <div className={`sp-data ${isUpdating ? 'is-updating' : ''}`} aria-busy={isUpdating || undefined}>
      <table className="table sp-data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && <SelectAll rows={rows} selection={selection} />}
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={`${rowClass?.(row) ?? ''} ${selection?.selected.has(row.id) ? 'is-selected' : ''}`}>
              {selection && (
                <td className="sp-cell-select">
                  <input
                    type="checkbox"
                    className="sp-check"
                    aria-label={selection.oneLabel(row)}
                    checked={selection.selected.has(row.id)}
                    onChange={(event) => selection.onSelect([row.id], event.target.checked)}
                  />
                </td>
              )}
              {columns.map((column) =>
                column === name ? (
                  <th key={column.key} scope="row" className={`sp-cell-name sp-cell-${column.key}`}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={`sp-cell-${column.key}`} data-label={column.isLabelHidden ? undefined : column.label}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const SelectAll = <R extends { id: string }>({ rows, selection }: { rows: readonly R[]; selection: Selection<R> }) => {
  const areAll = rows.length > 0 && rows.every(({ id }) => selection.selected.has(id));
  return (
    <th scope="col" className="sp-cell-select">
      <input
        type="checkbox"
        className="sp-check"
        aria-label={selection.allLabel}
        checked={areAll}
        onChange={() =>
          selection.onSelect(
            rows.map(({ id }) => id),
            !areAll,
          )
        }
      />
    </th>
  );
};

const Head = <R,>({ column: { key, label, isLabelHidden }, sorting }: { column: Column<R>; sorting?: Sorting }) => {
  const isSorted = sorting?.key === key;
  const words = isLabelHidden ? <span className="visually-hidden">{label}</span> : label;
  return (
    <th scope="col" className={`sp-cell-${key}`} aria-sort={isSorted ? (sorting.isDescending ? 'descending' : 'ascending') : undefined}>
      {sorting?.has(key) ? (
        <button type="button" className="sp-sort" onClick={() => sorting.by(key)}>
          {words}
          <Icon
            name={isSorted && sorting.isDescending ? 'it-arrow-down-triangle' : 'it-arrow-up-triangle'}
            className={`icon-xs ${isSorted ? 'is-on' : ''}`}
          />
        </button>
      ) : (
        words
      )}
    </th>
  );
};

/** Grey rows with the real columns, for the first reading. */
export const TableSkeleton = ({ caption, columns }: { caption: string; columns: readonly { key: string; label: string }[] }) => (
  <div className="sp-data" aria-busy="true">
    <table className="table sp-data-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col" className={`sp-cell-${key}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody aria-hidden="true">
        {Array.from({ length: 10 }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grey rows are all alike and never move
          <tr key={row}>
            {columns.map(({ key }) => (
              <td key={key} className={`sp-cell-${key}`}>
                <span className="sp-grey" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
