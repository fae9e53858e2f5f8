import { useAsk, useCommand } from '@sportello/ui/api';
import { Disclosure } from '@sportello/ui/disclosure';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatAgo, formatDateTime, LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Loaded } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { Button } from 'design-react-kit';

const subject = 'rpc.notifications.list-notices.v1';

/** What the officer was told, newest first, with the unread ones counted in the bar (NOT-03). */
export const NoticesMenu = () => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { serverNow } = useSession();
  const notices = useAsk(subject, { limit: 15 });
  const read = useCommand('rpc.notifications.read-notice.v1', [subject]);
  const readAll = useCommand('rpc.notifications.read-notices.v1', [subject]);
  const unread = notices.data?.unread ?? 0;
  const newest = notices.data?.items[0];
  return (
    <Disclosure
      className="sc-bar-button"
      name={text('notices.button', { count: unread })}
      menuClassName="sp-menu-end sc-notices"
      label={
        <span className="sc-bell">
          <Icon name="it-mail" className="icon-sm icon-white" />
          {unread > 0 && <span className="sc-unread">{unread}</span>}
        </span>
      }
    >
      {(close) => (
        <>
          <h2 className="sc-notices-title">{text('notices.title')}</h2>
          {readAll.isSuccess && unread === 0 && <Done of={readAll.submittedAt}>{text('notices.all-read')}</Done>}
          {readAll.error && <ErrorNote error={readAll.error} />}
          {unread > 0 && newest && (
            <Button
              type="button"
              outline
              color="primary"
              size="xs"
              className="mb-2"
              aria-disabled={readAll.isPending || undefined}
              onClick={() => !readAll.isPending && readAll.mutate({ upTo: newest.createdAt })}
            >
              {text('notices.read-all')}
            </Button>
          )}
          <Loaded query={notices}>
            {({ items }) =>
              items.length === 0 ? (
                <p className="sc-none">{text('notices.empty')}</p>
              ) : (
                <ul>
                  {items.map((notice) => (
                    <li key={notice.id} className={notice.readAt ? '' : 'is-unread'}>
                      <LocalLink
                        to={notice.path.replace(/^\/console(?=\/|$)/, '') || '/'}
                        onClick={() => {
                          if (!notice.readAt) read.mutate({ id: notice.id });
                          close();
                        }}
                      >
                        {!notice.readAt && <span className="visually-hidden">{text('notices.new')} </span>}
                        {say(notice.subject)}
                      </LocalLink>
                      <time dateTime={notice.createdAt} title={formatDateTime(notice.createdAt)}>
                        {formatAgo(notice.createdAt, serverNow(), language)}
                      </time>
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
          <p className="sc-none mt-2 mb-0">{text('notices.fixed')}</p>
        </>
      )}
    </Disclosure>
  );
};
