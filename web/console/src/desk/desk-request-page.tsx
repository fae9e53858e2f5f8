import type { AnswerOf } from '@sportello/contracts/web';
import { emptyData, pruneHidden, type Validate } from '@sportello/forms/check';
import { holds } from '@sportello/forms/conditions';
import type { Form } from '@sportello/forms/form';
import { announce } from '@sportello/ui/announcer';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { CompilationContext } from '@sportello/ui/form/compilation';
import { ErrorSummary, focusField } from '@sportello/ui/form/error-summary';
import { FormPage } from '@sportello/ui/form/form-page';
import { FormSummary } from '@sportello/ui/form/form-summary';
import { isOnItsWay } from '@sportello/ui/form/sending';
import { useCompilation, useValidator } from '@sportello/ui/form/use-compilation';
import { changedFields, isForm } from '@sportello/ui/form/values';
import { formatDateTime, useGo, useSay, useText } from '@sportello/ui/i18n';
import { LeaveGuard } from '@sportello/ui/leave-guard';
import { BackLink, Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { SaveBar } from '@sportello/ui/save-bar';
import { toast } from '@sportello/ui/toasts';
import { UnusedFiles } from '@sportello/ui/unused-files';
import { Button } from 'design-react-kit';
import { useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router';

type Practice = AnswerOf<'rpc.practices.get-at-desk.v1'>;
type Content = AnswerOf<'rpc.practices.get-content.v1'>;

const reads = ['rpc.practices.get-at-desk.v1', 'rpc.practices.get-content.v1', 'rpc.practices.list-at-desk.v1'] as const;

/** What an officer fills in for a citizen: the whole form on one page, its check, and the sending (PRA-83). */
export const DeskRequestPage = () => {
  const text = useText();
  const say = useSay();
  const { id = '' } = useParams();
  const practice = useAsk('rpc.practices.get-at-desk.v1', { id }, { staleTimeMs: 0 });
  const { data } = practice;
  const title = data ? `${say(data.procedureTitle)} (${data.number})` : text('section.desk');
  return (
    <Page title={title} appName={text('console.name')} hasBreadcrumb={false} lead={data && text(`desk.for.${data.way}`, nameOf(data))}>
      {!data && (practice.error ? <ErrorState error={practice.error} onRetry={() => void practice.refetch()} /> : <Skeleton lines={8} />)}
      {data && (data.submittedAt ? <Sent practice={data} /> : <Unsent practice={data} />)}
      <BackLink to="/sportello">{text('desk.back')}</BackLink>
    </Page>
  );
};

const nameOf = ({ applicant }: Practice) => ({ name: applicant?.name ?? '', fiscalCode: applicant?.fiscalCode ?? '' });

const Sent = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const { id, number, submittedAt } = practice;
  return (
    <>
      <Done>{text('desk.sent', { number, at: formatDateTime(submittedAt ?? '') })}</Done>
      <p>{text('desk.sent.text', nameOf(practice))}</p>
      <div className="sp-operations">
        <ButtonLink color="primary" size="sm" to={`/pratiche/${id}`}>
          {text('desk.sent.open')}
        </ButtonLink>
        <ButtonLink outline color="primary" size="sm" to="/sportello">
          {text('desk.sent.another')}
        </ButtonLink>
      </div>
    </>
  );
};

const Unsent = ({ practice }: { practice: Practice }) => {
  const { id, formId, status } = practice;
  const content = useAsk('rpc.practices.get-content.v1', { id }, { staleTimeMs: 0 });
  const form = useAsk('rpc.practices.get-form.v1', { id: formId }, { staleTimeMs: 3_600_000 });
  const validator = useValidator(formId);
  /** What the page began with: what is saved from here is not read again under the hands of who types. */
  const [begun, setBegun] = useState<Content | null>(null);
  const definition: unknown = form.data?.definition;
  if (!begun && content.data && !content.isFetching) setBegun(content.data);
  if (begun && validator.data && isForm(definition)) {
    if (status === 'ready') return <Ready practice={practice} form={definition} content={content.data ?? begun} />;
    return (
      <Draft
        key={begun.version}
        practice={practice}
        form={definition}
        validate={validator.data}
        begun={begun}
        onAnew={() => setBegun(null)}
      />
    );
  }
  const error = content.error ?? form.error ?? validator.error;
  if (!error) return <Skeleton lines={8} />;
  return <ErrorState error={error} onRetry={() => void Promise.all([content.refetch(), form.refetch(), validator.refetch()])} />;
};

interface DraftProps {
  practice: Practice;
  form: Form;
  validate: Validate;
  begun: Content;
  /** What is on the server is read and shown anew. */
  onAnew: () => void;
}

const Draft = ({ practice, form, validate, begun, onAnew }: DraftProps) => {
  const text = useText();
  const say = useSay();
  const { id, moves } = practice;
  const [initial] = useState(() => ({ ...emptyData(form), ...begun.content }));
  const { compilation, issues, attempt } = useCompilation({
    form,
    validate,
    initial,
    locked: begun.locked,
    practiceId: () => Promise.resolve(id),
  });
  const stored = useMemo(() => pruneHidden(form, compilation.values), [form, compilation.values]);
  const [saved, setSaved] = useState(() => pruneHidden(form, initial));
  const version = useRef(begun.version);
  const [savedAt, setSavedAt] = useState(begun.savedAt);
  const [unused, setUnused] = useState(begun.unusedFiles);
  const [isAsking, setAsking] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const save = useCommand('rpc.practices.save-draft.v1');
  const complete = useCommand('rpc.practices.complete.v1', reads);
  const submit = useCommand('rpc.practices.submit.v1', [...reads, 'rpc.practices.list-queue.v1']);
  const isDirty = JSON.stringify(stored) !== JSON.stringify(saved);
  const errors = issues.filter(({ severity }) => severity === 'error');
  const isSending = [...compilation.sending.values()].some((list) => list.some(isOnItsWay));
  const isBusy = save.isPending || complete.isPending || submit.isPending;
  const pages = form.pages.filter(({ sections }) => sections.some(({ showIf }) => holds(showIf, stored)));

  const saveNow = async (): Promise<boolean> => {
    if (!isDirty) return true;
    const sent = stored;
    try {
      const answer = await save.mutateAsync({ id, content: sent as Content['content'], version: version.current });
      version.current = answer.version;
      setSaved(sent);
      setSavedAt(answer.savedAt);
      setUnused(answer.unusedFiles);
      announce(text('desk.saved'));
      return true;
    } catch {
      // What went wrong is shown beside the buttons, from the command.
      return false;
    }
  };
  const check = () => {
    if (isBusy || isSending) return;
    for (const page of pages) attempt(page.key);
    setRefused(errors.length > 0);
    if (errors.length > 0) requestAnimationFrame(() => summary.current?.focus());
    else setAsking(true);
  };
  const send = async () => {
    if (isBusy) return;
    if (!(await saveNow())) return setAsking(false);
    const shown = { id, version: version.current };
    if (moves.includes('submit')) return submit.mutate(shown);
    complete.mutate(shown, { onSuccess: (ready) => submit.mutate({ id, version: ready.version }) });
  };
  return (
    <>
      <UnusedFiles practiceId={id} files={unused} onRemoved={(gone) => setUnused((files) => files.filter((file) => file.id !== gone))} />
      {isRefused && errors.length > 0 && <ErrorSummary ref={summary} issues={errors} onGo={({ pointer }) => focusField(pointer)} />}
      <CompilationContext value={compilation}>
        {pages.map((page) => (
          <div key={page.key} className="mb-4">
            <h2 className="h5">{say(page.title)}</h2>
            <FormPage page={page} />
          </div>
        ))}
      </CompilationContext>
      {save.error ? <ErrorNote error={save.error} onRetry={onAnew} /> : null}
      {!isAsking && (complete.error ?? submit.error) ? <ErrorNote error={complete.error ?? submit.error} /> : null}
      <SaveBar>
        <p className="mb-0 me-auto">{text('desk.savedAt', { at: formatDateTime(savedAt) })}</p>
        <DeleteAtDesk practice={practice} version={() => version.current} />
        <Button
          type="button"
          outline
          color="primary"
          size="sm"
          aria-disabled={isBusy || undefined}
          onClick={() => !isBusy && void saveNow()}
        >
          {text(save.isPending ? 'ui.wait' : 'desk.save')}
        </Button>
        <Button type="button" color="primary" size="sm" aria-disabled={isBusy || isSending || undefined} onClick={check}>
          {text(isSending ? 'desk.filesOnTheWay' : 'desk.send')}
        </Button>
      </SaveBar>
      <LeaveGuard
        isDirty={isDirty && !submit.isSuccess}
        fields={changedFields(form, saved, stored).map((field) => ('label' in field ? say(field.label) : field.key))}
        onSave={saveNow}
        onDiscard={() => undefined}
      />
      {isAsking && (
        <ConfirmDialog
          title={text('desk.send')}
          confirm={text('desk.send.confirm')}
          isPending={isBusy}
          error={complete.error ?? submit.error}
          onConfirm={() => void send()}
          onCancel={() => setAsking(false)}
        >
          <p>{text('desk.send.text', nameOf(practice))}</p>
        </ConfirmDialog>
      )}
    </>
  );
};

/** Completed and not sent, because the sending was refused or broke off. */
const Ready = ({ practice, form, content }: { practice: Practice; form: Form; content: Content }) => {
  const text = useText();
  const say = useSay();
  const { id, version, moves, sendReason } = practice;
  const submit = useCommand('rpc.practices.submit.v1', [...reads, 'rpc.practices.list-queue.v1']);
  const reopen = useCommand('rpc.practices.reopen-draft.v1', reads);
  const isBusy = submit.isPending || reopen.isPending;
  const error = submit.error ?? reopen.error;
  return (
    <>
      <p>{text('desk.ready', nameOf(practice))}</p>
      {sendReason && <Empty icon="it-locked">{say(sendReason)}</Empty>}
      <FormSummary form={form} values={content.content} />
      {error ? <ErrorNote error={error} /> : null}
      <SaveBar>
        <Button
          type="button"
          outline
          color="primary"
          size="sm"
          aria-disabled={isBusy || undefined}
          onClick={() => {
            if (isBusy) return;
            submit.reset();
            reopen.mutate({ id, version });
          }}
        >
          {text('desk.reopen')}
        </Button>
        {moves.includes('submit') && (
          <Button
            type="button"
            color="primary"
            size="sm"
            aria-disabled={isBusy || undefined}
            onClick={() => {
              if (isBusy) return;
              reopen.reset();
              submit.mutate({ id, version });
            }}
          >
            {text(isBusy ? 'ui.wait' : 'desk.send')}
          </Button>
        )}
      </SaveBar>
    </>
  );
};

const DeleteAtDesk = ({ practice, version }: { practice: Practice; version: () => number }) => {
  const text = useText();
  const go = useGo();
  const [isAsking, setAsking] = useState(false);
  const remove = useCommand('rpc.practices.delete.v1', ['rpc.practices.list-at-desk.v1']);
  const { id, number } = practice;
  return (
    <>
      <Button type="button" outline color="danger" size="sm" onClick={() => setAsking(true)}>
        {text('desk.delete')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={text('desk.delete')}
          confirm={text('desk.delete')}
          isDangerous
          isPending={remove.isPending}
          error={remove.error}
          onCancel={() => setAsking(false)}
          onConfirm={() =>
            remove.mutate(
              { id, version: version() },
              {
                onSuccess: () => {
                  toast({ words: text('desk.deleted', { number }) });
                  go('/sportello', { replace: true });
                },
              },
            )
          }
        >
          <p>{text('desk.delete.text', nameOf(practice))}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
