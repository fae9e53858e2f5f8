import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { asCode } from '@sportello/italy/typed-text';
import { useAsk, useAskPages, useCommand } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, LocalLink, useGo, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { Panel } from '@sportello/ui/panel';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { MetPerson } from './met-person.js';

type Draft = AnswerOf<'rpc.practices.list-at-desk.v1'>['items'][number];

/** Who comes to the desk or telephones, and what she asks for (PRA-83). Below, what was begun and not sent. */
export const DeskPage = () => {
  const text = useText();
  return (
    <Page title={text('section.desk')} appName={text('console.name')} hasBreadcrumb={false} lead={text('desk.lead')}>
      <Begin />
      <Drafts />
    </Page>
  );
};

const Begin = () => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const [search] = useSearchParams();
  const services = useAsk('rpc.practices.get-queue-filters.v1', {});
  const [id] = useState(newId);
  const [chosen, setChosen] = useState(search.get('servizio'));
  const [way, setWay] = useState<'desk' | 'phone'>('desk');
  const known = (useLocation().state as { fiscalCode?: string } | null)?.fiscalCode ?? '';
  const [typed, setTyped] = useState(known);
  const [isChecked, setChecked] = useState(false);
  /** What was looked up: whatever is typed afterwards is looked up again. */
  const [asked, setAsked] = useState<{ id: string; fiscalCode: string } | null>(null);
  const meet = useCommand('rpc.practices.meet-at-desk.v1');
  const open = useCommand('rpc.practices.open-at-desk.v1', ['rpc.practices.list-at-desk.v1']);
  if (!services.data) return services.error ? <ErrorState error={services.error} onRetry={() => void services.refetch()} /> : <Skeleton />;
  const { procedures } = services.data;
  if (procedures.length === 0) return <Empty icon="it-files">{text('desk.noServices')}</Empty>;
  const procedureId = procedures.find((one) => one.id === chosen)?.id ?? procedures[0]?.id ?? '';
  const fiscalCode = asCode(typed);
  const mistake = checkFiscalCode(fiscalCode) === null ? undefined : text('desk.fiscalCode.mistake');
  const isMet = meet.data && asked?.id === procedureId && asked.fiscalCode === fiscalCode;
  const look = () => {
    setChecked(true);
    if (mistake || meet.isPending) return;
    setAsked({ id: procedureId, fiscalCode });
    open.reset();
    meet.mutate({ id: procedureId, fiscalCode });
  };
  return (
    <Panel aria-labelledby="nuova">
      <h2 id="nuova" className="h5">
        {text('desk.begin')}
      </h2>
      <form
        className="sc-desk-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <SelectField
          label={text('desk.service')}
          value={procedureId}
          options={procedures.map((one) => ({ value: one.id, label: say(one.title) }))}
          onChange={setChosen}
        />
        <SelectField
          label={text('desk.way')}
          value={way}
          options={(['desk', 'phone'] as const).map((value) => ({ value, label: text(`desk.way.${value}`) }))}
          onChange={(value) => setWay(value === 'phone' ? 'phone' : 'desk')}
        />
        <TextField
          label={text('desk.fiscalCode')}
          value={typed}
          onChange={setTyped}
          isRequired
          help={text('desk.fiscalCode.help')}
          {...(isChecked && mistake && { error: mistake })}
          input={{ maxLength: 20, autoComplete: 'off', spellCheck: false }}
        />
        {meet.error && !isMet ? <ErrorNote error={meet.error} /> : null}
        <Button type="submit" outline={isMet === true} color="primary" size="sm" aria-disabled={meet.isPending || undefined}>
          {text(meet.isPending ? 'ui.wait' : 'desk.look')}
        </Button>
      </form>
      {isMet && (
        <MetPerson
          key={`${procedureId} ${fiscalCode}`}
          person={meet.data}
          fiscalCode={fiscalCode}
          isPending={open.isPending}
          error={open.error}
          onBegin={(newcomer) => open.mutate({ id, procedureId, way, fiscalCode, newcomer }, { onSuccess: () => go(`/sportello/${id}`) })}
        />
      )}
    </Panel>
  );
};

const Drafts = () => {
  const text = useText();
  const pages = useAskPages('rpc.practices.list-at-desk.v1', { limit: 25 }, { staleTimeMs: 0 });
  const columns = useColumns();
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="mt-4" aria-labelledby="bozze">
      <h2 id="bozze" className="h5">
        {text('desk.drafts')}
      </h2>
      <PagedTable
        list={pages}
        caption={text('desk.drafts')}
        columns={columns}
        rows={items}
        empty={<Empty icon="it-pencil">{text('desk.drafts.empty')}</Empty>}
      />
    </section>
  );
};

const useColumns = (): Column<Draft>[] => {
  const text = useText();
  const say = useSay();
  const column = (key: string, cell: Column<Draft>['cell']) => ({ key, label: text(`desk.column.${key}`), cell });
  return [
    column('number', ({ id, number, procedureTitle }) => (
      <>
        <LocalLink to={`/sportello/${id}`} className="sc-number">
          {number}
        </LocalLink>
        <span className="sc-service">{say(procedureTitle)}</span>
      </>
    )),
    column('applicant', ({ applicantName }) => applicantName),
    column('way', ({ way }) => text(`desk.way.${way}`)),
    column('saved', ({ savedAt }) => <time dateTime={savedAt}>{formatDateTime(savedAt)}</time>),
  ];
};
