import { ProblemError, useAsk } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { romeHour } from '@sportello/ui/rome-hours';
import { useParams } from 'react-router';
import { NotFound } from '../not-found.js';
import './display.css';

/** A screen in a waiting room looks so often. Milliseconds. */
const LOOKED_AT_EVERY_MS = 5_000;

/** The screen of a waiting room: which number is called to which desk, and nothing of anybody (APP-62). */
export const DisplayPage = () => {
  const text = useText();
  const { calendar = '' } = useParams();
  const { data, error, refetch } = useAsk(
    'rpc.appointments.get-display.v1',
    { calendarId: calendar },
    { everyMs: LOOKED_AT_EVERY_MS, staleTimeMs: 0 },
  );
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422) && !data) return <NotFound />;
  const [last, ...before] = data?.calls ?? [];
  return (
    <Page title={data ? text('display.title', { place: data.place }) : text('display.calls')} lead={data?.organizationName}>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />)}
      {data && (
        <>
          {error ? <Notice>{text('display.stale')}</Notice> : null}
          <div className="sp-display" aria-live="assertive">
            {last ? (
              <p className="sp-display-last">
                <span>{text('display.number')}</span> <strong>{last.number}</strong> <span>{last.desk}</span>
              </p>
            ) : (
              <p className="sp-display-none">{text('display.none')}</p>
            )}
          </div>
          {before.length > 0 && (
            <section aria-labelledby="prima">
              <h2 id="prima" className="h5">
                {text('display.before')}
              </h2>
              <ul className="sp-display-before">
                {before.map(({ number, desk, calledAt }) => (
                  <li key={number}>
                    <strong>{number}</strong> <span>{desk}</span> <span>{romeHour(calledAt)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p>{text('display.waiting', { count: data.waiting })}</p>
          {data.delayMinutes > 0 && <Notice>{text('display.late', { minutes: data.delayMinutes })}</Notice>}
        </>
      )}
    </Page>
  );
};
