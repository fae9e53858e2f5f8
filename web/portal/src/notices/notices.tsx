import { useAskPages, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatAgo, formatDateTime, useGo, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { useSession } from '@sportello/ui/session';
import { Badge, Button } from 'design-react-kit';
import { AreaTabs } from '../area-tabs.js';
import { SignedIn } from '../signed-in.js';
import { returnPath } from '../slugs.js';

/** What the counter told the person, newest first, with the unread ones marked (NOT-03). */
export const NoticesPage = () => {
  const text = useText();
  return (
    <SignedIn title={text('menu.messages')}>
      <Page title={text('menu.messages')} lead={text('notices.lead')}>
        <AreaTabs active="messages" />
        <Notices />
      </Page>
    </SignedIn>
  );
};

const Notices = () => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const go = useGo();
  const { serverNow } = useSession();
  const read = useCommand('rpc.notifications.read-notice.v1', ['rpc.notifications.list-notices.v1']);
  const readAll = useCommand('rpc.notifications.read-notices.v1', ['rpc.notifications.list-notices.v1']);
  const { data, error, refetch, hasNextPage, fetchNextPage } = useAskPages('rpc.notifications.list-notices.v1', { limit: 25 });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />;
  const notices = data.pages.flatMap(({ items }) => items);
  const unread = data.pages[0]?.unread ?? 0;
  const [newest] = notices;
  if (notices.length === 0) return <Empty icon="it-mail">{text('notices.empty')}</Empty>;
  return (
    <>
      {readAll.isSuccess && <Done of={readAll.submittedAt}>{text('notices.allRead')}</Done>}
      {readAll.error && <ErrorNote error={readAll.error} />}
      <div className="sp-operations mb-3">
        <p className="mb-0">{text('notices.unread', { count: unread })}</p>
        {unread > 0 && newest && (
          <Button type="button" outline color="primary" size="sm" onClick={() => readAll.mutate({ upTo: newest.createdAt })}>
            {text('notices.readAll')}
          </Button>
        )}
      </div>
      <ul className="sp-notices">
        {notices.map((notice) => (
          <Panel key={notice.id} tag="li" className={notice.readAt ? '' : 'is-unread'}>
            <h2 className="h6 mb-1">
              <Icon name={notice.readAt ? 'it-mail-open' : 'it-mail'} className="icon-sm icon-primary me-2" />
              {!notice.readAt && (
                <Badge color="primary" className="me-2">
                  {text('notices.new')}
                </Badge>
              )}
              {say(notice.subject)}
            </h2>
            <p className="mb-1 text-secondary">
              <time dateTime={notice.createdAt} title={formatDateTime(notice.createdAt)}>
                {formatAgo(notice.createdAt, serverNow(), language)}
              </time>
            </p>
            <p className="sp-lines">{say(notice.body)}</p>
            <div className="sp-operations">
              <Button
                type="button"
                outline
                color="primary"
                size="sm"
                onClick={() => {
                  if (!notice.readAt) read.mutate({ id: notice.id });
                  go(returnPath(notice.path));
                }}
              >
                {text('notices.go')}
                <span className="visually-hidden"> {say(notice.subject)}</span>
              </Button>
              {!notice.readAt && (
                <Button type="button" color="link" size="sm" onClick={() => read.mutate({ id: notice.id })}>
                  {text('notices.read')}
                  <span className="visually-hidden"> {say(notice.subject)}</span>
                </Button>
              )}
            </div>
          </Panel>
        ))}
      </ul>
      {hasNextPage && (
        <Button type="button" outline color="primary" onClick={() => void fetchNextPage()}>
          {text('ui.more')}
        </Button>
      )}
    </>
  );
};
