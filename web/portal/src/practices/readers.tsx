import { useAskPages } from '@sportello/ui/api';
import { formatDateTime, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';

/** Who has opened the request and its documents at the office, the newest first (BKO-27). */
export const Readers = ({ practiceId }: { practiceId: string }) => {
  const text = useText();
  const say = useSay();
  const list = useAskPages('rpc.identity.list-accesses.v1', { aboutId: practiceId, limit: 25 });
  const { data, error, refetch } = list;
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  const accesses = data.pages.flatMap(({ items }) => items);
  return (
    <>
      <p>{text(accesses.length === 0 ? 'practice.readers.none' : 'practice.readers.detail')}</p>
      {accesses.length > 0 && (
        <ul aria-label={text('practice.readers')}>
          {accesses.map(({ id, at, by, office, what }) => (
            <li key={id}>
              <time dateTime={at}>{formatDateTime(at)}</time> - {say(what)}: {[say(by), office].filter(Boolean).join(', ')}
            </li>
          ))}
        </ul>
      )}
      <More {...list} />
    </>
  );
};
