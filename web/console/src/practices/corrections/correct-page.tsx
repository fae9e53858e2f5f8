import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { emptyData, pruneHidden, type Validate } from '@sportello/forms/check';
import { holds } from '@sportello/forms/conditions';
import type { Form, Page as FormPageOf } from '@sportello/forms/form';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { CompilationContext } from '@sportello/ui/form/compilation';
import { ErrorSummary, focusField } from '@sportello/ui/form/error-summary';
import { FormPage } from '@sportello/ui/form/form-page';
import { useCompilation, useValidator } from '@sportello/ui/form/use-compilation';
import { changedFields, isForm } from '@sportello/ui/form/values';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { BackLink, Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { SaveBar } from '@sportello/ui/save-bar';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { Practice } from '../practice/actions.js';
import { changedByAction, useConflictCheck } from '../practice/conflict.js';

type Content = AnswerOf<'rpc.practices.get-content.v1'>;

/** "Modifica d'ufficio": the form as it was sent, to be corrected with a reason (PRA-75). */
export const CorrectPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const practice = useAsk('rpc.practices.get.v1', { id });
  const content = useAsk('rpc.practices.get-content.v1', { id }, { staleTimeMs: 0 });
  const formId = content.data?.formId;
  const form = useAsk('rpc.practices.get-form.v1', { id: formId ?? '' }, { enabled: formId !== undefined, staleTimeMs: 3_600_000 });
  const validator = useValidator(formId);
  /** What the page began with: what comes in meanwhile does not change it under the hands of who types. */
  const [begun, setBegun] = useState<Content | null>(null);
  if (!begun && content.data && !content.isFetching) setBegun(content.data);
  const definition: unknown = form.data?.definition;
  const error = practice.error ?? content.error ?? form.error ?? validator.error;
  const retry = () => void Promise.all([practice.refetch(), content.refetch(), form.refetch(), validator.refetch()]);
  const number = practice.data?.number ?? '';
  return (
    <Page title={text('correct.title', { number })} appName={text('console.name')} hasBreadcrumb={false} lead={text('correct.lead')}>
      {practice.data && begun && validator.data && isForm(definition) ? (
        practice.data.moves.includes('correct') ? (
          <Correcting practice={practice.data} form={definition} validate={validator.data} begun={begun} />
        ) : (
          <Empty icon="it-locked">{text('correct.notNow')}</Empty>
        )
      ) : error ? (
        <ErrorState error={error} onRetry={retry} />
      ) : (
        <Skeleton lines={10} />
      )}
      <BackLink to={`/pratiche/${id}`}>{text('correct.back')}</BackLink>
    </Page>
  );
};

interface CorrectingProps {
  practice: Practice;
  form: Form;
  validate: Validate;
  begun: Content;
}

const Correcting = ({ practice, form, validate, begun }: CorrectingProps) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const { id } = practice;
  const [correctionId] = useState(newId);
  const [initial] = useState(() => ({ ...emptyData(form), ...begun.content }));
  const { compilation, issues, attempt } = useCompilation({ form, validate, initial, practiceId: () => Promise.resolve(id) });
  const stored = useMemo(() => pruneHidden(form, compilation.values), [form, compilation.values]);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const part = useRef<HTMLElement>(null);
  const correct = useCommand('rpc.practices.correct.v1', [...changedByAction, 'rpc.practices.get-content.v1']);
  const checkConflict = useConflictCheck(id);
  const errors = issues.filter(({ severity }) => severity === 'error');
  const changed = changedFields(form, pruneHidden(form, initial), stored).map((field) => ('label' in field ? say(field.label) : field.key));
  const pages = form.pages.map(withoutFiles).filter(({ sections }) => sections.some(({ showIf }) => holds(showIf, stored)));
  const send = () => {
    if (correct.isPending) return;
    for (const page of pages) attempt(page.key);
    setChecked(true);
    if (errors.length > 0) return requestAnimationFrame(() => summary.current?.focus());
    if (!reason.trim() || changed.length === 0) return part.current?.querySelector('textarea')?.focus();
    correct.mutate(
      { id, version: begun.version, correctionId, content: stored as Content['content'], reason },
      {
        onSuccess: () => {
          toast({ words: text('correct.done', { number: practice.number }) });
          go(`/pratiche/${id}`, { replace: true });
        },
        onError: checkConflict,
      },
    );
  };
  return (
    <>
      {isChecked && errors.length > 0 && <ErrorSummary ref={summary} issues={errors} onGo={({ pointer }) => focusField(pointer)} />}
      <CompilationContext value={compilation}>
        {pages.map((page) => (
          <div key={page.key} className="mb-4">
            <h2 className="h5">{say(page.title)}</h2>
            <FormPage page={page} />
          </div>
        ))}
      </CompilationContext>
      <section ref={part} className="sc-part" aria-labelledby="modifiche">
        <h2 id="modifiche" className="h5">
          {text('correct.changes')}
        </h2>
        {changed.length > 0 ? (
          <ul>
            {changed.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        ) : (
          <p className={isChecked ? 'sc-mistake' : undefined}>{text('correct.changes.none')}</p>
        )}
        <TextField
          label={text('correct.reason')}
          value={reason}
          onChange={setReason}
          isRequired
          rows={3}
          help={text('correct.reason.help')}
          {...(isChecked && !reason.trim() && { error: text('correct.reason.mistake') })}
          area={{ maxLength: 2000 }}
        />
      </section>
      {correct.error ? <ErrorNote error={correct.error} keepsWords /> : null}
      <SaveBar>
        <Button type="button" color="primary" size="sm" aria-disabled={correct.isPending || undefined} onClick={send}>
          {text(correct.isPending ? 'ui.wait' : 'correct.send')}
        </Button>
      </SaveBar>
    </>
  );
};

/** Files stay as they were sent. */
const withoutFiles = (page: FormPageOf): FormPageOf => ({
  ...page,
  sections: page.sections.map((section) => ({
    ...section,
    fields: section.fields
      .filter(({ kind }) => kind !== 'file')
      .map((field) => (field.kind === 'block' ? { ...field, fields: field.fields.filter(({ kind }) => kind !== 'file') } : field)),
  })),
});
