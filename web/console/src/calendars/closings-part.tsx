import { newId } from '@sportello/contracts/id';
import { isCivilDate, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, rome, useText } from '@sportello/ui/i18n';
import { Empty } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { hoursRead } from './openings-part.js';

/** Closing periods, one by one or all holidays of a year at once (APP-33, APP-34, APP-56). */
export const ClosingsPart = ({ calendarId }: { calendarId: string }) => {
  const text = useText();
  const { data } = useAsk('rpc.appointments.list-openings.v1', { calendarId });
  const [asked, setAsked] = useState<'period' | 'holidays' | null>(null);
  const remove = useCommand('rpc.appointments.delete-closing.v1', hoursRead);
  if (!data) return null;
  return (
    <section aria-labelledby="chiusure" className="sc-calendar-part">
      <h2 id="chiusure" className="h5">
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
      {remove.error ? <ErrorNote error={remove.error} /> : null}
      {data.closings.length === 0 ? (
        <Empty icon="it-calendar">{text('closings.none')}</Empty>
      ) : (
        <ul className="sc-closings">
          {data.closings.map(({ id, startsAt, endsAt, reason }) => (
            <li key={id}>
              <span>
                <strong>{reason}</strong> {formatDateTime(startsAt, rome)} – {formatDateTime(endsAt, rome)}
              </span>
              <Button
                type="button"
                outline
                color="danger"
                size="xs"
                aria-label={text('closings.deleteNamed', { reason, from: formatDateTime(startsAt, rome) })}
                aria-disabled={remove.isPending || undefined}
                onClick={() => {
                  if (!remove.isPending) remove.mutate({ id }, { onSuccess: () => toast({ words: text('closings.deleted') }) });
                }}
              >
                {text('closings.delete')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {asked === 'period' && <PeriodDialog calendarId={calendarId} onClose={() => setAsked(null)} />}
      {asked === 'holidays' && <HolidaysDialog calendarId={calendarId} onClose={() => setAsked(null)} />}
    </section>
  );
};

const PeriodDialog = ({ calendarId, onClose }: { calendarId: string; onClose: () => void }) => {
  const text = useText();
  const [id] = useState(() => newId());
  const today = romeDate(new Date());
  const [typed, setTyped] = useState({ reason: '', fromDay: today, fromHour: '00:00', toDay: today, toHour: '23:59' });
  const save = useCommand('rpc.appointments.put-closing.v1', hoursRead);
  const [first, last] = [asDate(typed.fromDay), asDate(typed.toDay)];
  const isOff = !isCivilDate(first) || !isCivilDate(last) || typed.reason.trim() === '' || !typed.fromHour || !typed.toHour;
  const field = (name: keyof typeof typed, more: { isDate?: boolean; type?: string; hasFocus?: boolean } = {}) => (
    <TextField
      label={text(`closings.field.${name}`)}
      value={typed[name]}
      isRequired
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
              toast({ words: inside.length === 0 ? text('closings.saved') : text('closings.inside', { count: inside.length }) });
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

const HolidaysDialog = ({ calendarId, onClose }: { calendarId: string; onClose: () => void }) => {
  const text = useText();
  const [year, setYear] = useState(romeDate(new Date()).slice(0, 4));
  const [patron, setPatron] = useState('');
  const close = useCommand('rpc.appointments.close-on-holidays.v1', hoursRead);
  const day = /^(\d{1,2})\/(\d{1,2})$/.exec(patron.trim());
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
              toast({ words: text('closings.holidays.done', { count: added, inside: inside.length }) });
              onClose();
            },
          },
        )
      }
    >
      <TextField
        label={text('closings.year')}
        value={year}
        onChange={setYear}
        isRequired
        hasFocus
        input={{ inputMode: 'numeric', maxLength: 4 }}
      />
      <TextField
        label={text('closings.patron')}
        help={text('closings.patron.help')}
        value={patron}
        onChange={setPatron}
        input={{ maxLength: 5 }}
      />
    </ActionDialog>
  );
};
