import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import { FeedPanel } from '@sportello/ui/feed-panel';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useId, useState } from 'react';
import { useParams } from 'react-router';
import type { Calendar } from './appointment.js';
import { ClosingsPart } from './closings-part.js';
import { OfficersPart } from './officers-part.js';
import { OpeningsPart } from './openings-part.js';
import './calendars.css';

const reads = [
  'rpc.appointments.get-calendar.v1',
  'rpc.appointments.list-calendars.v1',
  'rpc.appointments.list-days.v1',
  'rpc.appointments.list-slots.v1',
] as const;

/** "Modifica": settings, opening hours, closing periods and officers of a calendar (APP-23, APP-25 to APP-35). */
export const SettingsPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const { data, error, refetch } = useAsk('rpc.appointments.get-calendar.v1', { id });
  const isGone = error instanceof ProblemError && [403, 404].includes(error.status);
  return (
    <Page
      title={data ? text('calendars.settings.of', { title: data.title }) : text('calendars.settings')}
      crumb={text('calendars.settings')}
      appName={text('console.name')}
      home={{ label: text('calendars.title'), to: '/calendari' }}
      trail={data ? [{ label: data.title, to: `/calendari/${id}` }] : []}
    >
      {data && !isGone ? (
        <>
          <OpeningsPart calendarId={id} />
          <ClosingsPart calendarId={id} />
          <Form key={data.version} calendar={data} />
          <OfficersPart calendarId={id} />
          <FeedPanel calendarId={id} />
          <DeletePart calendar={data} />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  );
};

const numbers = ['noticeDays', 'horizonDays', 'cancelDays', 'draftMinutes', 'mostMoves'] as const;
const switches = ['isHidden', 'isModerated', 'needsSignIn'] as const;
const notices = ['tellsOfficers', 'tellsCitizens'] as const;
const limits = ['limit', 'personLimit'] as const;

const Form = ({ calendar }: { calendar: Calendar }) => {
  const text = useText();
  const id = useId();
  const { account } = useSession();
  const [typed, setTyped] = useState(() => ({
    ...calendar,
    ...{ noticeDays: String(calendar.noticeDays), horizonDays: String(calendar.horizonDays), cancelDays: String(calendar.cancelDays) },
    ...{ draftMinutes: String(calendar.draftMinutes), mostMoves: String(calendar.mostMoves) },
    offerMinutes: calendar.offerMinutes === null ? null : String(calendar.offerMinutes),
  }));
  const save = useCommand('rpc.appointments.put-calendar.v1', reads);
  const change = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more });
  const wrong = new Map(
    save.error instanceof ProblemError ? (save.error.problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail]) : [],
  );
  const mayGive = account?.officer?.role === 'administrator' || (calendar.ownerId !== null && calendar.ownerId === account?.personId);
  const mayTell = calendar.ownerId === null || calendar.ownerId === account?.personId;
  const tick = (name: (typeof switches)[number] | (typeof notices)[number], isOff = false) => (
    <div key={name} className="sp-tick">
      <input
        id={`${id}-${name}`}
        type="checkbox"
        className="sp-check"
        checked={typed[name]}
        disabled={isOff}
        onChange={(event) => change({ [name]: event.target.checked })}
      />
      <label htmlFor={`${id}-${name}`}>{text(`calendars.set.${name}`)}</label>
    </div>
  );
  return (
    <section aria-labelledby="impostazioni" className="sc-calendar-part">
      <h2 id="impostazioni" className="h5">
        {text('calendars.settings')}
      </h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (save.isPending) return;
          const counted = Object.fromEntries(numbers.map((name) => [name, Number(typed[name] || Number.NaN)])) as Record<
            (typeof numbers)[number],
            number
          >;
          const offerMinutes = typed.offerMinutes === null ? null : Number(typed.offerMinutes || Number.NaN);
          save.mutate({ ...typed, ...counted, offerMinutes }, { onSuccess: () => toast({ words: text('calendars.saved') }) });
        }}
      >
        <TextField
          label={text('calendars.set.title')}
          help={text('calendars.new.title.help')}
          value={typed.title}
          error={wrong.get('/title')}
          isRequired
          onChange={(title) => change({ title })}
          input={{ maxLength: 120 }}
        />
        <div className="row">
          <div className="col-12 col-md-6">
            <TextField
              label={text('calendars.new.placeName')}
              value={typed.place.name}
              error={wrong.get('/place/name')}
              isRequired
              onChange={(name) => change({ place: { ...typed.place, name } })}
              input={{ maxLength: 120 }}
            />
          </div>
          <div className="col-12 col-md-6">
            <TextField
              label={text('calendars.new.address')}
              value={typed.place.address}
              error={wrong.get('/place/address')}
              isRequired
              onChange={(address) => change({ place: { ...typed.place, address } })}
              input={{ maxLength: 200 }}
            />
          </div>
          <div className="col-12 col-md-6">
            <TextField
              label={text('calendars.new.contactMail')}
              value={typed.contactMail}
              error={wrong.get('/contactMail')}
              isRequired
              onChange={(contactMail) => change({ contactMail })}
              input={{ maxLength: 254, type: 'email' }}
            />
          </div>
          <div className="col-12 col-md-6">
            <OwnerField ownerId={typed.ownerId} mayGive={mayGive} onChange={(ownerId) => change({ ownerId })} />
          </div>
          {numbers.map((name) => (
            <div key={name} className="col-12 col-md-4">
              <TextField
                label={text(`calendars.set.${name}`)}
                value={typed[name]}
                error={wrong.get(`/${name}`)}
                isRequired
                onChange={(value) => change({ [name]: value.replace(/\D/g, '') })}
                input={{ inputMode: 'numeric', maxLength: 3 }}
              />
            </div>
          ))}
        </div>
        {limits.map((name) => (
          <LimitField key={name} name={name} value={typed[name]} onChange={(value) => change({ [name]: value })} />
        ))}
        <fieldset className="sc-ticks">
          <legend className="visually-hidden">{text('calendars.view.waiting')}</legend>
          <div className="sp-tick">
            <input
              id={`${id}-waiting`}
              type="checkbox"
              className="sp-check"
              checked={typed.offerMinutes !== null}
              onChange={(event) => change({ offerMinutes: event.target.checked ? '120' : null })}
            />
            <label htmlFor={`${id}-waiting`}>{text('calendars.set.waiting')}</label>
          </div>
          {typed.offerMinutes !== null && (
            <div className="row">
              <div className="col-12 col-md-4">
                <TextField
                  label={text('calendars.set.offerMinutes')}
                  value={typed.offerMinutes}
                  error={wrong.get('/offerMinutes')}
                  isRequired
                  onChange={(value) => change({ offerMinutes: value.replace(/\D/g, '') })}
                  input={{ inputMode: 'numeric', maxLength: 4 }}
                />
              </div>
            </div>
          )}
        </fieldset>
        <ServicesField services={typed.services} wrong={wrong} onChange={(services) => change({ services })} />
        <fieldset className="sc-ticks">
          <legend className="h6">{text('calendars.set.booking')}</legend>
          {switches.map((name) => tick(name))}
        </fieldset>
        <fieldset className="sc-ticks">
          <legend className="h6">{text('calendars.set.notices')}</legend>
          {!mayTell && <p className="form-text">{text('calendars.set.ownerOnly')}</p>}
          {notices.map((name) => tick(name, !mayTell))}
        </fieldset>
        {save.error ? <ErrorNote error={save.error} keepsWords /> : null}
        <Button type="submit" color="primary" size="sm" aria-disabled={save.isPending || undefined}>
          {save.isPending ? text('ui.wait') : text('calendars.save')}
        </Button>
      </form>
    </section>
  );
};

interface OwnerFieldProps {
  ownerId: string | null;
  /** Only the owner and administrators choose another. */
  mayGive: boolean;
  onChange: (ownerId: string | null) => void;
}

const OwnerField = ({ ownerId, mayGive, onChange }: OwnerFieldProps) => {
  const text = useText();
  const officers = useAsk('rpc.identity.list-officers.v1', { limit: 100 });
  return (
    <SelectField
      label={text('calendars.set.owner')}
      value={ownerId ?? ''}
      options={[
        { value: '', label: text('calendars.set.owner.none') },
        ...(officers.data?.items.map((one) => ({ value: one.id, label: `${one.familyName} ${one.givenName}` })) ?? []),
        ...(ownerId && !officers.data?.items.some((one) => one.id === ownerId)
          ? [{ value: ownerId, label: text('calendars.set.owner.other') }]
          : []),
      ].filter(({ value }) => mayGive || value === (ownerId ?? ''))}
      onChange={(value) => onChange(value || null)}
    />
  );
};

interface LimitFieldProps {
  name: (typeof limits)[number];
  value: Calendar['limit'];
  onChange: (value: Calendar['limit']) => void;
}

const LimitField = ({ name, value, onChange }: LimitFieldProps) => {
  const text = useText();
  const id = useId();
  return (
    <fieldset className="sc-ticks">
      <legend className="visually-hidden">{text(`calendars.set.${name}`)}</legend>
      <div className="sp-tick">
        <input
          id={id}
          type="checkbox"
          className="sp-check"
          checked={value !== null}
          onChange={(event) => onChange(event.target.checked ? { count: 1, period: 'week' } : null)}
        />
        <label htmlFor={id}>{text(`calendars.set.${name}`)}</label>
      </div>
      {value && (
        <div className="row">
          <div className="col-6 col-md-3">
            <TextField
              label={text('calendars.set.count')}
              value={String(value.count || '')}
              onChange={(count) => onChange({ ...value, count: Number(count.replace(/\D/g, '')) })}
              input={{ inputMode: 'numeric', maxLength: 5 }}
            />
          </div>
          <div className="col-6 col-md-3">
            <SelectField
              label={text('calendars.set.period')}
              value={value.period}
              options={(['day', 'week', 'month'] as const).map((period) => ({ value: period, label: text(`calendars.period.${period}`) }))}
              onChange={(period) => onChange({ ...value, period: period as NonNullable<Calendar['limit']>['period'] })}
            />
          </div>
        </div>
      )}
    </fieldset>
  );
};

interface ServicesFieldProps {
  services: Calendar['services'];
  wrong: ReadonlyMap<string, string>;
  onChange: (services: Calendar['services']) => void;
}

/** What is needed on the day, in both languages or in none. */
function bringOf(
  before: Calendar['services'][number]['bring'],
  language: 'it' | 'en',
  value: string,
): Calendar['services'][number]['bring'] {
  const after = { it: before?.it ?? '', en: before?.en ?? '', [language]: value };
  return after.it === '' && after.en === '' ? null : after;
}

/** What is booked here; a service keeps its key, by which appointments name it. */
const ServicesField = ({ services, wrong, onChange }: ServicesFieldProps) => {
  const text = useText();
  const say = useSay();
  const set = (at: number, more: Partial<Calendar['services'][number]>) =>
    onChange(services.map((one, index) => (index === at ? { ...one, ...more } : one)));
  const procedures = useAll('rpc.practices.list-services.v1', {});
  const next = () => {
    let number = services.length + 1;
    while (services.some(({ key }) => key === `servizio-${number}`)) number += 1;
    return `servizio-${number}`;
  };
  return (
    <fieldset className="sc-ticks">
      <legend className="h6">{text('calendars.set.services')}</legend>
      {services.map((service, at) => (
        <div key={service.key} className="row sc-service-row">
          <div className="col-12 col-md-4">
            <TextField
              label={text('calendars.set.service.it')}
              value={service.title.it}
              error={wrong.get(`/services/${at}/title/it`)}
              isRequired
              onChange={(it) => set(at, { title: { ...service.title, it } })}
              input={{ maxLength: 120 }}
            />
          </div>
          <div className="col-12 col-md-4">
            <TextField
              label={text('calendars.set.service.en')}
              value={service.title.en}
              error={wrong.get(`/services/${at}/title/en`)}
              isRequired
              onChange={(en) => set(at, { title: { ...service.title, en } })}
              input={{ maxLength: 120, lang: 'en' }}
            />
          </div>
          <div className="col-7 col-md-2">
            <TextField
              label={text('calendars.set.service.minutes')}
              value={service.minutes === null ? '' : String(service.minutes)}
              error={wrong.get(`/services/${at}/minutes`)}
              onChange={(minutes) => set(at, { minutes: minutes.replace(/\D/g, '') === '' ? null : Number(minutes.replace(/\D/g, '')) })}
              input={{ inputMode: 'numeric', maxLength: 3 }}
            />
          </div>
          <div className="col-5 col-md-2">
            <Button
              type="button"
              outline
              color="danger"
              size="xs"
              disabled={services.length === 1}
              aria-label={text('calendars.set.service.removeNamed', { title: service.title.it })}
              onClick={() => onChange(services.filter((_one, index) => index !== at))}
            >
              {text('calendars.remove')}
            </Button>
          </div>
          <div className="col-12 col-md-4">
            <SelectField
              label={text('calendars.set.service.procedure')}
              value={service.procedureId ?? ''}
              options={[
                { value: '', label: text('calendars.set.service.procedure.none') },
                ...(procedures.data?.map(({ id, title }) => ({ value: id, label: say(title) })) ?? []),
                ...(service.procedureId && !procedures.data?.some(({ id }) => id === service.procedureId)
                  ? [{ value: service.procedureId, label: text('calendars.set.service.procedure.other') }]
                  : []),
              ]}
              onChange={(procedureId) => set(at, { procedureId: procedureId || null })}
            />
          </div>
          {(['it', 'en'] as const).map((language) => (
            <div key={language} className="col-12 col-md-4">
              <TextField
                label={text(`calendars.set.service.bring.${language}`)}
                value={service.bring?.[language] ?? ''}
                error={wrong.get(`/services/${at}/bring/${language}`)}
                onChange={(value) => set(at, { bring: bringOf(service.bring, language, value) })}
                rows={2}
                area={{ maxLength: 1_000, lang: language }}
              />
            </div>
          ))}
        </div>
      ))}
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        onClick={() => onChange([...services, { key: next(), title: { it: '', en: '' }, procedureId: null, minutes: null, bring: null }])}
      >
        {text('calendars.set.service.add')}
      </Button>
    </fieldset>
  );
};

/** Administrators only (APP-24); the others are not offered it. */
const DeletePart = ({ calendar: { id, title, version } }: { calendar: Calendar }) => {
  const text = useText();
  const go = useGo();
  const { account } = useSession();
  const [isAsked, setAsked] = useState(false);
  const remove = useCommand('rpc.appointments.delete-calendar.v1', ['rpc.appointments.list-calendars.v1']);
  if (account?.officer?.role !== 'administrator') return null;
  return (
    <section aria-labelledby="elimina" className="sc-calendar-part">
      <h2 id="elimina" className="h5">
        {text('calendars.delete')}
      </h2>
      <Button type="button" outline color="danger" size="sm" onClick={() => setAsked(true)}>
        {text('calendars.delete')}
      </Button>
      {isAsked && (
        <ConfirmDialog
          title={text('calendars.delete.sure', { title })}
          confirm={text('calendars.delete')}
          isDangerous
          isPending={remove.isPending}
          error={remove.error}
          onCancel={() => setAsked(false)}
          onConfirm={() => remove.mutate({ id, version }, { onSuccess: () => go('/calendari') })}
        >
          <p>{text('calendars.delete.detail')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
};
