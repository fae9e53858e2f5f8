import { LocalLink, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';

/** To the archive of one practice: form, attachments, history, receipts and outcome (BKO-24). */
export const ArchiveLink = ({ id, number }: { id: string; number: string }) => {
  const text = useText();
  const label = text('practice.archive', { number });
  return (
    <LocalLink to={`/esportazioni/nuova?practices=${id}&format=zip`} className="btn sp-icon-button" aria-label={label} title={label}>
      <Icon name="it-download" className="icon-sm" />
    </LocalLink>
  );
};
