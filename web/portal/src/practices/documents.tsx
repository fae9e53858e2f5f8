import { useAskPages } from '@sportello/ui/api';
import { FileList } from '@sportello/ui/files';
import { formatDateTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { AreaTabs } from '../area-tabs.js';
import { SignedIn } from '../signed-in.js';

/** What was issued with the reader's requests, in one place: copies, receipts, acts of the offices. */
export const DocumentsPage = () => {
  const text = useText();
  return (
    <SignedIn title={text('area.documents')}>
      <Page title={text('area.documents')} lead={text('documents.lead')}>
        <AreaTabs active="documents" />
        <Documents />
      </Page>
    </SignedIn>
  );
};

const Documents = () => {
  const text = useText();
  const say = useSay();
  const list = useAskPages('rpc.practices.list-own-documents.v1', { limit: 25 });
  const { data, error, refetch } = list;
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={6} />;
  const documents = data.pages.flatMap(({ items }) => items);
  if (documents.length === 0) return <Empty icon="it-file">{text('documents.none')}</Empty>;
  return (
    <>
      <ul className="list-unstyled">
        {documents.map((document) => (
          <Panel key={document.id} tag="li">
            <h2 className="h6 mb-1">{text(`documents.kind.${document.kind}`)}</h2>
            <p className="mb-1">
              {say(document.procedureTitle)} -{' '}
              <LocalLink to={`/area-personale/pratiche/${document.practiceId}`}>{document.number}</LocalLink> -{' '}
              <time dateTime={document.issuedAt}>{formatDateTime(document.issuedAt)}</time>
            </p>
            <FileList practiceId={document.practiceId} files={[document]} />
          </Panel>
        ))}
      </ul>
      <More {...list} />
    </>
  );
};
