import { newId } from '@sportello/contracts/id';
import { ask, keyOf, useAsk } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { SavedViews } from '@sportello/ui/saved-views';
import { useSession } from '@sportello/ui/session';
import { useQueryClient } from '@tanstack/react-query';

/** The views of the queue: one's own, and those that colleagues share (BKO-22). */
export const QueueViews = ({ query }: { query: string }) => {
  const text = useText();
  const client = useQueryClient();
  const officer = useSession().account?.officer;
  const isManager = officer?.role === 'manager';
  const { data } = useAsk('rpc.practices.list-views.v1', { list: 'queue' }, { staleTimeMs: 60_000 });
  const reread = () => client.invalidateQueries({ queryKey: keyOf('rpc.practices.list-views.v1') });
  const scopes = (['mine', 'office', 'body'] as const).filter(
    (scope) => scope === 'mine' || (scope === 'office' ? Boolean(officer?.officeName) : isManager),
  );
  return (
    <SavedViews
      path="/pratiche"
      query={query}
      views={(data?.items ?? []).map(({ isMine, scope, ownerName, ...view }) => ({
        ...view,
        from: isMine ? null : ownerName,
        mayRemove: isMine || (isManager && scope !== 'mine'),
      }))}
      scopes={scopes.map((value) => ({ value, label: text(`queue.views.${value}`) }))}
      onSave={async (name, chosen) => {
        const scope = scopes.find((one) => one === chosen) ?? 'mine';
        await ask('rpc.practices.put-view.v1', { id: newId(), list: 'queue', name, query, scope });
        await reread();
      }}
      onRemove={async ({ id }) => {
        await ask('rpc.practices.delete-view.v1', { id });
        await reread();
      }}
    />
  );
};
