import { servicePath } from '@sportello/contracts/practices/service-path';
import { emptyData, type Issue, pruneHidden, type Validate } from '@sportello/forms/check';
import { holds } from '@sportello/forms/conditions';
import type { Form } from '@sportello/forms/form';
import { announce } from '@sportello/ui/announcer';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import { CompilationContext } from '@sportello/ui/form/compilation';
import { ErrorSummary, focusField, MissingList } from '@sportello/ui/form/error-summary';
import { FormPage } from '@sportello/ui/form/form-page';
import { FormSummary } from '@sportello/ui/form/form-summary';
import { isOnItsWay } from '@sportello/ui/form/sending';
import { useCompilation } from '@sportello/ui/form/use-compilation';
import { changedFields, type Values } from '@sportello/ui/form/values';
import { Frozen } from '@sportello/ui/frozen';
import { LocalLink, useGo, useSay, useText } from '@sportello/ui/i18n';
import { LeaveGuard } from '@sportello/ui/leave-guard';
import { Notice } from '@sportello/ui/notice';
import { Page } from '@sportello/ui/page';
import { useSession } from '@sportello/ui/session';
import { UnusedFiles } from '@sportello/ui/unused-files';
import { StepHeading, Stepper, WizardBar } from '@sportello/ui/wizard';
import { Button } from 'design-react-kit';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Procedure } from '../catalogue/service-box.js';
import { StampOfRequest } from '../practices/stamps.js';
import { WhoIsTold } from '../who-is-told.js';
import { ConflictDialog } from './conflict-dialog.js';
import { Follows } from './follows.js';
import { NeedHelp } from './need-help.js';
import { OnThePhone } from './on-the-phone.js';
import { firstOpenStep, placeOf, unattached } from './open-steps.js';
import { SaveStatus } from './save-status.js';
import { type DraftStart, isOthers, useDraft } from './use-draft.js';
import { useFinish } from './use-finish.js';
import { useOtherScreen } from './use-other-screen.js';

interface WizardProps {
  procedure: Procedure;
  form: Form;
  validate: Validate;
  start: DraftStart;
  initial: Values;
  /** True when what is shown was found in this tab and not on the server. */
  isRestored: boolean;
}

const review = 'verifica';

/** The form step by step, the check of everything, and "Salva e prosegui" (CAT-18, CAT-82, PRA-05). */
export const Wizard = ({ procedure, form, validate, start, initial, isRestored }: WizardProps) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const { session, isOver } = useSession();
  const [search, setSearch] = useSearchParams();
  const ensureOpened = useRef<() => Promise<string>>(() => Promise.resolve(start.practiceId));
  const [begun] = useState(() => ({ ...emptyData(form), ...initial }));
  const { compilation, issues, replace, attempt } = useCompilation({
    form,
    validate,
    initial: begun,
    locked: start.locked,
    practiceId: () => ensureOpened.current(),
  });
  const stored = useMemo(() => pruneHidden(form, compilation.values), [form, compilation.values]);
  const startPruned = useMemo(() => ({ ...start, saved: pruneHidden(form, { ...emptyData(form), ...start.saved }) }), [start, form]);
  const draft = useDraft({ start: startPruned, owner: session.actingAs ?? '', content: stored, isSignedOut: isOver });
  ensureOpened.current = draft.ensureOpened;
  const [isInStep, setInStep] = useState(false);
  const { isApart, isGone } = useOtherScreen({
    practiceId: start.practiceId,
    draft,
    content: stored,
    pruned: (content) => pruneHidden(form, { ...emptyData(form), ...content }),
    onMerged: (merged) => {
      replace(merged);
      setInStep(true);
      announce(text('request.inStep'));
    },
  });
  const { complete, submit, isUnderWay, isFinished, completeNow, submitNow } = useFinish(
    draft,
    start.practiceId,
    procedure.settings.payment === 'request',
  );
  const { requiresConfirmation, payment } = procedure.settings;
  const [isAsking, setAsking] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const [isDismissed, setDismissed] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const stepHeading = useRef<HTMLHeadingElement>(null);

  const pages = form.pages.filter(({ sections }) => sections.some(({ showIf }) => holds(showIf, stored)));
  const steps = [...pages.map(({ key, title }) => ({ key, title: say(title) })), { key: review, title: text('request.review') }];
  const allErrors = issues.filter(({ severity }) => severity === 'error');
  // A draft opens where something is still to be done.
  const [firstStep] = useState(() => (start.version === null ? 0 : firstOpenStep(pages, allErrors)));
  const wantedStep = steps.findIndex(({ key }) => key === search.get('passo'));
  const current = wantedStep < 0 ? Math.min(firstStep, steps.length - 1) : wantedStep;
  const page = pages[current];
  const step = steps[current] ?? steps[0];
  const issuesHere = issues.filter((issue) => issue.page === page?.key);
  const refusedFiles = unattached(form, compilation.sending, (name) => text('ui.files.refusedStill', { name }));
  const isHere = (issue: Pick<Issue, 'page'>) => !page || issue.page === page.key;
  /** What stops the next step: what is wrong, and files that were refused and that nobody has dismissed. */
  const errorsHere = [...allErrors, ...refusedFiles.filter(({ pointer }) => !allErrors.some((issue) => issue.pointer === pointer))].filter(
    isHere,
  );
  const shownErrors = isRefused ? errorsHere : [];
  const isSending = [...compilation.sending].some(([pointer, list]) => isHere(placeOf(form, pointer)) && list.some(isOnItsWay));
  const [isWaiting, setWaiting] = useState(false);

  const goTo = (index: number) => {
    setRefused(false);
    setWaiting(false);
    const params = new URLSearchParams(search);
    params.set('passo', steps[index]?.key ?? '');
    setSearch(params, { preventScrollReset: true });
  };
  const before = useRef(current);
  useEffect(() => {
    if (before.current === current) return;
    before.current = current;
    scrollTo(0, 0);
    stepHeading.current?.focus({ preventScroll: true });
  }, [current]);
  useEffect(() => {
    if (!draft.number || search.get('istanza') === start.practiceId) return;
    const params = new URLSearchParams(search);
    params.set('istanza', start.practiceId);
    setSearch(params, { replace: true, preventScrollReset: true });
  }, [draft.number, search, setSearch, start.practiceId]);
  useEffect(() => {
    if (isRestored) announce(text('request.restored'));
  }, [isRestored, text]);
  const { kind } = draft.state;
  const formMail = form.confirmationMail ? stored[form.confirmationMail] : null;
  useEffect(() => {
    if (kind === 'waiting') announce(text('request.keptOffline'), 'assertive');
    if (kind === 'conflict') setDismissed(false);
  }, [kind, text]);

  const refuse = () => {
    setRefused(true);
    announce(text('ui.form.summary', { count: errorsHere.length }), 'assertive');
    requestAnimationFrame(() => {
      summary.current?.focus();
      summary.current?.scrollIntoView({ block: 'start' });
    });
  };
  const move = () => {
    if (isSending) {
      setWaiting(true);
      return announce(text('ui.files.waiting'));
    }
    setWaiting(false);
    if (page) next();
    else finish();
  };
  const next = () => {
    if (page) attempt(page.key);
    if (errorsHere.length > 0) return refuse();
    if (draft.isDirty || !draft.number) void draft.save();
    goTo(current + 1);
  };
  const saveNow = async () => {
    if (!isUnderWay && (await draft.save())) announce(text('request.saved'));
  };
  const finish = () => {
    for (const each of pages) attempt(each.key);
    if (errorsHere.length > 0) return refuse();
    if (requiresConfirmation) setAsking(true);
    else void submitNow();
  };
  // Pressed while a file was on its way: the step is taken when it has come, or refused with it.
  const moveNow = useRef(move);
  moveNow.current = move;
  useEffect(() => {
    if (isWaiting && !isSending) moveNow.current();
  }, [isWaiting, isSending]);
  const goToIssue = (pageKey: string, pointer: string) => {
    const index = steps.findIndex(({ key }) => key === pageKey);
    if (index === current) return focusField(pointer);
    goTo(index);
    setTimeout(() => focusField(pointer), 150);
  };

  const lastStep = isUnderWay
    ? 'ui.wait'
    : requiresConfirmation
      ? 'request.finish'
      : payment === 'request'
        ? 'request.pay'
        : 'request.send';
  const nextName = isWaiting ? 'ui.files.waiting' : page ? 'request.next' : lastStep;
  return (
    <Page
      title={say(procedure.title)}
      titlePrefix={[isRefused && shownErrors.length > 0 ? text('ui.form.error') : '', `${step?.title} (${current + 1}/${steps.length}) -`]
        .filter(Boolean)
        .join(' ')}
      lead={say(procedure.subtitle)}
      crumb={text('request.crumb')}
      trail={[
        { label: text('menu.new'), to: '/servizi' },
        { label: say(procedure.title), to: servicePath(procedure.code) },
      ]}
    >
      <SaveStatus draft={draft} />
      <Frozen isFrozen={isUnderWay}>
        <Stepper steps={steps} current={current} onGo={goTo} />
        {start.number !== null && <Follows id={start.practiceId} />}
        {isRestored && <Notice>{text('request.restored')}</Notice>}
        {isGone && !isUnderWay && !isFinished ? (
          <Notice>
            {text('request.goneOn')} <LocalLink to={`/area-personale/pratiche/${start.practiceId}`}>{text('request.see')}</LocalLink>
          </Notice>
        ) : (
          isInStep && <Notice>{text('request.inStep')}</Notice>
        )}
        <CompilationContext value={compilation}>
          <StepHeading ref={stepHeading}>{step?.title}</StepHeading>
          {shownErrors.length > 0 && (
            <ErrorSummary ref={summary} issues={shownErrors} onGo={page ? undefined : (issue) => goToIssue(issue.page, issue.pointer)} />
          )}
          {page && <FormPage page={page} />}
          {!page && (
            <>
              <Notice>{text('request.review.detail')}</Notice>
              <WhoIsTold formMail={typeof formMail === 'string' ? formMail : null} />
              <FormSummary
                form={form}
                values={stored}
                level={3}
                onEdit={(pageKey) => goTo(steps.findIndex(({ key }) => key === pageKey))}
              />
            </>
          )}
        </CompilationContext>
        {!page && procedure.settings.stamps === 'request' && (
          <StampOfRequest practiceId={start.practiceId} isSaved={draft.number !== null} />
        )}
      </Frozen>
      {!page && !requiresConfirmation && <p className="sp-declaration">{text('request.send.declaration')}</p>}
      {submit.error && !isOthers(submit.error) ? <ErrorNote error={submit.error} onRetry={() => void submitNow()} /> : null}
      <WizardBar
        leave={{ label: text('request.leave'), onPress: () => go(servicePath(procedure.code)) }}
        onPrevious={current > 0 ? () => !isUnderWay && goTo(current - 1) : undefined}
        next={text(nextName)}
        isWaiting={isWaiting || isUnderWay}
        onNext={move}
      >
        <Button
          type="button"
          outline
          color="primary"
          aria-disabled={kind === 'saving' || isUnderWay || undefined}
          onClick={() => void saveNow()}
        >
          {text('request.save')}
        </Button>
      </WizardBar>
      <OnThePhone practiceId={start.practiceId} onOpen={async () => (!draft.isDirty && draft.number !== null) || draft.save()} />
      <NeedHelp code={procedure.code} />
      <UnusedFiles
        practiceId={start.practiceId}
        files={draft.unusedFiles}
        detail={text('request.unused.detail')}
        onRemoved={draft.dropUnused}
      />
      <MissingList issues={page ? issuesHere : issues} onGo={(issue) => goToIssue(issue.page, issue.pointer)} />
      <LeaveGuard
        isDirty={draft.isDirty && !isFinished}
        fields={changedFields(form, draft.saved, stored).map((field) => ('label' in field ? say(field.label) : field.key))}
        onSave={draft.save}
        onDiscard={draft.forgetKept}
      />
      {kind === 'conflict' && isApart && !isDismissed && (
        <ConflictDialog
          practiceId={start.practiceId}
          onKeepMine={(other) => {
            draft.continueFrom({ ...other, content: pruneHidden(form, other.content) });
            void draft.save();
          }}
          onTakeOther={(other) => {
            draft.continueFrom({ ...other, content: pruneHidden(form, other.content) });
            replace(other.content);
          }}
          onClose={() => setDismissed(true)}
        />
      )}
      {isAsking && (
        <ConfirmDialog
          title={say(procedure.title)}
          isPending={isUnderWay}
          error={complete.error}
          onConfirm={() => void completeNow(() => setAsking(false))}
          onCancel={() => setAsking(false)}
        >
          <p>{text('request.finish.confirm')}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
};
