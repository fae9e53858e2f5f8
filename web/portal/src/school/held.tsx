import type { AnswerOf } from '@sportello/contracts/web';
import { announce } from '@sportello/ui/announcer';
import { ProblemError, useAsk } from '@sportello/ui/api';
import { Dialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import { useGo, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useSignOut } from '@sportello/ui/session';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { type ReactNode, useEffect } from 'react';
import { SignedIn } from '../signed-in.js';

interface SchoolFrameProps {
  title: string;
  lead?: string;
  trail?: readonly { label: string; to: string }[];
  children: ReactNode;
}

/** A page of the area, for whoever is signed in. */
export const SchoolFrame = ({ title, lead, trail = [], children }: SchoolFrameProps) => {
  const text = useText();
  const way = [{ label: text('school.title'), to: '/scuola' }, ...trail];
  return (
    <SignedIn title={title} trail={way}>
      <Page title={title} trail={way} lead={lead}>
        {children}
      </Page>
    </SignedIn>
  );
};

const isOf = (error: unknown, kind: string) => error instanceof ProblemError && error.kind === kind;

interface HeldProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  children: (data: T) => ReactNode;
}

/** What only the account holder is shown: for everybody else the words of the manual, and nothing behind them (SCH-18). */
export const Held = <T,>({ query, children }: HeldProps<T>) => {
  const { data, error, refetch } = query;
  if (isOf(error, 'school-not-holder')) return <NotHolder />;
  if (isOf(error, 'school-digital-identity-needed')) return <ErrorState error={error} contact={<SignInAnew />} />;
  if (data === undefined) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton isTable />;
  return children(data);
};

export type HeldChild = AnswerOf<'rpc.school.list-children.v1'>['items'][number];

interface HeldForProps {
  /** Of which one is enough. */
  rights: readonly HeldChild['rights'][number][];
  children: (items: readonly HeldChild[]) => ReactNode;
}

/** The children for whom she has the right: all of whom she is the account holder, of others what the office has given her (SCH-33). */
export const HeldFor = ({ rights, children }: HeldForProps) => {
  const text = useText();
  const query = useAsk('rpc.school.list-children.v1', { limit: 100 });
  return (
    <Held query={query}>
      {({ items }) => {
        const open = items.filter((child) => child.rights.some((right) => rights.includes(right)));
        return open.length === 0 ? <Empty icon="it-locked">{text('school.right.none')}</Empty> : children(open);
      }}
    </Held>
  );
};

interface Found {
  data?: { pages: readonly { items: readonly unknown[] }[] } | undefined;
  /** True while what is shown is of the search before. */
  isPlaceholderData: boolean;
}

/** Says how much a search has found to whoever does not see it. */
export const useFoundAnnounced = ({ data, isPlaceholderData }: Found): void => {
  const text = useText();
  useEffect(() => {
    if (data && !isPlaceholderData) announce(text('school.found', { count: data.pages.reduce((sum, { items }) => sum + items.length, 0) }));
  }, [data, isPlaceholderData, text]);
};

/** Whoever came by password signs out first: signed in she would come back as she is. */
const SignInAnew = () => {
  const text = useText();
  const signOut = useSignOut();
  return (
    <>
      {signOut.error ? <ErrorNote error={signOut.error} /> : null}
      <Button
        type="button"
        color="primary"
        size="sm"
        aria-disabled={signOut.isPending || undefined}
        onClick={() => {
          if (!signOut.isPending) signOut.mutate();
        }}
      >
        {text(signOut.isPending ? 'ui.wait' : 'school.signInAnew')}
      </Button>
    </>
  );
};

const NotHolder = () => {
  const text = useText();
  const go = useGo();
  const close = () => go('/scuola');
  return (
    <Dialog
      title={text('school.records.users')}
      onClose={close}
      actions={
        <Button type="button" color="primary" onClick={close}>
          {text('school.close')}
        </Button>
      }
    >
      <p className="mb-0" role="alert">
        {text('school.notHolder')}
      </p>
    </Dialog>
  );
};

/** Who corrects what is wrong: the office alone (SCH-16, SCH-17). */
export const OfficeNotice = () => {
  const text = useText();
  return (
    <div className="mt-4">
      <Notice>{text('school.readOnly')}</Notice>
    </div>
  );
};
