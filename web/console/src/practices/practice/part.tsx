import type { ReactNode } from 'react';

/** A part of a tab, under its title. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="sc-part" aria-label={title}>
    <h2 className="sc-part-title">{title}</h2>
    {children}
  </section>
);
