import { Callout, CalloutText } from 'design-react-kit';
import type { ReactNode } from 'react';

/** Something to know before going on. It is read where it stands, and does not speak up. */
export const Notice = ({ className = '', children }: { className?: string; children: ReactNode }) => (
  <Callout highlight color="note" className="sp-notice">
    <CalloutText className={`mb-0 ${className}`}>{children}</CalloutText>
  </Callout>
);
