import type { AnswerOf } from '@sportello/contracts/web';
import { useCommand } from '@sportello/ui/api';
import { type ChosenCsv, CsvFile } from '@sportello/ui/csv-file';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { Badge, Button } from 'design-react-kit';
import { useState } from 'react';

type Report = AnswerOf<'rpc.payments.import-dues.v1'>;
type Row = Report['rows'][number] & { id: string };

const colours: Record<Row['result'], string> = { added: 'success', known: 'secondary', refused: 'danger' };
const headings = 'source;number;debtorCode;debtorName;debtorMail;reason;beneficiaryName;category;instalment;amount;dueOn;isBinding';

/** What other systems of the body want to be paid comes in by file, looked at before it is taken (PAY-11, INT-22). */
export const Imports = () => {
  const text = useText();
  const [file, setFile] = useState<ChosenCsv | null>(null);
  const [isMissing, setMissing] = useState(false);
  const command = useCommand('rpc.payments.import-dues.v1', ['rpc.payments.search.v1']);
  const send = (isTrial: boolean) => {
    setMissing(!file);
    if (file && !command.isPending) command.mutate({ csv: file.csv, isTrial });
  };
  return (
    <>
      <p>{text('payments.import.lead')}</p>
      <p>{text('payments.import.columns')}</p>
      <p>
        <code className="sc-code text-break">{headings}</code>
      </p>
      <CsvFile
        chosen={file}
        isMissing={isMissing}
        onChange={(chosen) => {
          setFile(chosen);
          setMissing(false);
          command.reset();
        }}
      />
      {command.error ? <ErrorNote error={command.error} /> : null}
      <div className="sp-operations">
        {([true, false] as const).map((isTrial) => (
          <Button
            key={String(isTrial)}
            type="button"
            color="primary"
            outline={isTrial}
            size="sm"
            aria-disabled={command.isPending || undefined}
            onClick={() => send(isTrial)}
          >
            {text(command.isPending ? 'ui.wait' : isTrial ? 'payments.import.try' : 'payments.import.take')}
          </Button>
        ))}
      </div>
      {command.data && <Outcome report={command.data} at={command.submittedAt} />}
      <p className="mt-4 mb-0">{text('payments.import.api')}</p>
    </>
  );
};

const Outcome = ({ report, at }: { report: Report; at: number }) => {
  const text = useText();
  const { isTrial, added, known, refused } = report;
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`payments.column.${key}`), cell });
  const columns: Column<Row>[] = [
    column('line', ({ line }) => String(line)),
    column('number', ({ number }) => number),
    column('result', ({ result }) => <Badge color={colours[result]}>{text(`payments.import.result.${result}`)}</Badge>),
    column('why', ({ reason }) => reason ?? '-'),
  ];
  const title = text(isTrial ? 'payments.import.report.trial' : 'payments.import.report.taken');
  return (
    <section className="mt-4" aria-label={title}>
      <h3 className="h5">{title}</h3>
      <Done of={at}>{text('payments.import.counts', { added, known, refused })}</Done>
      <DataTable caption={title} columns={columns} rows={report.rows.map((row) => ({ ...row, id: String(row.line) }))} />
    </section>
  );
};
