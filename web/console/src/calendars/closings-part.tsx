import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { isCivilDate, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { formatDateTime, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Empty } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { hoursRead } from './openings-part.js';

/** Closing periods, one by one or all holidays of a year at once (APP-33, APP-34, APP-56). */
export const ClosingsPart = ({ calendarId }: { calendarId: string }) => {
  const text = useText();
  const { data } = useAsk('rpc.appointments.list-openings.v1', { calendarId });
  const [asked, setAsked] = useState<'period' | 'holidays' | null>(null);
  const [removed, setRemoved] = useState<Closing | null>(null);
  const [inside, setInside] = useState<Inside>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  if (!data) return null;
  return (
    <section aria-labelledby="chiusure" className="sc-calendar-part">
      <h2 id="chiusure" className="h5" tabIndex={-1} ref={heading}>
        {text('closings.title')}
      </h2>
      <div className="sp-operations mb-3">
        <Button type="button" color="primary" size="sm" onClick={() => setAsked('period')}>
          {text('closings.add')}
        </Button>
        <Button type="button" outline color="primary" size="sm" onClick={() => setAsked('holidays')}>
          {text('closings.holidays')}
        </Button>
      </div>
      {inside.length > 0 && (
        <Notice className="d-block">
          {text('closings.inside.named', { count: inside.length })}
          <ul className="mb-0">
            {inside.map(({ id, startsAt, applicant }) => (
              <li key={id}>
                <LocalLink to={`/calendari/${calendarId}/appuntamenti/${id}?giorno=${romeDate(new Date(startsAt))}`}>
                  {formatDateTime(startsAt, rome)} {applicant}
                </LocalLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {data.closings.length === 0 ? (
        <Empty icon="it-calendar">{text('closings.none')}</Empty>
      ) : (
        <ul className="sc-closings">
          {data.closings.map((closing) => (
            <li key={closing.id}>
              <span>
                <strong>{closing.reason}</strong> {formatDateTime(closing.startsAt, rome)} – {formatDateTime(closing.endsAt, rome)}
              </span>
              <Button
                type="button"
                outline
                color="danger"
                size="xs"
                aria-label={text('closings.deleteNamed', { reason: closing.reason, from: formatDateTime(closing.startsAt, rome) })}
                onClick={() => setRemoved(closing)}
              >
                {text('closings.delete')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked === 'period' && <PeriodDialog calendarId={calendarId} onInside={setInside} onClose={() => setAsked(null)} />}
      {asked === 'holidays' && <HolidaysDialog calendarId={calendarId} onInside={setInside} onClose={() => setAsked(null)} />}
      {removed && (
        <DeleteDialog
          closing={removed}
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

type Closing = AnswerOf<'rpc.appointments.list-openings.v1'>['closings'][number];
type Inside = readonly { id: string; startsAt: string; applicant: string }[];

interface DialogProps {
  calendarId: string;
  /** Appointments that stay in the closed time. */
  onInside: (inside: Inside) => void;
  onClose: () => void;
}

const DeleteDialog = ({ closing, onClose, onDeleted }: { closing: Closing; onClose: () => void; onDeleted: () => void }) => {
  const text = useText();
  const remove = useCommand('rpc.appointments.delete-closing.v1', hoursRead);
  return (
    <ConfirmDialog
      title={text('closings.deleteNamed', { reason: closing.reason, from: formatDateTime(closing.startsAt, rome) })}
      confirm={text('closings.delete')}
      isDangerous
      isPending={remove.isPending}
      error={remove.error}
      onCancel={onClose}
      onConfirm={() =>
        remove.mutate(
          { id: closing.id },
          {
            onSuccess: () => {
              toast({ words: text('closings.deleted') });
              onDeleted();
            },
          },
        )
      }
    >
      <p>{text('closings.delete.detail')}</p>
    </ConfirmDialog>
  );
};

const PeriodDialog = ({ calendarId, onInside, onClose }: DialogProps) => {
  const text = useText();
  const [id] = useState(() => newId());
  const today = romeDate(new Date());
  const [typed, setTyped] = useState({ reason: '', fromDay: today, fromHour: '00:00', toDay: today, toHour: '23:59' });
  const save = useCommand('rpc.appointments.put-closing.v1', hoursRead);
  const [first, last] = [asDate(typed.fromDay), asDate(typed.toDay)];
  const isOff = !isCivilDate(first) || !isCivilDate(last) || typed.reason.trim() === '' || !typed.fromHour || !typed.toHour;
  const wrong = new Map(
    save.error instanceof ProblemError ? (save.error.problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail]) : [],
  );
  const errors: Partial<Record<keyof typeof typed, string | undefined>> = { fromDay: wrong.get('/startsAt'), toDay: wrong.get('/endsAt') };
  const field = (name: keyof typeof typed, more: { isDate?: boolean; type?: string; hasFocus?: boolean } = {}) => (
    <TextField
      label={text(`closings.field.${name}`)}
      value={typed[name]}
      isRequired
      error={errors[name]}
      isDate={more.isDate}
      hasFocus={more.hasFocus}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      input={more.type ? { type: more.type } : { maxLength: 120 }}
    />
  );
  return (
    <ActionDialog
      title={text('closings.add')}
      lead={text('closings.lead')}
      send={text('calendars.save')}
      isPending={save.isPending}
      isOff={isOff}
      error={save.error}
      onClose={onClose}
      onSend={() =>
        save.mutate(
          {
            id,
            calendarId,
            reason: typed.reason,
            startsAt: romeInstant(first, typed.fromHour).toISOString(),
            endsAt: romeInstant(last, typed.toHour).toISOString(),
          },
          {
            onSuccess: ({ inside }) => {
              toast({ words: text('closings.saved') });
              onInside(inside);
              onClose();
            },
          },
        )
      }
    >
      {field('reason', { hasFocus: true })}
      <div className="row">
        <div className="col-7">{field('fromDay', { isDate: true })}</div>
        <div className="col-5">{field('fromHour', { type: 'time' })}</div>
        <div className="col-7">{field('toDay', { isDate: true })}</div>
        <div className="col-5">{field('toHour', { type: 'time' })}</div>
      </div>
    </ActionDialog>
  );
};

const HolidaysDialog = ({ calendarId, onInside, onClose }: DialogProps) => {
  const text = useText();
  const [year, setYear] = useState(romeDate(new Date()).slice(0, 4));
  const [patron, setPatron] = useState('');
  const close = useCommand('rpc.appointments.close-on-holidays.v1', hoursRead);
  const day = /^(\d{1,2})\/(\d{1,2})$/.exec(patron.trim());
  const wrong = new Map(
    close.error instanceof ProblemError ? (close.error.problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail]) : [],
  );
  const isOff = !/^20\d{2}$/.test(year) || (patron.trim() !== '' && !day);
  return (
    <ActionDialog
      title={text('closings.holidays')}
      lead={text('closings.holidays.lead')}
      send={text('closings.holidays.send')}
      isPending={close.isPending}
      isOff={isOff}
      error={close.error}
      onClose={onClose}
      onSend={() =>
        close.mutate(
          { calendarId, year: Number(year), patron: day ? `${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}` : null },
          {
            onSuccess: ({ added, inside }) => {
              toast({ words: text('closings.holidays.done', { count: added }) });
              onInside(inside);
              onClose();
            },
          },
        )
      }
    >
      <TextField
        label={text('closings.year')}
        value={year}
        error={wrong.get('/year')}
        onChange={setYear}
        isRequired
        hasFocus
        input={{ inputMode: 'numeric', maxLength: 4 }}
      />
      <TextField
        label={text('closings.patron')}
        help={text('closings.patron.help')}
        value={patron}
        error={wrong.get('/patron')}
        onChange={setPatron}
        input={{ maxLength: 5 }}
      />
    </ActionDialog>
  );
};
