import { newId } from '@sportello/contracts/id';
import { actionLabels } from '@sportello/contracts/practices/action-labels';
import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { LocalLink, useGo, useSay, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Practice } from './practice.js';
import { practicePath } from './practice-path.js';

type Related = AnswerOf<'rpc.practices.list-related.v1'>['items'][number];

const ended: readonly Related['status'][] = ['approved', 'partially_approved', 'rejected', 'withdrawn', 'cancelled', 'acquired'];

/** What can be asked for about a service that was obtained (CAT-36): one at a time. */
export const ServiceActions = ({ practice: { id, actionsOffered = [] } }: { practice: Practice }) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  /** Chosen once: pressed twice, it is one request. */
  const [actionId] = useState(newId);
  const { data } = useAsk('rpc.practices.list-related.v1', { id }, { enabled: actionsOffered.length > 0 });
  const start = useCommand('rpc.practices.start-action.v1', ['rpc.practices.list-own.v1', 'rpc.practices.list-related.v1']);
  if (actionsOffered.length === 0 || !data) return null;
  const open = data.items.find(({ relation, status }) => relation === 'action' && !ended.includes(status));
  return (
    <Panel className="sp-no-print" aria-labelledby="operazioni">
      <h2 id="operazioni" className="h5">
        {text('actions.title')}
      </h2>
      {open ? (
        <p className="mb-0">
          {text('actions.open')} <LocalLink to={practicePath(open)}>{open.number}</LocalLink>
        </p>
      ) : (
        <>
          <p>{text('actions.detail')}</p>
          <div className="sp-operations">
            {actionsOffered.map((kind) => (
              <Button
                key={kind}
                type="button"
                outline
                color="primary"
                size="sm"
                aria-disabled={start.isPending || undefined}
                onClick={() => {
                  if (!start.isPending) start.mutate({ id, actionId, kind }, { onSuccess: (action) => go(practicePath(action)) });
                }}
              >
                {say(actionLabels[kind])}
              </Button>
            ))}
          </div>
        </>
      )}
      {start.error ? <ErrorNote error={start.error} /> : null}
    </Panel>
  );
};
