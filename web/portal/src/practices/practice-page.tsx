import { ProblemError, useAsk } from '@sportello/ui/api';
import { Collapsible } from '@sportello/ui/collapsible';
import { FileList } from '@sportello/ui/files';
import { CompiledForm } from '@sportello/ui/form/form-summary';
import { Linked } from '@sportello/ui/form/linked-text';
import { formatDate, formatDateTime, LocalLink, rome, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Iter, IterTable } from '@sportello/ui/iter';
import { Messages } from '@sportello/ui/messages';
import { BackLink, Page } from '@sportello/ui/page';
import { ErrorState, Skeleton, Stale } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { StatusChip } from '@sportello/ui/status-chip';
import { SummaryList } from '@sportello/ui/summary-list';
import { Button, Callout } from 'design-react-kit';
import { useParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { SignedIn } from '../signed-in.js';
import { Amendments } from './amendments.js';
import { NextStep } from './next-step.js';
import type { Practice } from './practice.js';
import { Star } from './star.js';
import { usePrint } from './use-print.js';

/** "Dettaglio istanza" (PRA-06, PRA-11). */
export const PracticePage = () => {
  const text = useText();
  const { id = '' } = useParams();
  return (
    <SignedIn title={text('practice.title')} trail={[{ label: text('menu.mine'), to: '/area-personale/pratiche' }]}>
      <PracticeLoader key={id} id={id} />
    </SignedIn>
  );
};

/** True while something is still to come by itself: the PDFs of a request just sent. */
const isWaiting = ({ submittedAt, documents }: Practice) => submittedAt !== null && documents.length === 0;

const PracticeLoader = ({ id }: { id: string }) => {
  const text = useText();
  const first = useAsk('rpc.practices.get.v1', { id });
  const waits = first.data !== undefined && isWaiting(first.data);
  const { data, error, refetch, dataUpdatedAt } = useAsk('rpc.practices.get.v1', { id }, { everyMs: waits ? 3_000 : false });
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422) && !data) return <NotFound />;
  return (
    <Page
      title={text('practice.title')}
      trail={[{ label: text('menu.mine'), to: '/area-personale/pratiche' }]}
      lead={data ? <PracticeName practice={data} /> : undefined}
    >
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={10} />)}
      {data && error && <Stale at={dataUpdatedAt} onRefresh={() => void refetch()} />}
      {data && <PracticeBody practice={data} />}
    </Page>
  );
};

const PracticeName = ({ practice }: { practice: Practice }) => {
  const say = useSay();
  return (
    <>
      {say(practice.procedureTitle)} - {practice.organizationName}
    </>
  );
};

const PracticeBody = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const say = useSay();
  const { isPrinting, print } = usePrint();
  const isSent = practice.submittedAt !== null;
  const issued = practice.outcome?.attachments ?? [];
  const asked = practice.amendments.flatMap(({ askedAttachments }) => askedAttachments);
  const answered = practice.amendments.flatMap(({ answerAttachments }) => answerAttachments);
  const own = [...practice.attachments, ...answered];
  return (
    <>
      <div className="row">
        <div className="col-12 col-lg-7">
          <Panel>
            <h2 className="visually-hidden">{text('practice.data')}</h2>
            <SummaryList items={dataOf(practice, text)} />
            <div className="sp-operations mt-3 sp-no-print">
              <Star id={practice.id} number={practice.number} isImportant={practice.isImportant} />
              <Button type="button" outline color="primary" size="sm" onClick={print}>
                <Icon name="it-print" className="icon-sm icon-primary me-1" />
                {text('practices.print')}
              </Button>
            </div>
          </Panel>
        </div>
        <div className="col-12 col-lg-5">
          {isSent ? (
            <Panel aria-labelledby="iter">
              <h2 id="iter" className="h5">
                {text('practice.iter')}
              </h2>
              <Iter passages={practice.iter} />
            </Panel>
          ) : (
            <NextStep practice={practice} />
          )}
        </div>
      </div>
      <Amendments practice={practice} />
      {practice.outcome && (
        <Panel aria-labelledby="esito">
          <h2 id="esito" className="h5">
            {text('practice.outcome')}
          </h2>
          <p>
            <StatusChip status={practice.status} /> {formatDateTime(practice.outcome.decidedAt)}
          </p>
          <p className="sp-lines">{practice.outcome.message ?? text('practice.outcome.noMessage')}</p>
        </Panel>
      )}
      {practice.enabling && (
        <Panel aria-labelledby="abilitazione">
          <h2 id="abilitazione" className="h5">
            {text('practice.enabling')}
          </h2>
          <p>{text('practice.enabling.detail')}</p>
          <ul>
            <li>{text('practice.enabling.existing', { date: formatDate(practice.enabling.existingCredentialOn) })}</li>
            <li>{text('practice.enabling.new', { date: formatDate(practice.enabling.newCredentialOn) })}</li>
          </ul>
        </Panel>
      )}
      {isSent && (
        <Panel aria-labelledby="documenti">
          <h2 id="documenti" className="h5">
            {text('practice.documents')}
          </h2>
          {practice.documents.length === 0 ? (
            <p aria-busy="true">{text('practice.documents.coming')}</p>
          ) : (
            <FileList practiceId={practice.id} files={practice.documents} />
          )}
        </Panel>
      )}
      <Collapsible title={text('practice.history')} isForced={isPrinting}>
        <IterTable passages={practice.iter} />
      </Collapsible>
      <Collapsible title={text('practice.attachments')} count={own.length} isForced={isPrinting}>
        {own.length === 0 ? <p>{text('practice.attachments.none')}</p> : <FileList practiceId={practice.id} files={own} />}
      </Collapsible>
      <Collapsible title={text('practice.acts')} count={issued.length + asked.length} isForced={isPrinting}>
        {issued.length + asked.length === 0 ? (
          <p>{text('practice.acts.none')}</p>
        ) : (
          <FileList practiceId={practice.id} files={[...issued, ...asked]} />
        )}
      </Collapsible>
      <Collapsible title={text('practice.form')} isForced={isPrinting} isLazy>
        <CompiledForm practiceId={practice.id} version={practice.version} level={3} />
      </Collapsible>
      {isSent && (
        <Collapsible title={text('practice.messages')} isForced={isPrinting} isLazy>
          <Messages practiceId={practice.id} side="applicant" canWrite={!isClosed(practice)} />
        </Collapsible>
      )}
      {practice.mark && (
        <Collapsible title={text('practice.mark')} isForced={isPrinting}>
          <p>{text('practice.mark.detail')}</p>
          <SummaryList
            items={[
              { label: text('practice.mark.at'), value: practice.mark.submittedAt },
              { label: text('practice.mark.position'), value: practice.mark.position },
              { label: text('practice.mark.hash'), value: <code className="sp-break">{practice.mark.contentSha256}</code> },
              ...(practice.mark.kid
                ? [{ label: text('practice.mark.kid'), value: <code className="sp-break">{practice.mark.kid}</code> }]
                : []),
              { label: text('practice.mark.signature'), value: <code className="sp-break">{practice.mark.signature}</code> },
            ]}
          />
        </Collapsible>
      )}
      {isSent && (
        <Callout tag="section" highlight color="note" className="sp-notice mt-4" aria-labelledby="modifica">
          <h2 id="modifica" className="h6">
            {text('practice.change')}
          </h2>
          <p className="mb-1">
            {text('practice.change.detail')} <LocalLink to={`/servizi/${practice.procedureId}`}>{text('practice.change.again')}</LocalLink>
          </p>
          {practice.contacts && (
            <p className="mb-0">
              {text('practice.contacts')} <Linked text={say(practice.contacts)} />
            </p>
          )}
        </Callout>
      )}
      <BackLink to={`/area-personale/pratiche?scheda=${isSent ? 'inviate' : 'in-lavorazione'}`}>{text('practice.back')}</BackLink>
    </>
  );
};

const isClosed = ({ status }: Practice) => status === 'acquired';

const dataOf = (practice: Practice, text: ReturnType<typeof useText>) => [
  { label: text('practice.number'), value: practice.number },
  {
    label: text('practice.status'),
    value: (
      <>
        <StatusChip status={practice.status} />
        <span className="d-block mt-1">{text(`practice.turn.${practice.status}`)}</span>
      </>
    ),
  },
  { label: text('practice.createdAt'), value: formatDateTime(practice.createdAt) },
  ...(practice.submittedAt ? [{ label: text('practice.submittedAt'), value: formatDateTime(practice.submittedAt, rome) }] : []),
  ...(practice.protocolNumber ? [{ label: text('practice.protocol'), value: practice.protocolNumber }] : []),
  { label: text('practice.office'), value: practice.officeName ?? practice.organizationName },
  ...(practice.officer ? [{ label: text('practice.officer'), value: practice.officer.name }] : []),
  ...(practice.confirmationMail ? [{ label: text('practice.updates'), value: practice.confirmationMail }] : []),
];
