import { useAsk } from '@sportello/ui/api';
import { FileViewer } from '@sportello/ui/file-viewer';
import { FileList } from '@sportello/ui/files';
import { CompiledForm } from '@sportello/ui/form/form-summary';
import { formatDate, formatDateTime, LocalLink, useGo, useText } from '@sportello/ui/i18n';
import { Iter } from '@sportello/ui/iter';
import { Moment } from '@sportello/ui/moment';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { StatusChip } from '@sportello/ui/status-chip';
import { SummaryList } from '@sportello/ui/summary-list';
import { Tabs } from '@sportello/ui/tabs';
import { Button } from 'design-react-kit';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCommands } from '../../keys/commands.js';
import { usePaletteActions } from '../../keys/palette.js';
import type { Practice } from './actions.js';
import { Amendments } from './amendments.js';
import { type Asking, MessagesTab } from './messages-tab.js';

const tabKeys = ['practice', 'messages', 'amendments', 'iter', 'outcome'] as const;
type TabKey = (typeof tabKeys)[number];

/** The parts of a practice; those that have nothing to say are not there. The open one is in the address. */
export const PracticeTabs = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const go = useGo();
  const [address] = useSearchParams();
  const [asking, setAsking] = useState<Asking | null>(null);
  const asked = address.get('tab');
  const { amendments, outcome } = practice;
  const shown = tabKeys.filter((key) => (key !== 'amendments' || amendments.length > 0) && (key !== 'outcome' || outcome));
  const active = shown.find((key) => key === asked) ?? 'practice';
  const addressOf = (key: TabKey) => {
    const next = new URLSearchParams(address);
    if (key === 'practice') next.delete('tab');
    else next.set('tab', key);
    return `/pratiche/${practice.id}${next.size > 0 ? `?${next}` : ''}`;
  };
  const tabs = shown.map((key) => ({
    key,
    to: addressOf(key),
    label: key === 'amendments' ? text('tab.amendments', { count: amendments.length }) : text(`tab.${key}`),
  }));
  const write = (kind: Asking['kind']) => {
    setAsking({ kind });
    go(addressOf('messages'), { replace: true });
  };
  useCommands({ reply: () => write('message'), note: () => write('note') });
  usePaletteActions([
    { name: text('action.reply'), run: () => write('message'), command: 'reply' },
    { name: text('messages.note'), run: () => write('note'), command: 'note' },
  ]);

  return (
    <>
      <Tabs label={text('practice.tabs')} tabs={tabs} active={active} />
      <div className="sc-panel">
        {active === 'practice' && <Overview practice={practice} />}
        {active === 'messages' && <MessagesTab practice={practice} asking={asking} />}
        {active === 'amendments' && <Amendments practice={practice} />}
        {active === 'iter' && (
          <Part title={text('iter.title')}>
            <Iter passages={practice.iter} />
          </Part>
        )}
        {active === 'outcome' && outcome && <Outcome practice={practice} outcome={outcome} />}
      </div>
    </>
  );
};

export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="sc-part" aria-label={title}>
    <h2 className="sc-part-title">{title}</h2>
    {children}
  </section>
);

const Overview = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const attachments = practice.attachments.filter(({ purpose }) => purpose === 'form');
  // Opened by a press: each file that is read is noted in the log of accesses.
  const [isLooking, setLooking] = useState(false);
  return (
    <div className={isLooking ? 'sc-overview is-looking' : 'sc-overview'}>
      <div>
        <GeneralData practice={practice} />
        <Part title={text('form.title')}>
          <CompiledForm practiceId={practice.id} version={practice.version} level={3} />
        </Part>
        <Part title={text('attachments.title')}>
          {attachments.length > 0 ? (
            <>
              <FileList practiceId={practice.id} files={attachments} />
              <Button type="button" outline color="primary" size="xs" aria-expanded={isLooking} onClick={() => setLooking(!isLooking)}>
                {text(isLooking ? 'attachments.close' : 'attachments.look')}
              </Button>
            </>
          ) : (
            <p className="sc-none">{text('attachments.empty')}</p>
          )}
        </Part>
        <Part title={text('documents.title')}>
          {practice.documents.length > 0 ? (
            <FileList practiceId={practice.id} files={practice.documents} />
          ) : (
            <p className="sc-none">{text('documents.pending')}</p>
          )}
        </Part>
        <OtherPractices practice={practice} />
      </div>
      {isLooking && <FileViewer practiceId={practice.id} files={attachments} />}
    </div>
  );
};

/** "Numero richiesta", "Richiesta presentata il", "Protocollo" (PRA-46), and who asked. */
const GeneralData = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const { applicant, protocolNumber, confirmationMail, enabling, submittedAt } = practice;
  const registers = protocolNumber !== null || practice.status === 'registered' || practice.iter.some(({ to }) => to === 'registered');
  const items = [
    { label: text('general.number'), value: <span className="sc-code">{practice.number}</span> },
    { label: text('general.submitted'), value: submittedAt && formatDateTime(submittedAt) },
    ...(registers ? [{ label: text('general.protocol'), value: protocolNumber ?? text('general.protocol.pending') }] : []),
    ...(applicant
      ? [
          { label: text('general.applicant'), value: applicant.name },
          { label: text('general.fiscal-code'), value: <span className="sc-code">{applicant.fiscalCode}</span> },
          { label: text('general.profile'), value: applicant.profile },
          { label: text('general.method'), value: text(`method.${applicant.method}`) },
        ]
      : []),
    ...(confirmationMail ? [{ label: text('general.mail'), value: confirmationMail }] : []),
    ...(enabling
      ? [
          {
            label: text('general.enabling'),
            value: text('general.enabling.text', {
              existing: formatDate(enabling.existingCredentialOn),
              fresh: formatDate(enabling.newCredentialOn),
            }),
          },
        ]
      : []),
  ];
  return (
    <Part title={text('general.title')}>
      <div className="sc-general">
        <SummaryList items={items} />
      </div>
    </Part>
  );
};

/** What the same person sent lately, in the services of this officer (PRA-43). */
const OtherPractices = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const fiscalCode = practice.applicant?.fiscalCode ?? '';
  const { data, error, refetch } = useAsk('rpc.practices.list-queue.v1', { search: fiscalCode, limit: 6 }, { enabled: fiscalCode !== '' });
  const others = data?.items.filter(({ id }) => id !== practice.id).slice(0, 5) ?? [];
  return (
    <Part title={text('others.title')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={2} />
      ) : others.length === 0 ? (
        <p className="sc-none">{text('others.empty')}</p>
      ) : (
        <ul className="sc-others">
          {others.map((other) => (
            <li key={other.id}>
              <LocalLink to={`/pratiche/${other.id}`} className="sc-number">
                {other.number}
              </LocalLink>
              <StatusChip status={other.status} />
              <Moment at={other.submittedAt} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
};

const Outcome = ({ practice, outcome }: { practice: Practice; outcome: NonNullable<Practice['outcome']> }) => {
  const text = useText();
  return (
    <>
      <Part title={text('outcome.title')}>
        <SummaryList
          items={[
            { label: text('queue.column.status'), value: <StatusChip status={practice.status} /> },
            { label: text('outcome.decided'), value: formatDateTime(outcome.decidedAt) },
            { label: text('outcome.message'), value: outcome.message ?? text('outcome.no-message') },
          ]}
        />
      </Part>
      {outcome.attachments.length > 0 && (
        <Part title={text('outcome.attachments')}>
          <FileList practiceId={practice.id} files={outcome.attachments} />
        </Part>
      )}
    </>
  );
};
