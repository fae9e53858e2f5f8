import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { isCivilDate, romeDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAsk, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, rome, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { KitchenTabs, useIsOffice } from './kitchen-tabs.js';
import { PaidTopUps } from './paid-top-ups.js';

type Sheet = AnswerOf<'rpc.school.get-day-sheets.v1'>['items'][number];

const sheets = 'rpc.school.get-day-sheets.v1';
/** Absences come in until the hour: how often the page asks. Milliseconds. */
const LIVE_MS = 5_000;

/** The morning of the kitchen: meals by school and class, live until the hour, signed and corrected after it. */
export const KitchenPage = () => {
  const text = useText();
  const isOffice = useIsOffice();
  const [typed, setTyped] = useState(() => romeDate(new Date()));
  const day = asDate(typed);
  return (
    <Page title={text('section.kitchen')} appName={text('console.name')} hasBreadcrumb={false} lead={text('kitchen.lead')}>
      <KitchenTabs active="day" />
      <div className="mt-4">
        <TextField
          label={text('kitchen.day')}
          value={typed}
          isDate
          error={isCivilDate(day) ? undefined : text('kitchen.day.wrong')}
          onChange={setTyped}
        />
      </div>
      {isCivilDate(day) && <Day key={day} day={day} />}
      {isOffice && <PaidTopUps />}
    </Page>
  );
};

const Day = ({ day }: { day: string }) => {
  const text = useText();
  const first = useAsk(sheets, { day }, { staleTimeMs: 0 });
  const isLive = first.data?.items.some(({ frozenAt }) => frozenAt === null) ?? false;
  const query = useAsk(sheets, { day }, { staleTimeMs: 0, everyMs: isLive ? LIVE_MS : false });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="it-calendar">{text('kitchen.none')}</Empty>
        ) : (
          <>
            <p role="status">
              <strong>
                {text('kitchen.total', { count: items.reduce((sum, { isMeal, expected }) => sum + (isMeal ? expected : 0), 0) })}
              </strong>
            </p>
            {items.map((sheet) => (
              <SheetPanel key={sheet.id} sheet={sheet} />
            ))}
          </>
        )
      }
    </Loaded>
  );
};

const SheetPanel = ({ sheet }: { sheet: Sheet }) => {
  const text = useText();
  const { id, serviceName, schoolName, menu, cutoffAt, frozenAt, enrolled, absent, expected, corrections, signedAt, signedByName } = sheet;
  const { signedNumber } = sheet;
  const [isCorrecting, setCorrecting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const sign = useCommand('rpc.school.sign-count.v1', [sheets]);
  const onSigned = () => {
    toast({ words: text('kitchen.sign.done') });
    // The button that was pressed is gone.
    heading.current?.focus();
  };
  const title = `${schoolName} - ${serviceName}`;
  const columns: Column<Sheet['classes'][number] & { id: string }>[] = [
    { key: 'class', label: text('kitchen.class'), cell: ({ className }) => className || text('ui.empty') },
    { key: 'enrolled', label: text('kitchen.enrolled'), cell: (row) => String(row.enrolled) },
    { key: 'absent', label: text('kitchen.absent'), cell: (row) => String(row.absent) },
    { key: 'expected', label: text('kitchen.expected'), cell: (row) => String(row.enrolled - row.absent) },
  ];
  return (
    <Panel aria-labelledby={`foglio-${id}`} className="mb-4">
      <h2 id={`foglio-${id}`} ref={heading} tabIndex={-1} className="h5">
        {title}
      </h2>
      <SummaryList
        items={[
          { label: text('kitchen.menu'), value: menu },
          { label: text('kitchen.state'), value: stateOf(text, cutoffAt, frozenAt) },
          { label: text('kitchen.enrolled'), value: String(enrolled) },
          { label: text('kitchen.absent'), value: String(absent) },
          { label: text('kitchen.expected'), value: <strong>{expected}</strong> },
          ...(signedAt
            ? [
                {
                  label: text('kitchen.signed'),
                  value: text('kitchen.signed.by', {
                    ...{ number: signedNumber ?? expected, name: signedByName ?? '', at: formatDateTime(signedAt, rome) },
                  }),
                },
              ]
            : []),
        ]}
      />
      <DataTable caption={title} columns={columns} rows={sheet.classes.map((row) => ({ ...row, id: row.className }))} />
      {corrections.length > 0 && (
        <>
          <h3 className="h6">{text('kitchen.corrections')}</h3>
          <ul>
            {corrections.map(({ id: correctionId, change, reason, at, officerName }) => (
              <li key={correctionId}>
                {text('kitchen.correction', {
                  change: `${change > 0 ? '+' : '\u2212'}${Math.abs(change)}`,
                  ...{ reason, name: officerName, at: formatDateTime(at, rome) },
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {sign.error ? <ErrorNote error={sign.error} /> : null}
      {frozenAt && (
        <div className="sp-operations">
          {!signedAt && (
            <Button
              type="button"
              color="primary"
              size="sm"
              aria-label={text('kitchen.sign.named', { name: title })}
              aria-disabled={sign.isPending || undefined}
              onClick={() => {
                if (!sign.isPending) sign.mutate({ id }, { onSuccess: onSigned });
              }}
            >
              {text('kitchen.sign')}
            </Button>
          )}
          <Button
            type="button"
            outline
            color="primary"
            size="sm"
            aria-label={text('kitchen.correct.named', { name: title })}
            onClick={() => setCorrecting(true)}
          >
            {text('kitchen.correct')}
          </Button>
        </div>
      )}
      {isCorrecting && <Correct id={id} title={title} onClose={() => setCorrecting(false)} />}
    </Panel>
  );
};

const stateOf = (text: ReturnType<typeof useText>, cutoffAt: string | null, frozenAt: string | null) => {
  if (frozenAt) return text('kitchen.state.frozen', { at: formatDateTime(frozenAt, rome) });
  return cutoffAt ? text('kitchen.state.open', { at: formatDateTime(cutoffAt, rome) }) : text('kitchen.state.unknown');
};

const Correct = ({ id, title, onClose }: { id: string; title: string; onClose: () => void }) => {
  const text = useText();
  const [correctionId] = useState(() => newId());
  const [change, setChange] = useState('');
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const command = useCommand('rpc.school.correct-count.v1', [sheets]);
  const number = /^[+-]?\d{1,3}$/.test(change.trim()) ? Number(change) : 0;
  const send = () => {
    setChecked(true);
    if (number === 0 || reason.trim().length < 3 || command.isPending) return;
    command.mutate(
      { id, correctionId, change: number, reason },
      {
        onSuccess: () => {
          toast({ words: text('kitchen.correct.done') });
          onClose();
        },
      },
    );
  };
  return (
    <ActionDialog
      title={text('kitchen.correct.named', { name: title })}
      lead={text('kitchen.correct.lead')}
      send={text('kitchen.correct.send')}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label={text('kitchen.change')}
        help={text('kitchen.change.help')}
        value={change}
        isRequired
        hasFocus
        error={isChecked && number === 0 ? text('kitchen.change.wrong') : undefined}
        input={{ maxLength: 4, autoComplete: 'off' }}
        onChange={setChange}
      />
      <TextField
        label={text('kitchen.reason')}
        value={reason}
        isRequired
        rows={2}
        error={isChecked && reason.trim().length < 3 ? text('kitchen.reason.wrong') : undefined}
        input={{ maxLength: 300 }}
        onChange={setReason}
      />
    </ActionDialog>
  );
};
