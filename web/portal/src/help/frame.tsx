import { useText } from '@sportello/ui/i18n';
import { type Crumb, Page } from '@sportello/ui/page';
import type { ReactNode } from 'react';
import { SignedIn } from '../signed-in.js';

/** Where the catalogue of help begins. */
export const catalogueAddress = '/assistenza';

interface OwnPageProps {
  title: string;
  crumb?: string;
  trail?: readonly Crumb[];
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the help desk for whoever is signed in. */
export const OwnPage = ({ title, trail = [], children, ...page }: OwnPageProps) => (
  <SignedIn title={title} trail={trail}>
    <Page title={title} trail={trail} {...page}>
      {children}
    </Page>
  </SignedIn>
);

export const useCatalogueCrumb = (): Crumb => ({ label: useText()('help.ask'), to: catalogueAddress });
