import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { HowFar, useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { CatalogueFrame, type Category, type HelpService } from './catalogue.js';
import { NewCategoryDialog } from './new-category-dialog.js';
import { NewServiceDialog } from './new-service-dialog.js';

/** What help can be asked for from the body: its categories and its services (CAT-02, TIC-02). */
export const CataloguePage = () => {
  const text = useText();
  const { officer } = useSession().account ?? {};
  return (
    <CatalogueFrame title={text('catalogue.title')} lead={text('catalogue.lead', { organization: officer?.organizationName ?? '' })}>
      <Categories />
      <Services />
    </CatalogueFrame>
  );
};

const Categories = () => {
  const text = useText();
  const say = useSay();
  const list = useAll('rpc.ticketing.list-own-categories.v1', {});
  const [isNew, setNew] = useState(false);
  const columns: Column<Category>[] = [
    {
      key: 'name',
      label: text('catalogue.category'),
      cell: ({ id, name }) => <LocalLink to={`/assistenza/categorie/${id}`}>{say(name)}</LocalLink>,
    },
    { key: 'position', label: text('catalogue.position'), cell: ({ position }) => position },
  ];
  return (
    <section aria-labelledby="categorie" className="mb-5">
      <h2 id="categorie" className="h5">
        {text('catalogue.categories')}
      </h2>
      <Button type="button" color="primary" size="sm" className="mb-3" onClick={() => setNew(true)}>
        {text('catalogue.category.new')}
      </Button>
      <HowFar list={list} />
      <Loaded query={list} skeleton={<TableSkeleton caption={text('ui.loading')} columns={columns} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="it-folder">{text('catalogue.categories.none')}</Empty>
          ) : (
            <DataTable caption={text('catalogue.categories')} columns={columns} rows={rows} />
          )
        }
      </Loaded>
      {isNew && (
        <NewCategoryDialog
          position={Math.min(1_000, Math.max(-1, ...(list.data ?? []).map(({ position }) => position)) + 1)}
          onClose={() => setNew(false)}
        />
      )}
    </section>
  );
};

const Services = () => {
  const text = useText();
  const say = useSay();
  const categories = useAll('rpc.ticketing.list-own-categories.v1', {});
  const list = useAll('rpc.ticketing.list-own-services.v1', {});
  const [isNew, setNew] = useState(false);
  const columns: Column<HelpService>[] = [
    {
      key: 'name',
      label: text('catalogue.service'),
      cell: ({ id, group, name }) => (
        <>
          <LocalLink to={`/assistenza/servizi/${id}`}>{say(name)}</LocalLink>
          <span className="sc-service">{say(group)}</span>
        </>
      ),
    },
    {
      key: 'category',
      label: text('catalogue.category'),
      cell: ({ categoryId }) => say(categories.data?.find(({ id }) => id === categoryId)?.name),
    },
    {
      key: 'status',
      label: text('catalogue.field.status'),
      cell: ({ status, formId }) => (
        <>
          {text(`catalogue.field.status.${status}`)}
          {formId === null && <span className="sc-service">{text('catalogue.form.none.short')}</span>}
        </>
      ),
    },
  ];
  return (
    <section aria-labelledby="servizi">
      <h2 id="servizi" className="h5">
        {text('catalogue.services')}
      </h2>
      <Button type="button" color="primary" size="sm" className="mb-3" onClick={() => setNew(true)}>
        {text('catalogue.service.new')}
      </Button>
      <HowFar list={list} />
      <Loaded query={list} skeleton={<TableSkeleton caption={text('ui.loading')} columns={columns} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="it-files">{text('catalogue.services.none')}</Empty>
          ) : (
            <DataTable caption={text('catalogue.services')} columns={columns} rows={rows} />
          )
        }
      </Loaded>
      {isNew && <NewServiceDialog onClose={() => setNew(false)} />}
    </section>
  );
};
