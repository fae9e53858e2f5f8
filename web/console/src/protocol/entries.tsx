import { mayDo } from '@sportello/contracts/permissions';
import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { isCivilDate } from '@sportello/italy/rome-time';
import { asProse } from '@sportello/italy/typed-text';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAddressWords } from '@sportello/ui/address-words';
import { useAskPages, useCommand } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { formatDateTime, LocalLink, rome, useSay, useText } from '@sportello/ui/i18n';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { useSession } from '@sportello/ui/session';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Badge, Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { useCommands } from '../keys/commands.js';

type Entry = AnswerOf<'rpc.practices.list-protocol-entries.v1'>['items'][number];
type Asked = AskedOf<'rpc.practices.list-protocol-entries.v1'>;

const kinds = ['request', 'amendment-request', 'amendment-answer', 'outcome', 'withdrawal'] as const satisfies readonly Entry['kind'][];

/** The register, the newest first, by number, day and kind. */
export const Entries = () => {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const { account } = useSession();
  const role = account?.officer?.role;
  const mayAnnul = role !== undefined && mayDo([role], 'protocol:annul');
  const [number, setNumber] = useAddressWords();
  const [kind, setKind] = useState<Entry['kind'] | ''>('');
  const [day, setDay] = useState('');
  const [annulled, setAnnulled] = useState<Entry | null>(null);
  const asked: Asked = { limit: 50, ...(number && { number }), ...(kind && { kind }), ...(isCivilDate(day) && { from: day, to: day }) };
  const list = useAskPages('rpc.practices.list-protocol-entries.v1', asked, { keepsPrevious: true, staleTimeMs: 0 });
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns(mayAnnul ? setAnnulled : undefined);
  useCommands({ search: () => field.current?.focus() });
  return (
    <>
      <FilterBar search={{ label: text('protocol.search'), words: number, field, onSearch: setNumber }}>
        <TextField isDate label={text('protocol.day')} value={day} onChange={setDay} />
        <SelectField
          label={text('protocol.kind')}
          value={kind}
          options={[
            { value: '', label: text('protocol.kind.all') },
            ...kinds.map((one) => ({ value: one, label: text(`ui.registration.${one}`) })),
          ]}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? '')}
        />
      </FilterBar>
      <PagedTable
        list={list}
        caption={text('protocol.tab.entries')}
        columns={columns}
        rows={entries}
        empty={
          <Empty icon="it-inbox">
            <strong>{text('protocol.empty')}.</strong> {text(number || kind || day ? 'protocol.empty.filtered' : 'protocol.empty.text')}
          </Empty>
        }
      />
      {annulled && <Annulment entry={annulled} onClose={() => setAnnulled(null)} />}
    </>
  );
};

const useColumns = (onAnnul: ((entry: Entry) => void) | undefined): Column<Entry>[] => {
  const text = useText();
  const say = useSay();
  const column = (key: string, cell: Column<Entry>['cell']) => ({ key, label: text(`protocol.column.${key}`), cell });
  return [
    column('number', ({ number, year, annulment }) => (
      <>
        <span className="sc-code">
          {number}/{year}
        </span>
        {annulment && (
          <>
            {' '}
            <Badge color="danger">{text('protocol.annulled')}</Badge>
            <span className="sc-service">
              {text('protocol.annulled.why', { reason: annulment.reason, name: annulment.byName, at: formatDateTime(annulment.at) })}
            </span>
          </>
        )}
      </>
    )),
    column('at', ({ registeredAt }) => <time dateTime={registeredAt}>{formatDateTime(registeredAt, rome)}</time>),
    column('what', ({ kind, direction, procedureTitle, practiceId, practiceNumber }) => (
      <>
        {text('ui.registration', { kind: text(`ui.registration.${kind}`), direction: text(`ui.registration.${direction}`) })}
        <span className="sc-service">{say(procedureTitle)}</span>
        <LocalLink to={`/pratiche/${practiceId}`} className="sc-code">
          {practiceNumber}
        </LocalLink>
      </>
    )),
    column('correspondent', ({ correspondent }) => correspondent),
    column('documents', ({ documents }) =>
      documents.map(({ name, sha256 }) => (
        <span key={name + sha256} className="d-block">
          {name}
          <span className="sc-service sc-code" title={sha256}>
            {sha256.slice(0, 16)}…
          </span>
        </span>
      )),
    ),
    ...(onAnnul
      ? [
          column('actions', (entry) =>
            entry.annulment || entry.register === 'external' ? null : (
              <Button
                type="button"
                outline
                color="danger"
                size="xs"
                aria-label={text('protocol.annul.label', { number: entry.number, year: entry.year })}
                onClick={() => onAnnul(entry)}
              >
                {text('protocol.annul')}
              </Button>
            ),
          ),
        ]
      : []),
  ];
};

/** The number stays taken: why is asked, and stands beside it for ever. */
const Annulment = ({ entry, onClose }: { entry: Entry; onClose: () => void }) => {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const command = useCommand('rpc.practices.annul-protocol-entry.v1', ['rpc.practices.list-protocol-entries.v1']);
  const values = { number: entry.number, year: entry.year };
  const send = () => {
    setMissing(asProse(reason) === '');
    if (asProse(reason) === '') return field.current?.focus();
    const onSuccess = () => {
      onClose();
      toast({ words: text('protocol.annul.done', values) });
    };
    command.mutate({ id: entry.id, reason }, { onSuccess });
  };
  return (
    <ActionDialog
      title={text('protocol.annul.title', values)}
      lead={text('protocol.annul.lead')}
      send={text('protocol.annul')}
      color="danger"
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        hasFocus
        isRequired
        label={text('protocol.annul.reason')}
        value={reason}
        rows={3}
        area={{ ref: field, maxLength: 5_000 }}
        {...(isMissing && { error: text('protocol.annul.missing') })}
        onChange={(value) => {
          setReason(value);
          setMissing(false);
        }}
      />
    </ActionDialog>
  );
};
