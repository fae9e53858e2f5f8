import { useAsk } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { PracticeLinks } from './practice-links.js';

/**
 * What waits for the reader: requests for additions and announced refusals first, then what is to be paid or stamped, then what is complete and not sent. Nothing when nothing does.
 */
export const YourTurn = () => {
  const text = useText();
  const asked = useAsk('rpc.practices.list-own.v1', { tab: 'sent', status: 'awaiting_amendment', limit: 5 });
  const announced = useAsk('rpc.practices.list-own.v1', { tab: 'sent', status: 'awaiting_observations', limit: 5 });
  const toPay = useAsk('rpc.practices.list-own.v1', { tab: 'all', status: 'awaiting_payment', limit: 5 });
  const ready = useAsk('rpc.practices.list-own.v1', { tab: 'in-progress', status: 'ready', limit: 5 });
  const rows = [...(asked.data?.items ?? []), ...(announced.data?.items ?? []), ...(toPay.data?.items ?? []), ...(ready.data?.items ?? [])];
  if (rows.length === 0) return null;
  return (
    <Panel className="sp-turn" aria-labelledby="tocca-a-te">
      <h2 id="tocca-a-te" className="h4">
        {text('home.yourTurn')}
      </h2>
      <PracticeLinks rows={rows} saysTurn />
    </Panel>
  );
};
