import { schema } from 'virtual:form-of/rpc.practices.put-checklist.v1';
import { newId } from '@sportello/contracts/id';
import { useAsk, useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Loaded } from '@sportello/ui/page-states';
import type { SpecialFieldProps } from '@sportello/ui/settings/settings-field';
import { type Schema, SettingsForm } from '@sportello/ui/settings/settings-form';
import { useEffect } from 'react';
import type { Service } from './service.js';

/** What an item is known by, whatever it is called later: given to a new one, and not shown. */
const ItemKey = ({ field: { path }, value, write }: SpecialFieldProps) => {
  const isNew = value === '' || value === undefined;
  useEffect(() => {
    if (isNew) write(path, newId());
  }, [isNew, path, write]);
  return null;
};

const special = { 'items.*.key': ItemKey };

/** What the officers of a service check of each request. */
export const ChecklistPart = ({ service: { id: procedureId } }: { service: Service }) => {
  const text = useText();
  const query = useAsk('rpc.practices.get-checklist.v1', { procedureId });
  const put = useCommand('rpc.practices.put-checklist.v1', ['rpc.practices.get-checklist.v1', 'rpc.practices.get-marks.v1']);
  return (
    <Loaded query={query}>
      {(stored) => (
        <SettingsForm
          schema={schema as Schema}
          stored={{ ...stored, procedureId }}
          fixed={['procedureId']}
          title={text('services.part.checklist')}
          label={(path) => (path.endsWith('.label') ? text('services.checklist.item') : path)}
          special={special}
          save={async (checklist) => ({ ...(await put.mutateAsync(checklist)), procedureId })}
          onConflict={query.refetch}
        />
      )}
    </Loaded>
  );
};
