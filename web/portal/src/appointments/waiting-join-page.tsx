import { newId } from '@sportello/contracts/id';
import { addDays, isCivilDate, romeDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { ProblemError, useAskPages, useCommand } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { useGo, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { beginAnew, Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { signInAddress, useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useOfBody } from '../catalogue/use-of-body.js';
import { applicantOf, Fields, mistakesOf, type Typed, useMissing, withOwn } from './applicant-form.js';
import { type BookableCalendar, changed } from './appointment.js';

/** So many days are proposed. */
const DAYS = 14;
const asked = ['reason', 'givenName', 'familyName', 'mail', 'phone', 'fiscalCode'] as const satisfies readonly (keyof Typed)[];
const days = ['fromDay', 'toDay'] as const;

/** Joining the waiting list of a calendar, where no free hour suits (APP-54). */
export const WaitingJoinPage = () => {
  const text = useText();
  const [search] = useSearchParams();
  const [calendarId, key] = [search.get('calendario'), search.get('prestazione')];
  const list = useAskPages('rpc.appointments.list-bookable.v1', { limit: 100, ...useOfBody() });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const calendar = list.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === calendarId);
  const service = calendar?.services.find((one) => one.key === key);
  return (
    <Page
      title={text(sentTo ? 'waiting.joined' : 'waiting.join')}
      trail={[{ label: text('appointments.book'), to: '/servizi/prenotazione-appuntamento' }]}
      lead={sentTo ? undefined : text('waiting.join.lead')}
    >
      {sentTo ? (
        <Done>{text('waiting.joined.detail', { mail: sentTo })}</Done>
      ) : !list.data ? (
        list.error ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )
      ) : calendar?.keepsWaitingList && service ? (
        <JoinForm
          calendar={calendar}
          service={service}
          onSent={(mail) => {
            setSentTo(mail);
            beginAnew();
          }}
        />
      ) : (
        <Empty icon="it-calendar" action={<ButtonLink to="/servizi/prenotazione-appuntamento">{text('waiting.toBooking')}</ButtonLink>}>
          {text('waiting.gone')}
        </Empty>
      )}
    </Page>
  );
};

interface JoinFormProps {
  calendar: BookableCalendar;
  service: BookableCalendar['services'][number];
  /** To whom the link was mailed, who is not signed in. */
  onSent: (mail: string) => void;
}

const JoinForm = ({ calendar, service, onSent }: JoinFormProps) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const language = useLanguage();
  const { account } = useSession();
  const missing = useMissing();
  const today = romeDate(new Date());
  const [id] = useState(() => newId());
  const [span, setSpan] = useState({ fromDay: today, toDay: addDays(today, Math.min(DAYS, calendar.horizonDays)) });
  const [typedByHand, setTyped] = useState<Partial<Typed>>({});
  const [mistakes, setMistakes] = useState<Record<string, string>>({});
  const join = useCommand('rpc.appointments.join-waiting-list.v1', changed);
  const typed = withOwn(typedByHand, account);
  const said: Record<string, string> =
    join.error instanceof ProblemError
      ? Object.fromEntries((join.error.problem.errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]))
      : {};
  const wrong = { ...mistakesOf(join.error), ...mistakes };
  if (calendar.needsSignIn && !account)
    return (
      <Notice>
        {text('appointments.mustSignIn')}{' '}
        <ButtonLink color="primary" size="sm" href={signInAddress('citizen')}>
          {text('frame.signIn')}
        </ButtonLink>
      </Notice>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (join.isPending) return;
        const [fromDay, toDay] = [asDate(span.fromDay), asDate(span.toDay)];
        const noDay = text('waiting.noDay');
        const found: Record<string, string> = {
          ...(!isCivilDate(fromDay) && { fromDay: noDay }),
          ...(!isCivilDate(toDay) && { toDay: noDay }),
          ...missing(asked, typed),
        };
        setMistakes(found);
        const [first] = Object.keys(found);
        if (first) return event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
        const { details, ...applicant } = applicantOf(typed);
        join.mutate(
          { id, calendarId: calendar.id, service: service.key, fromDay, toDay, ...applicant, details, language },
          { onSuccess: (place) => (account ? go(`/appuntamenti/attesa/${place.id}`) : onSent(applicant.mail)) },
        );
      }}
    >
      <p>
        <strong>{say(service.title)}</strong>, {calendar.title}, {calendar.place.name}, {calendar.place.address}
      </p>
      <p>{text('waiting.minutes')}</p>
      <p>{text('appointments.starred')}</p>
      <div className="row">
        {days.map((name) => (
          <div key={name} className="col-12 col-md-6">
            <TextField
              label={text(`waiting.${name}`)}
              value={span[name]}
              error={mistakes[name] ?? said[name]}
              isRequired
              isDate
              onChange={(value) => setSpan({ ...span, [name]: value })}
              input={{ name }}
            />
          </div>
        ))}
      </div>
      <Fields fields={asked} typed={typed} mistakes={wrong} onChange={(more) => setTyped({ ...typedByHand, ...more })} />
      <p className="small">
        {text('appointments.privacy')} <a href="/privacy">{text('footer.privacy')}</a>
      </p>
      {join.error ? <ErrorNote error={join.error} keepsWords /> : null}
      <Button type="submit" color="primary" aria-disabled={join.isPending || undefined}>
        {join.isPending ? text('ui.wait') : text('waiting.join')}
      </Button>
    </form>
  );
};
