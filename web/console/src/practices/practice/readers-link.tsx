import { mayDo } from '@sportello/contracts/permissions';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useSession } from '@sportello/ui/session';

/** To the log of who has read this practice, for those who may see it (BKO-27). */
export const ReadersLink = ({ number }: { number: string }) => {
  const text = useText();
  const role = useSession().account?.officer?.role;
  if (!role || !mayDo([role], 'accesses:read')) return null;
  const label = text('practice.readers', { number });
  return (
    <LocalLink to={`/registro?q=${encodeURIComponent(number)}`} className="btn sp-icon-button" aria-label={label} title={label}>
      <Icon name="it-password-visible" className="icon-sm" />
    </LocalLink>
  );
};
