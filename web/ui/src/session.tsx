import type { Session } from '@sportello/contracts/web';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { announce } from './announcer.js';
import { actingAs, askPath, attend, onOtherSession, onSignedOut, speak } from './api.js';
import { ButtonLink } from './button-link.js';
import { ConfirmDialog, Dialog } from './dialog.js';
import { ErrorNote } from './error-note.js';
import { keepLanguage, rome, showZone, useLanguage, useText } from './i18n.js';
import { forgetOthers } from './kept-here.js';
import { profileName } from './profile-name.js';

const key = ['session'];
/** How long before its end the sign-in is spoken of (IDE-60). */
const warningMs = 120_000;

export type Account = NonNullable<Session['account']>;

interface SessionState {
  session: Session;
  account: Account | null;
  /** Now, by the server's clock. */
  serverNow: () => Date;
  /** False as long as it is only that of whoever is not signed in, with which a page comes rendered. */
  isRead: boolean;
  /** True when somebody was signed in on this page and no longer is: what she typed is still here. */
  isOver: boolean;
}

interface SessionReading {
  /** Null until it has been read for the first time. */
  state: SessionState | null;
  /** Why it could not be read. */
  error: unknown;
  retry: () => void;
}

const Context = createContext<SessionReading | null>(null);

/** The session as far as it is known, for the frame of the pages, which stands before it is. */
export const useSessionReading = (): SessionReading => {
  const reading = useContext(Context);
  if (!reading) throw new Error('useSessionReading outside of SessionProvider');
  return reading;
};

/** The session, for all that is drawn inside the frame. */
export const useSession = (): SessionState => {
  const { state } = useSessionReading();
  if (!state) throw new Error('useSession before the session was read');
  return state;
};

/** The body at whose own address this page is; null at the installation's, and as long as the session is not read. */
export const useBody = (): Session['body'] => useContext(Context)?.state?.session.body ?? null;

/** What the site is called at this address: by the name of its body, or of the installation. */
export const useSiteName = (): string => {
  const body = useBody();
  const text = useText();
  const language = useLanguage();
  return body ? body.name[language] : text('ui.appName');
};

const readSession = async (signal?: AbortSignal): Promise<Session> => {
  const session = await askPath<Session>('GET', '/api/v1/session', undefined, signal);
  speak({ csrf: session.csrfToken ?? '' });
  // A page acts as who was signed in when it began, until it is told otherwise by a press in it.
  if (!actingAs()) speak({ acting: session.actingAs ?? '' });
  if (session.account) forgetOthers(sessionStorage, [session.account.personId, ...session.account.profiles.map(({ id }) => id)]);
  return session;
};

/** Where to sign in, coming back to this page. */
export const signInAddress = (as: 'citizen' | 'officer' = 'citizen', returnTo = location.pathname + location.search): string =>
  `/auth/login?${new URLSearchParams({ returnTo, as })}`;

/** Signs out here and at whoever signed in. */
export const useSignOut = () => {
  const language = useLanguage();
  return useMutation({
    mutationFn: () => attend((signal) => askPath<{ redirect: string }>('POST', '/auth/logout', '{}', signal)),
    onSuccess: ({ redirect }) => {
      // The way back leads to the bare address of the site, which says no language.
      keepLanguage(language);
      location.assign(redirect);
    },
  });
};

/** Wears another profile of the same person; every list is read again, since profiles see different things (IDE-19). */
export const useProfileSwitch = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (profileId: string) =>
      attend((signal) => askPath<Session>('PUT', '/api/v1/session/profile', JSON.stringify({ profileId }), signal)),
    onSuccess: (session) => {
      speak({ csrf: session.csrfToken ?? '', acting: session.actingAs ?? '' });
      client.setQueryData(key, session);
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
    },
  });
};

/** After the account changed: what the header shows is read again. */
export const useSessionRefresh = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
};

interface SessionProviderProps {
  /** As whom one signs in again when the sign-in is over. */
  signInAs?: 'citizen' | 'officer';
  /** With which session the page came rendered. */
  visitor?: Session | undefined;
  children: ReactNode;
}

export const SessionProvider = ({ signInAs = 'citizen', visitor, children }: SessionProviderProps) => {
  const client = useQueryClient();
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => readSession(signal),
    staleTime: 60_000,
    refetchOnWindowFocus: 'always',
  });
  const [seen, setSeen] = useState<Session | null>(null);
  /** The last that was this page's own: it acts as that one until somebody presses otherwise. */
  const [signedIn, setSignedIn] = useState<Session | null>(null);
  const [isRefused, setRefused] = useState(false);
  const isOurs = data?.actingAs === actingAs();
  if (data?.account && data !== seen) {
    setSeen(data);
    setRefused(false);
    if (isOurs) setSignedIn(data);
  }
  useEffect(() => onSignedOut(() => setRefused(true)), []);
  useEffect(() => onOtherSession(() => void refetch()), [refetch]);
  const offset = data ? new Date(data.serverTime).getTime() - dataUpdatedAt : 0;
  const serverNow = useCallback(() => new Date(Date.now() + offset), [offset]);
  const firstPerson = useRef('');
  useEffect(() => {
    const id = data?.account?.personId;
    // Somebody else signed in from another tab: nothing of the person before may stay on the page.
    if (id && firstPerson.current && firstPerson.current !== id) location.assign(signInAs === 'officer' ? '/console' : '/');
    if (id) firstPerson.current = id;
  }, [data, signInAs]);
  const cameForVisitor = visitor !== undefined;
  const isSomebody = Boolean(data?.account);
  useEffect(() => {
    // She came here from another site, and the browser kept her cookie back: what the page came with was for nobody in particular.
    if (cameForVisitor && isSomebody) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
  }, [cameForVisitor, isSomebody, client]);
  const retry = () => void refetch();
  const visited = useMemo(() => visitor && visitorState(visitor), [visitor]);
  if (!data) return <Context value={{ state: visited ?? null, error, retry }}>{children}</Context>;

  const isOver = signedIn !== null && (isRefused || !data.account);
  // Who was signed in stays on the page, with what she typed, until she signs in again or leaves.
  const isElsewhere = signedIn !== null && data.account !== null && !isOurs;
  const session = (isOver || isElsewhere) && signedIn ? { ...signedIn, csrfToken: data.csrfToken } : data;
  showZone(session.account?.contacts.timeZone ?? rome);
  const state: SessionState = {
    session,
    account: session.account,
    serverNow,
    isRead: true,
    isOver,
  };
  return (
    <Context value={{ state, error, retry }}>
      {children}
      {isOver ? (
        <OverDialog signInAs={signInAs} onCheck={() => void refetch()} />
      ) : isElsewhere && signedIn ? (
        <OtherProfileDialog page={signedIn} now={data} />
      ) : (
        <ExpiryWarning session={data} offset={offset} />
      )}
    </Context>
  );
};

const visitorState = (session: Session): SessionState => {
  const now = new Date(session.serverTime);
  return { session, account: null, serverNow: () => now, isRead: false, isOver: false };
};

/** The sign-in is over: it is renewed in another tab, so that this page loses nothing. */
const OverDialog = ({ signInAs, onCheck }: { signInAs: 'citizen' | 'officer'; onCheck: () => void }) => {
  const text = useText();
  const [isHidden, setHidden] = useState(false);
  const signIn = (
    <ButtonLink color="primary" href={signInAddress(signInAs, '/accedi?fatto=1')} target="_blank" rel="noreferrer">
      {text('ui.session.signInAgain')}
    </ButtonLink>
  );
  if (isHidden)
    return (
      <div className="sp-bar alert alert-warning">
        <p className="mb-2">{text('ui.session.over')}</p>
        {signIn}
      </div>
    );
  return (
    <Dialog
      title={text('ui.session.over')}
      onClose={() => setHidden(true)}
      actions={
        <>
          {signIn}
          <Button type="button" outline color="primary" onClick={onCheck}>
            {text('ui.session.done')}
          </Button>
        </>
      }
    >
      <p>{text('ui.session.overDetail')}</p>
    </Dialog>
  );
};

/**
 * Another profile was chosen in another tab: this page still acts, and is refused, as the one that it shows, so that nothing is done in
 * the name of the other unseen.
 */
const OtherProfileDialog = ({ page, now }: { page: Session; now: Session }) => {
  const text = useText();
  const language = useLanguage();
  const change = useProfileSwitch();
  const [isHidden, setHidden] = useState(false);
  const nameOf = ({ account, actingAs: acting }: Session) => {
    const profile = account?.profiles.find(({ id }) => id === acting);
    return profile ? profileName(profile, language) : (account?.officer?.organizationName ?? '');
  };
  const own = now.account?.officer ? undefined : now.account?.profiles.find(({ id }) => id === page.actingAs);
  const actions = (
    <>
      {own && (
        <Button type="button" color="primary" aria-disabled={change.isPending || undefined} onClick={() => change.mutate(own.id)}>
          {text('ui.session.backTo', { profile: nameOf(page) })}
        </Button>
      )}
      <Button type="button" outline={Boolean(own)} color="primary" onClick={() => location.reload()}>
        {text('ui.session.reloadAs', { profile: nameOf(now) })}
      </Button>
    </>
  );
  if (isHidden)
    return (
      <div className="sp-bar alert alert-warning">
        <p className="mb-2">{text('ui.session.elsewhere')}</p>
        {actions}
      </div>
    );
  return (
    <Dialog title={text('ui.session.elsewhere')} onClose={() => setHidden(true)} actions={actions}>
      <p>{text('ui.session.elsewhereDetail', { page: nameOf(page), now: nameOf(now) })}</p>
      {change.error && <ErrorNote error={change.error} />}
    </Dialog>
  );
};

/** Two minutes before the end: one press stays signed in. */
const ExpiryWarning = ({ session, offset }: { session: Session; offset: number }) => {
  const text = useText();
  const client = useQueryClient();
  const [leftMs, setLeftMs] = useState(Number.POSITIVE_INFINITY);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const extension = useMutation({
    mutationFn: () => attend((signal) => askPath<Session>('POST', '/api/v1/session/extension', '{}', signal)),
    onSuccess: (extended) => {
      speak({ csrf: extended.csrfToken ?? '' });
      client.setQueryData(key, extended);
      announce(text('ui.session.extended'));
    },
  });
  const { expiresAt } = session;
  useEffect(() => {
    if (!expiresAt) return setLeftMs(Number.POSITIVE_INFINITY);
    let asked = false;
    const look = () => {
      const left = new Date(expiresAt).getTime() - (Date.now() + offset);
      setLeftMs(left);
      // Another tab or a request may have kept the sign-in alive: ask once before warning, and once at the end.
      if ((left < warningMs + 5_000 && !asked) || left < 0) {
        asked = true;
        void client.invalidateQueries({ queryKey: key });
      }
    };
    look();
    const timer = setInterval(look, 5_000);
    return () => clearInterval(timer);
  }, [expiresAt, offset, client]);
  if (!expiresAt || leftMs > warningMs || leftMs < 0 || dismissed === expiresAt) return null;
  return (
    <ConfirmDialog
      title={text('ui.session.expiring')}
      confirm={text('ui.session.stay')}
      cancel={text('ui.dialog.close')}
      isPending={extension.isPending}
      error={extension.error}
      onConfirm={() => extension.mutate()}
      onCancel={() => setDismissed(expiresAt)}
    >
      <p>{text('ui.session.expiringDetail', { minutes: Math.max(1, Math.ceil(leftMs / 60_000)) })}</p>
    </ConfirmDialog>
  );
};
