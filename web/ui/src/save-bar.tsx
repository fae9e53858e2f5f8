import type { ReactNode } from 'react';
import './save-bar.css';

/** The button that saves a long form, and what is to be said of it: in sight while the form scrolls. */
export const SaveBar = ({ children }: { children: ReactNode }) => <div className="sp-save-bar">{children}</div>;
