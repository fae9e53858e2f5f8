import { slugOf } from '@sportello/italy/search-words';
import { useAsk } from '@sportello/ui/api';
import { Linked } from '@sportello/ui/form/linked-text';
import { useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { OpeningWindow } from '@sportello/ui/opening-window';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { profileWord } from '@sportello/ui/profile';
import { SummaryList } from '@sportello/ui/summary-list';
import { useParams } from 'react-router';
import { NotFound, Withdrawn } from '../not-found.js';
import { StartButton } from './service-box.js';
import { useProcedure } from './use-procedure.js';

/** What a service is, for whom, when it is open, where to ask, and where to begin. */
export const ServicePage = () => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { procedure: name = '' } = useParams();
  const { procedure, error, refetch, isMissing, isWithdrawn } = useProcedure(name);
  const categories = useAsk('rpc.practices.list-categories.v1', {}, { staleTimeMs: 60_000 });
  if (isMissing) return <NotFound />;
  if (isWithdrawn) return <Withdrawn />;
  const category = categories.data?.items.find((item) => item.category === procedure?.category);
  const trail = [
    { label: text('menu.new'), to: '/servizi' },
    ...(category ? [{ label: say(category.label), to: `/servizi/categorie/${slugOf(category.label.it)}` }] : []),
  ];
  return (
    <Page
      title={procedure ? say(procedure.title) : text('service.title')}
      trail={trail}
      lead={procedure ? say(procedure.subtitle) : undefined}
    >
      {!procedure && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
      {procedure && (
        <div className="row">
          <div className="col-12 col-lg-8">
            <Panel>
              <h2 className="h4">{text('service.who')}</h2>
              <ul>
                {procedure.audience.map((kind) => (
                  <li key={kind}>{profileWord(kind, language)}</li>
                ))}
              </ul>
            </Panel>
            <Panel>
              <h2 className="h4">{text('service.how')}</h2>
              <p>{text('service.how.detail')}</p>
            </Panel>
            <Panel>
              <h2 className="h4">{text('service.info')}</h2>
              <SummaryList
                items={[
                  { label: text('service.body'), value: procedure.organizationName },
                  { label: text('service.code'), value: procedure.code },
                  {
                    label: text('service.contacts'),
                    value: procedure.contacts ? <Linked text={say(procedure.contacts)} /> : text('service.noContacts'),
                  },
                ]}
              />
            </Panel>
          </div>
          <div className="col-12 col-lg-4">
            <Panel className="sp-access">
              <h2 className="h4">{text('service.when')}</h2>
              <OpeningWindow opensAt={procedure.opensAt} closesAt={procedure.closesAt} />
              <div className="mt-3">
                <StartButton procedure={procedure} />
              </div>
            </Panel>
          </div>
        </div>
      )}
    </Page>
  );
};
