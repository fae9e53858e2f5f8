import { schema } from 'virtual:form-of/rpc.practices.put-catalogue-groups.v1';
import { useAsk, useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Loaded } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { type Schema, SettingsForm } from '@sportello/ui/settings/settings-form';

/** By what the services of the body are found: its categories, topics and recipients, in their order. */
export const GroupsPage = () => {
  const text = useText();
  const { officer } = useSession().account ?? {};
  const organizationId = officer?.organizationId ?? '';
  const query = useAsk('rpc.practices.get-catalogue-groups.v1', { organizationId });
  const put = useCommand('rpc.practices.put-catalogue-groups.v1', [
    'rpc.practices.get-catalogue-groups.v1',
    'rpc.practices.list-categories.v1',
    'rpc.practices.list-facets.v1',
  ]);
  return (
    <Page
      title={text('services.groups.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('services.groups.lead', { organization: officer?.organizationName ?? '' })}
    >
      <Loaded query={query}>
        {(stored) => (
          <SettingsForm
            schema={schema as Schema}
            stored={{ ...stored, organizationId }}
            fixed={['organizationId']}
            title={text('services.groups.title')}
            label={(path) => path}
            save={async (groups) => ({ ...(await put.mutateAsync(groups)), organizationId })}
            onConflict={query.refetch}
          />
        )}
      </Loaded>
    </Page>
  );
};
