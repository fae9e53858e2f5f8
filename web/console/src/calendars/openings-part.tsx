import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { romeDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { formatDate, formatDateTime, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useId, useRef, useState } from 'react';

type Opening = AnswerOf<'rpc.appointments.list-openings.v1'>['openings'][number];
export const hoursRead = [
  'rpc.appointments.list-openings.v1',
  'rpc.appointments.list-days.v1',
  'rpc.appointments.list-slots.v1',
  'rpc.appointments.list-desk-days.v1',
] as const;

/** Opening hours: those in force, and those that are over under "Scaduti" (APP-30, APP-31). */
export const OpeningsPart = ({ calendarId }: { calendarId: string }) => {
  const text = useText();
  const { data, error, refetch } = useAsk('rpc.appointments.list-openings.v1', { calendarId });
  const [isExpired, setExpired] = useState(false);
  const [edited, setEdited] = useState<Opening | 'new' | null>(null);
  const [removed, setRemoved] = useState<Opening | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = data?.openings.filter((opening) => opening.isExpired === isExpired) ?? [];
  const columns: Column<Opening>[] = [
    { key: 'name', label: text('openings.name'), cell: ({ name }) => name },
    { key: 'dates', label: text('openings.dates'), cell: ({ fromDay, toDay }) => `${formatDate(fromDay)} – ${formatDate(toDay)}` },
    {
      key: 'hours',
      label: text('openings.hours'),
      cell: ({ opensAt, closesAt, weekdays }) =>
        `${opensAt}–${closesAt}, ${weekdays.map((day) => text(`openings.weekday.short.${day}`)).join(' ')}`,
    },
    {
      key: 'meetings',
      label: text('openings.meetings'),
      cell: ({ parallel, minutes, gapMinutes }) => text('openings.meetings.of', { parallel, minutes, gap: gapMinutes }),
    },
    {
      key: 'operations',
      label: text('openings.operations'),
      cell: (opening) => (
        <div className="sc-buttons">
          <Button
            type="button"
            outline
            color="primary"
            size="xs"
            aria-label={text('openings.editNamed', { name: opening.name })}
            onClick={() => setEdited(opening)}
          >
            {text('calendars.edit')}
          </Button>
          <Button
            type="button"
            outline
            color="danger"
            size="xs"
            aria-label={text('openings.deleteNamed', { name: opening.name })}
            onClick={() => setRemoved(opening)}
          >
            {text('openings.delete')}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <section aria-labelledby="aperture" className="sc-calendar-part">
      <h2 id="aperture" className="h5" tabIndex={-1} ref={heading}>
        {text('openings.title')}
      </h2>
      <div className="sp-operations mb-3">
        <Button type="button" color="primary" size="sm" onClick={() => setEdited('new')}>
          {text('openings.add')}
        </Button>
        <Button type="button" outline={isExpired} color="primary" size="sm" aria-pressed={!isExpired} onClick={() => setExpired(false)}>
          {text('openings.current')}
        </Button>
        <Button type="button" outline={!isExpired} color="primary" size="sm" aria-pressed={isExpired} onClick={() => setExpired(true)}>
          {text('openings.expired')}
        </Button>
      </div>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton isTable />)}
      {data && shown.length === 0 && <Empty icon="it-clock">{text(isExpired ? 'openings.expired.none' : 'openings.none')}</Empty>}
      {shown.length > 0 && <DataTable caption={text('openings.title')} columns={columns} rows={shown} />}
      {edited && <OpeningDialog calendarId={calendarId} opening={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {removed && (
        <DeleteDialog
          opening={removed}
          calendarId={calendarId}
          onClose={() => setRemoved(null)}
          onDeleted={() => {
            setRemoved(null);
            // The button that asked for it is gone.
            requestAnimationFrame(() => heading.current?.focus());
          }}
        />
      )}
    </section>
  );
};

const beginning = () => {
  const today = romeDate(new Date());
  return {
    ...{ name: '', fromDay: today, toDay: `${today.slice(0, 4)}-12-31`, opensAt: '09:00', closesAt: '12:00', weekdays: [1, 2, 3, 4, 5] },
    ...{ parallel: '1', minutes: '20', gapMinutes: '0' },
  };
};

const OpeningDialog = ({ calendarId, opening, onClose }: { calendarId: string; opening: Opening | null; onClose: () => void }) => {
  const text = useText();
  const fieldId = useId();
  const [id] = useState(() => opening?.id ?? newId());
  const [typed, setTyped] = useState(() =>
    opening
      ? { ...opening, parallel: String(opening.parallel), minutes: String(opening.minutes), gapMinutes: String(opening.gapMinutes) }
      : beginning(),
  );
  const save = useCommand('rpc.appointments.put-opening.v1', hoursRead);
  const wrong = new Map(
    save.error instanceof ProblemError
      ? (save.error.problem.errors ?? []).map(({ pointer, detail }) => [pointer.split('/')[1] ?? '', detail])
      : [],
  );
  const field = (
    name: 'name' | 'fromDay' | 'toDay' | 'opensAt' | 'closesAt' | 'parallel' | 'minutes' | 'gapMinutes',
    more: { isDate?: boolean; type?: string; hasFocus?: boolean } = {},
  ) => (
    <TextField
      label={text(`openings.field.${name}`)}
      value={typed[name]}
      error={wrong.get(name)}
      isRequired
      isDate={more.isDate}
      hasFocus={more.hasFocus}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      input={
        more.type
          ? { type: more.type }
          : { maxLength: 120, ...(['parallel', 'minutes', 'gapMinutes'].includes(name) && { inputMode: 'numeric' as const }) }
      }
    />
  );
  const send = () => {
    const { name, opensAt, closesAt, weekdays } = typed;
    save.mutate(
      {
        ...{
          id,
          calendarId,
          name,
          fromDay: asDate(typed.fromDay),
          toDay: asDate(typed.toDay),
          opensAt,
          closesAt: closesAt === '00:00' ? '24:00' : closesAt,
          weekdays,
        },
        ...{
          parallel: Number(typed.parallel || Number.NaN),
          minutes: Number(typed.minutes || Number.NaN),
          gapMinutes: Number(typed.gapMinutes || Number.NaN),
          version: opening?.version ?? 0,
        },
      },
      {
        onSuccess: () => {
          toast({ words: text('calendars.saved') });
          onClose();
        },
      },
    );
  };
  return (
    <ActionDialog
      title={text(opening ? 'openings.edit' : 'openings.add')}
      lead={text('openings.lead')}
      send={text('calendars.save')}
      isPending={save.isPending}
      error={save.error}
      notice={
        save.error instanceof ProblemError && save.error.kind === 'opening-in-use' ? (
          <InUse error={save.error} calendarId={calendarId} />
        ) : null
      }
      onClose={onClose}
      onSend={send}
    >
      {field('name', { hasFocus: true })}
      <div className="row">
        <div className="col-12 col-sm-6">{field('fromDay', { isDate: true })}</div>
        <div className="col-12 col-sm-6">{field('toDay', { isDate: true })}</div>
        <div className="col-6">{field('opensAt', { type: 'time' })}</div>
        <div className="col-6">{field('closesAt', { type: 'time' })}</div>
      </div>
      <fieldset className="sc-weekdays" aria-describedby={wrong.get('weekdays') ? `${fieldId}-errore` : undefined}>
        <legend className="h6">{text('openings.weekdays')}</legend>
        {wrong.get('weekdays') && (
          <p id={`${fieldId}-errore`} className="sp-error">
            {wrong.get('weekdays')}
          </p>
        )}
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <div key={day} className="sp-tick">
            <input
              id={`${fieldId}-${day}`}
              type="checkbox"
              className="sp-check"
              checked={typed.weekdays.includes(day)}
              onChange={(event) =>
                setTyped({
                  ...typed,
                  weekdays: event.target.checked ? [...typed.weekdays, day].sort() : typed.weekdays.filter((one) => one !== day),
                })
              }
            />
            <label htmlFor={`${fieldId}-${day}`}>{text(`openings.weekday.${day}`)}</label>
          </div>
        ))}
      </fieldset>
      <div className="row">
        <div className="col-12 col-sm-4">{field('parallel')}</div>
        <div className="col-12 col-sm-4">{field('minutes')}</div>
        <div className="col-12 col-sm-4">{field('gapMinutes')}</div>
      </div>
    </ActionDialog>
  );
};

const isHeld = (value: unknown): value is { id: string; startsAt: string; applicant: string } =>
  typeof value === 'object' && value !== null && 'id' in value && 'startsAt' in value && 'applicant' in value;

/** Which appointments are in the way, and the three ways out (APP-32). */
const InUse = ({ error, calendarId }: { error: ProblemError; calendarId: string }) => {
  const text = useText();
  const { appointments, count } = error.problem.more ?? {};
  const named = Array.isArray(appointments) ? appointments.filter(isHeld) : [];
  return (
    <Notice className="d-block">
      {text('openings.inUse', { count: Number(count ?? named.length) })}
      <ul>
        {named.slice(0, 10).map(({ id, startsAt, applicant }) => (
          <li key={id}>
            <LocalLink to={`/calendari/${calendarId}/appuntamenti/${id}?giorno=${romeDate(new Date(startsAt))}`}>
              {formatDateTime(startsAt, rome)} {applicant}
            </LocalLink>
          </li>
        ))}
      </ul>
      <ol className="mb-0">
        <li>{text('openings.wayOut.move')}</li>
        <li>{text('openings.wayOut.cancel')}</li>
        <li>{text('openings.wayOut.wait')}</li>
      </ol>
    </Notice>
  );
};

interface DeleteDialogProps {
  opening: Opening;
  calendarId: string;
  onClose: () => void;
  onDeleted: () => void;
}

const DeleteDialog = ({ opening, calendarId, onClose, onDeleted }: DeleteDialogProps) => {
  const text = useText();
  const remove = useCommand('rpc.appointments.delete-opening.v1', hoursRead);
  return (
    <ConfirmDialog
      title={text('openings.deleteNamed', { name: opening.name })}
      confirm={text('openings.delete')}
      isDangerous
      isPending={remove.isPending}
      error={remove.error}
      onCancel={onClose}
      onConfirm={() =>
        remove.mutate(
          { id: opening.id, version: opening.version },
          {
            onSuccess: () => {
              toast({ words: text('openings.deleted') });
              onDeleted();
            },
          },
        )
      }
    >
      <p>{text('openings.delete.detail')}</p>
      {remove.error instanceof ProblemError && remove.error.kind === 'opening-in-use' && (
        <InUse error={remove.error} calendarId={calendarId} />
      )}
    </ConfirmDialog>
  );
};
