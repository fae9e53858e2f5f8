import { mayDo } from '@sportello/contracts/permissions';
import { useAsk } from '@sportello/ui/api';
import { Corrections } from '@sportello/ui/corrections';
import { FileViewer, SeenFiles } from '@sportello/ui/file-viewer';
import { FileList } from '@sportello/ui/files';
import { CompiledForm } from '@sportello/ui/form/form-summary';
import { formatDate, formatDateTime, LocalLink, useGo, useText } from '@sportello/ui/i18n';
import { Iter } from '@sportello/ui/iter';
import { Moment } from '@sportello/ui/moment';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Registrations } from '@sportello/ui/registrations';
import { useSession } from '@sportello/ui/session';
import { StatusChip } from '@sportello/ui/status-chip';
import { SummaryList } from '@sportello/ui/summary-list';
import { Tabs } from '@sportello/ui/tabs';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCommands } from '../../keys/commands.js';
import { usePaletteActions } from '../../keys/palette.js';
import type { Asking } from '../../office-composer.js';
import { MarksPart } from '../marks/marks-part.js';
import { type Practice, partToJudge } from './actions.js';
import { Amendments } from './amendments.js';
import { Appointments } from './appointments.js';
import { MessagesTab } from './messages-tab.js';
import { Observations } from './observations.js';
import { Opinions } from './opinions.js';
import { Outcomes } from './outcomes.js';
import { Part } from './part.js';
import { Payments } from './payments.js';
import { Stamps } from './stamps.js';

const tabKeys = [
  'practice',
  'messages',
  'amendments',
  'observations',
  'opinions',
  'payments',
  'stamps',
  'appointments',
  'iter',
  'outcome',
] as const;
type TabKey = (typeof tabKeys)[number];

/** The parts of a practice; those that have nothing to say are not there. The open one is in the address. */
export const PracticeTabs = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const go = useGo();
  const [address] = useSearchParams();
  const [asking, setAsking] = useState<Asking | null>(null);
  const asked = address.get('tab');
  const { amendments, observations = [], opinions = [], outcome, pastOutcomes = [] } = practice;
  const isThere: Partial<Record<TabKey, boolean>> = {
    amendments: amendments.length > 0,
    observations: observations.length > 0,
    opinions: opinions.length > 0,
    messages: !practice.isOnlyAsked,
    payments: (practice.payments ?? []).length > 0,
    stamps: (practice.stamps ?? []).length > 0,
    appointments: (practice.appointments ?? []).length > 0,
    outcome: outcome !== null || pastOutcomes.length > 0,
  };
  const shown = tabKeys.filter((key) => isThere[key] ?? true);
  const first = partToJudge(practice) ?? 'practice';
  const active = shown.find((key) => key === asked) ?? first;
  const addressOf = (key: TabKey) => {
    const next = new URLSearchParams(address);
    if (key === first) next.delete('tab');
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
        {active === 'payments' && (
          <Part title={text('dues.title')}>
            <Payments practice={practice} />
          </Part>
        )}
        {active === 'stamps' && (
          <Part title={text('stamps.title')}>
            <Stamps practice={practice} />
          </Part>
        )}
        {active === 'appointments' && (
          <Part title={text('tab.appointments')}>
            <Appointments practice={practice} />
          </Part>
        )}
        {active === 'observations' && <Observations practice={practice} />}
        {active === 'opinions' && <Opinions practice={practice} />}
        {active === 'iter' && (
          <Part title={text('iter.title')}>
            <Iter passages={practice.iter} />
          </Part>
        )}
        {active === 'outcome' && <Outcomes practice={practice} />}
      </div>
    </>
  );
};

const Overview = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const role = useSession().account?.officer?.role;
  const mayWork = role !== undefined && mayDo([role], 'practices:work');
  const { corrections = [] } = practice;
  const attachments = practice.attachments.filter(({ purpose }) => purpose === 'form');
  // Opened by a press: each file that is read is noted in the log of accesses.
  const [isLooking, setLooking] = useState(false);
  return (
    <div className={isLooking ? 'sc-overview is-looking' : 'sc-overview'}>
      <div>
        <GeneralData practice={practice} />
        {mayWork && !practice.isOnlyAsked && <MarksPart id={practice.id} />}
        {practice.registrations && practice.registrations.length > 0 && (
          <Part title={text('registrations.title')}>
            <Registrations registrations={practice.registrations} />
          </Part>
        )}
        {corrections.length > 0 && (
          <Part title={text('corrections.title')}>
            <Corrections corrections={corrections} />
          </Part>
        )}
        <Part title={text('form.title')}>
          <CompiledForm practiceId={practice.id} version={practice.version} level={3} />
        </Part>
        <Part title={text('attachments.title')}>
          {attachments.length > 0 ? (
            <>
              <FileList practiceId={practice.id} files={attachments} />
              <Button type="button" outline color="primary" size="xs" aria-expanded={isLooking} onClick={() => setLooking(!isLooking)}>
                {text(isLooking ? 'ui.viewer.close' : 'attachments.look')}
              </Button>
            </>
          ) : (
            <p className="sc-none">{text('attachments.empty')}</p>
          )}
        </Part>
        <Part title={text('documents.title')}>
          {practice.documents.length > 0 ? (
            <SeenFiles practiceId={practice.id} files={practice.documents.map((file) => ({ ...file, type: 'application/pdf' }))} />
          ) : (
            <p className="sc-none">{text('documents.pending')}</p>
          )}
        </Part>
        {!practice.isOnlyAsked && <OtherPractices practice={practice} />}
      </div>
      {isLooking && <FileViewer practiceId={practice.id} files={attachments} />}
    </div>
  );
};

/** "Numero richiesta", "Richiesta presentata il", "Protocollo" (PRA-46), and who asked. */
const GeneralData = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const related = useAsk('rpc.practices.list-related.v1', { id: practice.id }, { enabled: !practice.isOnlyAsked });
  const { applicant, protocolNumber, protocolAt, registrations = [], confirmationMail, enabling, submittedAt } = practice;
  const protocol =
    protocolNumber && protocolAt ? text('general.protocol.of', { number: protocolNumber, at: formatDateTime(protocolAt) }) : null;
  const items = [
    { label: text('general.number'), value: <span className="sc-code">{practice.number}</span> },
    { label: text('general.submitted'), value: submittedAt && formatDateTime(submittedAt) },
    ...(registrations.length > 0 ? [{ label: text('general.protocol'), value: protocol ?? text('general.protocol.pending') }] : []),
    ...(applicant
      ? [
          { label: text('general.applicant'), value: applicant.name },
          { label: text('general.fiscal-code'), value: <span className="sc-code">{applicant.fiscalCode}</span> },
          { label: text('general.profile'), value: applicant.profile },
          applicant.desk
            ? { label: text('general.desk'), value: text(`general.desk.${applicant.desk.way}`, { name: applicant.desk.officerName }) }
            : { label: text('general.method'), value: text(`method.${applicant.method}`) },
        ]
      : []),
    ...(['original', 'copy'] as const).flatMap((relation) => {
      const rows = related.data?.items.filter((row) => row.relation === relation) ?? [];
      return rows.length > 0 ? [{ label: text(`related.${relation}`), value: <RelatedLinks rows={rows} /> }] : [];
    }),
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

const RelatedLinks = ({ rows }: { rows: readonly { id: string; number: string }[] }) => (
  <>
    {rows.map(({ id, number }) => (
      <LocalLink key={id} to={`/pratiche/${id}`} className="sc-code d-block">
        {number}
      </LocalLink>
    ))}
  </>
);

/** What the same person sent lately, in the services of this officer (PRA-43). */
const OtherPractices = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const fiscalCode = practice.applicant?.fiscalCode ?? '';
  const role = useSession().account?.officer?.role;
  const mayWork = role !== undefined && mayDo([role], 'practices:work');
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
      {mayWork && fiscalCode !== '' && (
        <p className="mt-3 mb-0">
          <LocalLink to={`/sportello?servizio=${practice.procedureId}`} state={{ fiscalCode }}>
            {text('others.desk')}
          </LocalLink>
        </p>
      )}
    </Part>
  );
};
