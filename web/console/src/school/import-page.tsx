import { newId } from '@sportello/contracts/id';
import { ImportKind } from '@sportello/contracts/school/imports';
import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { type ChosenCsv, CsvFile } from '@sportello/ui/csv-file';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, rome, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { SelectField } from '@sportello/ui/text-field';
import { Badge, Button } from 'design-react-kit';
import { useState } from 'react';
import { Cutoffs } from './cutoffs.js';
import { Requests } from './requests.js';

type Report = AnswerOf<'rpc.school.try-import.v1'>;
type Row = Report['rows'][number] & { id: string };

const colours: Record<Row['outcome'], string> = { made: 'success', changed: 'primary', removed: 'warning', refused: 'danger' };
const list = 'rpc.school.list-imports.v1';

/** What was tried, and will be applied as it was. */
interface Tried extends ChosenCsv {
  kind: ImportKind;
  /** Of the import that may follow: pressed twice it is one. */
  id: string;
}

/** What the management system brings: a file is tried, what it would change is shown, and only then is it applied (INT-07). */
export const ImportPage = () => {
  const text = useText();
  const [kind, setKind] = useState<ImportKind>('children');
  const [tried, setTried] = useState<Tried | null>(null);
  const trial = useCommand('rpc.school.try-import.v1');
  const apply = useCommand('rpc.school.put-import.v1', [list]);
  const begin = (chosen: ChosenCsv | null) => {
    trial.reset();
    apply.reset();
    setTried(chosen && { ...chosen, kind, id: newId() });
    if (chosen) trial.mutate({ kind, csv: chosen.csv });
  };
  const send = (plan: string) => {
    if (!tried || apply.isPending) return;
    const { name: _, ...file } = tried;
    apply.mutate(
      { ...file, plan },
      {
        onSuccess: () => {
          trial.reset();
          setTried(null);
        },
      },
    );
  };
  return (
    <Page title={text('section.school')} appName={text('console.name')} hasBreadcrumb={false} lead={text('school.import.lead')}>
      <SelectField
        label={text('school.import.kind')}
        value={kind}
        options={ImportKind.options.map((value) => ({ value, label: text(`school.kind.${value}`) }))}
        onChange={(value) => {
          begin(null);
          setKind(ImportKind.options.find((one) => one === value) ?? 'children');
        }}
      />
      <CsvFile chosen={tried} onChange={begin} />
      {trial.isPending && <p role="status">{text('school.import.reading')}</p>}
      {trial.error ? <ErrorNote error={trial.error} /> : null}
      {trial.data && <Trial report={trial.data} isPending={apply.isPending} error={apply.error} onApply={() => send(trial.data.plan)} />}
      {apply.data && <Done of={apply.submittedAt}>{text('school.import.done')}</Done>}
      <Applied />
      <Cutoffs />
      <Requests />
    </Page>
  );
};

interface TrialProps {
  report: Report;
  isPending: boolean;
  error: unknown;
  onApply: () => void;
}

const Trial = ({ report, isPending, error, onApply }: TrialProps) => {
  const text = useText();
  const say = useSay();
  const { made, changed, removed, same, refused, rows } = report;
  const toApply = made + changed + removed;
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`school.column.${key}`), cell });
  const columns: Column<Row>[] = [
    column('line', ({ line }) => String(line)),
    column('name', ({ name }) => name),
    column('outcome', ({ outcome }) => <Badge color={colours[outcome]}>{text(`school.outcome.${outcome}`)}</Badge>),
    column('what', ({ differences, errors }) => (
      <>
        {differences.map(({ column: heading, before, after }) => (
          <span key={heading} className="d-block">
            {heading}: <del>{before || text('ui.empty')}</del> → <ins>{after || text('ui.empty')}</ins>
          </span>
        ))}
        {errors.map((error) => (
          <span key={error.it} className="d-block">
            {say(error)}
          </span>
        ))}
      </>
    )),
  ];
  return (
    <section className="mt-4" aria-labelledby="prova">
      <h2 id="prova" className="h5">
        {text('school.trial')}
      </h2>
      <p role="status">{text('school.trial.counts', { made, changed, removed, same, refused })}</p>
      {rows.length > 0 && (
        <DataTable caption={text('school.trial')} columns={columns} rows={rows.map((row) => ({ ...row, id: String(row.line) }))} />
      )}
      {toApply + refused > rows.length && <p>{text('school.trial.first', { count: rows.length })}</p>}
      {error ? <ErrorNote error={error} /> : null}
      {refused > 0 ? (
        <p>{text('school.trial.refused')}</p>
      ) : toApply > 0 ? (
        <Button type="button" color="primary" size="sm" aria-disabled={isPending || undefined} onClick={onApply}>
          {isPending ? text('ui.wait') : text('school.import.apply')}
        </Button>
      ) : (
        <p>{text('school.trial.nothing')}</p>
      )}
    </section>
  );
};

type AppliedRow = AnswerOf<typeof list>['items'][number];

const Applied = () => {
  const text = useText();
  const pages = useAskPages(list, { limit: 25 });
  const { data, error, refetch } = pages;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<AppliedRow>[] = [
    { key: 'at', label: text('school.applied.at'), cell: ({ at }) => <time dateTime={at}>{formatDateTime(at, rome)}</time> },
    { key: 'kind', label: text('school.import.kind'), cell: ({ kind }) => text(`school.kind.${kind}`) },
    {
      key: 'counts',
      label: text('school.applied.counts'),
      cell: ({ made, changed, removed, same }) => text('school.applied.counted', { made, changed, removed, same }),
    },
  ];
  return (
    <section className="mt-4" aria-labelledby="fatte">
      <h2 id="fatte" className="h5">
        {text('school.applied')}
      </h2>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {data && items.length === 0 && <Empty>{text('school.applied.none')}</Empty>}
      {items.length > 0 && <DataTable caption={text('school.applied')} columns={columns} rows={items} />}
      <More {...pages} />
    </section>
  );
};
