import { schema } from 'virtual:form-of/rpc.practices.put-templates.v1';
import { useAsk, useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Loaded } from '@sportello/ui/page-states';
import { type Schema, SettingsForm } from '@sportello/ui/settings/settings-form';
import type { Service } from './service.js';

/** The texts that officers of a service have at hand. */
export const TemplatesPart = ({ service: { id: procedureId } }: { service: Service }) => {
  const text = useText();
  const query = useAsk('rpc.practices.get-templates.v1', { procedureId });
  const put = useCommand('rpc.practices.put-templates.v1', ['rpc.practices.get-templates.v1']);
  return (
    <Loaded query={query}>
      {(stored) => (
        <SettingsForm
          schema={schema as Schema}
          stored={{ ...stored, procedureId }}
          fixed={['procedureId']}
          title={text('services.part.templates')}
          label={(path) => path}
          save={async (templates) => ({ ...(await put.mutateAsync(templates)), procedureId })}
          onConflict={query.refetch}
        />
      )}
    </Loaded>
  );
};
