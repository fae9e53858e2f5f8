import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { useSession } from '@sportello/ui/session';
import { AbsencePart } from './absence-part.js';

/** An officer says from when to when she is away, and who stands in for her (ADM-32). */
export const AbsencePage = () => {
  const text = useText();
  const { account } = useSession();
  return (
    <Page title={text('section.absence')} appName={text('console.name')} hasBreadcrumb={false} lead={text('absence.lead')}>
      {account && <AbsencePart id={account.personId} isOwn />}
    </Page>
  );
};
