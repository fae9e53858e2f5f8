import { type Column, DataTable } from '@sportello/ui/data-table';
import { type ReactNode, useId } from 'react';
import { Chart, type Series } from './chart.js';

interface FigureProps<R> {
  title: string;
  /** What it counts, and of which days. */
  lead: ReactNode;
  rows: readonly R[];
  columns: readonly Column<R>[];
  /** What the bar of a row stands for. */
  point: (row: R) => string;
  bars: { name: string; of: (row: R) => number };
  target?: { name: string; of: (row: R) => number } | undefined;
  isLying?: boolean;
}

/** A chart, and beside it the same figures as a table. */
export const Figure = <R extends { id: string }>({ title, lead, rows, columns, point, bars, target, isLying }: FigureProps<R>) => {
  const id = useId();
  const series = ({ name, of }: { name: string; of: (row: R) => number }): Series => ({ name, values: rows.map(of) });
  return (
    <section className="sc-figure" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      <div className="sc-figure-parts">
        <Chart
          label={`${title}. ${rows.map((row) => `${point(row)}: ${bars.of(row)}`).join('; ')}`}
          points={rows.map(point)}
          bars={series(bars)}
          target={target && series(target)}
          isLying={isLying ?? false}
        />
        <DataTable caption={title} columns={columns} rows={rows} />
      </div>
    </section>
  );
};
