import { useSay, useText } from '../i18n.js';
import { Icon } from '../icon.js';
import { useCompilationContext } from './compilation.js';

/** The issue of a field: errors in red, warnings in another shape and with another word. */
export const Said = ({ id, pointer }: { id: string; pointer: string }) => {
  const { shown } = useCompilationContext();
  const text = useText();
  const say = useSay();
  const issue = shown.get(pointer);
  if (!issue) return null;
  const isError = issue.severity === 'error';
  return (
    <p id={id} className={isError ? 'sp-error' : 'sp-warning'}>
      <Icon name={isError ? 'it-error' : 'it-warning-circle'} className="icon-sm me-1" />
      <strong>{text(isError ? 'ui.form.error' : 'ui.form.warning')}</strong> {say(issue.message)}
    </p>
  );
};
