import { ButtonLink } from '@sportello/ui/button-link';
import { useLocalPath, useText } from '@sportello/ui/i18n';
import { type Crumb, Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';

interface SignedInProps {
  title: string;
  trail?: readonly Crumb[];
  children: ReactNode;
}

/** Pages of the personal area (IDE-37): whoever is not signed in is told, and comes back here afterwards. */
export const SignedIn = ({ title, trail, children }: SignedInProps) => {
  const text = useText();
  const local = useLocalPath();
  const { account } = useSession();
  const { pathname, search } = useLocation();
  if (account) return children;
  return (
    <Page title={title} trail={trail}>
      <Empty
        icon="it-locked"
        action={
          <ButtonLink color="primary" href={`${local('/accedi')}?${new URLSearchParams({ ritorno: pathname + search })}`}>
            {text('frame.signIn')}
          </ButtonLink>
        }
      >
        {text('signedIn.first')}
      </Empty>
    </Page>
  );
};
