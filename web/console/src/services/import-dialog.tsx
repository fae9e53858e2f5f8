import type { Text } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { useEffect, useState } from 'react';
import type { Definition } from '../forms/definition.js';
import { JsonFile } from '../forms/json-file.js';
import { CodeField, isCode } from './code-field.js';
import { serviceReads } from './service/service.js';

interface ImportDialogProps {
  /** What is imported; absent where a file is chosen first. */
  model?: Definition;
  onClose: () => void;
}

/** Makes a service from a file or a model: first it is said what would be made and what would be left out, and nothing is made before. */
export const ImportDialog = ({ model, onClose }: ImportDialogProps) => {
  const text = useText();
  const go = useGo();
  const [id] = useState(newId);
  const [read, setRead] = useState<Definition | null>(null);
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const trial = useCommand('rpc.practices.try-definition.v1');
  const make = useCommand('rpc.practices.import-procedure.v1', serviceReads);
  const begin = () => {
    setRead(null);
    trial.reset();
    make.reset();
  };
  const look = (definition: Definition) =>
    trial.mutate(
      { definition },
      {
        onSuccess: (found) => {
          setRead(definition);
          setCode(found.code);
        },
      },
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a model is looked at once, when the dialog opens
  useEffect(() => {
    if (model) look(model);
  }, [model]);
  const send = () => {
    setChecked(true);
    if (read && isCode(code)) make.mutate({ id, code, definition: read }, { onSuccess: () => go(`/servizi/${id}`) });
  };
  return (
    <ActionDialog
      title={text(model ? 'services.models.activate' : 'services.import')}
      lead={text(model ? 'services.models.activate.lead' : 'services.import.lead')}
      send={text('services.import.send')}
      isPending={make.isPending}
      isOff={!read}
      error={make.error}
      onSend={send}
      onClose={onClose}
    >
      {!model && <JsonFile help={text('services.import.help')} onBegin={begin} onRead={look} />}
      {trial.isPending && <p role="status">{text('services.import.reading')}</p>}
      {trial.error ? <ErrorNote error={trial.error} /> : null}
      {read && trial.data && (
        <div role="status">
          <Said title={text('services.import.made')} items={trial.data.made} />
          {trial.data.leftOut.length > 0 && <Said title={text('services.import.leftOut')} items={trial.data.leftOut} />}
        </div>
      )}
      {read && <CodeField value={code} isChecked={isChecked} onChange={setCode} />}
    </ActionDialog>
  );
};

const Said = ({ title, items }: { title: string; items: readonly Text[] }) => {
  const say = useSay();
  return (
    <>
      <h3 className="h6">{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.it}>{say(item)}</li>
        ))}
      </ul>
    </>
  );
};
