import { isId, newId } from '@sportello/contracts/id';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ColumnChoice } from '@sportello/ui/column-choice';
import { ErrorNote } from '@sportello/ui/error-note';
import { useGo, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Loaded } from '@sportello/ui/page-states';
import { SelectField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { readView } from '../practices/queue/filters.js';
import { FilterWords } from './filter-words.js';

const formats = ['xlsx', 'csv', 'ods', 'json', 'zip'] as const;
type Format = (typeof formats)[number];

/** The practices that were chosen one by one, from the address; none where the filters alone say what is taken. */
const chosenIn = (address: URLSearchParams): string[] => (address.get('practices') ?? '').split(',').filter(isId);

const oneOf = (value: string | null): Format | undefined => formats.find((one) => one === value);

/** Asks for a file with what the list of practices shows, whose filters are in the address, or with those chosen among it (BKO-03 to 05, 20, 24). */
export const NewExportPage = () => {
  const text = useText();
  const go = useGo();
  const [address] = useSearchParams();
  const practiceIds = chosenIn(address);
  const filters = { ...readView(address), ...(practiceIds.length > 0 && { practiceIds }) };
  const offered = useAsk('rpc.practices.get-export-columns.v1', filters.procedureId ? { procedureId: filters.procedureId } : {});
  const request = useCommand('rpc.practices.request-export.v1', ['rpc.practices.list-exports.v1']);
  const [format, setFormat] = useState<Format>(oneOf(address.get('format')) ?? 'xlsx');
  const [columns, setColumns] = useState<string[] | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  // A press that is tried again asks for the same file.
  const [id] = useState(newId);
  return (
    <Page title={text('exports.new.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('exports.new.lead')}>
      <p>
        <strong>{text('exports.new.filters')}</strong> <FilterWords filters={filters} />
      </p>
      <Loaded query={offered}>
        {({ columns: all }) => {
          const chosen = columns ?? all.map(({ key }) => key);
          return (
            <>
              <SelectField
                label={text('exports.new.format')}
                help={text(`exports.format.${format}.help`)}
                value={format}
                options={formats.map((value) => ({ value, label: text(`exports.format.${value}`) }))}
                onChange={(value) => setFormat(oneOf(value) ?? format)}
              />
              {format !== 'zip' && (
                <p className="d-flex flex-wrap align-items-center gap-3">
                  <Button type="button" outline color="primary" size="sm" onClick={() => setChoosing(true)}>
                    {text('ui.columns.title')}
                  </Button>
                  <span>{text('ui.columns.taken', { count: chosen.length, total: all.length })}</span>
                </p>
              )}
              {request.error ? <ErrorNote error={request.error} /> : null}
              <Button
                type="button"
                color="primary"
                aria-disabled={request.isPending || undefined}
                onClick={() => {
                  if (!request.isPending)
                    request.mutate(
                      { id, format, filters, columns: format === 'zip' ? null : chosen },
                      { onSuccess: () => go('/esportazioni', { replace: true }) },
                    );
                }}
              >
                {text(request.isPending ? 'ui.wait' : 'exports.new.send')}
              </Button>
              {isChoosing && (
                <ColumnChoice
                  columns={all.map(({ isTextual, isRepeated, ...column }) => ({
                    ...column,
                    note: [isRepeated ? text('exports.repeated') : '', isTextual ? '' : text('exports.not-textual')]
                      .filter(Boolean)
                      .join(' '),
                  }))}
                  chosen={chosen}
                  onApply={(keys) => {
                    setColumns(keys);
                    setChoosing(false);
                  }}
                  onClose={() => setChoosing(false)}
                >
                  <p>{text(filters.procedureId ? 'exports.columns.lead' : 'exports.columns.no-service')}</p>
                </ColumnChoice>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};
