import { newId } from '@sportello/contracts/id';
import { announce } from '@sportello/ui/announcer';
import { ProblemError, useAskPages, useCommand } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Notice } from '@sportello/ui/notice';
import { beginAnew, Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { signInAddress, useSession } from '@sportello/ui/session';
import { type ChosenSlot, SlotPicker } from '@sportello/ui/slot-picker';
import { SummaryList } from '@sportello/ui/summary-list';
import { StepHeading, Stepper, WizardBar } from '@sportello/ui/wizard';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useOfBody } from '../catalogue/use-of-body.js';
import { applicantOf, Fields, fieldsOf, type Mistakes, mistakesOf, type Typed, useMissing, withOwn } from './applicant-form.js';
import { type Appointment, type BookableCalendar, changed } from './appointment.js';
import { CalendarFileButton, useApplicantFacts, useFacts } from './facts.js';
import { TimeLeft } from './time-left.js';

const steps = ['place', 'time', 'details', 'applicant', 'review'] as const;
type Step = (typeof steps)[number];

/** What the pages of one booking keep: it stays in this tab through a reload. */
interface Booking {
  id: string;
  service: string | null;
  calendar: BookableCalendar | null;
  slot: ChosenSlot | null;
  held: Appointment | null;
  /** Only what she has touched. */
  typed: Partial<Typed>;
}
const kept = 'sportello.booking';
const begin = (typed: Partial<Typed> = {}): Booking => ({ id: newId(), service: null, calendar: null, slot: null, held: null, typed });

function recall(): Booking {
  try {
    return { ...begin(), ...(JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Partial<Booking>) };
  } catch {
    return begin();
  }
}
function remember(booking: Booking | null): void {
  try {
    if (booking) sessionStorage.setItem(kept, JSON.stringify(booking));
    else sessionStorage.removeItem(kept);
  } catch {
    // Storage is switched off: a reload begins anew.
  }
}

/** Booking in five named steps, without signing in where the office does not ask for it (APP-01, APP-02, APP-06). */
export const BookingPage = () => {
  const text = useText();
  const { account } = useSession();
  const [search, setSearch] = useSearchParams();
  const [booking, setBooking] = useState(recall);
  const [booked, setBooked] = useState<Appointment | null>(null);
  const cancel = useCommand('rpc.appointments.cancel.v1', changed);
  const change = (more: Partial<Booking>) =>
    setBooking((before) => {
      const after = { ...before, ...more };
      remember(after);
      return after;
    });
  const typed = withOwn(booking.typed, account);
  const wanted = steps.indexOf((search.get('passo') ?? 'place') as Step);
  const reached = !booking.calendar ? 0 : !booking.held ? 1 : 4;
  const current = Math.max(0, Math.min(wanted, reached));
  const go = (step: Step) => {
    const next = new URLSearchParams(search);
    next.set('passo', step);
    setSearch(next);
    beginAnew();
  };
  /** Another calendar: what was held at the one before is free again. */
  const choosePlace = (more: Pick<Booking, 'calendar' | 'service'>) => {
    const isElsewhere = booking.held && booking.held.calendarId !== more.calendar?.id;
    if (booking.held && isElsewhere) cancel.mutate({ code: booking.held.code });
    change({ ...more, slot: null, ...(isElsewhere && { id: newId(), held: null }) });
  };
  const giveUp = () => {
    if (booking.held) cancel.mutate({ code: booking.held.code });
    remember(null);
    setBooking(begin(booking.typed));
    go('place');
    announce(text('appointments.givenUp'));
  };
  if (booked)
    return (
      <Confirmation
        appointment={booked}
        onAgain={() => {
          setBooking(begin());
          setBooked(null);
          go('place');
        }}
      />
    );
  const step = steps[current] as Step;
  const title = text(`appointments.step.${step}`);
  return (
    <Page
      title={text('appointments.book')}
      titlePrefix={`${title} (${current + 1}/5)`}
      trail={[{ label: text('section.services'), to: '/servizi' }]}
      lead={text('appointments.book.lead')}
    >
      <Stepper
        steps={steps.map((key) => ({ key, title: text(`appointments.step.${key}`) }))}
        current={current}
        onGo={(index) => go(steps[index] as Step)}
      />
      {booking.held && <TimeLeft appointment={booking.held} />}
      <div aria-live="polite" className="visually-hidden">
        {text('appointments.step.now', { step: current + 1, title })}
      </div>
      {step === 'place' && <PlaceStep booking={booking} onChoose={choosePlace} onNext={() => go('time')} />}
      {step === 'time' && booking.calendar && (
        <TimeStep
          booking={booking}
          calendar={booking.calendar}
          change={change}
          onPrevious={() => go('place')}
          onNext={() => go('details')}
        />
      )}
      {(step === 'details' || step === 'applicant') && (
        <TypingStep
          key={step}
          step={step}
          typed={typed}
          onChange={(more) => change({ typed: { ...booking.typed, ...more } })}
          onPrevious={() => go(step === 'details' ? 'time' : 'details')}
          onNext={() => go(step === 'details' ? 'applicant' : 'review')}
          onGiveUp={giveUp}
        />
      )}
      {step === 'review' && booking.held && (
        <ReviewStep
          booking={{ ...booking, typed }}
          held={booking.held}
          change={change}
          go={go}
          onGiveUp={giveUp}
          onBooked={(appointment) => {
            remember(null);
            setBooked(appointment);
            beginAnew();
          }}
        />
      )}
    </Page>
  );
};

interface PlaceStepProps {
  booking: Booking;
  onChoose: (more: Pick<Booking, 'calendar' | 'service'>) => void;
  onNext: () => void;
}

/** First what it is for, then where: only the places at which that can be booked. */
const PlaceStep = ({ booking, onChoose, onNext }: PlaceStepProps) => {
  const text = useText();
  const say = useSay();
  const [search] = useSearchParams();
  const procedureId = search.get('servizio');
  const calendarId = search.get('calendario');
  const list = useAskPages('rpc.appointments.list-bookable.v1', { limit: 100, ...useOfBody(), ...(procedureId && { procedureId }) });
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLFieldSetElement>(null);
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const calendars = calendarId ? all.filter(({ id }) => id === calendarId) : all;
  // One thing at several places is one choice, by its name.
  const offers = new Map<string, { title: string; places: { calendar: BookableCalendar; key: string }[] }>();
  for (const calendar of calendars)
    for (const service of calendar.services) {
      if (procedureId && service.procedureId !== procedureId) continue;
      const name = `${calendar.organizationId} ${service.title.it}`;
      const offer = offers.get(name) ?? { title: say(service.title), places: [] };
      offer.places.push({ calendar, key: service.key });
      offers.set(name, offer);
    }
  const chosenName = [...offers].find(([, { places }]) =>
    places.some(({ calendar, key }) => calendar.id === booking.calendar?.id && key === booking.service),
  )?.[0];
  const [openName, setOpenName] = useState<string | null>(null);
  const name = openName ?? chosenName ?? (offers.size === 1 ? [...offers.keys()][0] : undefined);
  const offer = name === undefined ? undefined : offers.get(name);
  const isChosen = offer?.places.some(({ calendar, key }) => calendar.id === booking.calendar?.id && key === booking.service) ?? false;
  if (!list.data) return list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton lines={6} />;
  if (offers.size === 0)
    return (
      <Empty icon="it-calendar" action={<ButtonLink to="/servizi">{text('appointments.toServices')}</ButtonLink>}>
        {text('appointments.nothingToBook')}
      </Empty>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isChosen) return onNext();
        setTried(true);
        field.current?.querySelector('input')?.focus();
      }}
    >
      <StepHeading>{text('appointments.step.place')}</StepHeading>
      <fieldset ref={offer ? undefined : field} className="sp-slots" aria-describedby={isTried && !offer ? 'servizio-errore' : undefined}>
        <legend className="h6">{text('appointments.service')}</legend>
        {isTried && !offer && (
          <p id="servizio-errore" className="sp-error">
            {text('appointments.service.choose')}
          </p>
        )}
        <div>
          {[...offers].map(([key, { title, places }]) => (
            <label key={key}>
              <input type="radio" name="servizio" checked={key === name} onChange={() => setOpenName(key)} />
              <span>
                {title}
                <small>{places[0]?.calendar.organizationName}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {offer && (
        <fieldset ref={field} className="sp-slots" aria-describedby={isTried && !isChosen ? 'luogo-errore' : undefined}>
          <legend className="h6">{text('appointments.place')}</legend>
          {isTried && !isChosen && (
            <p id="luogo-errore" className="sp-error">
              {text('appointments.place.choose')}
            </p>
          )}
          <div>
            {offer.places.map(({ calendar, key }) => (
              <label key={calendar.id}>
                <input
                  type="radio"
                  name="luogo"
                  checked={calendar.id === booking.calendar?.id && key === booking.service}
                  onChange={() => onChoose({ calendar, service: key })}
                />
                <span>
                  {calendar.title}
                  <small>
                    {calendar.place.name}, {calendar.place.address}
                  </small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <More {...list} />
      <WizardBar next={text('appointments.next')} />
    </form>
  );
};

interface TimeStepProps {
  booking: Booking;
  calendar: BookableCalendar;
  change: (more: Partial<Booking>) => void;
  onPrevious: () => void;
  onNext: () => void;
}

/** The hour that is chosen is held from here on. */
const TimeStep = ({ booking, calendar, change, onPrevious, onNext }: TimeStepProps) => {
  const text = useText();
  const { account } = useSession();
  const hold = useCommand('rpc.appointments.hold.v1', changed);
  const [isTried, setTried] = useState(false);
  const { id, slot, service } = booking;
  const [search] = useSearchParams();
  const practiceId = search.get('pratica');
  const mustSignIn = calendar.needsSignIn && !account;
  const next = () => {
    setTried(true);
    if (!slot || !service) return announce(text('appointments.time.choose'), 'assertive');
    hold.mutate(
      { id, calendarId: calendar.id, service, ...slot, ...(practiceId && { practiceId }) },
      {
        onSuccess: (appointment) => {
          change({ held: appointment });
          onNext();
        },
        onError: (error) => {
          // What was booked from here already, or by somebody else under this id, is another booking.
          if (error instanceof ProblemError && error.kind === 'id-reused') change({ id: newId(), held: null });
          if (error instanceof ProblemError && error.kind === 'slot-taken') change({ slot: null });
        },
      },
    );
  };
  return (
    <>
      <StepHeading>{text('appointments.step.time')}</StepHeading>
      <p>
        <strong>{calendar.title}</strong>, {calendar.place.name}, {calendar.place.address}
      </p>
      {calendar.personLimit && (
        <p>{text(`appointments.personLimit.${calendar.personLimit.period}`, { count: calendar.personLimit.count })}</p>
      )}
      <SlotPicker
        key={calendar.id}
        calendarId={calendar.id}
        service={service ?? undefined}
        horizonDays={calendar.horizonDays}
        value={slot}
        onChange={(chosen) => change({ slot: chosen })}
      />
      {calendar.keepsWaitingList && service && (
        <p>
          {text('waiting.noneFits')}{' '}
          <LocalLink
            to={`/servizi/prenotazione-appuntamento/attesa?${new URLSearchParams({ calendario: calendar.id, prestazione: service })}`}
          >
            {text('waiting.join')}
          </LocalLink>
        </p>
      )}
      {isTried && !slot && !hold.error && <p className="sp-error">{text('appointments.time.choose')}</p>}
      {hold.error ? <ErrorNote error={hold.error} onRetry={slot ? next : undefined} /> : null}
      {mustSignIn && (
        <Notice>
          {text('appointments.mustSignIn')}{' '}
          <ButtonLink color="primary" size="sm" href={signInAddress('citizen')}>
            {text('frame.signIn')}
          </ButtonLink>
        </Notice>
      )}
      <WizardBar
        onPrevious={onPrevious}
        next={text(hold.isPending ? 'ui.wait' : 'appointments.next')}
        isWaiting={hold.isPending}
        onNext={() => !hold.isPending && next()}
      />
    </>
  );
};

interface TypingStepProps {
  step: 'details' | 'applicant';
  typed: Typed;
  onChange: (change: Partial<Typed>) => void;
  onPrevious: () => void;
  onNext: () => void;
  onGiveUp: () => void;
}

const TypingStep = ({ step, typed, onChange, onPrevious, onNext, onGiveUp }: TypingStepProps) => {
  const text = useText();
  const missing = useMissing();
  const [mistakes, setMistakes] = useState<Mistakes>({});
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = missing(fieldsOf[step], typed);
        setMistakes(found);
        const [first] = Object.keys(found);
        if (first) event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
        else onNext();
      }}
    >
      <StepHeading>{text(`appointments.step.${step}`)}</StepHeading>
      <p>{text('appointments.starred')}</p>
      <Fields fields={fieldsOf[step]} typed={typed} mistakes={mistakes} onChange={onChange} />
      {step === 'applicant' && (
        <p className="small">
          {text('appointments.privacy')} <a href="/privacy">{text('footer.privacy')}</a>
        </p>
      )}
      <WizardBar
        leave={{ label: text('appointments.giveUp'), onPress: onGiveUp }}
        onPrevious={onPrevious}
        next={text('appointments.next')}
      />
    </form>
  );
};

interface ReviewStepProps {
  booking: Booking & { typed: Typed };
  held: Appointment;
  change: (more: Partial<Booking>) => void;
  go: (step: Step) => void;
  onGiveUp: () => void;
  onBooked: (appointment: Appointment) => void;
}

/** All that was chosen and typed, each with its way back; a place that was let go of meanwhile is taken again by one press. */
const ReviewStep = ({ booking, held, change, go, onGiveUp, onBooked }: ReviewStepProps) => {
  const text = useText();
  const language = useLanguage();
  const facts = useFacts();
  const applicantFacts = useApplicantFacts();
  const book = useCommand('rpc.appointments.book.v1', changed);
  const hold = useCommand('rpc.appointments.hold.v1', changed);
  const [isExpired, setExpired] = useState(false);
  const [search] = useSearchParams();
  const practiceId = search.get('pratica');
  const applicant = applicantOf(booking.typed);
  const mistakes = mistakesOf(book.error);
  const wrong = Object.keys(mistakes)[0] as keyof Typed | undefined;
  const send = () =>
    book.mutate(
      { code: held.code, ...applicant, language },
      {
        onSuccess: onBooked,
        onError: (error) => setExpired(error instanceof ProblemError && ['draft-expired', 'slot-taken'].includes(error.kind)),
      },
    );
  const takeAgain = () => {
    if (!booking.slot || !booking.service) return;
    hold.mutate(
      { id: booking.id, calendarId: held.calendarId, service: booking.service, ...booking.slot, ...(practiceId && { practiceId }) },
      {
        onSuccess: (appointment) => {
          change({ held: appointment });
          setExpired(false);
          book.reset();
          announce(text('appointments.heldAgain'));
        },
        onError: () => {
          change({ slot: null });
        },
      },
    );
  };
  return (
    <>
      <StepHeading>{text('appointments.step.review')}</StepHeading>
      <Panel aria-labelledby="appuntamento">
        <h3 id="appuntamento" className="h5">
          {text('appointments.one')}
        </h3>
        <SummaryList items={facts(held)} />
        <Button type="button" color="link" className="p-0" onClick={() => go('time')}>
          {text('appointments.change.time')}
        </Button>
      </Panel>
      <Panel aria-labelledby="richiedente">
        <h3 id="richiedente" className="h5">
          {text('appointments.step.applicant')}
        </h3>
        <SummaryList items={applicantFacts(applicant)} />
        <div className="sp-operations">
          <Button type="button" color="link" className="p-0" onClick={() => go('details')}>
            {text('appointments.change.details')}
          </Button>
          <Button type="button" color="link" className="p-0" onClick={() => go('applicant')}>
            {text('appointments.change.applicant')}
          </Button>
        </div>
      </Panel>
      {held.isModerated && <Notice>{text('appointments.moderated')}</Notice>}
      {book.error && !hold.error ? <ErrorNote error={book.error} onRetry={isExpired || wrong ? undefined : send} keepsWords /> : null}
      {hold.error ? <ErrorNote error={hold.error} keepsWords /> : null}
      {wrong && (
        <Button
          type="button"
          color="primary"
          outline
          onClick={() => go(wrong === 'reason' || wrong === 'details' ? 'details' : 'applicant')}
        >
          {text('appointments.correct')}
        </Button>
      )}
      {isExpired && (
        <div className="sp-operations mb-3">
          {!hold.error && (
            <Button
              type="button"
              color="primary"
              aria-disabled={hold.isPending || undefined}
              onClick={() => !hold.isPending && takeAgain()}
            >
              {text('appointments.takeAgain')}
            </Button>
          )}
          <Button type="button" color="primary" outline onClick={() => go('time')}>
            {text('appointments.otherTime')}
          </Button>
        </div>
      )}
      <WizardBar
        leave={{ label: text('appointments.giveUp'), onPress: onGiveUp }}
        onPrevious={() => go('applicant')}
        next={text(book.isPending ? 'ui.wait' : held.isModerated ? 'appointments.send' : 'appointments.confirm')}
        isWaiting={book.isPending}
        onNext={() => !book.isPending && send()}
      />
    </>
  );
};

/** "Appuntamento confermato", or "Richiesta inviata" where an officer approves it first (APP-50). */
const Confirmation = ({ appointment, onAgain }: { appointment: Appointment; onAgain: () => void }) => {
  const text = useText();
  const facts = useFacts();
  const isAsked = appointment.status === 'awaiting_approval';
  const mail = appointment.applicant?.mail ?? '';
  const { isTold, changeableUntil } = appointment;
  return (
    <Page
      title={text(isAsked ? 'appointments.asked' : 'appointments.confirmed')}
      trail={[{ label: text('appointments.book'), to: '/servizi/prenotazione-appuntamento' }]}
    >
      <Done>
        {isTold
          ? text(
              isAsked
                ? 'appointments.asked.detail'
                : changeableUntil
                  ? 'appointments.confirmed.detail'
                  : 'appointments.confirmed.detail.fixed',
              { mail },
            )
          : text(isAsked ? 'appointments.asked.detail.silent' : 'appointments.confirmed.detail.silent')}
      </Done>
      <Panel aria-labelledby="appuntamento">
        <h2 id="appuntamento" className="h5">
          {text('appointments.one')}
        </h2>
        <SummaryList items={facts(appointment)} />
        {!isAsked && <CalendarFileButton code={appointment.code} />}
      </Panel>
      <div className="sp-operations">
        <ButtonLink color="primary" to={`/appuntamenti/${appointment.code}`}>
          {text('appointments.open')}
        </ButtonLink>
        <Button type="button" outline color="primary" onClick={onAgain}>
          {text('appointments.another')}
        </Button>
      </div>
    </Page>
  );
};
