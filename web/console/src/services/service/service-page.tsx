import { mayDo } from '@sportello/contracts/permissions';
import { useAsk } from '@sportello/ui/api';
import { useSay, useText } from '@sportello/ui/i18n';
import { ErrorState, Skeleton, Stale } from '@sportello/ui/page-states';
import { RecordNav, RecordPage } from '@sportello/ui/record-page';
import { useSession } from '@sportello/ui/session';
import { Tabs } from '@sportello/ui/tabs';
import { Badge } from 'design-react-kit';
import { useParams, useSearchParams } from 'react-router';
import { AccessLinksPart } from './access-links-part.js';
import { AssignmentPart } from './assignment-part.js';
import { CapacityPart } from './capacity-part.js';
import { ChecklistPart } from './checklist-part.js';
import { FormsPart } from './forms-part.js';
import { ListedPeoplePart } from './listed-people-part.js';
import { type Part, partKeys, type Service } from './service.js';
import { ServiceFacts } from './service-facts.js';
import { ServiceForm } from './service-form.js';
import { ServiceStatus } from './service-status.js';
import { ServiceTrial } from './service-trial.js';
import { TemplatesPart } from './templates-part.js';
import './service.css';

/** Everything about one service: where it stands, and its settings in parts (ADM-11). */
export const ServicePage = () => {
  const { id = '' } = useParams();
  const text = useText();
  const say = useSay();
  const query = useAsk('rpc.practices.get-procedure.v1', { id });
  const service = query.data;
  return (
    <div className="container sp-page">
      <RecordPage
        title={service ? say(service.title) : text('services.one')}
        appName={text('console.name')}
        nav={<RecordNav label={text('services.title')} listAddress="/servizi" at={0} of={0} hasMore={false} />}
        kind={service?.code}
        standing={
          service && (
            <p className="mb-0">
              <Badge color={service.status === 'published' ? 'success' : 'secondary'}>{text(`services.status.${service.status}`)}</Badge>{' '}
              {say(service.statusReason)}
            </p>
          )
        }
      >
        {service && query.error && <Stale at={query.dataUpdatedAt} onRefresh={() => void query.refetch()} />}
        {service ? (
          <ServiceParts service={service} refetch={query.refetch} />
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )}
      </RecordPage>
    </div>
  );
};

const tabKeys = [...partKeys, 'assignment', 'checklist', 'templates', 'forms'] as const;

const isPart = (key: (typeof tabKeys)[number]): key is Part => (partKeys as readonly string[]).includes(key);

/** Whoever may change the service has its parts as forms; the others read what it is. */
const ServiceParts = ({ service, refetch }: { service: Service; refetch: () => Promise<unknown> }) => {
  const text = useText();
  const { officer } = useSession().account ?? {};
  const [address] = useSearchParams();
  const isOwn = officer?.organizationId === service.organizationId;
  if (!officer || !isOwn || !mayDo([officer.role], 'procedures:write'))
    return (
      <>
        <ServiceFacts service={service} />
        {isOwn && <ServiceTrial service={service} />}
      </>
    );
  const asked = address.get('tab');
  const active = tabKeys.find((key) => key === asked) ?? 'general';
  return (
    <>
      <ServiceStatus service={service} />
      <Tabs
        label={text('services.parts')}
        active={active}
        tabs={tabKeys.map((key) => ({ key, label: text(`services.part.${key}`), to: `/servizi/${service.id}?tab=${key}` }))}
      />
      {active === 'forms' && <FormsPart service={service} />}
      {active === 'checklist' && <ChecklistPart service={service} />}
      {active === 'templates' && <TemplatesPart service={service} />}
      {active === 'assignment' && <AssignmentPart service={service} />}
      {isPart(active) && <ServiceForm key={active} service={service} part={active} refetch={refetch} />}
      {active === 'access' && service.access.isReserved && (
        <>
          <ListedPeoplePart service={service} />
          <AccessLinksPart service={service} />
        </>
      )}
      {active === 'limits' && service.limits.maxSubmissions !== undefined && <CapacityPart service={service} />}
    </>
  );
};
