import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { asCode, asLine, asMail, asPhone, isMail, isPhone } from '@sportello/italy/typed-text';
import { ProblemError, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { goToFirstMistake } from '@sportello/ui/first-mistake';
import { Frozen } from '@sportello/ui/frozen';
import { LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { profileName } from '@sportello/ui/profile';
import { isSendKey } from '@sportello/ui/send-key';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useLayoutEffect, useRef, useState } from 'react';
import { useDraft } from '../drafts.js';

type Caller = AnswerOf<'rpc.ticketing.find-caller.v1'>;
type Desk = AnswerOf<'rpc.ticketing.list-desks.v1'>['items'][number];

interface Taken {
  id: string;
  number: string;
  /** False where the ticket is of a desk at which she does not work. */
  mayRead: boolean;
}

/** A call is written down while one listens; the number is told before it ends (TIC-30, TIC-32, TIC-36). */
export const CallPage = () => {
  const text = useText();
  const desks = useAll('rpc.ticketing.list-desks.v1', {});
  const [taken, setTaken] = useState<Taken | null>(null);
  const [before, setBefore] = useState<Taken | null>(null);
  const told = before ?? taken;
  return (
    <Page title={text('tickets.call')} appName={text('console.name')} trail={[{ label: text('section.tickets'), to: '/ticket' }]}>
      {told && (
        <Done of={told.id}>
          {text(before ? 'tickets.call.before' : 'tickets.call.taken', { number: told.number })}{' '}
          {told.mayRead && <LocalLink to={`/ticket/${told.id}`}>{text('tickets.call.open')}</LocalLink>}
        </Done>
      )}
      <Loaded query={desks} skeleton={<Skeleton lines={6} />}>
        {(all) => (
          <Call
            key={taken?.id ?? ''}
            desks={all}
            onBefore={setBefore}
            onTaken={(ticket) => {
              setBefore(null);
              setTaken(ticket);
            }}
          />
        )}
      </Loaded>
    </Page>
  );
};

const empty = { givenName: '', familyName: '', mail: '', mobilePhone: '' };
const noCall = { onBehalfOf: '', subject: '', details: '' };

interface KeptCall {
  id: string;
  fiscalCode: string;
  typed: typeof empty;
  deskId: string;
  call: typeof noCall;
}

/** What was kept of a call that was not written down; null for nothing, and for what an earlier version of this page kept. */
function readKept(text: string): KeptCall | null {
  if (text === '') return null;
  const { id, fiscalCode, typed, deskId, call }: Partial<KeptCall> = JSON.parse(text);
  return id && fiscalCode !== undefined && deskId !== undefined
    ? { id, fiscalCode, typed: { ...empty, ...typed }, deskId, call: { ...noCall, ...call } }
    : null;
}

type Field = keyof typeof empty;
const fields = Object.keys(empty) as Field[];
const isRight: Record<Field, (typed: string) => boolean> = {
  givenName: (typed) => asLine(typed) !== '',
  familyName: (typed) => asLine(typed) !== '',
  mail: (typed) => asMail(typed) === '' || isMail(asMail(typed)),
  mobilePhone: (typed) => asPhone(typed) === '' || isPhone(asPhone(typed)),
};

interface CallProps {
  desks: readonly Desk[];
  onTaken: (ticket: Taken) => void;
  /** It had been written down before, with an answer that never came: what was changed since would be another one. */
  onBefore: (ticket: Taken) => void;
}

const Call = ({ desks, onTaken, onBefore }: CallProps) => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const rest = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useDraft('call', 'ticket-call');
  const [begun] = useState(() => readKept(kept));
  const [id, setId] = useState(() => begun?.id ?? newId());
  const [fiscalCode, setFiscalCode] = useState(begun?.fiscalCode ?? '');
  const [caller, setCaller] = useState<(Caller & { of: string }) | null>(null);
  const [typed, setTyped] = useState(begun?.typed ?? empty);
  const [mailAgain, setMailAgain] = useState('');
  const [profileId, setProfileId] = useState<string | null>(null);
  const [deskId, setDeskId] = useState(begun?.deskId ?? desks.find(({ mayWork }) => mayWork)?.id ?? '');
  const [call, setCall] = useState(begun?.call ?? noCall);
  const [isLooked, setLooked] = useState(false);
  const [isTried, setTried] = useState(false);
  const find = useCommand('rpc.ticketing.find-caller.v1');
  const take = useCommand('rpc.ticketing.open-call.v1', ['rpc.ticketing.list-queue.v1', 'rpc.ticketing.count-queue.v1']);
  // A reload, or a session that ended, takes nothing of what was told on the telephone.
  const content = JSON.stringify({ id, fiscalCode, typed, deskId, call } satisfies KeptCall);
  const isBegun = [fiscalCode, ...Object.values(typed), ...Object.values(call)].some((value) => value.trim() !== '');
  // Before anything else can happen to the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept whenever what is typed changes
  useLayoutEffect(() => setKept(isBegun ? content : ''), [content]);
  const code = asCode(fiscalCode);
  // Whoever was found is found no longer when the code is changed.
  const found = caller?.of === code ? caller : null;
  const isCodeWrong = checkFiscalCode(code) !== null;
  const look = () => {
    if (find.isPending) return;
    setLooked(true);
    if (isCodeWrong) return goToFirstMistake(form.current);
    find.mutate(
      { fiscalCode: code },
      {
        onSuccess: (who) => {
          setCaller({ ...who, of: code });
          setProfileId(who.profiles[0]?.id ?? null);
          // The button that was pressed is gone.
          requestAnimationFrame(() => rest.current?.querySelector<HTMLElement>('select, input')?.focus());
        },
      },
    );
  };
  const isUnknown = found !== null && found.name === null;
  const mistakes = fields.filter((field) => isUnknown && !isRight[field](typed[field]));
  // Mistaken it would be a stranger’s: it is read back and typed once more.
  const isMailAgain = !isUnknown || asMail(typed.mail) === asMail(mailAgain);
  const isReady = found !== null && mistakes.length === 0 && isMailAgain && deskId !== '' && asLine(call.subject) !== '';
  const send = () => {
    if (take.isPending) return;
    if (!found) return look();
    setTried(true);
    if (!isReady) return goToFirstMistake(form.current);
    const mayRead = desks.some((desk) => desk.id === deskId && desk.mayWork);
    const newcomer = isUnknown ? { ...typed, mail: asMail(typed.mail) || null, mobilePhone: asPhone(typed.mobilePhone) || null } : null;
    take.mutate(
      { id, deskId, fiscalCode: code, ...(profileId && { profileId }), newcomer, ...call, onBehalfOf: asLine(call.onBehalfOf) || null },
      {
        onSuccess: ({ number }) => {
          setKept('');
          onTaken({ id, number, mayRead });
        },
        onError: (error) => {
          if (!(error instanceof ProblemError && error.kind === 'id-reused')) return;
          setId(newId());
          const number = error.problem.more?.['number'];
          if (typeof number !== 'string') return;
          take.reset();
          onBefore({ id, number, mayRead });
        },
      },
    );
  };
  const missing = (isMissing: boolean) => (isTried && isMissing ? text('tickets.call.missing') : undefined);
  return (
    <form
      ref={form}
      noValidate
      className="sc-desk-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (!isSendKey(event)) return;
        event.preventDefault();
        send();
      }}
    >
      <Frozen isFrozen={take.isPending}>
        <TextField
          label={text('tickets.call.fiscalCode')}
          value={fiscalCode}
          isRequired
          hasFocus
          input={{ maxLength: 20, autoComplete: 'off', spellCheck: false, autoFocus: true }}
          help={text('tickets.call.fiscalCode.help')}
          error={isLooked && !found && isCodeWrong ? text('tickets.call.fiscalCode.wrong') : undefined}
          onChange={(value) => {
            setFiscalCode(value);
            find.reset();
          }}
        />
        <p role="status">
          {found &&
            (found.name
              ? text(found.hasMail ? 'tickets.call.known' : 'tickets.call.known.noMail', { name: found.name })
              : text('tickets.call.unknown'))}
        </p>
        {!found && (
          <Button
            type="button"
            outline
            color="primary"
            size="sm"
            className="mb-3"
            aria-disabled={find.isPending || undefined}
            onClick={look}
          >
            {text(find.isPending ? 'ui.wait' : 'tickets.call.find')}
          </Button>
        )}
        {find.error ? <ErrorNote error={find.error} onRetry={look} /> : null}
        <div ref={rest}>
          {isUnknown &&
            fields.map((field) => (
              <TextField
                key={field}
                label={text(`tickets.call.${field}`)}
                value={typed[field]}
                isRequired={field === 'givenName' || field === 'familyName'}
                input={{ maxLength: 254, autoComplete: 'off' }}
                error={isTried && mistakes.includes(field) ? text('tickets.call.wrong') : undefined}
                onChange={(value) => setTyped((before) => ({ ...before, [field]: value }))}
              />
            ))}
          {isUnknown && asMail(typed.mail) !== '' && (
            <TextField
              label={text('tickets.call.mailAgain')}
              value={mailAgain}
              isRequired
              help={text('tickets.call.mailAgain.help')}
              input={{ maxLength: 254, autoComplete: 'off' }}
              error={isTried && !isMailAgain ? text('tickets.call.mailAgain.wrong') : undefined}
              onChange={setMailAgain}
            />
          )}
          {found && (
            <>
              {found.profiles.length > 1 && (
                <SelectField
                  label={text('tickets.call.profile')}
                  value={profileId ?? ''}
                  options={found.profiles.map((profile) => ({ value: profile.id, label: profileName(profile, language) }))}
                  isRequired
                  onChange={setProfileId}
                />
              )}
              <TextField
                label={text('tickets.call.onBehalfOf')}
                value={call.onBehalfOf}
                help={text('tickets.call.onBehalfOf.help')}
                input={{ maxLength: 200, autoComplete: 'off' }}
                onChange={(onBehalfOf) => setCall({ ...call, onBehalfOf })}
              />
              <SelectField
                label={text('tickets.call.desk')}
                value={deskId}
                options={[
                  { value: '', label: text('tickets.choose') },
                  ...desks.map(({ id: value, name, kind }) => ({ value, label: `${text(`tickets.kind.${kind}`)} - ${say(name)}` })),
                ]}
                isRequired
                error={missing(deskId === '')}
                onChange={setDeskId}
              />
              <TextField
                label={text('tickets.call.subject')}
                value={call.subject}
                isRequired
                input={{ maxLength: 200, autoComplete: 'off' }}
                error={missing(asLine(call.subject) === '')}
                onChange={(subject) => setCall({ ...call, subject })}
              />
              <TextField
                label={text('tickets.call.details')}
                value={call.details}
                rows={5}
                input={{ maxLength: 4_000 }}
                onChange={(details) => setCall({ ...call, details })}
              />
            </>
          )}
        </div>
      </Frozen>
      {take.error ? <ErrorNote error={take.error} onRetry={send} keepsWords /> : null}
      {found && (
        <Button type="submit" color="primary" aria-disabled={take.isPending || undefined}>
          {text(take.isPending ? 'ui.wait' : 'tickets.call.take')}
        </Button>
      )}
    </form>
  );
};
