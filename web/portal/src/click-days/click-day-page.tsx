import { servicePath } from '@sportello/contracts/practices/service-path';
import { useAsk } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { formatDateTime, rome, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { useSession } from '@sportello/ui/session';
import { useParams } from 'react-router';
import { type ClickDay, useWhen } from './click-day.js';
import { Hour } from './hour.js';
import { Sending } from './sending.js';
import { useServerClock } from './use-server-clock.js';

/** "Informazioni utili" of a click day: its hours, the server's clock, what is sent on it; and for who is signed in its own applications (CLK-20). */
export const ClickDayPage = () => {
  const text = useText();
  const say = useSay();
  const { id = '' } = useParams();
  const { data: day, error, refetch } = useAsk('rpc.practices.get-click-day.v1', { id });
  const trail = [
    { label: text('section.services'), to: '/servizi' },
    { label: text('clickDays.title'), to: '/click-day' },
  ];
  if (!day)
    return (
      <Page title={text('clickDays.title')} trail={trail}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />}
      </Page>
    );
  return (
    <Page title={say(day.title)} trail={trail} lead={day.organizationName}>
      <Day day={day} />
    </Page>
  );
};

const Day = ({ day }: { day: ClickDay }) => {
  const text = useText();
  const say = useSay();
  const when = useWhen();
  const { account, session } = useSession();
  const reading = useServerClock(day);
  return (
    <>
      <h2 className="h5">{text('clickDays.useful')}</h2>
      <p>
        {text('clickDays.opens')} <time dateTime={day.opensAt}>{when(day.opensAt)}</time>
        <br />
        {text('clickDays.closes')} <time dateTime={day.closesAt}>{when(day.closesAt)}</time>
      </p>
      <Hour day={day} reading={reading} />
      {day.notices.length > 0 && (
        <Panel aria-labelledby="avvisi">
          <h2 id="avvisi" className="h5">
            {text('clickDays.notices')}
          </h2>
          <ul className="list-unstyled mb-0">
            {day.notices.map(({ at, text: words }) => (
              <li key={at}>
                <time dateTime={at}>{formatDateTime(at, rome)}</time>: {say(words)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel aria-labelledby="servizi">
        <h2 id="servizi" className="h5" tabIndex={-1}>
          {text('clickDays.services')}
        </h2>
        <ul className="sp-practice-links">
          {day.services.map(({ id, code, title, closesAt, placesLeft }) => (
            <li key={id}>
              <strong>{say(title)}</strong>
              <span>
                {closesAt && text('clickDays.fillBy', { at: formatDateTime(closesAt, rome) })}
                {placesLeft !== null && ` ${text('clickDays.places', { count: placesLeft })}`}
              </span>
              <ButtonLink
                outline
                color="primary"
                size="sm"
                to={servicePath(code)}
                aria-label={text('clickDays.fill.one', { title: say(title) })}
              >
                {text('clickDays.fill')}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </Panel>
      {/* Another profile has other applications: nothing that was to be sent for the one goes for the other. */}
      {account && <Sending key={session.actingAs} day={day} reading={reading} />}
    </>
  );
};
