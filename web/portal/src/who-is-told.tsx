import { useAsk } from '@sportello/ui/api';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';

/** Before the sending: which addresses the news of a request will reach (PRA-91). @param formMail the address that the form gives */
export const WhoIsTold = ({ formMail }: { formMail: string | null }) => {
  const text = useText();
  const { data } = useAsk('rpc.identity.get-account.v1', {});
  if (!data) return null;
  const { mail } = data.contacts;
  const addresses = [...new Set([mail, formMail].filter((address) => address !== null && address !== ''))];
  return (
    <Notice>
      {addresses.length > 0 ? text('told.by', { addresses: addresses.join(', ') }) : text('told.noMail')}{' '}
      <LocalLink to="/area-personale/profilo">{text('told.change')}</LocalLink>
    </Notice>
  );
};
