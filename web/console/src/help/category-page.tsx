import { schema } from 'virtual:form-of/rpc.ticketing.put-category.v1';
import { useCommand } from '@sportello/ui/api';
import { useSay, useText } from '@sportello/ui/i18n';
import { BackLink } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { type Schema, SettingsForm } from '@sportello/ui/settings/settings-form';
import { useAll } from '@sportello/ui/use-all';
import { useParams } from 'react-router';
import { CatalogueFrame, catalogueReads } from './catalogue.js';

/** What a category of the catalogue is called, and where it stands. */
export const CategoryPage = () => {
  const text = useText();
  const say = useSay();
  const { id = '' } = useParams();
  const list = useAll('rpc.ticketing.list-own-categories.v1', {});
  const put = useCommand('rpc.ticketing.put-category.v1', catalogueReads);
  const title = say(list.data?.find((one) => one.id === id)?.name) || text('catalogue.category');
  return (
    <CatalogueFrame title={title} trail={[{ label: text('catalogue.title'), to: '/assistenza/catalogo' }]}>
      <Loaded query={list}>
        {(all) => {
          const stored = all.find((one) => one.id === id);
          if (!stored) return <Empty icon="it-folder">{text('catalogue.category.missing')}</Empty>;
          return (
            <SettingsForm
              schema={schema as Schema}
              stored={stored}
              fixed={['id', 'organizationId']}
              title={title}
              label={(path) => text(`catalogue.field.${path}`)}
              save={(category) => put.mutateAsync(category)}
              onConflict={async () => list.refetch()}
            />
          );
        }}
      </Loaded>
      <BackLink to="/assistenza/catalogo">{text('catalogue.title')}</BackLink>
    </CatalogueFrame>
  );
};
