import { ButtonLink } from '@sportello/ui/button-link';
import { useText } from '@sportello/ui/i18n';
import { Invitation } from '@sportello/ui/invitation';
import { Page } from '@sportello/ui/page';
import { Forbidden } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { signInAddress, useSession } from '@sportello/ui/session';
import type { ReactNode } from 'react';

/** Lets officers in; explains to everybody else what this is and how to get in (IDE-41). */
export const Entry = ({ children }: { children: ReactNode }) => {
  const { account } = useSession();
  if (!account) return <SignedOut />;
  return account.officer ? children : <NotOfficer name={`${account.identity.givenName} ${account.identity.familyName}`} />;
};

const SignedOut = () => {
  const text = useText();
  return (
    <Page title={text('entry.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('entry.lead')}>
      <Panel tag="div" className="sc-entry">
        <p>{text('entry.who')}</p>
        <div className="sc-buttons">
          <ButtonLink color="primary" href={signInAddress('officer')}>
            {text('entry.sign-in')}
          </ButtonLink>
          <ButtonLink outline color="primary" href="/">
            {text('entry.citizen')}
          </ButtonLink>
        </div>
      </Panel>
    </Page>
  );
};

const NotOfficer = ({ name }: { name: string }) => {
  const text = useText();
  const isInvited = useSession().account?.invitation !== null;
  if (isInvited)
    return (
      <Page title={text('entry.title')} appName={text('console.name')} hasBreadcrumb={false}>
        <Invitation />
      </Page>
    );
  return (
    <ForbiddenPage title={text('entry.forbidden.title')} words={text('entry.forbidden.text', { name })}>
      <ButtonLink color="primary" size="sm" href={signInAddress('officer')}>
        {text('entry.other-account')}
      </ButtonLink>
      <ButtonLink outline color="primary" size="sm" href="/">
        {text('entry.citizen')}
      </ButtonLink>
    </ForbiddenPage>
  );
};

/** A page that is for others. */
export const ForbiddenPage = ({ title, words, children }: { title: string; words: string; children?: ReactNode }) => {
  const text = useText();
  return (
    <Page title={title} appName={text('console.name')} hasBreadcrumb={false}>
      <Forbidden words={words}>{children}</Forbidden>
    </Page>
  );
};
