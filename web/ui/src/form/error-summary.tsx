import type { Issue } from '@sportello/forms/check';
import { type RefObject, useId } from 'react';
import { useSay, useText } from '../i18n.js';
import { Icon } from '../icon.js';
import { controlId } from './values.js';

/** Puts the focus on the control of a field. */
export const focusField = (pointer: string): void => {
  const control = document.getElementById(controlId(pointer));
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
};

interface IssueListProps {
  issues: readonly Issue[];
  /** Called instead of moving the focus, for fields of another page. */
  onGo?: (issue: Issue) => void;
}

const IssueLinks = ({ issues, onGo, name }: IssueListProps & { name: (issue: Issue) => string }) => (
  <ul className="mb-0">
    {issues.map((issue) => (
      <li key={issue.pointer}>
        <a
          href={`#${controlId(issue.pointer)}`}
          onClick={(event) => {
            event.preventDefault();
            if (onGo) onGo(issue);
            else focusField(issue.pointer);
          }}
        >
          {name(issue)}
        </a>
      </li>
    ))}
  </ul>
);

/** What stops the step forward, in the order of the fields, each with a link to its control (CAT-79). Takes the focus when it appears. */
export const ErrorSummary = ({ issues, onGo, ref }: IssueListProps & { ref: RefObject<HTMLDivElement | null> }) => {
  const text = useText();
  const say = useSay();
  const id = useId();
  return (
    <section ref={ref} tabIndex={-1} className="sp-error-summary" aria-labelledby={id}>
      <h2 id={id} className="h5">
        <Icon name="it-error" className="icon-danger me-2" />
        {text('ui.form.summary', { count: issues.length })}
      </h2>
      <IssueLinks issues={issues} onGo={onGo} name={({ message }) => say(message)} />
    </section>
  );
};

/** "Informazioni obbligatorie": what is still missing; each entry goes away when its field is filled (CAT-10). */
export const MissingList = ({ issues, onGo }: IssueListProps) => {
  const text = useText();
  const say = useSay();
  const id = useId();
  const missing = issues.filter((issue) => issue.missing);
  if (missing.length === 0) return null;
  return (
    <section className="sp-missing" aria-labelledby={id}>
      <h2 id={id} className="h6">
        {text('ui.form.missing')}
      </h2>
      <IssueLinks issues={missing} onGo={onGo} name={({ label }) => say(label)} />
    </section>
  );
};
