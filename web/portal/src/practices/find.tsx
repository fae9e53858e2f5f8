import type { AskedOf } from '@sportello/contracts/web';
import { isCivilDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { asPracticeNumber } from '@sportello/italy/typed-text';
import { announce } from '@sportello/ui/announcer';
import { useAskPages } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { useGo, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { statuses, statusLabel } from '@sportello/ui/status-chip';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { SignedIn } from '../signed-in.js';
import { PracticeTable } from './practice-table.js';

/** "Cerca istanza": by number, form, state and day of creation; the search stands in the address (PRA-15). */
export const FindPage = () => {
  const text = useText();
  return (
    <SignedIn title={text('menu.find')}>
      <Page title={text('menu.find')} lead={text('find.lead')}>
        <Find />
      </Page>
    </SignedIn>
  );
};

const fields = { number: 'numero', procedure: 'modulo', status: 'stato', from: 'dal', to: 'al' } as const;
type Wanted = Record<keyof typeof fields, string>;

const Find = () => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const go = useGo();
  const [search] = useSearchParams();
  const inAddress = (): Wanted => ({
    number: search.get(fields.number) ?? '',
    procedure: search.get(fields.procedure) ?? '',
    status: search.get(fields.status) ?? '',
    from: search.get(fields.from) ?? '',
    to: search.get(fields.to) ?? '',
  });
  const address = search.toString();
  const [typed, setTyped] = useState({ of: address, wanted: inAddress() });
  // The back button changes the address: the fields follow it.
  if (typed.of !== address) setTyped({ of: address, wanted: inAddress() });
  const { wanted } = typed;
  const procedures = useAll('rpc.practices.list-procedures.v1', {}, { staleTimeMs: 60_000 });
  const change = (key: keyof Wanted) => (value: string) =>
    setTyped(({ of, wanted: before }) => ({ of, wanted: { ...before, [key]: value } }));
  const [isTried, setTried] = useState(false);
  const days = { from: asDate(wanted.from), to: asDate(wanted.to) };
  const mistakes = {
    from: days.from && !isCivilDate(days.from) ? text('ui.date.wrong') : undefined,
    to:
      days.to && !isCivilDate(days.to)
        ? text('ui.date.wrong')
        : days.from && days.to && days.from > days.to
          ? text('find.reversed')
          : undefined,
  };
  const mistake = mistakes.from ?? mistakes.to;
  return (
    <>
      <search>
        <Panel
          tag="form"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (mistake) return announce(mistake, 'assertive');
            const filled = Object.entries({ ...wanted, ...days, number: asPracticeNumber(wanted.number) }).flatMap(([key, value]) =>
              value ? [[fields[key as keyof Wanted], value]] : [],
            );
            go(`/area-personale/cerca?${new URLSearchParams([...filled, ['cerca', '1']])}`);
          }}
        >
          <div className="row">
            <div className="col-12 col-md-6">
              <TextField
                label={text('find.number')}
                help={text('find.number.help')}
                value={wanted.number}
                onChange={change('number')}
                input={{ maxLength: 60 }}
              />
            </div>
            <div className="col-12 col-md-6">
              <SelectField
                label={text('find.form')}
                help={text('find.form.help')}
                value={wanted.procedure}
                onChange={change('procedure')}
                options={[
                  { value: '', label: text('find.any') },
                  ...(procedures.data ?? []).map(({ id, title }) => ({ value: id, label: say(title) })),
                ]}
              />
            </div>
            <div className="col-12 col-md-4">
              <SelectField
                label={text('find.status')}
                value={wanted.status}
                onChange={change('status')}
                options={[
                  { value: '', label: text('find.any') },
                  ...statuses
                    .filter((status) => status !== 'deleted')
                    .map((status) => ({ value: status, label: statusLabel(status, language) })),
                ]}
              />
            </div>
            <div className="col-12 col-md-4">
              <TextField
                label={text('find.from')}
                value={wanted.from}
                help={text('ui.date.format')}
                isDate
                onChange={change('from')}
                error={isTried ? mistakes.from : undefined}
              />
            </div>
            <div className="col-12 col-md-4">
              <TextField
                label={text('find.to')}
                value={wanted.to}
                help={text('ui.date.format')}
                isDate
                onChange={change('to')}
                error={isTried ? mistakes.to : undefined}
              />
            </div>
          </div>
          <Button type="submit" color="primary">
            {text('ui.search')}
          </Button>
        </Panel>
      </search>
      {search.has('cerca') && <Results wanted={inAddress()} />}
    </>
  );
};

const Results = ({ wanted }: { wanted: Wanted }) => {
  const text = useText();
  const [deleted, setDeleted] = useState<string | null>(null);
  const status = statuses.find((each) => each === wanted.status);
  const asked: AskedOf<'rpc.practices.list-own.v1'> = {
    tab: 'all',
    limit: 25,
    ...(wanted.number ? { number: wanted.number } : {}),
    ...(wanted.procedure ? { procedureId: wanted.procedure } : {}),
    ...(status ? { status } : {}),
    ...(wanted.from ? { createdFrom: wanted.from } : {}),
    ...(wanted.to ? { createdTo: wanted.to } : {}),
  };
  const { data, error, refetch, hasNextPage, fetchNextPage } = useAskPages('rpc.practices.list-own.v1', asked);
  const rows = data?.pages.flatMap(({ items }) => items);
  const count = rows?.length;
  useEffect(() => {
    if (count !== undefined) announce(text('find.found', { count }));
  }, [count, text]);
  return (
    <section aria-labelledby="risultati">
      <h2 id="risultati" className="h4">
        {text('find.results')}
      </h2>
      {deleted && <Done of={deleted}>{text('delete.done', { number: deleted })}</Done>}
      {!rows && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton isTable />)}
      {rows && rows.length === 0 && <Empty icon="it-search">{text('find.none')}</Empty>}
      {rows && rows.length > 0 && (
        <>
          <p>{text('find.found', { count: rows.length })}</p>
          <PracticeTable rows={rows} caption={text('find.results')} date="created" onDeleted={setDeleted} />
        </>
      )}
      {hasNextPage && (
        <Button type="button" outline color="primary" onClick={() => void fetchNextPage()}>
          {text('ui.more')}
        </Button>
      )}
    </section>
  );
};
