import type { AnswerOf } from '@sportello/contracts/web';
import { useCommand } from '@sportello/ui/api';
import { type ChosenCsv, CsvFile } from '@sportello/ui/csv-file';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Badge, Button } from 'design-react-kit';
import { useState } from 'react';

type Report = AnswerOf<'rpc.practices.import-external.v1'>;
type Row = Report['rows'][number] & { id: string };

const colours: Record<Row['result'], string> = { added: 'success', changed: 'primary', unchanged: 'secondary', refused: 'danger' };
const headings = 'fiscalCode;number;origin;title;status;submittedOn;changedOn;link';

/** Practices that were born in other systems come in by file: each row is told what became of it (PRA-53, INT-03). */
export const ExternalPage = () => {
  const text = useText();
  const [file, setFile] = useState<ChosenCsv | null>(null);
  const [isMissing, setMissing] = useState(false);
  const command = useCommand('rpc.practices.import-external.v1');
  return (
    <Page title={text('section.external')} appName={text('console.name')} hasBreadcrumb={false} lead={text('external.lead')}>
      <p>{text('external.columns')}</p>
      <p>
        <code className="sc-code">{headings}</code>
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(!file);
          if (file && !command.isPending) command.mutate({ csv: file.csv });
        }}
      >
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
        <Button type="submit" color="primary" size="sm" aria-disabled={command.isPending || undefined}>
          {command.isPending ? text('ui.wait') : text('external.import')}
        </Button>
      </form>
      {command.data && <Outcome report={command.data} />}
      <p className="mt-4 mb-0">{text('external.api')}</p>
    </Page>
  );
};

const Outcome = ({ report }: { report: Report }) => {
  const text = useText();
  const { added, changed, unchanged, refused } = report;
  const columns: Column<Row>[] = [
    { key: 'line', label: text('external.line'), cell: ({ line }) => String(line) },
    { key: 'number', label: text('external.number'), cell: ({ number }) => number },
    {
      key: 'result',
      label: text('external.result'),
      cell: ({ result }) => <Badge color={colours[result]}>{text(`external.result.${result}`)}</Badge>,
    },
    { key: 'reason', label: text('external.reason'), cell: ({ reason }) => reason ?? '' },
  ];
  return (
    <section className="mt-4" aria-labelledby="esito-importazione">
      <h2 id="esito-importazione" className="h5">
        {text('external.report')}
      </h2>
      <p role="status">{text('external.counts', { added, changed, unchanged, refused })}</p>
      <DataTable caption={text('external.report')} columns={columns} rows={report.rows.map((row) => ({ ...row, id: String(row.line) }))} />
    </section>
  );
};
