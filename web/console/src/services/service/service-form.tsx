import type { AnswerOf } from '@sportello/contracts/web';
import { useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useText } from '@sportello/ui/i18n';
import { SettingsForm } from '@sportello/ui/settings/settings-form';
import { useState } from 'react';
import { ComuneField } from './comune-field.js';
import { Effects } from './effects.js';
import { CategoryField, RecipientsField, TopicsField } from './group-fields.js';
import { fixedIn, type Part, type Service, schema, serviceReads, settingsOf } from './service.js';

type Foreseen = AnswerOf<'rpc.practices.foresee-procedure.v1'>['items'];

interface Asking {
  effects: Foreseen;
  answer: (isToBeSaved: boolean) => void;
}

const special = { category: CategoryField, topics: TopicsField, recipients: RecipientsField, 'sheet.office.comune': ComuneField };
/** What is explained besides its name. */
const explained = new Set([
  'code',
  'synonyms',
  'access.methods',
  'access.level',
  'contacts',
  'opensAt',
  'closesAt',
  'sheet.description',
  'sheet.minutes',
]);

interface ServiceFormProps {
  service: Service;
  part: Part;
  refetch: () => Promise<unknown>;
}

/** A part of a service's settings. Before it is saved it is said what that does to open practices. */
export const ServiceForm = ({ service, part, refetch }: ServiceFormProps) => {
  const text = useText();
  const [asking, setAsking] = useState<Asking | null>(null);
  const foresee = useCommand('rpc.practices.foresee-procedure.v1');
  const put = useCommand('rpc.practices.put-procedure.v1', serviceReads);
  const answered = (isToBeSaved: boolean) => {
    asking?.answer(isToBeSaved);
    setAsking(null);
  };
  return (
    <>
      <SettingsForm
        schema={schema}
        stored={settingsOf(service)}
        fixed={fixedIn(part)}
        title={text(`services.part.${part}`)}
        label={(path) => text(`services.field.${path}`)}
        help={(path) => (explained.has(path) ? text(`services.help.${path}`) : undefined)}
        special={special}
        beforeSave={async (settings) => {
          const { items: effects } = await foresee.mutateAsync(settings);
          if (effects.length === 0) return true;
          return new Promise((answer) => setAsking({ effects, answer }));
        }}
        save={async (settings) => settingsOf(await put.mutateAsync(settings))}
        onConflict={refetch}
      />
      {asking && (
        <ConfirmDialog
          title={text('services.effects.title')}
          confirm={text('services.effects.save')}
          onConfirm={() => answered(true)}
          onCancel={() => answered(false)}
        >
          <Effects effects={asking.effects} />
        </ConfirmDialog>
      )}
    </>
  );
};
