import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk, useAskPages } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { isForm } from '@sportello/ui/form/values';
import { useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Loaded, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Definition } from '../forms/definition.js';
import { FormPreview } from '../forms/form-preview.js';
import { ImportDialog } from './import-dialog.js';

type Model = AnswerOf<'rpc.practices.list-models.v1'>['items'][number];

/** Services that other bodies offer: their forms can be tried, and a copy activated (ADM-10). */
export const ModelsPage = () => {
  const text = useText();
  const pages = useAskPages('rpc.practices.list-models.v1', { limit: 25 });
  const { data, error, refetch } = pages;
  const models = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={text('services.models.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('services.models.lead')}>
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton />
        )
      ) : models.length === 0 ? (
        <Empty icon="it-files">
          <strong>{text('services.models.empty')}</strong> {text('services.models.empty.text')}
        </Empty>
      ) : (
        models.map((model) => <ModelPanel key={model.id} model={model} />)
      )}
      <More {...pages} />
    </Page>
  );
};

const ModelPanel = ({ model: { id, title, subtitle, organizationName, contacts } }: { model: Model }) => {
  const text = useText();
  const say = useSay();
  const [isTried, setTried] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const definition = useAsk('rpc.practices.get-model.v1', { id }, { enabled: isTried || isAsked });
  return (
    <Panel aria-label={say(title)}>
      <h2 className="h5">{say(title)}</h2>
      <p>{say(subtitle)}</p>
      <p className="form-text">
        {text('services.models.by', { organization: organizationName })}
        {contacts && ` – ${text('services.models.help', { contacts: say(contacts) })}`}
      </p>
      <div className="sp-operations">
        <Button
          type="button"
          outline
          color="primary"
          size="sm"
          aria-expanded={isTried}
          aria-label={isTried ? undefined : text('services.models.try.of', { title: say(title) })}
          onClick={() => setTried(!isTried)}
        >
          {text(isTried ? 'services.models.hide' : 'services.models.try')}
        </Button>
        <Button
          type="button"
          color="primary"
          size="sm"
          aria-label={text('services.models.activate.of', { title: say(title) })}
          onClick={() => setAsked(true)}
        >
          {text('services.models.activate')}
        </Button>
      </div>
      {isTried && (
        <Loaded query={definition}>
          {({ form }) => (form && isForm(form) ? <FormPreview form={form} /> : <p>{text('services.models.noForm')}</p>)}
        </Loaded>
      )}
      {isAsked && definition.error && <ErrorNote error={definition.error} onRetry={() => void definition.refetch()} />}
      {isAsked && definition.data && <ImportDialog model={definition.data as unknown as Definition} onClose={() => setAsked(false)} />}
    </Panel>
  );
};
