import { servicePath } from '@sportello/contracts/practices/service-path';
import { useLocalPath, useText } from '@sportello/ui/i18n';
import { addressOf } from '../catalogue/sheet-address.js';

/** Who helps, on every step (C.SE.2.2): the office of the service, beside the form that stays as it is. */
export const NeedHelp = ({ code }: { code: string }) => {
  const text = useText();
  const contacts = `${useLocalPath()(servicePath(code))}#${addressOf('contacts')}`;
  return (
    <p className="sp-no-print">
      {text('request.help')}{' '}
      <a href={contacts} target="_blank" rel="noopener" data-element="contacts">
        {text('request.help.contact')}
      </a>{' '}
      <a href={contacts} target="_blank" rel="noopener" data-element="appointment-booking">
        {text('request.help.booking')}
      </a>{' '}
      {text('request.help.newTab')}
    </p>
  );
};
