import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Panel } from '@sportello/ui/panel';
import type { Appointment } from './appointment.js';

/** On the day the page looks whose turn it is. Milliseconds. */
const LOOKED_AT_EVERY_MS = 20_000;
/** Cameras want four modules of white around a code. */
const AROUND = 4;

type CheckInCode = NonNullable<AnswerOf<'rpc.appointments.get-turn.v1'>['checkIn']>;

/** The code that is shown at the desk, and on the day the number and how many come before it (APP-62). What it says is no more than who may read it knows. */
export const Turn = ({ appointment, code }: { appointment: Appointment; code: string }) => {
  const text = useText();
  const { data } = useAsk('rpc.appointments.get-turn.v1', { code }, { everyMs: LOOKED_AT_EVERY_MS });
  // What cannot be read now is read again; the rest of the page does not depend on it.
  if (!data?.checkIn) return null;
  const { checkIn, isToday, number, ahead, desk, delayMinutes } = data;
  return (
    <Panel className="mt-4" aria-labelledby="codice">
      <h2 id="codice" className="h5">
        {text('turn.title')}
      </h2>
      <div aria-live="polite">
        {number !== null && <p className="h3">{text('turn.number', { number })}</p>}
        {number !== null && desk !== null && <p>{text('turn.called', { desk })}</p>}
        {number !== null && desk === null && <p>{text('turn.ahead', { count: ahead })}</p>}
        {isToday && delayMinutes > 0 && <Notice>{text('display.late', { minutes: delayMinutes })}</Notice>}
      </div>
      {number === null ? (
        <>
          <p>{text('turn.lead')}</p>
          <QrCode checkIn={checkIn} label={text('turn.code')} />
        </>
      ) : (
        <LocalLink to={`/sala/${appointment.calendarId}`}>{text('turn.display')}</LocalLink>
      )}
    </Panel>
  );
};

const QrCode = ({ checkIn: { modules, path }, label }: { checkIn: CheckInCode; label: string }) => {
  const size = modules + 2 * AROUND;
  return (
    <svg role="img" aria-label={label} width="220" height="220" viewBox={`${-AROUND} ${-AROUND} ${size} ${size}`}>
      <title>{label}</title>
      <rect x={-AROUND} y={-AROUND} width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" fillRule="evenodd" />
    </svg>
  );
};
