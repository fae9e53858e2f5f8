import type { Form } from '@sportello/forms/form';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { CompilationContext } from '@sportello/ui/form/compilation';
import { FormPage } from '@sportello/ui/form/form-page';
import { useCompilation } from '@sportello/ui/form/use-compilation';
import { useSay, useText } from '@sportello/ui/i18n';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Definition } from './service.js';

interface FormPreviewProps {
  procedureId: string;
  form: Form;
  definition: Definition;
}

/** What the server checks when it is tried; nothing is checked while one types. */
const unchecked = () => [];
/** Files belong to practices, and none is made here. */
const noPractice = (): Promise<string> => Promise.reject(new Error('Nothing is stored of what is tried'));

/** A form as people will fill it in, page by page; trying it checks the answers and stores nothing. */
export const FormPreview = ({ procedureId, form, definition }: FormPreviewProps) => {
  const text = useText();
  const say = useSay();
  const [initial] = useState({});
  const { compilation } = useCompilation({ form, validate: unchecked, initial, practiceId: noPractice });
  const trial = useCommand('rpc.practices.try-form.v1');
  const issues = trial.data?.issues;
  return (
    <section className="sc-form-preview" aria-label={text('services.forms.preview')}>
      <h3 className="h5">{text('services.forms.preview')}</h3>
      <p>{text('services.forms.preview.text')}</p>
      <CompilationContext value={compilation}>
        {form.pages.map((page) => (
          <div key={page.key}>
            <h4 className="h6">{say(page.title)}</h4>
            <FormPage page={page} />
          </div>
        ))}
      </CompilationContext>
      <Button
        type="button"
        outline
        color="primary"
        size="sm"
        aria-disabled={trial.isPending || undefined}
        onClick={() => {
          if (!trial.isPending) trial.mutate({ procedureId, definition, content: compilation.values as Definition });
        }}
      >
        {trial.isPending ? text('ui.wait') : text('services.forms.try')}
      </Button>
      {trial.error ? <ErrorNote error={trial.error} /> : null}
      <div role="status">
        {issues && (
          <>
            <p className="mt-3">{text('services.forms.tried', { count: issues.filter(({ isError }) => isError).length })}</p>
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
    </section>
  );
};
