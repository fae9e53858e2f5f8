import type { AnswerOf } from '@sportello/contracts/web';
import { announce } from '@sportello/ui/announcer';
import { keyOf, ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { goToFirstMistake } from '@sportello/ui/first-mistake';
import { formatDate, useLanguage, useLanguageSwitch, useText } from '@sportello/ui/i18n';
import { Invitation } from '@sportello/ui/invitation';
import { LeaveGuard } from '@sportello/ui/leave-guard';
import { Page } from '@sportello/ui/page';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { profileName } from '@sportello/ui/profile';
import { SaveBar } from '@sportello/ui/save-bar';
import { useSessionRefresh } from '@sportello/ui/session';
import { SummaryList } from '@sportello/ui/summary-list';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { AreaTabs } from '../area-tabs.js';
import { SignedIn } from '../signed-in.js';
import {
  type AddressKey,
  blankToNull,
  contactFields,
  infoFields,
  issuesIn,
  type Typed,
  takeUp,
  typedOf,
  worksSomewhere,
} from './contacts.js';
import { Picture } from './picture.js';

type Account = AnswerOf<'rpc.identity.get-account.v1'>;

/** "Profilo utente": what comes from the identity provider is read only, the rest is changed with "Salva" (IDE-14 to 18, 38 to 40). */
export const ProfilePage = () => {
  const text = useText();
  return (
    <SignedIn title={text('profile.title')}>
      <ProfileLoader />
    </SignedIn>
  );
};

const ProfileLoader = () => {
  const text = useText();
  const account = useAsk('rpc.identity.get-account.v1', {}, { staleTimeMs: 0 });
  return (
    <Page title={text('profile.title')}>
      <AreaTabs active="profile" />
      <Invitation />
      <Loaded query={account} skeleton={<Skeleton lines={10} />}>
        {(data) => <Profile account={data} />}
      </Loaded>
    </Page>
  );
};

const Profile = ({ account }: { account: Account }) => {
  const text = useText();
  const language = useLanguage();
  const { identity } = account;
  const active = account.profiles.find(({ id }) => id === account.activeProfileId);
  return (
    <div className="row">
      <div className="col-12 col-lg-4">
        <Picture account={account} />
        <Panel aria-labelledby="identita">
          <h2 id="identita" className="h5">
            {text('profile.identity')}
          </h2>
          <p>{text('profile.identity.detail')}</p>
          <SummaryList
            items={[
              {
                label: text('profile.role'),
                value: active ? profileName(active, language) : account.officer ? text(`ui.role.${account.officer.role}`) : '',
              },
              { label: text('profile.givenName'), value: identity.givenName },
              { label: text('profile.familyName'), value: identity.familyName },
              { label: text('profile.fiscalCode'), value: identity.fiscalCode },
              { label: text('profile.birthDate'), value: identity.birthDate ? formatDate(identity.birthDate) : '' },
              { label: text('profile.birthPlace'), value: identity.birthPlace },
              { label: text('profile.birthState'), value: identity.birthState },
            ]}
          />
        </Panel>
      </div>
      <div className="col-12 col-lg-8">
        <ContactsForm account={account} />
      </div>
    </div>
  );
};

const zones = [
  'Europe/Rome',
  'Europe/London',
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Madrid',
  'Europe/Athens',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Argentina/Buenos_Aires',
  'Australia/Sydney',
  'Asia/Shanghai',
  'UTC',
];

const isChangedMeanwhile = (error: unknown) => error instanceof ProblemError && error.kind === 'changed-meanwhile';
const same = (one: Typed, other: Typed) => JSON.stringify(one) === JSON.stringify(other);

const ContactsForm = ({ account }: { account: Account }) => {
  const text = useText();
  const refresh = useSessionRefresh();
  const speak = useLanguageSwitch();
  const client = useQueryClient();
  /** What the form began with. */
  const [begun, setBegun] = useState(account);
  const [typed, setTyped] = useState<Typed>(() => typedOf(begun.contacts));
  const [hasTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [saved, setSaved] = useState(0);
  const change = useCommand('rpc.identity.change-contacts.v1', ['rpc.identity.get-account.v1']);
  const issues = hasTried ? issuesIn(typed) : {};
  const before = typedOf(begun.contacts);
  const now = typedOf(account.contacts);
  const isDirty = !same(typed, before);
  const isBehind = account.version > begun.version && !change.isPending;
  // A form in which something is typed stays as it is, whatever is read again behind it.
  if (isBehind && (!isDirty || same(before, now))) {
    setBegun(account);
    if (!isDirty) setTyped(now);
  }
  const isConflict = isBehind && isDirty && !same(before, now);
  const write = (key: keyof Typed) => (value: string) => setTyped((current) => ({ ...current, [key]: value }));
  const errorOf = (key: keyof Typed) => (issues[key] ? text(issues[key]) : undefined);
  useEffect(() => {
    if (isConflict) announce(text('profile.conflict'), 'assertive');
  }, [isConflict, text]);
  const goOnWith = (values: Typed) => {
    setBegun(account);
    setTyped(values);
    change.reset();
  };

  const save = async (): Promise<boolean> => {
    setTried(true);
    if (Object.keys(issuesIn(typed)).length > 0) {
      goToFirstMistake(form.current);
      return false;
    }
    if (change.isPending) return false;
    try {
      const saved = await change.mutateAsync({ contacts: blankToNull(typed), version: begun.version });
      setBegun(saved);
      // What was typed while it was being saved stays.
      setTyped((current) => takeUp(current, typed, typedOf(saved.contacts)));
      setTried(false);
    } catch (error) {
      if (isChangedMeanwhile(error)) await client.invalidateQueries({ queryKey: keyOf('rpc.identity.get-account.v1') });
      // The error stands beside the button, with what was typed still here.
      return false;
    }
    setSaved((count) => count + 1);
    await refresh();
    if (typed.language !== begun.contacts.language) speak(typed.language === 'en' ? 'en' : 'it');
    return true;
  };
  const zoneOptions = [...new Set([typed.timeZone, ...zones])].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Panel aria-labelledby="contatti">
        <h2 id="contatti" className="h5">
          {text('profile.contacts')}
        </h2>
        <div className="row">
          {contactFields.map(({ key, type, autocomplete }) => (
            <div key={key} className="col-12 col-md-6">
              <TextField
                label={text(`profile.${key}`)}
                value={typed[key]}
                onChange={write(key)}
                error={errorOf(key)}
                input={{ type, autoComplete: autocomplete, placeholder: text('ui.empty'), maxLength: 254 }}
              />
            </div>
          ))}
        </div>
      </Panel>
      {(['residence', 'domicile'] as const).map((place) => (
        <AddressFields key={place} place={place} typed={typed} write={write} errorOf={errorOf} />
      ))}
      {worksSomewhere(account) && <WorkFields typed={typed} write={write} />}
      <Panel aria-labelledby="preferenze">
        <h2 id="preferenze" className="h5">
          {text('profile.preferences')}
        </h2>
        <div className="row">
          <div className="col-12 col-md-6">
            <SelectField
              label={text('profile.language')}
              help={text('profile.language.help')}
              value={typed.language}
              onChange={write('language')}
              options={[
                { value: 'it', label: text('profile.language.it') },
                { value: 'en', label: text('profile.language.en') },
              ]}
            />
          </div>
          <div className="col-12 col-md-6">
            <SelectField
              label={text('profile.timeZone')}
              help={text('profile.timeZone.help')}
              value={typed.timeZone}
              onChange={write('timeZone')}
              options={zoneOptions}
            />
          </div>
        </div>
      </Panel>
      {isConflict && (
        <div className="alert alert-warning">
          <p>{text('profile.conflict')}</p>
          <div className="sp-operations">
            <Button type="button" color="primary" size="sm" onClick={() => goOnWith(takeUp(typed, before, now))}>
              {text('ui.conflict.mine')}
            </Button>
            <Button type="button" outline color="primary" size="sm" onClick={() => goOnWith(now)}>
              {text('ui.conflict.other')}
            </Button>
          </div>
        </div>
      )}
      {change.error && !isConflict && <ErrorNote error={change.error} keepsWords />}
      <SaveBar>
        <Button type="submit" color="primary" aria-disabled={change.isPending || undefined}>
          {change.isPending ? text('ui.wait') : text('profile.save')}
        </Button>
        {isDirty && <span>{text('profile.unsaved')}</span>}
        {saved > 0 && !isDirty && <Done of={saved}>{text('profile.saved')}</Done>}
      </SaveBar>
      <LeaveGuard isDirty={isDirty} fields={[text('profile.title')]} onSave={save} onDiscard={() => setTyped(before)} />
    </form>
  );
};

interface AddressFieldsProps {
  place: 'residence' | 'domicile';
  typed: Typed;
  write: (key: keyof Typed) => (value: string) => void;
  errorOf: (key: keyof Typed) => string | undefined;
}

const WorkFields = ({ typed, write }: Pick<AddressFieldsProps, 'typed' | 'write'>) => {
  const text = useText();
  return (
    <Panel aria-labelledby="informazioni">
      <h2 id="informazioni" className="h5">
        {text('profile.info')}
      </h2>
      <div className="row">
        {infoFields.map((key) => (
          <div key={key} className="col-12 col-md-6">
            <TextField
              label={text(`profile.info.${key}`)}
              value={typed[key]}
              onChange={write(key)}
              input={{ maxLength: 100, placeholder: text('ui.empty'), autoComplete: 'off' }}
            />
          </div>
        ))}
        <div className="col-12">
          <TextField
            label={text('profile.biography')}
            value={typed.biography}
            onChange={write('biography')}
            rows={4}
            input={{ maxLength: 1_000 }}
          />
        </div>
      </div>
    </Panel>
  );
};

const AddressFields = ({ place, typed, write, errorOf }: AddressFieldsProps) => {
  const text = useText();
  const field = (part: 'Street' | 'PostalCode' | 'Comune', autoComplete: string, maxLength: number) => {
    const key: AddressKey = `${place}${part}`;
    return (
      <TextField
        label={text(`profile.address${part}`)}
        value={typed[key]}
        onChange={write(key)}
        error={errorOf(key)}
        input={{
          autoComplete: `${place === 'residence' ? 'section-residenza' : 'section-domicilio'} ${autoComplete}`,
          maxLength,
          placeholder: text('ui.empty'),
        }}
      />
    );
  };
  return (
    <Panel aria-labelledby={place}>
      <h2 id={place} className="h5">
        {text(`profile.${place}`)}
      </h2>
      <div className="row">
        <div className="col-12 col-md-6">{field('Street', 'street-address', 150)}</div>
        <div className="col-12 col-md-2">{field('PostalCode', 'postal-code', 5)}</div>
        <div className="col-12 col-md-4">{field('Comune', 'address-level2', 100)}</div>
      </div>
    </Panel>
  );
};
