import { newId } from '@sportello/contracts/id';
import type { AnswerOf, Subject } from '@sportello/contracts/web';
import type { Form } from '@sportello/forms/form';
import { useAsk, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { isForm } from '@sportello/ui/form/values';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Definition } from '../../forms/definition.js';
import { FormPreview } from '../../forms/form-preview.js';
import { JsonFile } from '../../forms/json-file.js';
import { FormReview } from './form-review.js';
import { type Service, serviceReads } from './service.js';

const formReads: readonly Subject[] = [...serviceReads, 'rpc.practices.list-forms.v1'];

/** The form of a service: its versions, and another one read from a file, compared, tried and published. */
export const FormsPart = ({ service }: { service: Service }) => {
  const text = useText();
  const forms = useAsk('rpc.practices.list-forms.v1', { procedureId: service.id });
  const [definition, setDefinition] = useState<Definition | null>(null);
  const [isShown, setShown] = useState(false);
  const trial = useCommand('rpc.practices.try-form.v1');
  const publish = useCommand('rpc.practices.put-form.v1', formReads);
  const begin = () => {
    trial.reset();
    setDefinition(null);
  };
  const read = (found: Definition) =>
    trial.mutate({ procedureId: service.id, definition: found }, { onSuccess: () => setDefinition(found) });
  return (
    <>
      <Loaded query={forms}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="it-file">{text('services.forms.none')}</Empty>
          ) : (
            <Versions items={items} inForce={service.formId} />
          )
        }
      </Loaded>
      {service.formId && (
        <Button type="button" outline color="primary" size="sm" className="mb-4" onClick={() => setShown(!isShown)}>
          {text(isShown ? 'services.forms.hide' : 'services.forms.show')}
        </Button>
      )}
      {isShown && service.formId && <StoredPreview service={service} formId={service.formId} />}
      <Panel aria-label={text('services.forms.import')}>
        <h2 className="h5">{text('services.forms.import')}</h2>
        <JsonFile help={text('services.forms.import.help')} onBegin={begin} onRead={read} />
        {trial.error ? <ErrorNote error={trial.error} /> : null}
        {publish.error ? <ErrorNote error={publish.error} /> : null}
        {definition && trial.data && (
          <>
            <FormReview review={trial.data} />
            {isForm(definition) && <TriedPreview procedureId={service.id} form={definition} />}
            <Button
              type="button"
              color="primary"
              aria-disabled={publish.isPending || undefined}
              onClick={() => {
                if (publish.isPending) return;
                const { version } = trial.data ?? { version: 0 };
                publish.mutate(
                  { procedureId: service.id, id: newId(), version, definition },
                  {
                    onSuccess: (published) => {
                      setDefinition(null);
                      trial.reset();
                      toast({ words: text('services.forms.published', { version: published.version }) });
                    },
                  },
                );
              }}
            >
              {publish.isPending ? text('ui.wait') : text('services.forms.publish', { version: trial.data.version + 1 })}
            </Button>
          </>
        )}
      </Panel>
    </>
  );
};

type Version = AnswerOf<'rpc.practices.list-forms.v1'>['items'][number];

const Versions = ({ items, inForce }: { items: Version[]; inForce: string | null }) => {
  const text = useText();
  const column = (key: string, cell: Column<Version>['cell']) => ({ key, label: text(`services.forms.${key}`), cell });
  const columns = [
    column('version', ({ id, version }) => (
      <>
        {version} {id === inForce && <strong>({text('services.forms.inForce')})</strong>}
      </>
    )),
    column('publishedAt', ({ publishedAt }) => formatDateTime(publishedAt)),
    column('drafts', ({ drafts }) => drafts),
  ];
  return <DataTable caption={text('services.forms.versions')} columns={columns} rows={items} />;
};

const StoredPreview = ({ service, formId }: { service: Service; formId: string }) => {
  const form = useAsk('rpc.practices.get-form.v1', { id: formId });
  return (
    <Loaded query={form}>
      {({ definition }) => (isForm(definition) ? <TriedPreview procedureId={service.id} form={definition} /> : null)}
    </Loaded>
  );
};

/** A form that an administrator tries before it is published, or afterwards. */
const TriedPreview = ({ procedureId, form }: { procedureId: string; form: Form }) => {
  const trial = useCommand('rpc.practices.try-form.v1');
  const definition = form as unknown as Definition;
  return (
    <FormPreview
      form={form}
      trial={{ ...trial, issues: trial.data?.issues, onTry: (content) => trial.mutate({ procedureId, definition, content }) }}
    />
  );
};
