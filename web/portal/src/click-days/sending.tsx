import { announce } from '@sportello/ui/announcer';
import { ask, keyOf } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { HowFar, useAll } from '@sportello/ui/use-all';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Table } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import type { ClickDay } from './click-day.js';
import { Rehearsal } from './rehearsal.js';
import { type Outcome, sendAll } from './sender.js';
import type { ClockReading } from './server-clock.js';
import { useAwake } from './use-awake.js';

/** As long as a timer of a browser can be set for. Milliseconds. */
const LONGEST_TIMER_MS = 2_147_000_000;

/** The applications of the day that are ready, chosen by themselves, and their sending at the hour (CLK-10 to CLK-13). */
export const Sending = ({ day, reading }: { day: ClickDay; reading: ClockReading | null }) => {
  const text = useText();
  const say = useSay();
  const client = useQueryClient();
  const list = useAll('rpc.practices.list-own.v1', { clickDayId: day.id, status: 'ready' });
  /** Those that are left out; all others go. */
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [phase, setPhase] = useState<'chosen' | 'armed' | 'sending'>('chosen');
  const [error, setError] = useState<unknown>(null);
  /** True while the server does not answer, or is full, and it is tried again. */
  const [isTrying, setTrying] = useState(false);
  const [, setCome] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  /** What is shown stays while it is sent, although the list of what is ready then gets shorter. */
  const shown = useRef(list.data ?? []);
  if (phase !== 'sending' && list.data) {
    const gone = shown.current.filter(({ id }) => outcomes.get(id)?.is === 'sent');
    shown.current = [...gone, ...list.data.filter(({ id }) => outcomes.get(id)?.is !== 'sent')];
  }
  const rows = shown.current;
  const chosen = rows.filter(({ id }) => !left.has(id) && outcomes.get(id)?.is !== 'sent');
  const [opens, closes] = [Date.parse(day.opensAt), Date.parse(day.closesAt)];
  const serverNow = () => Date.now() + (reading?.offsetMs ?? 0);

  const send = async () => {
    setPhase('sending');
    setError(null);
    try {
      await sendAll(
        chosen.map(({ id, version }) => ({ id, version })),
        {
          send: async (items) => (await ask('rpc.practices.submit-many.v1', { items: [...items] })).items,
          pause: (ms, why) => {
            setTrying(why !== undefined);
            return new Promise<void>((done) => setTimeout(done, ms));
          },
          onOutcome: (id, outcome) => setOutcomes((before) => new Map(before).set(id, outcome)),
          isOpen: () => serverNow() < closes,
        },
      );
      announce(text('clickDays.sent.all'));
    } catch (failure) {
      setError(failure);
    }
    setTrying(false);
    setPhase('chosen');
    // The button that was pressed may be gone.
    requestAnimationFrame(() => document.activeElement === document.body && heading.current?.focus());
    await client.invalidateQueries({ queryKey: keyOf('rpc.practices.list-own.v1') });
  };
  /** As it was drawn last: what is ticked, and the clock, may change until the hour. */
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (phase === 'sending' || !reading) return;
    const left = opens - Date.now() - reading.offsetMs;
    if (phase === 'chosen' && left <= 0) return;
    const timer = setTimeout(
      () => {
        setCome(true);
        if (phase === 'armed') void latest.current();
      },
      Math.min(LONGEST_TIMER_MS, Math.max(0, left)),
    );
    return () => clearTimeout(timer);
  }, [phase, reading, opens]);
  useAwake(phase !== 'chosen');

  const sent = [...outcomes.values()].filter(({ is }) => is === 'sent').length;
  const isEarly = serverNow() < opens;
  return (
    <Panel aria-labelledby="domande">
      <h2 id="domande" className="h5" tabIndex={-1} ref={heading}>
        {text('clickDays.ready')}
      </h2>
      <HowFar list={list} />
      {!list.data && (list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton isTable />)}
      {list.data && rows.length === 0 && <Empty>{text('clickDays.ready.empty')}</Empty>}
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
                    <OutcomeCell outcome={outcomes.get(id)} isSending={phase === 'sending' && !left.has(id)} />
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
          {sent > 0 && phase !== 'sending' && (
            <p>
              <LocalLink to="/area-personale/pratiche">{text('clickDays.receipts')}</LocalLink>
            </p>
          )}
          <div className="sp-operations mb-3">
            {phase === 'armed' ? (
              <Button type="button" outline color="primary" onClick={() => setPhase('chosen')}>
                {text('clickDays.disarm')}
              </Button>
            ) : (
              !rows.every(({ id }) => outcomes.get(id)?.is === 'sent') && (
                <Button
                  type="button"
                  color="primary"
                  aria-disabled={phase === 'sending' || chosen.length === 0 || !reading || undefined}
                  onClick={() => {
                    if (phase === 'sending' || chosen.length === 0 || !reading) return;
                    if (isEarly) setPhase('armed');
                    else void send();
                  }}
                >
                  {text(phase === 'sending' ? 'ui.wait' : isEarly ? 'clickDays.arm' : 'clickDays.send', { count: chosen.length })}
                </Button>
              )
            )}
          </div>
          {isEarly && <Rehearsal day={day} reading={reading} chosen={chosen} />}
        </>
      )}
    </Panel>
  );
};

const OutcomeCell = ({ outcome, isSending }: { outcome: Outcome | undefined; isSending: boolean }) => {
  const text = useText();
  if (outcome?.is === 'sent') return <strong>{text('clickDays.sent', { position: outcome.mark.position })}</strong>;
  if (outcome?.is === 'refused') return <>{outcome.detail ?? outcome.title}</>;
  return <>{isSending || outcome ? text('clickDays.waiting') : '-'}</>;
};
