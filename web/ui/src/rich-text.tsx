import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useText } from './i18n.js';
import { ErrorState, Skeleton } from './page-states.js';
import type { RichEditorProps } from './rich-text/editor.js';

interface RichTextFieldProps extends Pick<RichEditorProps, 'label' | 'value' | 'onChange' | 'kind'> {
  /** By which it is given the focus, once it is there. */
  id?: string;
  help?: string;
  error?: string | undefined;
  isRequired?: boolean;
  language?: string;
}

/** A labelled text with layout; its editor comes with the first that is shown. */
export const RichTextField = ({ id: given, help, error, isRequired = false, language, ...text }: RichTextFieldProps) => {
  const say = useText();
  const own = useId();
  const id = given ?? own;
  const editor = useQuery({
    queryKey: ['rich-editor'],
    queryFn: async () => (await import('./rich-text/editor.js')).RichEditor,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const Editor = editor.data;
  return (
    <div className="sp-field">
      {/* A label leads to no text of its own: the editor bears it by name, and a press on it leads there. */}
      <div className="sp-label" aria-hidden="true" onClick={() => document.getElementById(id)?.focus()}>
        {text.label}
        {isRequired && ' *'}
      </div>
      {help && (
        <p id={`${id}-aiuto`} className="form-text">
          {help}
        </p>
      )}
      {Editor ? (
        <Editor
          {...text}
          id={id}
          language={language}
          isRequired={isRequired}
          isWrong={Boolean(error)}
          describedBy={[help ? `${id}-aiuto` : '', error ? `${id}-errore` : ''].filter(Boolean).join(' ') || undefined}
        />
      ) : editor.error ? (
        <ErrorState error={editor.error} onRetry={() => void editor.refetch()} />
      ) : (
        <Skeleton lines={5} />
      )}
      {error && (
        <p id={`${id}-errore`} className="sp-error">
          <strong>{say('ui.form.error')}</strong> {error}
        </p>
      )}
    </div>
  );
};

/** The words of a text with layout. */
export const wordsIn = (html: string): string => new DOMParser().parseFromString(html, 'text/html').body.textContent.trim();

/** A text with layout, as the server has cleaned it. */
export const RichText = ({ html, className = '', language }: { html: string; className?: string; language?: string | undefined }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned to a short list of elements by the server when it was saved (0060)
  <div className={`sp-rich-text ${className}`} lang={language} dangerouslySetInnerHTML={{ __html: html }} />
);
