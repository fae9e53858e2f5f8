import type { AnswerOf } from '@sportello/contracts/web';
import { ButtonLink } from '@sportello/ui/button-link';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { HowFar, useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useMayWriteCatalogue } from './catalogue.js';
import { NewDeskDialog } from './new-desk-dialog.js';

type Row = AnswerOf<'rpc.ticketing.list-desks.v1'>['items'][number];

/** The help desks of the body: managers and administrators look after them (TIC-35). */
export const DesksPage = () => {
  const text = useText();
  const say = useSay();
  const { officer } = useSession().account ?? {};
  const list = useAll('rpc.ticketing.list-desks.v1', {});
  const mayWriteCatalogue = useMayWriteCatalogue();
  const [isNew, setNew] = useState(false);
  const columns: Column<Row>[] = [
    { key: 'name', label: text('desks.name'), cell: ({ id, name }) => <LocalLink to={`/assistenza/${id}`}>{say(name)}</LocalLink> },
    { key: 'kind', label: text('desks.field.kind'), cell: ({ kind }) => text(`desks.field.kind.${kind}`) },
  ];
  return (
    <Page
      title={text('section.help')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('desks.lead', { organization: officer?.organizationName ?? '' })}
    >
      <div className="sp-operations mb-4">
        <Button type="button" color="primary" size="sm" onClick={() => setNew(true)}>
          {text('desks.new')}
        </Button>
        {mayWriteCatalogue && (
          <ButtonLink to="/assistenza/catalogo" outline color="primary" size="sm">
            {text('catalogue.title')}
          </ButtonLink>
        )}
      </div>
      <HowFar list={list} />
      <Loaded query={list} skeleton={<TableSkeleton caption={text('ui.loading')} columns={columns} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="it-help-circle">{text('desks.none')}</Empty>
          ) : (
            <DataTable caption={text('section.help')} columns={columns} rows={rows} />
          )
        }
      </Loaded>
      {isNew && <NewDeskDialog onClose={() => setNew(false)} />}
    </Page>
  );
};
