import { useAsk, useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { Loaded } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { type Service, serviceReads } from './service.js';

/** How many places are taken, and the command that counts them anew. */
export const CapacityPart = ({ service: { id: procedureId } }: { service: Service }) => {
  const text = useText();
  const [isAsked, setAsked] = useState(false);
  const query = useAsk('rpc.practices.get-capacity.v1', { procedureId }, { staleTimeMs: 0 });
  const reset = useCommand('rpc.practices.reset-capacity.v1', [...serviceReads, 'rpc.practices.get-capacity.v1']);
  return (
    <Panel aria-label={text('services.capacity')}>
      <h2 className="h5">{text('services.capacity')}</h2>
      <Loaded query={query}>
        {({ most, taken, resetAt }) => (
          <p>
            {text('services.capacity.taken', { taken, most: most ?? taken })}
            {resetAt && ` ${text('services.capacity.since', { at: formatDateTime(resetAt) })}`}
          </p>
        )}
      </Loaded>
      <div>
        <Button type="button" outline color="danger" size="sm" onClick={() => setAsked(true)}>
          {text('services.capacity.reset')}
        </Button>
      </div>
      {isAsked && (
        <ConfirmDialog
          title={text('services.capacity.reset.ask')}
          confirm={text('services.capacity.reset')}
          isDangerous
          isPending={reset.isPending}
          error={reset.error}
          onConfirm={() =>
            reset.mutate(
              { procedureId },
              {
                onSuccess: () => {
                  setAsked(false);
                  toast({ words: text('services.capacity.done') });
                },
              },
            )
          }
          onCancel={() => setAsked(false)}
        >
          <p>{text('services.capacity.reset.text')}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
};
