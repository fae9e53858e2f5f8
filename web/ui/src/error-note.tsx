import { Button } from 'design-react-kit';
import { useEffect } from 'react';
import { announce } from './announcer.js';
import { ProblemError, UnreachableError } from './api.js';
import { useText } from './i18n.js';

/** The plain words for what failed. */
export const useErrorWords = (): ((error: unknown) => { title: string; detail: string | null; reference: string | null }) => {
  const text = useText();
  return (error) => {
    if (error instanceof UnreachableError) return { title: text('ui.error.unreachable'), detail: null, reference: null };
    if (!(error instanceof ProblemError)) return { title: text('ui.error.unexpected'), detail: null, reference: null };
    const { title, detail, instance } = error.problem;
    return { title: title || text('ui.error.unexpected'), detail: detail && detail !== title ? detail : null, reference: instance ?? null };
  };
};

interface ErrorNoteProps {
  error: unknown;
  onRetry?: () => void;
  /** True beside what somebody wrote, which is still there. */
  keepsWords?: boolean;
}

/** An error beside the action that failed: what it was, the reference, and "Riprova". */
export const ErrorNote = ({ error, onRetry, keepsWords = false }: ErrorNoteProps) => {
  const text = useText();
  const { title, detail, reference } = useErrorWords()(error);
  useEffect(() => announce([title, detail].filter(Boolean).join('. '), 'assertive'), [title, detail]);
  return (
    <div className="alert alert-danger">
      <p className="mb-0">
        <strong>{title}</strong>
      </p>
      {detail && <p className="mb-0">{detail}</p>}
      {error instanceof ProblemError && error.problem.errors && error.problem.errors.length > 0 && (
        <ul className="mb-0">
          {error.problem.errors.slice(0, 20).map(({ pointer, detail: words }) => (
            <li key={`${pointer} ${words}`}>{words}</li>
          ))}
        </ul>
      )}
      {keepsWords && <p className="mb-0">{text('ui.error.kept')}</p>}
      {reference && <p className="mb-0 small">{text('ui.error.reference', { reference })}</p>}
      {onRetry && (
        <Button type="button" outline color="danger" size="sm" className="mt-2" onClick={onRetry}>
          {text('ui.retry')}
        </Button>
      )}
    </div>
  );
};
