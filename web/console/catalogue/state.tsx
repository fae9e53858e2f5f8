import type { Text } from '@sportello/contracts/contract';
import { useSay } from '@sportello/ui/i18n';
import type { ReactNode } from 'react';

/** One state of a part, under its name. */
export const State = ({ name, children }: { name: Text; children: ReactNode }) => {
  const title = useSay()(name);
  return (
    <section className="ct-state" aria-label={title}>
      <h2 className="h5">{title}</h2>
      {children}
    </section>
  );
};
