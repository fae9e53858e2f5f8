import { useText } from './i18n.js';
import { useBody } from './session.js';

/** Where the body at whose address the page is has its seat, and how it is reached. */
export const BodyContacts = () => {
  const text = useText();
  const footer = useBody()?.footer;
  if (!footer) return null;
  const { address, phone, mail, pec, vatNumber, fiscalCode } = footer;
  return (
    <ul className="footer-list link-list">
      {address && <li className="sp-address">{address}</li>}
      {phone && (
        <li>
          {text('ui.footer.phone')} <a href={`tel:${phone}`}>{phone}</a>
        </li>
      )}
      {mail && (
        <li>
          {text('ui.footer.mail')} <a href={`mailto:${mail}`}>{mail}</a>
        </li>
      )}
      {pec && (
        <li>
          {text('ui.footer.pec')} <a href={`mailto:${pec}`}>{pec}</a>
        </li>
      )}
      {vatNumber && <li>{text('ui.footer.vatNumber', { code: vatNumber })}</li>}
      {fiscalCode && <li>{text('ui.footer.fiscalCode', { code: fiscalCode })}</li>}
    </ul>
  );
};
