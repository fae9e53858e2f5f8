import { newId } from '@sportello/contracts/id';
import { ProblemError, useAsk } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { useValidator } from '@sportello/ui/form/use-compilation';
import { fieldsOf, isForm, type Values } from '@sportello/ui/form/values';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { OpeningWindow } from '@sportello/ui/opening-window';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { useSession, useSessionReading } from '@sportello/ui/session';
import { type ReactNode, useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'react-router';
import type { Procedure } from '../catalogue/service-box.js';
import { useProcedure } from '../catalogue/use-procedure.js';
import { NotFound, Withdrawn } from '../not-found.js';
import { SignedIn } from '../signed-in.js';
import { StartAs, useOtherProfiles } from '../start-as.js';
import { DraftChoice } from './draft-choice.js';
import { Invited } from './invited.js';
import { findKept } from './kept.js';
import type { DraftStart } from './use-draft.js';
import { Wizard } from './wizard.js';

/** The form of a service being compiled: a new request, or a draft taken up again. */
export const RequestPage = () => {
  const text = useText();
  const say = useSay();
  const { procedure: name = '' } = useParams();
  const { procedure, error, refetch, isMissing, isWithdrawn } = useProcedure(name);
  const actingAs = useSessionReading().state?.session.actingAs;
  if (isMissing) return <NotFound />;
  if (isWithdrawn) return <Withdrawn />;
  const title = procedure ? say(procedure.title) : text('service.title');
  return (
    <SignedIn title={title} trail={[{ label: text('menu.new'), to: '/servizi' }]}>
      {procedure ? (
        // Another profile begins anew: what was typed as the one before stays kept for that one.
        <Request key={actingAs} procedure={procedure} />
      ) : (
        <Page title={title}>{error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}</Page>
      )}
    </SignedIn>
  );
};

const Request = ({ procedure }: { procedure: Procedure }) => {
  const [search, setSearch] = useSearchParams();
  const secret = search.get('invito');
  // Set once: the first save writes the draft's id in the address, and the page goes on as it is.
  const [resumed, resume] = useState(search.get('istanza'));
  if (secret !== null) {
    const goOn = () => {
      const next = new URLSearchParams(search);
      next.delete('invito');
      setSearch(next, { replace: true });
    };
    return (
      <Shell procedure={procedure}>
        <Invited procedureId={procedure.id} secret={secret} onOpened={goOn} />
      </Shell>
    );
  }
  return resumed ? <ResumedRequest procedure={procedure} id={resumed} /> : <NewRequest procedure={procedure} onResume={resume} />;
};

const Shell = ({ procedure, children }: { procedure: Procedure; children: ReactNode }) => {
  const text = useText();
  const say = useSay();
  return (
    <Page title={say(procedure.title)} lead={say(procedure.subtitle)} trail={[{ label: text('menu.new'), to: '/servizi' }]}>
      {children}
    </Page>
  );
};

/** What the page that led here knows already, by field key (`state: { known }` of the link). */
function knownIn(state: unknown): Values {
  const isGiven = typeof state === 'object' && state !== null && 'known' in state && typeof state.known === 'object';
  return isGiven ? { ...(state.known as Values) } : {};
}

const NewRequest = ({ procedure, onResume }: { procedure: Procedure; onResume: (id: string) => void }) => {
  const text = useText();
  const say = useSay();
  const { session } = useSession();
  const [isNew, setNew] = useState(false);
  const known = knownIn(useLocation().state);
  const [practiceId] = useState(newId);
  const place = { owner: session.actingAs ?? '', procedureId: procedure.id, practiceId: null };
  const [kept] = useState(() => findKept(sessionStorage, place));
  const prepared = useAsk(
    'rpc.practices.prepare.v1',
    { id: procedure.id },
    { enabled: procedure.canStart, staleTimeMs: Number.POSITIVE_INFINITY },
  );
  const others = useOtherProfiles(procedure);
  const [begun, setBegun] = useState<{ formId: string; start: DraftStart } | null>(null);
  // A form that is being filled in stays, whatever is read again behind it: its own draft, or a window that closes meanwhile.
  if (begun) return <FormLoader procedure={procedure} formId={begun.formId} start={begun.start} initial={kept?.content} known={known} />;
  if (!procedure.canStart) {
    return (
      <Shell procedure={procedure}>
        <Empty
          icon="it-locked"
          action={others.length > 0 ? <StartAs procedure={procedure} /> : <LocalLink to="/servizi">{text('services.other')}</LocalLink>}
        >
          {say(procedure.reason) || text('service.cannotStart')}
        </Empty>
        <Panel tag="div" className="mt-4">
          <OpeningWindow opensAt={procedure.opensAt} closesAt={procedure.closesAt} />
        </Panel>
      </Shell>
    );
  }
  if (!prepared.data) {
    return (
      <Shell procedure={procedure}>
        {prepared.error ? <ErrorState error={prepared.error} onRetry={() => void prepared.refetch()} /> : <Skeleton lines={8} />}
      </Shell>
    );
  }
  const { content, locked, drafts, formId } = prepared.data;
  if (drafts.length > 0 && !isNew && !kept) {
    return (
      <Shell procedure={procedure}>
        <DraftChoice drafts={drafts} onResume={onResume} onNew={() => setNew(true)} />
      </Shell>
    );
  }
  // What is known from before may lack a draft that was begun since.
  if (prepared.isFetching) {
    return (
      <Shell procedure={procedure}>
        <Skeleton lines={8} />
      </Shell>
    );
  }
  setBegun({
    formId,
    start: {
      procedureId: procedure.id,
      practiceId: kept?.practiceId ?? practiceId,
      version: null,
      number: null,
      savedAt: null,
      saved: content,
      locked,
      unusedFiles: [],
    },
  });
  return null;
};

const ResumedRequest = ({ procedure, id }: { procedure: Procedure; id: string }) => {
  const text = useText();
  const { session } = useSession();
  const practice = useAsk('rpc.practices.get.v1', { id }, { staleTimeMs: 0 });
  const content = useAsk('rpc.practices.get-content.v1', { id }, { staleTimeMs: 0 });
  const [kept] = useState(() => findKept(sessionStorage, { owner: session.actingAs ?? '', procedureId: procedure.id, practiceId: id }));
  const [start, setStart] = useState<DraftStart | null>(null);
  if (!start && practice.data && content.data && !practice.isFetching && !content.isFetching && practice.data.status === 'draft') {
    setStart({
      procedureId: procedure.id,
      practiceId: id,
      // What was kept began from this version: if the draft has moved on since, the first save finds the conflict.
      version: kept?.version ?? content.data.version,
      number: practice.data.number,
      savedAt: content.data.savedAt,
      saved: content.data.content,
      locked: content.data.locked,
      unusedFiles: content.data.unusedFiles,
    });
  }
  if (start && content.data) return <FormLoader procedure={procedure} formId={content.data.formId} start={start} initial={kept?.content} />;
  const error = practice.error ?? content.error;
  if (error instanceof ProblemError && error.status === 404) return <NotFound />;
  return (
    <Shell procedure={procedure}>
      {error && <ErrorState error={error} onRetry={() => void Promise.all([practice.refetch(), content.refetch()])} />}
      {!error && practice.data && practice.data.status !== 'draft' && (
        <Empty
          icon="it-locked"
          action={
            <ButtonLink color="primary" to={`/area-personale/pratiche/${id}`}>
              {text('request.see')}
            </ButtonLink>
          }
        >
          {text(practice.data.submittedAt ? 'request.sentAlready' : 'request.readyAlready')}
        </Empty>
      )}
      {!error && (!practice.data || practice.data.status === 'draft') && <Skeleton lines={8} />}
    </Shell>
  );
};

interface FormLoaderProps {
  procedure: Procedure;
  formId: string;
  start: DraftStart;
  /** What was kept in this tab, when there is any. */
  initial: Record<string, unknown> | undefined;
  /** Filled in where the form asks for it. */
  known?: Values;
}

const FormLoader = ({ procedure, formId, start, initial, known = {} }: FormLoaderProps) => {
  const form = useAsk('rpc.practices.get-form.v1', { id: formId }, { staleTimeMs: 3_600_000 });
  const validator = useValidator(formId);
  const error = form.error ?? validator.error;
  const definition: unknown = form.data?.definition;
  if (validator.data && isForm(definition)) {
    const asked = new Set(fieldsOf(definition).map(({ key }) => key));
    const saved = { ...start.saved, ...Object.fromEntries(Object.entries(known).filter(([key]) => asked.has(key))) };
    return (
      <Wizard
        procedure={procedure}
        form={definition}
        validate={validator.data}
        start={{ ...start, saved }}
        initial={initial ?? saved}
        isRestored={initial !== undefined}
      />
    );
  }
  return (
    <Shell procedure={procedure}>
      {error ? (
        <ErrorState error={error} onRetry={() => void Promise.all([form.refetch(), validator.refetch()])} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Shell>
  );
};
