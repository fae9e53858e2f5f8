import { newId } from '@sportello/contracts/id';
import { useAsk, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { isForm } from '@sportello/ui/form/values';
import { useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Definition } from '../forms/definition.js';
import { FormPreview } from '../forms/form-preview.js';
import { JsonFile } from '../forms/json-file.js';
import { catalogueReads, type HelpService } from './catalogue.js';

/** The form of a service of help: the version in force, and another one that is read from a file and published. */
export const FormPart = ({ service: { id: serviceId, formId } }: { service: HelpService }) => {
  const text = useText();
  const stored = useAsk('rpc.ticketing.get-form.v1', { id: formId ?? '' }, { enabled: formId !== null });
  const [id, setId] = useState(newId);
  const [read, setRead] = useState<Definition | null>(null);
  const [published, setPublished] = useState(0);
  const publish = useCommand('rpc.ticketing.put-form.v1', [...catalogueReads, 'rpc.ticketing.get-form.v1']);
  const version = formId === null ? 0 : stored.data?.version;
  if (version === undefined)
    return stored.error ? <ErrorState error={stored.error} onRetry={() => void stored.refetch()} /> : <Skeleton lines={4} />;
  // Only the server knows whether what was read is a form.
  const shown: unknown = read ? null : stored.data?.definition;
  const send = () => {
    if (!read || publish.isPending) return;
    publish.mutate(
      { serviceId, id, version, definition: read },
      {
        onSuccess: (made) => {
          setRead(null);
          setId(newId());
          setPublished(made.version);
        },
      },
    );
  };
  return (
    <Panel aria-labelledby="modulo">
      <h2 id="modulo" className="h5">
        {text('catalogue.form')}
      </h2>
      {version === 0 ? <Notice>{text('catalogue.form.none')}</Notice> : <p>{text('catalogue.form.version', { version })}</p>}
      <JsonFile
        help={text('catalogue.form.help')}
        onBegin={() => {
          setRead(null);
          publish.reset();
        }}
        onRead={(definition) => {
          setId(newId());
          setRead(definition);
        }}
      />
      {isForm(shown) && <FormPreview key={formId} form={shown} />}
      {publish.error ? <ErrorNote error={publish.error} onRetry={send} /> : null}
      {published > 0 && !read && <Done of={published}>{text('catalogue.form.published', { version: published })}</Done>}
      {read && (
        <Button type="button" color="primary" aria-disabled={publish.isPending || undefined} onClick={send}>
          {publish.isPending ? text('ui.wait') : text('catalogue.form.publish', { version: version + 1 })}
        </Button>
      )}
    </Panel>
  );
};
