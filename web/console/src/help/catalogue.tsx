import { mayDo } from '@sportello/contracts/permissions';
import type { AnswerOf, Subject } from '@sportello/contracts/web';
import { useText } from '@sportello/ui/i18n';
import { type Crumb, Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import type { ReactNode } from 'react';

export type HelpService = AnswerOf<'rpc.ticketing.get-own-service.v1'>;
export type Category = AnswerOf<'rpc.ticketing.list-own-categories.v1'>['items'][number];

/** What is read again after the catalogue changed. */
export const catalogueReads: readonly Subject[] = [
  'rpc.ticketing.list-own-categories.v1',
  'rpc.ticketing.list-own-services.v1',
  'rpc.ticketing.get-own-service.v1',
];

export const useMayWriteCatalogue = (): boolean => {
  const { officer } = useSession().account ?? {};
  return officer !== undefined && officer !== null && mayDo([officer.role], 'help:write');
};

interface CatalogueFrameProps {
  title: string;
  /** The way to here after the catalogue. */
  trail?: readonly Crumb[];
  lead?: string;
  children: ReactNode;
}

/** A page of the catalogue of help: the administrator looks after it. */
export const CatalogueFrame = ({ title, trail = [], lead, children }: CatalogueFrameProps) => {
  const text = useText();
  const mayWrite = useMayWriteCatalogue();
  return (
    <Page title={title} appName={text('console.name')} trail={[{ label: text('section.help'), to: '/assistenza' }, ...trail]} lead={lead}>
      {mayWrite ? children : <Empty icon="it-locked">{text('catalogue.forbidden')}</Empty>}
    </Page>
  );
};
