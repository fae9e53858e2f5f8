import { ask } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, rome, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useSession } from '@sportello/ui/session';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useEffect, useRef } from 'react';
import type { ClickDay } from './click-day.js';
import { LOT, type Ready } from './sender.js';
import type { ClockReading } from './server-clock.js';

interface RehearsalProps {
  day: ClickDay;
  reading: ClockReading | null;
  chosen: readonly (Ready & { number: string })[];
}

/** An answer that takes longer is spoken of. Milliseconds. */
const SLOW_MS = 2_000;

/** The way of the sending, walked before its hour without sending anything: network, clock, sign-in and each application (CLK-07, CLK-33). */
export const Rehearsal = ({ day, reading, chosen }: RehearsalProps) => {
  const text = useText();
  const { session, serverNow } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  const rehearsal = useMutation({
    mutationFn: async () => {
      const refused: { number: string; why: string }[] = [];
      let slowestMs = 0;
      for (let from = 0; from < chosen.length; from += LOT) {
        const lot = chosen.slice(from, from + LOT);
        const leftAt = performance.now();
        const { items } = await ask('rpc.practices.rehearse-submissions.v1', { items: lot.map(({ id, version }) => ({ id, version })) });
        slowestMs = Math.max(slowestMs, performance.now() - leftAt);
        for (const [at, { problem }] of items.entries())
          if (problem) refused.push({ number: lot[at]?.number ?? '', why: problem.detail ?? problem.title });
      }
      return { refused, slowestMs, count: chosen.length, at: serverNow() };
    },
  });
  const { data } = rehearsal;
  useEffect(() => {
    if (data) heading.current?.focus();
  }, [data]);
  const { endsAt } = session;
  const lasts = endsAt !== null && Date.parse(endsAt) > Date.parse(day.opensAt);
  const lines = data && [
    {
      key: 'network',
      isWell: data.slowestMs < SLOW_MS,
      words: text(data.slowestMs < SLOW_MS ? 'clickDays.rehearsal.network' : 'clickDays.rehearsal.slow', {
        ms: Math.round(data.slowestMs),
      }),
    },
    { key: 'clock', isWell: reading !== null, words: text(reading ? 'clickDays.rehearsal.clock' : 'clickDays.rehearsal.noClock') },
    {
      key: 'applications',
      isWell: data.refused.length === 0,
      words: text('clickDays.rehearsal.applications', { well: data.count - data.refused.length, count: data.count }),
    },
    {
      key: 'sign-in',
      isWell: lasts,
      words: text(lasts ? 'clickDays.rehearsal.lasts' : 'clickDays.rehearsal.ends', { at: endsAt ? formatDateTime(endsAt, rome) : '' }),
    },
  ];
  // A slow network is no late one, and days before no sign-in lasts until the hour: neither speaks against this computer.
  const isReady = data?.refused.length === 0 && reading !== null;
  return (
    <>
      <Button
        type="button"
        outline
        color="primary"
        size="sm"
        aria-disabled={rehearsal.isPending || chosen.length === 0 || undefined}
        onClick={() => {
          if (!rehearsal.isPending && chosen.length > 0) rehearsal.mutate();
        }}
      >
        {text(rehearsal.isPending ? 'ui.wait' : 'clickDays.rehearse')}
      </Button>
      <p className="form-text">{text('clickDays.rehearse.help')}</p>
      {rehearsal.error ? <ErrorNote error={rehearsal.error} onRetry={() => rehearsal.mutate()} /> : null}
      {data && lines && (
        <section aria-labelledby="prova">
          <h3 id="prova" className="h6" tabIndex={-1} ref={heading}>
            {text(isReady ? 'clickDays.rehearsal.ready' : 'clickDays.rehearsal.notReady')}
          </h3>
          <ul className="list-unstyled">
            {lines.map(({ key, isWell, words }) => (
              <li key={key}>
                <Icon
                  name={isWell ? 'it-check-circle' : 'it-warning-circle'}
                  className={`icon-sm me-2 icon-${isWell ? 'success' : 'warning'}`}
                />
                {words}
              </li>
            ))}
          </ul>
          {data.refused.length > 0 && (
            <ul>
              {data.refused.slice(0, 20).map(({ number, why }) => (
                <li key={number}>
                  <span className="sp-number">{number}</span>: {why}
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  );
};
