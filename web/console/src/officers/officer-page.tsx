import { useAsk, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { ErrorState, Skeleton, Stale } from '@sportello/ui/page-states';
import { RecordNav, RecordPage } from '@sportello/ui/record-page';
import { useSession } from '@sportello/ui/session';
import { SummaryList } from '@sportello/ui/summary-list';
import { toast } from '@sportello/ui/toasts';
import { Badge, Button } from 'design-react-kit';
import { useState } from 'react';
import { useParams } from 'react-router';
import { AbsencePart } from '../absence/absence-part.js';
import { mayChange, nameOf, type OfficerRecord, officerReads } from './officer.js';
import { OfficerActions } from './officer-actions.js';
import { type Place, RightsFields, subjectsOf } from './rights-fields.js';
import { StateBadge } from './state-badge.js';
import './officers.css';

/** Everything about one officer: who she is, where she works, on what, and what can be done about it (ADM-06). */
export const OfficerPage = () => {
  const { id = '' } = useParams();
  const text = useText();
  const { account } = useSession();
  const query = useAsk('rpc.identity.get-officer.v1', { id });
  const officer = query.data;
  return (
    <div className="container sp-page">
      <RecordPage
        title={officer ? nameOf(officer) : text('officers.one')}
        appName={text('console.name')}
        nav={<RecordNav label={text('officers.title')} listAddress="/operatori" at={0} of={0} hasMore={false} />}
        kind={officer && text(`ui.role.${officer.role}`)}
        standing={
          officer && (
            <p className="mb-0">
              <StateBadge state={officer.state} />
              {officer.id === account?.personId && (
                <Badge color="secondary" className="ms-2">
                  {text('officers.you')}
                </Badge>
              )}
            </p>
          )
        }
      >
        {officer && query.error && <Stale at={query.dataUpdatedAt} onRefresh={() => void query.refetch()} />}
        {officer ? (
          <>
            {mayChange(officer, account) && <OfficerActions officer={officer} />}
            <Facts officer={officer} />
            <RightsForm key={officer.version} officer={officer} />
            {officer.state === 'active' && officer.role !== 'administrator' && <AbsenceSection id={officer.id} />}
          </>
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )}
      </RecordPage>
    </div>
  );
};

const Facts = ({ officer: { mail, username, link } }: { officer: OfficerRecord }) => {
  const text = useText();
  return (
    <section aria-labelledby="officer-facts">
      <h2 id="officer-facts" className="h5">
        {text('officers.facts')}
      </h2>
      <SummaryList
        items={[
          { label: text('officers.mail'), value: mail },
          { label: text('officers.username'), value: username },
          ...(link
            ? [
                {
                  label: text('officers.link.open'),
                  value: text('officers.link.until', { sent: formatDateTime(link.sentAt), expires: formatDateTime(link.expiresAt) }),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
};

const AbsenceSection = ({ id }: { id: string }) => {
  const text = useText();
  return (
    <section aria-labelledby="officer-absence" className="mt-5">
      <h2 id="officer-absence" className="h5">
        {text('absence.title')}
      </h2>
      <AbsencePart id={id} />
    </section>
  );
};

/** Saved together, against the version that was shown: who was quicker is not written over. */
const RightsForm = ({ officer }: { officer: OfficerRecord }) => {
  const text = useText();
  const idsOf = (of: 'procedure' | 'calendar' | 'desk' | 'topic') =>
    officer.subjects.filter(({ kind }) => kind === of).map((subject) => subject.id);
  const [place, setPlace] = useState<Place>({
    officeId: officer.officeId,
    procedureIds: idsOf('procedure'),
    calendarIds: idsOf('calendar'),
    deskIds: idsOf('desk'),
    topicIds: idsOf('topic'),
  });
  const save = useCommand('rpc.identity.put-officer.v1', officerReads);
  return (
    <form
      className="sc-officer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending) return;
        const { id, organizationId, role, version } = officer;
        save.mutate(
          { id, organizationId, role, version, officeId: place.officeId, subjects: subjectsOf(place) },
          { onSuccess: () => toast({ words: text('officers.saved', { name: nameOf(officer) }) }) },
        );
      }}
    >
      <h2 className="h5">{text('officers.rights')}</h2>
      <RightsFields place={place} onChange={setPlace} />
      {save.error ? <ErrorNote error={save.error} keepsWords /> : null}
      <Button type="submit" color="primary" size="sm" aria-disabled={save.isPending || undefined}>
        {save.isPending ? text('ui.wait') : text('officers.save')}
      </Button>
    </form>
  );
};
