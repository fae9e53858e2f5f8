import { MailState } from '@sportello/contracts/notifications/mails';
import { mayDo } from '@sportello/contracts/permissions';
import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { useFocusAfterRemoval } from '@sportello/ui/removals';
import { useSession } from '@sportello/ui/session';
import { SelectField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Badge, Button } from 'design-react-kit';
import { useState } from 'react';

type Mail = AnswerOf<'rpc.notifications.list-unsent-mails.v1'>['items'][number];

const list = 'rpc.notifications.list-unsent-mails.v1';

/** Why a mail was not taken, as far as its code says it. */
const reasonOf = (failure: string): string => {
  if (failure.startsWith('ELINK')) return 'link';
  if (failure === 'ESTORAGE') return 'storage';
  if (/^E(AUTH|TLS|NOAUTH)| 530$/.test(failure)) return 'ours';
  if (/ 5\d\d$/.test(failure)) return 'refused';
  return / 4\d\d$/.test(failure) ? 'later' : 'away';
};

/** The mails of the body that were not taken, each with its reason, to be sent again. */
export const UnsentMails = () => {
  const text = useText();
  const [state, setState] = useState<MailState | ''>('');
  const pages = useAskPages(list, { limit: 25, ...(state && { state }) }, { keepsPrevious: true, staleTimeMs: 0 });
  const retry = useCommand('rpc.notifications.retry-mail.v1', [list]);
  const retryAll = useCommand('rpc.notifications.retry-mails.v1', [list]);
  const { data, error, refetch, isPlaceholderData } = pages;
  const mails = data?.pages.flatMap(({ items }) => items) ?? [];
  const { area, removing } = useFocusAfterRemoval<HTMLDivElement>(mails.length);
  const isBusy = retry.isPending || retryAll.isPending;
  const columns = useColumns(isBusy, ({ id }, button) => {
    if (isBusy) return;
    removing(button);
    retryAll.reset();
    retry.mutate({ id }, { onSuccess: () => toast({ words: text('work.retry.done') }) });
  });
  return (
    <div ref={area}>
      <SelectField
        label={text('work.state')}
        value={state}
        options={[
          { value: '', label: text('work.state.all') },
          ...MailState.options.map((one) => ({ value: one, label: text(`work.state.${one}`) })),
        ]}
        onChange={(value) => setState(MailState.options.find((one) => one === value) ?? '')}
      />
      {(retry.error ?? retryAll.error) ? <ErrorNote error={retry.error ?? retryAll.error} /> : null}
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton caption={text('ui.loading')} columns={columns} />
      ) : mails.length === 0 ? (
        <Empty icon="it-check">
          <strong>{text('work.mails.empty')}</strong> {text(state ? 'work.mails.empty.filtered' : 'work.mails.empty.text')}
        </Empty>
      ) : (
        <>
          {mails.some((mail) => mail.state === 'failed') && (
            <Button
              type="button"
              outline
              color="primary"
              size="sm"
              className="mb-3"
              aria-disabled={isBusy || undefined}
              onClick={() => {
                if (isBusy) return;
                retry.reset();
                retryAll.mutate({}, { onSuccess: ({ count }) => toast({ words: text('work.retryAll.done', { count }) }) });
              }}
            >
              {text(retryAll.isPending ? 'ui.wait' : 'work.retryAll')}
            </Button>
          )}
          <DataTable caption={text('work.mails')} columns={columns} rows={mails} isUpdating={isPlaceholderData} />
        </>
      )}
      <More {...pages} />
    </div>
  );
};

const useColumns = (isBusy: boolean, onRetry: (mail: Mail, button: HTMLElement) => void): Column<Mail>[] => {
  const text = useText();
  const say = useSay();
  const role = useSession().account?.officer?.role;
  const isReader = role !== undefined && mayDo([role], 'practices:queue');
  const column = (key: string, cell: Column<Mail>['cell']) => ({ key, label: text(`work.column.${key}`), cell });
  return [
    column('mail', ({ subject, address, practiceId }) => (
      <>
        {practiceId && isReader ? <LocalLink to={`/pratiche/${practiceId}`}>{say(subject)}</LocalLink> : say(subject)}
        <span className="sc-service sp-break">{address}</span>
      </>
    )),
    column('at', ({ happenedAt }) => <time dateTime={happenedAt}>{formatDateTime(happenedAt)}</time>),
    column('state', ({ state }) => <Badge color={state === 'failed' ? 'danger' : 'secondary'}>{text(`work.state.${state}`)}</Badge>),
    column('reason', ({ failure, attempts, nextTryAt }) => (
      <>
        {text(`work.reason.${reasonOf(failure)}`)} <span className="sc-code">({failure})</span>
        <span className="sc-service">
          {text('work.tried', { count: attempts })} {nextTryAt && text('work.next', { at: formatDateTime(nextTryAt) })}
        </span>
      </>
    )),
    column('actions', (mail) => (
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        aria-label={text('work.retry.of', { address: mail.address })}
        aria-disabled={isBusy || undefined}
        onClick={({ currentTarget }) => onRetry(mail, currentTarget)}
      >
        {text('work.retry')}
      </Button>
    )),
  ];
};
