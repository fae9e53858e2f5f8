import { actionLabels } from '@sportello/contracts/practices/action-labels';
import { useAsk } from '@sportello/ui/api';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';

/** Says of a draft which sent request it is a corrected copy of, or asks something about. */
export const Follows = ({ id }: { id: string }) => {
  const text = useText();
  const say = useSay();
  const { data } = useAsk('rpc.practices.list-related.v1', { id });
  const original = data?.items.find(({ relation }) => relation === 'original' || relation === 'acted-on');
  if (!original) return null;
  const { action } = original;
  return (
    <Notice>
      {action ? text('request.acts', { action: say(actionLabels[action]) }) : text('request.follows')}{' '}
      <LocalLink to={`/area-personale/pratiche/${original.id}`}>{original.number}</LocalLink>
    </Notice>
  );
};
