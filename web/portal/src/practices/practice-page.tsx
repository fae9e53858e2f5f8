import { ProblemError, useAsk } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { Linked } from '@sportello/ui/form/linked-text';
import { useSay, useText } from '@sportello/ui/i18n';
import { BackLink, Page } from '@sportello/ui/page';
import { ErrorState, Skeleton, Stale } from '@sportello/ui/page-states';
import { Callout } from 'design-react-kit';
import { useState } from 'react';
import { useParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { SignedIn } from '../signed-in.js';
import { useReadHere } from '../unread.js';
import { Amendments } from './amendments.js';
import { Appointments } from './appointments.js';
import { ChangedDialog } from './changed-dialog.js';
import { CorrectedCopy } from './corrected-copy.js';
import { OfficeCorrections } from './corrections.js';
import { Enabling } from './enabling.js';
import { FoldedParts } from './folded-parts.js';
import { NextStep } from './next-step.js';
import { Observations } from './observations.js';
import { Outcome, PastOutcomes } from './outcome.js';
import { Particulars, Receipts } from './particulars.js';
import { Payments } from './payments.js';
import type { Practice } from './practice.js';
import { Related } from './related.js';
import { ServiceActions } from './service-actions.js';
import { Stamps } from './stamps.js';
import { WhatNow } from './what-now.js';
import { Withdraw } from './withdraw.js';

/** One request of the reader: what now, first of all (PRA-06, PRA-11). */
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
  const say = useSay();
  const [isWithdrawn, setWithdrawn] = useState(false);
  const [hasChanged, setChanged] = useState(false);
  const first = useAsk('rpc.practices.get.v1', { id });
  const waits = first.data !== undefined && isWaiting(first.data);
  const { data, error, refetch, dataUpdatedAt } = useAsk('rpc.practices.get.v1', { id }, { everyMs: waits ? 3_000 : false });
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422) && !data) return <NotFound />;
  return (
    <Page
      title={data ? say(data.procedureTitle) : text('practice.title')}
      crumb={data?.number ?? text('practice.title')}
      trail={[{ label: text('menu.mine'), to: '/area-personale/pratiche' }]}
      lead={data && text('practice.named', { number: data.number, body: data.organizationName })}
      actions={data && <Withdraw practice={data} onDone={() => setWithdrawn(true)} onChanged={() => setChanged(true)} />}
    >
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={10} />)}
      {data && error && <Stale at={dataUpdatedAt} onRefresh={() => void refetch()} />}
      {data && isWithdrawn && <Done of={data.number}>{text('withdraw.done', { number: data.number })}</Done>}
      {data && hasChanged && <ChangedDialog practice={data} onClose={() => setChanged(false)} />}
      {data && <PracticeBody practice={data} />}
    </Page>
  );
};

/** In the order of what matters to the applicant: on a telephone the side comes after what is to be done and the outcome. */
const PracticeBody = ({ practice }: { practice: Practice }) => {
  const text = useText();
  useReadHere(`/area-personale/pratiche/${practice.id}`);
  const isSent = practice.submittedAt !== null;
  return (
    <>
      <div className="row">
        <div className="col-12 col-lg-8">
          <WhatNow practice={practice} />
          {!isSent && <NextStep practice={practice} />}
          <Payments practice={practice} />
          <Stamps practice={practice} />
          <Appointments practice={practice} />
          <Outcome practice={practice} />
          <ServiceActions practice={practice} />
          <Observations practice={practice} />
          <Amendments practice={practice} />
          <PastOutcomes practice={practice} />
          <OfficeCorrections practice={practice} />
          <Enabling practice={practice} />
        </div>
        <div className="col-12 col-lg-4">
          <Receipts practice={practice} />
          <Particulars practice={practice} />
          <Related id={practice.id} />
        </div>
      </div>
      <FoldedParts practice={practice} />
      {isSent && <AfterSending practice={practice} />}
      <BackLink to={`/area-personale/pratiche?scheda=${isSent ? 'inviate' : 'in-lavorazione'}`}>{text('practice.back')}</BackLink>
    </>
  );
};

/** Why nothing can be changed any more, and whom to ask (PRA-12). */
const AfterSending = ({ practice }: { practice: Practice }) => {
  const { contacts } = practice;
  const text = useText();
  const say = useSay();
  return (
    <Callout tag="section" highlight color="note" className="sp-notice mt-4" aria-labelledby="modifica">
      <h2 id="modifica" className="h6">
        {text('practice.change')}
      </h2>
      <CorrectedCopy practice={practice} />
      {contacts && (
        <p className="mb-0">
          {text('practice.contacts')} <Linked text={say(contacts)} />
        </p>
      )}
    </Callout>
  );
};
