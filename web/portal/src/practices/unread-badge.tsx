import { useText } from '@sportello/ui/i18n';
import { Badge } from 'design-react-kit';
import { useUnreadOf } from '../unread.js';

/** How many messages about a request are still to be read; nothing when none is. */
export const UnreadBadge = ({ id }: { id: string }) => {
  const text = useText();
  const count = useUnreadOf(`/area-personale/pratiche/${id}`);
  return count > 0 ? <Badge color="primary">{text('unread.count', { count })}</Badge> : null;
};
