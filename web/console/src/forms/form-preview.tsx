import type { AnswerOf } from '@sportello/contracts/web';
import type { Form } from '@sportello/forms/form';
import { ErrorNote } from '@sportello/ui/error-note';
import { CompilationContext } from '@sportello/ui/form/compilation';
import { FormPage } from '@sportello/ui/form/form-page';
import { useCompilation } from '@sportello/ui/form/use-compilation';
import { useSay, useText } from '@sportello/ui/i18n';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Definition } from './definition.js';

/** Where the answers are tried, and what was wrong with them. */
interface Trial {
  issues: AnswerOf<'rpc.practices.try-form.v1'>['issues'] | undefined;
  isPending: boolean;
  error: unknown;
  onTry: (content: Definition) => void;
}

interface FormPreviewProps {
  form: Form;
  /** Absent where the form is only looked at. */
  trial?: Trial;
}

/** What the server checks when it is tried; nothing is checked while one types. */
const unchecked = () => [];
/** Files belong to practices, and none is made here. */
const noPractice = (): Promise<string> => Promise.reject(new Error('Nothing is stored of what is tried'));

/** A form as people will fill it in, page by page; trying it checks the answers and stores nothing. */
export const FormPreview = ({ form, trial }: FormPreviewProps) => {
  const text = useText();
  const say = useSay();
  const [initial] = useState({});
  const { compilation } = useCompilation({ form, validate: unchecked, initial, practiceId: noPractice });
  return (
    <section className="sc-form-preview" aria-label={text('forms.preview')}>
      <h3 className="h5">{text('forms.preview')}</h3>
      <p>{text('forms.preview.text')}</p>
      <CompilationContext value={compilation}>
        {form.pages.map((page) => (
          <div key={page.key}>
            <h4 className="h6">{say(page.title)}</h4>
            <FormPage page={page} />
          </div>
        ))}
      </CompilationContext>
      {trial && <Tried trial={trial} content={compilation.values as Definition} />}
    </section>
  );
};

const Tried = ({ trial: { issues, isPending, error, onTry }, content }: { trial: Trial; content: Definition }) => {
  const text = useText();
  const say = useSay();
  return (
    <>
      <Button
        type="button"
        outline
        color="primary"
        size="sm"
        aria-disabled={isPending || undefined}
        onClick={() => {
          if (!isPending) onTry(content);
        }}
      >
        {isPending ? text('ui.wait') : text('forms.try')}
      </Button>
      {error ? <ErrorNote error={error} /> : null}
      <div role="status">
        {issues && (
          <>
            <p className="mt-3">{text('forms.tried', { count: issues.filter(({ isError }) => isError).length })}</p>
            <ul>
              {issues.map(({ pointer, label, message }) => (
                <li key={`${pointer} ${message.it}`}>
                  <strong>{say(label)}</strong>: {say(message)}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  );
};
