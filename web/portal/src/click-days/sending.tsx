import { announce } from '@sportello/ui/announcer';
import { ask, keyOf } from '@sportello/ui/api';
import { useBeforeUnload } from '@sportello/ui/before-unload';
import { Dialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { UnreachableError } from '@sportello/ui/problem';
import { useHold } from '@sportello/ui/router';
import { HowFar, useAll } from '@sportello/ui/use-all';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import type { ClickDay } from './click-day.js';
import { Rehearsal } from './rehearsal.js';
import { NEAR_MS, type Outcome, sendAll } from './sender.js';
import type { ClockReading } from './server-clock.js';
import { useAwake } from './use-awake.js';

/** The clock is looked at so often, also after a sleep in which timers stood still. Milliseconds. */
const TICK_MS = 1_000;

/** The applications of the day that are ready, chosen by themselves, and their sending at the hour (CLK-10 to CLK-13). */
export const Sending = ({ day, reading }: { day: ClickDay; reading: ClockReading | null }) => {
  const text = useText();
  const say = useSay();
  const client = useQueryClient();
  /** Those that are left out; all others go. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [phase, setPhase] = useState<'chosen' | 'armed' | 'sending'>('chosen');
  const list = useAll('rpc.practices.list-own.v1', { clickDayId: day.id, status: 'ready' }, { enabled: phase !== 'sending' });
  const [error, setError] = useState<unknown>(null);
  /** True while the server does not answer, or is full, and it is tried again. */
  const [isTrying, setTrying] = useState(false);
  const [state, setState] = useState(day.state);
  const heading = useRef<HTMLHeadingElement>(null);
  /** What is shown stays while it is sent, although the list of what is ready then gets shorter; what was completed first goes first. */
  const shown = useRef(list.data?.toReversed() ?? []);
  if (phase !== 'sending' && list.data) {
    const gone = shown.current.filter(({ id }) => outcomes.get(id)?.is === 'sent');
    shown.current = [...gone, ...list.data.filter(({ id }) => outcomes.get(id)?.is !== 'sent').toReversed()];
  }
  const rows = shown.current;
  const chosen = rows.filter(({ id }) => !left.has(id) && outcomes.get(id)?.is !== 'sent');
  const [opens, closes] = [Date.parse(day.opensAt), Date.parse(day.closesAt)];
  const isEarly = state !== 'open' && state !== 'closed';
  /** Without the server's clock nobody knows when the hour comes; once the day is open none is needed. */
  const canGo = chosen.length > 0 && (reading !== null || !isEarly);

  /** Ends what is being sent. */
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  /** Not asked again before: the server said that the day was postponed, and its new hour was not read yet. */
  const notBefore = useRef(0);
  const send = async () => {
    const over = new AbortController();
    running.current = over;
    setPhase('sending');
    setError(null);
    let untilHour: number | null = null;
    try {
      untilHour = await sendAll(
        chosen.map(({ id, version }) => ({ id, version })),
        {
          send: async (items) => (await ask('rpc.practices.submit-many.v1', { items: [...items] })).items,
          pause: (ms, why) => {
            setTrying(why !== undefined);
            return pauseFor(ms, over.signal, why instanceof UnreachableError);
          },
          onOutcome: (id, outcome) => setOutcomes((before) => new Map(before).set(id, outcome)),
          isStopped: () => over.signal.aborted,
        },
      );
      if (!over.signal.aborted) announce(text(untilHour === null ? 'clickDays.sent.all' : 'clickDays.postponed'));
    } catch (failure) {
      setError(failure);
    }
    setTrying(false);
    // Those who wait for another hour do not all come back together.
    notBefore.current = untilHour === null ? 0 : Date.now() + NEAR_MS * (1 + Math.random());
    setPhase(untilHour === null ? 'chosen' : 'armed');
    // The button that was pressed may be gone.
    requestAnimationFrame(() => document.activeElement === document.body && heading.current?.focus());
    await client.invalidateQueries({ queryKey: keyOf('rpc.practices.list-own.v1') });
    await client.invalidateQueries({ queryKey: keyOf('rpc.practices.get-click-day.v1', { id: day.id }) });
  };
  /** As it was drawn last: what is ticked, and the clock, may change until the hour. */
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (phase === 'sending') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (!reading) return setState(day.state);
      const now = Date.now() + reading.offsetMs;
      const untilHour = opens - now;
      setState(now >= closes ? 'closed' : untilHour <= 0 ? 'open' : day.state);
      if (phase === 'armed' && untilHour <= 0 && Date.now() >= notBefore.current) return void latest.current();
      timer = setTimeout(look, untilHour > 0 ? Math.min(TICK_MS, untilHour) : TICK_MS);
    };
    look();
    document.addEventListener('visibilitychange', look);
    addEventListener('pageshow', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pageshow', look);
    };
  }, [phase, reading, opens, closes, day.state]);
  const isHolding = phase !== 'chosen';
  useAwake(isHolding);
  useBeforeUnload(isHolding);
  const held = useHold(isHolding);

  const sent = [...outcomes.values()].filter(({ is }) => is === 'sent').length;
  return (
    <Panel aria-labelledby="domande">
      <h2 id="domande" className="h5" tabIndex={-1} ref={heading}>
        {text('clickDays.ready')}
      </h2>
      <HowFar list={list} />
      {!list.data && (list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton isTable />)}
      {list.data && rows.length === 0 && <Empty>{text(state === 'closed' ? 'clickDays.ready.none' : 'clickDays.ready.empty')}</Empty>}
      {rows.length > 0 && (
        <>
          <Table className="sp-table align-middle">
            <caption className="visually-hidden">{text('clickDays.ready')}</caption>
            <thead>
              <tr>
                <th scope="col">{text('clickDays.goes')}</th>
                <th scope="col">{text('clickDays.number')}</th>
                <th scope="col">{text('clickDays.kind')}</th>
                <th scope="col">{text('clickDays.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, number, procedureTitle }) => (
                <tr key={id}>
                  <td data-label={text('clickDays.goes')}>
                    <input
                      type="checkbox"
                      className="sp-check"
                      aria-label={text('clickDays.goes.one', { number })}
                      checked={!left.has(id)}
                      disabled={phase === 'sending' || outcomes.get(id)?.is === 'sent'}
                      onChange={({ currentTarget: { checked } }) => {
                        const next = new Set(left);
                        checked ? next.delete(id) : next.add(id);
                        setLeft(next);
                      }}
                    />
                  </td>
                  <th scope="row" className="sp-number" data-label={text('clickDays.number')}>
                    <LocalLink to={`/area-personale/pratiche/${id}`}>{number}</LocalLink>
                  </th>
                  <td data-label={text('clickDays.kind')}>{say(procedureTitle)}</td>
                  <td data-label={text('clickDays.outcome')}>
                    <OutcomeCell
                      outcome={outcomes.get(id)}
                      isSending={phase === 'sending' && !left.has(id)}
                      isClosed={state === 'closed'}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          {error ? <ErrorNote error={error} onRetry={() => void send()} /> : null}
          <p role="status">
            {isTrying
              ? text('clickDays.trying')
              : phase === 'armed'
                ? text('clickDays.armed', { count: chosen.length })
                : phase === 'sending' || sent > 0
                  ? text('clickDays.sent.count', { sent, count: rows.length - left.size })
                  : ''}
          </p>
          <div className="sp-operations mb-3">
            {phase !== 'chosen' ? (
              <Button
                type="button"
                outline
                color="primary"
                onClick={() => {
                  running.current?.abort();
                  if (phase === 'armed') setPhase('chosen');
                }}
              >
                {text(phase === 'armed' ? 'clickDays.disarm' : 'clickDays.stop')}
              </Button>
            ) : (
              state !== 'closed' &&
              !rows.every(({ id }) => outcomes.get(id)?.is === 'sent') && (
                <Button
                  type="button"
                  color="primary"
                  aria-disabled={!canGo || undefined}
                  onClick={() => {
                    if (!canGo) return;
                    if (isEarly) setPhase('armed');
                    else void send();
                  }}
                >
                  {text(isEarly ? 'clickDays.arm' : 'clickDays.send', { count: chosen.length })}
                </Button>
              )
            )}
          </div>
          {isEarly && <Rehearsal day={day} reading={reading} chosen={chosen} />}
        </>
      )}
      {!isEarly && phase !== 'sending' && (
        <p>
          <LocalLink to="/area-personale/pratiche">{text('clickDays.receipts')}</LocalLink>
        </p>
      )}
      {held && (
        <Dialog
          title={text('clickDays.leave')}
          onClose={held.stay}
          actions={
            <>
              <Button type="button" color="primary" onClick={held.stay}>
                {text('clickDays.leave.stay')}
              </Button>
              <Button type="button" outline color="danger" onClick={held.leave}>
                {text('clickDays.leave.go')}
              </Button>
            </>
          }
        >
          <p>{text('clickDays.leave.text')}</p>
        </Dialog>
      )}
    </Panel>
  );
};

interface OutcomeProps {
  outcome: Outcome | undefined;
  isSending: boolean;
  isClosed: boolean;
}

const OutcomeCell = ({ outcome, isSending, isClosed }: OutcomeProps) => {
  const text = useText();
  if (outcome?.is === 'sent') return <strong>{text('clickDays.sent', { position: outcome.mark.position })}</strong>;
  if (outcome?.is === 'refused') return <>{outcome.detail ?? outcome.title}</>;
  if (isClosed && !isSending) return <>{text('clickDays.notSent')}</>;
  return <>{isSending || outcome ? text('clickDays.waiting') : '-'}</>;
};

/** Ends sooner when it is over, and when the network is back where nothing else was waited for. */
const pauseFor = (ms: number, over: AbortSignal, isForNetwork: boolean): Promise<void> =>
  new Promise((done) => {
    const ended = new AbortController();
    const end = () => {
      clearTimeout(timer);
      ended.abort();
      done();
    };
    const timer = setTimeout(end, ms);
    over.addEventListener('abort', end, { signal: ended.signal });
    if (isForNetwork) addEventListener('online', end, { signal: ended.signal });
  });
