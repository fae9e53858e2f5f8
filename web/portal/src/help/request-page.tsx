import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { emptyData, type Issue, pruneHidden, type Validate } from '@sportello/forms/check';
import type { Form } from '@sportello/forms/form';
import { announce } from '@sportello/ui/announcer';
import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { CompilationContext } from '@sportello/ui/form/compilation';
import { ErrorSummary, focusField, MissingList } from '@sportello/ui/form/error-summary';
import { FormPage } from '@sportello/ui/form/form-page';
import { useCompilation, useValidator } from '@sportello/ui/form/use-compilation';
import { changedFields, controlId, isForm } from '@sportello/ui/form/values';
import { Frozen } from '@sportello/ui/frozen';
import { LocalLink, useGo, useSay, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useSession, useSessionReading } from '@sportello/ui/session';
import { SelectField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { NotFound } from '../not-found.js';
import { findKept, forget, keep } from '../request/kept.js';
import { catalogueAddress, OwnPage, useCatalogueCrumb } from './frame.js';

type Service = AnswerOf<'rpc.ticketing.get-service.v1'>;
type Prepared = AnswerOf<'rpc.ticketing.prepare.v1'>;
type Kind = Service['kinds'][number];

/** The form of a service of the help desk (CAT-04 to CAT-10, TIC-04). */
export const HelpRequestPage = () => {
  const text = useText();
  const say = useSay();
  const crumb = useCatalogueCrumb();
  const { service: id = '' } = useParams();
  const state = useSessionReading().state;
  const service = useAsk('rpc.ticketing.get-service.v1', { id }, { staleTimeMs: 60_000 });
  const isMissing = service.error instanceof ProblemError && (service.error.status === 404 || service.error.status === 422);
  if (isMissing && state?.account) return <NotFound />;
  const { data } = service;
  const title = data ? say(data.group) : text('help.ask');
  const trail = data ? [crumb, { label: say(data.categoryName), to: `${catalogueAddress}/categorie/${data.categoryId}` }] : [crumb];
  return (
    <OwnPage title={title} crumb={data ? say(data.name) : title} trail={trail} lead={data && say(data.name)}>
      {data ? (
        // Another profile begins anew.
        <Prepare key={state?.session.actingAs} service={data} />
      ) : service.error ? (
        <ErrorState error={service.error} onRetry={() => void service.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </OwnPage>
  );
};

const Prepare = ({ service }: { service: Service }) => {
  const text = useText();
  const isOpen = service.status === 'published';
  const prepared = useAsk('rpc.ticketing.prepare.v1', { id: service.id }, { enabled: isOpen, staleTimeMs: Number.POSITIVE_INFINITY });
  const formId = prepared.data?.formId;
  const form = useAsk(
    'rpc.ticketing.get-form.v1',
    { id: formId ?? '' },
    { enabled: formId !== undefined, staleTimeMs: Number.POSITIVE_INFINITY },
  );
  const validator = useValidator(formId, 'help/forms');
  if (!isOpen)
    return (
      <Empty icon="it-locked" action={<LocalLink to={catalogueAddress}>{text('help.categories.all')}</LocalLink>}>
        {text('help.suspended')}
      </Empty>
    );
  const failed = [prepared, form, validator].find(({ error }) => error);
  if (failed?.error) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  const definition = form.data?.definition;
  if (!prepared.data || !validator.data || !isForm(definition)) return <Skeleton lines={8} />;
  return <Fill service={service} form={definition} validate={validator.data} prepared={prepared.data} />;
};

interface FillProps {
  service: Service;
  form: Form;
  validate: Validate;
  prepared: Prepared;
}

/** The kind of help is no field of the form, but is missing as one of them. */
const kindPointer = '/:kind';

const noFiles = () => Promise.reject(new Error('The forms of the help desk take no files'));

/** What was typed stays in this tab until it is sent, also when sending fails: pressing again sends the same request, once. */
const Fill = ({ service, form, validate, prepared }: FillProps) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const { session } = useSession();
  const place = { owner: session.actingAs ?? '', procedureId: service.id, practiceId: null };
  const [kept] = useState(() => findKept(sessionStorage, place));
  const [id, setId] = useState(() => kept?.practiceId ?? newId());
  const [before, setBefore] = useState<{ id: string; number: string } | null>(null);
  const [begun] = useState(() => ({ ...emptyData(form), ...prepared.content }));
  const { compilation, issues, attempt } = useCompilation({
    ...{ form, validate, initial: { ...begun, ...kept?.content }, locked: prepared.locked, practiceId: noFiles },
  });
  const stored = pruneHidden(form, compilation.values);
  const [kind, setKind] = useState<Kind | ''>(
    service.kinds.length === 1 ? (service.kinds[0] ?? '') : (service.kinds.find((one) => one === kept?.kind) ?? ''),
  );
  const [isTried, setTried] = useState(false);
  const [isSent, setSent] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const send = useCommand('rpc.ticketing.open.v1', ['rpc.ticketing.list-own.v1']);
  const isChanged = changedFields(form, begun, stored).length > 0;
  const content = JSON.stringify(stored);
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept whenever what is typed changes
  useEffect(() => {
    if (!isSent && isChanged)
      keep(sessionStorage, place, {
        ...{ owner: place.owner, practiceId: id, version: null, content: stored, kind },
        keptAt: new Date().toISOString(),
      });
  }, [content, isSent, id, kind]);
  const label = text('help.kind.choose');
  const missingKind: Issue = {
    ...{ pointer: kindPointer, fieldKey: 'kind', page: form.pages[0]?.key ?? '', severity: 'error', missing: true },
    label: { it: label, en: label },
    message: { it: text('help.kind.missing'), en: text('help.kind.missing') },
  };
  const all = kind ? issues : [missingKind, ...issues];
  const errors = all.filter(({ severity }) => severity === 'error');
  const submit = () => {
    if (send.isPending || isSent) return;
    setTried(true);
    for (const { key } of form.pages) attempt(key);
    if (errors.length > 0 || !kind) {
      announce(text('ui.form.summary', { count: errors.length }), 'assertive');
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    send.mutate(
      { id, serviceId: service.id, formId: prepared.formId, content: stored as Prepared['content'], kind },
      {
        onSuccess: ({ number }) => {
          setSent(true);
          forget(sessionStorage, place);
          announce(text('help.sent', { number }));
          go(`/area-personale/richieste/${id}`, { replace: true });
        },
        onError: (error) => {
          if (!(error instanceof ProblemError && error.kind === 'id-reused')) return;
          // It was sent before, with an answer that never came: what was changed since is another request.
          setId(newId());
          const number = error.problem.more?.['number'];
          if (typeof number !== 'string') return;
          send.reset();
          setBefore({ id, number });
        },
      },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{say(service.intro)}</p>
      {before && (
        <Done of={before.id}>
          {text('help.sent.before', { number: before.number })}{' '}
          <LocalLink to={`/area-personale/richieste/${before.id}`}>{text('help.sent.before.read')}</LocalLink>
        </Done>
      )}
      {kept && !before && <Notice>{text('help.restored')}</Notice>}
      <Frozen isFrozen={send.isPending}>
        <CompilationContext value={compilation}>
          {isTried && errors.length > 0 && <ErrorSummary ref={summary} issues={errors} />}
          {service.kinds.length > 1 && (
            <SelectField
              id={controlId(kindPointer)}
              label={label}
              isRequired
              value={kind}
              options={[
                { value: '', label: say(form.emptyChoice) || '-' },
                ...service.kinds.map((value) => ({ value, label: text(`help.kind.${value}`) })),
              ]}
              error={isTried && !kind ? text('help.kind.missing') : undefined}
              onChange={(value) => setKind(value as Kind | '')}
            />
          )}
          {form.pages.map((page) => (
            <FormPage key={page.key} page={page} />
          ))}
        </CompilationContext>
      </Frozen>
      <p className="form-text">{text('help.files.later')}</p>
      {send.error ? <ErrorNote error={send.error} onRetry={submit} keepsWords /> : null}
      <Button type="submit" color="primary" aria-disabled={send.isPending || undefined}>
        {text(send.isPending ? 'ui.wait' : 'help.send')}
      </Button>
      <MissingList issues={all} onGo={({ pointer }) => focusField(pointer)} />
    </form>
  );
};
