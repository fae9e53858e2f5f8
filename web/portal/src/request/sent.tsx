import { useAsk } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { FileList } from '@sportello/ui/files';
import { formatDate, formatDateTime, LocalLink, rome, useLocalPath, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Page } from '@sportello/ui/page';
import { Loaded } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { Navigate, useParams } from 'react-router';
import { Rating } from '../rating/rating.js';
import { SignedIn } from '../signed-in.js';

/** "L'istanza è stata inviata correttamente" (PRA-08). */
export const SentPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  return (
    <SignedIn title={text('sent.title')} trail={[{ label: text('menu.mine'), to: '/area-personale/pratiche' }]}>
      <Sent id={id} />
    </SignedIn>
  );
};

const Sent = ({ id }: { id: string }) => {
  const text = useText();
  const say = useSay();
  const local = useLocalPath();
  const seen = useAsk('rpc.practices.get.v1', { id });
  const isWaiting = seen.data?.documents.length === 0;
  const practice = useAsk('rpc.practices.get.v1', { id }, { everyMs: isWaiting ? 2_000 : false });
  if (practice.data && practice.data.submittedAt === null) return <Navigate to={local(`/area-personale/pratiche/${id}`)} replace />;
  return (
    <Page title={text('sent.title')} trail={[{ label: text('menu.mine'), to: '/area-personale/pratiche' }]}>
      <Loaded query={practice}>
        {(data) => (
          <>
            <Panel className="sp-sent">
              <p>{text('sent.arrived', { title: say(data.procedureTitle), organization: data.organizationName, number: data.number })}</p>
              <SummaryList
                items={[
                  { label: text('sent.form'), value: say(data.procedureTitle) },
                  { label: text('sent.code'), value: data.number },
                  { label: text('sent.at'), value: data.submittedAt ? formatDateTime(data.submittedAt, rome) : '' },
                  ...(data.confirmationMail ? [{ label: text('sent.mail'), value: data.confirmationMail }] : []),
                  {
                    label: text('practices.print'),
                    value: (
                      <>
                        <LocalLink className="sp-no-print" to={`/area-personale/pratiche/${id}?stampa=1`}>
                          <Icon name="it-print" className="icon-sm icon-primary me-1" />
                          {text('sent.print')}
                        </LocalLink>
                        {data.documents.length === 0 ? (
                          <span className="d-block" aria-busy="true">
                            {text('practice.documents.coming')}
                          </span>
                        ) : (
                          <FileList practiceId={id} files={data.documents} />
                        )}
                      </>
                    ),
                  },
                ]}
              />
            </Panel>
            <Panel>
              <h2 className="h5">{text('sent.next')}</h2>
              <ol className="mb-0">
                <li>{data.confirmationMail ? text('sent.next.mail', { mail: data.confirmationMail }) : text('sent.next.noMail')}</li>
                <li>{text('sent.next.office', { organization: data.organizationName })}</li>
                {data.enabling && (
                  <li>
                    {text('sent.next.enabling', {
                      existing: formatDate(data.enabling.existingCredentialOn),
                      fresh: formatDate(data.enabling.newCredentialOn),
                    })}
                  </li>
                )}
                {data.term && <li>{text('sent.next.answer', { date: formatDate(data.term.answerBy) })}</li>}
              </ol>
            </Panel>
            <p className="sp-operations sp-no-print">
              <ButtonLink color="primary" to="/area-personale/pratiche?scheda=inviate">
                {text('sent.mine')}
              </ButtonLink>
              <ButtonLink outline color="primary" to={`/area-personale/pratiche/${id}`}>
                {text('sent.follow')}
              </ButtonLink>
            </p>
            <Rating procedureId={data.procedureId} part="request" />
          </>
        )}
      </Loaded>
    </Page>
  );
};
